// News of the portal (screens §4): what one must say to be published.
import { estLangue, type Langue } from '../../platform/textes/index.ts';

export const TITRE_MAX = 150;
export const RESUME_MAX = 255;
export const IDENTIFIANT_MAX = 80;

/** As the home page and the list show it. */
export type ActualiteEnListe = {
  identifiant: string;
  titre: string;
  resume: string | null;
  /** The first civil day on which it is shown. */
  du: string;
};

export type ActualiteAPublier = ActualiteEnListe & {
  langue: Langue;
  markdown: string;
  html: string;
  /** The last civil day, included; null: until it is withdrawn. */
  au: string | null;
};

const CHAMPS = ['titre', 'resume', 'langue', 'du', 'au', 'identifiant'] as const;
type Champ = (typeof CHAMPS)[number];

export type RefusActualite =
  | {
      champ: Champ;
      motif: 'manquant' | 'pasUnTexte' | 'tropLong' | 'caracteres' | 'langue' | 'date';
    }
  | { champ: 'au'; motif: 'finAvantDebut' }
  | { champ: string; motif: 'inconnu' };

type Entete = Omit<ActualiteAPublier, 'markdown' | 'html'>;
export type DecisionActualite =
  | { kind: 'publiable'; entete: Entete }
  | { kind: 'refusee'; refus: RefusActualite[] };

/**
 * Reads the header of an actualité; without an identifier of its own it takes the one that is
 * given.
 */
export function deciderActualite(
  lu: Record<string, unknown>,
  identifiantParDefaut: string,
): DecisionActualite {
  const refus: RefusActualite[] = Object.keys(lu)
    .filter((champ) => !CHAMPS.includes(champ as Champ))
    .map((champ) => ({ champ, motif: 'inconnu' }));
  const texte = (champ: Champ, max: number): string => {
    const lue = lu[champ] ?? '';
    if (typeof lue !== 'string') {
      refus.push({ champ, motif: 'pasUnTexte' });
      return '';
    }
    const valeur = lue.normalize('NFC').trim();
    if (valeur.length > max) refus.push({ champ, motif: 'tropLong' });
    else if (INVISIBLES.test(valeur)) refus.push({ champ, motif: 'caracteres' });
    return valeur;
  };
  const jour = (champ: 'du' | 'au'): string => {
    const valeur = String(lu[champ] ?? '').trim();
    if (valeur && !estJour(valeur)) refus.push({ champ, motif: 'date' });
    return valeur;
  };
  const titre = texte('titre', TITRE_MAX);
  const resume = texte('resume', RESUME_MAX) || null;
  const langue = lu['langue'];
  const du = jour('du');
  const au = jour('au') || null;
  const identifiant = String(lu['identifiant'] || identifiantParDefaut).trim();

  if (!titre && !refus.some(({ champ }) => champ === 'titre'))
    refus.push({ champ: 'titre', motif: 'manquant' });
  if (langue == null || langue === '') refus.push({ champ: 'langue', motif: 'manquant' });
  else if (!estLangue(langue)) refus.push({ champ: 'langue', motif: 'langue' });
  if (!du) refus.push({ champ: 'du', motif: 'manquant' });
  if (identifiant.length > IDENTIFIANT_MAX) refus.push({ champ: 'identifiant', motif: 'tropLong' });
  else if (!IDENTIFIANT.test(identifiant))
    refus.push({ champ: 'identifiant', motif: 'caracteres' });
  if (au && estJour(au) && estJour(du) && au < du)
    refus.push({ champ: 'au', motif: 'finAvantDebut' });

  if (refus.length > 0 || !estLangue(langue)) return { kind: 'refusee', refus };
  return { kind: 'publiable', entete: { identifiant, langue, titre, resume, du, au } };
}

const IDENTIFIANT = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// A title is one line: neither control nor formatting characters.
const INVISIBLES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function estJour(texte: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texte)) return false;
  const instant = Date.parse(`${texte}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(texte);
}

/** What a text becomes in an address: « Été 2027 » → « ete-2027 ». */
export function enIdentifiant(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, IDENTIFIANT_MAX)
    .replace(/-+$/, '');
}
