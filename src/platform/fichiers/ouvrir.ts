// Opens the store that the settings name.
import type { Magasin } from './magasin.ts';
import { magasinLocal } from './magasin-local.ts';
import { magasinS3, type ReglagesS3 } from './magasin-s3.ts';

export type ReglagesDuMagasin =
  | { kind: 'dossier'; dossier: string }
  | ({ kind: 's3' } & ReglagesS3);

export async function ouvrirMagasin(reglages: ReglagesDuMagasin): Promise<Magasin> {
  return reglages.kind === 's3' ? magasinS3(reglages) : magasinLocal(reglages.dossier);
}
