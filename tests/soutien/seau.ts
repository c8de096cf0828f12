// A bucket of a service that speaks S3, on this machine, for the time of a test file.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, inject } from 'vitest';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import type { ReglagesS3 } from '../../src/platform/fichiers/magasin-s3.ts';

/** The credentials that s3rver knows. */
const CLE = 'S3RVER';

export async function ouvrirSeau(): Promise<ReglagesS3> {
  const port = await freePort();
  const serveur = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: path.join(inject('dossier'), `s3-${randomBytes(6).toString('hex')}`),
    configureBuckets: [{ name: 'pieces', configs: [] }],
  });
  await serveur.run();
  afterAll(() => serveur.close());
  const endpoint = `http://127.0.0.1:${port}`;
  return { endpoint, bucket: 'pieces', accessKey: CLE, secretKey: CLE, region: 'us-east-1' };
}
