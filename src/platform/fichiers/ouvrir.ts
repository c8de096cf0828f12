// Opens the store that the settings name.
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';
import type { Magasin } from './magasin.ts';
import { magasinLocal } from './magasin-local.ts';
import type { ReglagesS3 } from './magasin-s3.ts';

export type ReglagesDuMagasin =
  | { kind: 'dossier'; dossier: string }
  | ({ kind: 's3' } & ReglagesS3);

/** A folder that cannot be made stops the start; a bucket is not asked before its first file. */
export async function ouvrirMagasin(reglages: ReglagesDuMagasin): Promise<Magasin> {
  if (reglages.kind === 's3') {
    // Loaded only here: the SDK weighs on the start and on the memory of who keeps files in a folder.
    const { magasinS3 } = await import('./magasin-s3.ts');
    return magasinS3(reglages);
  }
  return magasinLocal(reglages.dossier).catch((cause: Error) => {
    throw new ErreurDeDemarrage(
      `Impossible d'écrire dans le dossier des fichiers ${reglages.dossier} (DATA_DIR).`,
      { cause },
    );
  });
}
