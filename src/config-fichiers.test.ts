// The environment of the files: a folder or a bucket, an antivirus or « aucun » written out.
import { describe, expect, test } from 'vitest';
import {
  DEPOTS,
  PRODUCTION,
  production,
  productionConfig,
  refus,
  refusEnProduction,
} from '../tests/soutien/environnement.ts';
import { readConfig } from './config.ts';
import { productionSettings } from './settings.ts';

describe('the files', () => {
  const S3 = {
    S3_ENDPOINT: 'https://s3.example.org',
    S3_BUCKET: 'pieces',
    S3_ACCESS_KEY: 'AKportail',
    S3_SECRET_KEY: 'p0rtail-s3-mdp',
  };
  const { DATA_DIR, CLAMD_URL } = DEPOTS;

  test('embedded, they need no variable: a folder, and clamd only where one is given', () => {
    expect(readConfig({}).CLAMD_URL).toBeUndefined();
    expect(readConfig({ CLAMD_URL })).toMatchObject({ mode: 'embedded', CLAMD_URL });
    expect(readConfig({})).toMatchObject({ FILES_MAX: 200, FILES_QUOTA_BYTES: 524_288_000 });
  });

  test('in production they go to a bucket or to a folder, one of them', () => {
    expect(productionSettings(productionConfig({ DATA_DIR, CLAMD_URL })).fichiers).toEqual({
      kind: 'dossier',
      dossier: '/var/lib/portail/fichiers',
    });
    expect(productionSettings(productionConfig({ ...S3, CLAMD_URL })).fichiers).toEqual({
      kind: 's3',
      endpoint: S3.S3_ENDPOINT,
      bucket: S3.S3_BUCKET,
      accessKey: S3.S3_ACCESS_KEY,
      secretKey: S3.S3_SECRET_KEY,
      region: 'us-east-1',
    });
    expect(refus({ ...PRODUCTION, CLAMD_URL })).toContain('manquantes : DATA_DIR (ou S3_');
    expect(refusEnProduction(S3)).toContain('Variables à retirer : DATA_DIR.');
  });

  test.each(Object.keys(S3))('a bucket without %s is refused by its name', (nom) => {
    const { [nom as 'S3_BUCKET']: _, ...reste } = S3;
    expect(refus({ ...PRODUCTION, ...reste, CLAMD_URL })).toContain(`manquantes : ${nom}.`);
  });

  test('a variable of a bucket is of production', () => {
    for (const [nom, valeur] of Object.entries(S3))
      expect(refus({ [nom]: valeur })).toContain('DATABASE_URL');
  });

  test('production does not start without an antivirus, unless « aucun » is written out', () => {
    expect(refus({ ...PRODUCTION, DATA_DIR })).toContain(
      'Variables manquantes : CLAMD_URL (ou ANTIVIRUS=aucun).',
    );
    expect(refus({ ...PRODUCTION, DATA_DIR, ANTIVIRUS: 'non' })).toContain('pour ANTIVIRUS.');
    const sans = productionConfig({ DATA_DIR, ANTIVIRUS: 'aucun' });
    expect(productionSettings(sans).clamdUrl).toBeNull();
    expect(refusEnProduction({ ANTIVIRUS: 'aucun' })).toContain('à retirer : ANTIVIRUS.');
  });

  test.each(['tcp://clamd:3310', 'tcp://[::1]:3310', 'unix:/run/clamav/clamd.ctl'])(
    'clamd may be at %s',
    (CLAMD_URL) => {
      expect(production({ CLAMD_URL })).toMatchObject({ CLAMD_URL });
    },
  );

  test.each(['clamd:3310', 'http://clamd:3310', 'tcp://clamd', 'tcp://clamd:x', 'unix:clamd.ctl'])(
    'clamd is not at %s',
    (CLAMD_URL) => {
      expect(refusEnProduction({ CLAMD_URL })).toMatch(/pour CLAMD_URL\.$/);
    },
  );
});
