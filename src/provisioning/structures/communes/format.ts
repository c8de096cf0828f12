// The communes of France and their EPCI as a complete file of structures (screens §10).
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ErreurDeDemarrage } from '../../../platform/erreur-de-demarrage.ts';
import { type LigneLue, lireLignes } from '../../lignes.ts';
import type { Format } from '../format.ts';
import { COLONNES, lireLigne } from './lignes.ts';

const PAQUET = '@etalab/decoupage-administratif';

/** The package as reports name it, with its version, and where its data are. */
export function trouverPaquet(): { nom: string; dossier: string } {
  try {
    const description = createRequire(import.meta.url).resolve(`${PAQUET}/package.json`);
    const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
    return {
      nom: `${PAQUET}@${version}`,
      dossier: path.join(path.dirname(description), 'data'),
    };
  } catch (cause) {
    throw new ErreurDeDemarrage(
      `Le paquet ${PAQUET} est introuvable. Lancez « npm ci » sans --omit=optional.`,
      { cause },
    );
  }
}

/** The two files of the package, read as one. */
export function formatCommunes(rejets = 'communes.rejets.csv'): Format {
  const { nom, dossier } = trouverPaquet();
  const fichiers = ['communes.json', 'epci.json'].map((fichier) => {
    const chemin = path.join(dossier, fichier);
    return { chemin, tailleOctets: statSync(chemin).size };
  });
  const structures = {
    nom,
    tailleOctets: fichiers.reduce((somme, { tailleOctets }) => somme + tailleOctets, 0),
    rejets,
    lignes: (surOctets?: (lus: number) => void) => lireALaSuite(fichiers, surOctets),
    lire: lireLigne,
  };
  return { nom, source: 'COMMUNES', complet: true, colonnes: COLONNES, structures, services: null };
}

// The numbers of the second file's lines go on from the first one's.
async function* lireALaSuite(
  fichiers: { chemin: string; tailleOctets: number }[],
  surOctets?: (lus: number) => void,
): AsyncGenerator<LigneLue> {
  let octetsAvant = 0;
  let lignesAvant = 0;
  for (const { chemin, tailleOctets } of fichiers) {
    let numero = lignesAvant;
    for await (const ligne of lireLignes(chemin, (lus) => surOctets?.(octetsAvant + lus))) {
      numero = lignesAvant + ligne.numero;
      yield { ...ligne, numero };
    }
    octetsAvant += tailleOctets;
    lignesAvant = numero;
  }
}
