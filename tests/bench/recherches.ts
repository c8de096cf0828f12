// The fixed list of searches of the benchmark: two hundred real communes, asked in each of the ways that people have.
import { type Criteres, SANS_CRITERE } from '../../src/domain/structure/recherche.ts';
import { structuresGenerees } from '../soutien/annuaire-genere.ts';

const COMMUNES = 34_875;
const NOMBRE = 200;
/** Prime to the number of communes: the list goes through all of France. */
const PAS = 7_919;

type Commune = { nom: string; identifiant: string; codePostal: string; ville: string };

/** Each kind of search, with its list. */
export function listesDeRecherches(): Record<string, Criteres[]> {
  const communes = communesDeLaListe();
  const liste = (criteres: (commune: Commune, rang: number) => Partial<Criteres>) =>
    communes.map((commune, rang) => ({ ...SANS_CRITERE, ...criteres(commune, rang) }));
  return {
    'identifier, whole': liste(({ identifiant }) => ({ identifiant })),
    'identifier, prefix': liste(({ identifiant }, n) => ({
      identifiant: identifiant.slice(0, 5 + (n % 5)),
    })),
    'postal code and town': liste(({ codePostal, ville }) => ({ codePostal, ville })),
    'exact words': liste(({ nom }) => ({ raisonSociale: nom })),
    'words with a slip': liste(({ nom }, n) => ({ raisonSociale: avecFaute(nom, n) })),
    'several criteria': liste(({ nom, ville, codePostal }) => ({
      raisonSociale: nom,
      ville,
      codePostal: codePostal.slice(0, 2),
      statut: 'ACTIF',
      pays: 'FR',
      typeStructure: 'PUBLIQUE',
    })),
  };
}

function communesDeLaListe(): Commune[] {
  const rangs = new Set(Array.from({ length: NOMBRE }, (_, n) => (n * PAS) % COMMUNES));
  const communes: Commune[] = [];
  let rang = 0;
  for (const s of structuresGenerees(COMMUNES)) {
    if (rangs.has(rang)) {
      const { identifiant, raisonSociale: nom } = s;
      const [codePostal, ville] = [s.adresseCodePostal ?? '75001', s.adresseVille ?? 'Paris'];
      communes.push({ nom, identifiant, codePostal, ville });
    }
    rang += 1;
  }
  return communes;
}

// One slip in the longest word: two letters exchanged, one left out, one doubled, one for another, in turn.
function avecFaute(nom: string, rang: number): string {
  const long = nom.split(/[^\p{L}]+/u).reduce((a, b) => (b.length > a.length ? b : a));
  const [a, b, c] = [long.slice(0, 2), long.slice(2, 4), long.slice(4)];
  const fautes = [a + [...b].reverse().join('') + c, a + b.slice(1) + c, a + b + b.slice(-1) + c];
  return nom.replace(long, fautes[rang % fautes.length] ?? long);
}
