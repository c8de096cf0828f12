// Opens the store that the settings name.
import { ErreurDeDemarrage } from '../erreur-de-demarrage.ts';
import type { Magasin } from './magasin.ts';
import { magasinLocal } from './magasin-local.ts';
import type { ReglagesS3 } from './magasin-s3.ts';

export type ReglagesDuMagasin =
  | { kind: 'dossier'; dossier: string }
  | ({ kind: 's3' } & ReglagesS3);

/** What is wrong with the bucket, by the status that the service answers. */
const REFUS_DU_SEAU: Record<number, string> = {
  301: 'est dans une autre région (S3_REGION)',
  403: 'est refusé à ces clés, qui doivent pouvoir le lister (S3_ACCESS_KEY, S3_SECRET_KEY)',
  404: 'n’existe pas (S3_BUCKET)',
};

/**
 * A folder that cannot be made stops the start, and so does a bucket that the service refuses; a service that does not
 * answer does not: everything but files works without it.
 */
export async function ouvrirMagasin(reglages: ReglagesDuMagasin): Promise<Magasin> {
  if (reglages.kind === 's3') {
    // Loaded only here: the SDK weighs on the start and on the memory of who keeps files in a folder.
    const { magasinS3, reponseDuSeau } = await import('./magasin-s3.ts');
    const refus = REFUS_DU_SEAU[(await reponseDuSeau(reglages)) ?? 200];
    if (refus)
      throw new ErreurDeDemarrage(`Le seau ${reglages.bucket} de ${reglages.endpoint} ${refus}.`);
    return magasinS3(reglages);
  }
  return magasinLocal(reglages.dossier).catch((cause: Error) => {
    throw new ErreurDeDemarrage(
      `Impossible d'écrire dans le dossier des fichiers ${reglages.dossier} (DATA_DIR).`,
      { cause },
    );
  });
}
