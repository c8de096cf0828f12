// Archives made for tests: what they pretend to hold.

import { gzipSync } from 'node:zlib';
import { zip } from './pieces-jointes.ts';

/** A zip whose directory says that its first file holds so many bytes. */
export async function zipMenteur(octets: number): Promise<Buffer> {
  const archive = await zip({ 'zeros.bin': Buffer.from('petit') });
  const repertoire = archive.indexOf(Buffer.from('PK\u0001\u0002'));
  archive.writeUInt32LE(octets, repertoire + 24);
  return archive;
}

/** A gzip whose last four bytes say that it holds so many. */
export function gzipMenteur(octets: number): Buffer {
  const gzip = gzipSync('petit');
  gzip.writeUInt32LE(octets, gzip.length - 4);
  return gzip;
}
