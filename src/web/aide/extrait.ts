// The piece of a page that answers best, with the words found marked.
import { placesDesMots } from './mots.ts';

export type Morceau = { texte: string; marque: boolean };

const LONGUEUR = 220;
/** Room before the first word found, so that it is read in its sentence. */
const AVANT = 60;

type Termes = {
  /** All that was found, slips and beginnings included. */
  trouves: ReadonlySet<string>;
  /** What was asked, word for word: it counts double. */
  demandes: ReadonlySet<string>;
};

/** Cuts the extract that holds most of these terms; the beginning when none is in the text. */
export function extraire(
  texte: string,
  { trouves: termes, demandes }: Termes,
  terme: (mot: string) => string | null,
): Morceau[] {
  const mots = placesDesMots(texte);
  const trouves = mots.flatMap(({ mot, debut }) => {
    const compare = terme(mot);
    return compare !== null && termes.has(compare)
      ? [{ debut, fin: debut + mot.length, compare }]
      : [];
  });
  const [debut, fin] = fenetre(texte, meilleur(trouves, demandes));
  const morceaux: Morceau[] = [];
  let ici = debut;
  for (const trouve of trouves) {
    if (trouve.debut < ici || trouve.fin > fin) continue;
    morceaux.push({ texte: texte.slice(ici, trouve.debut), marque: false });
    morceaux.push({ texte: texte.slice(trouve.debut, trouve.fin), marque: true });
    ici = trouve.fin;
  }
  morceaux.push({ texte: texte.slice(ici, fin), marque: false });
  const premier = { texte: debut > 0 ? '… ' : '', marque: false };
  const dernier = { texte: fin < texte.length ? ' …' : '', marque: false };
  return [premier, ...morceaux, dernier].filter((morceau) => morceau.texte !== '');
}

type Trouve = { debut: number; fin: number; compare: string };

/** Where the extract begins that holds most different terms; the first of equals. */
function meilleur(trouves: Trouve[], demandes: ReadonlySet<string>): number {
  let [place, meilleurPoids] = [0, 0];
  for (const { debut } of trouves) {
    const fin = debut + LONGUEUR - AVANT;
    const dedans = trouves.filter((autre) => autre.debut >= debut && autre.fin <= fin);
    const differents = new Set(dedans.map(({ compare }) => compare));
    const poids = differents.size + differents.intersection(demandes).size;
    if (poids > meilleurPoids) [place, meilleurPoids] = [debut, poids];
  }
  return place;
}

// Words are kept whole.
function fenetre(texte: string, place: number): [debut: number, fin: number] {
  const voulu = Math.max(0, place - AVANT);
  const debut = voulu === 0 ? 0 : texte.indexOf(' ', voulu) + 1;
  if (texte.length <= debut + LONGUEUR) return [debut, texte.length];
  return [debut, texte.lastIndexOf(' ', debut + LONGUEUR)];
}
