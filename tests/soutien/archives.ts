// Archives made for tests: what they hold, or what they pretend to hold.

import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A zip of these files, by name, in this order. */
export async function zipDe(fichiers: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [nom, contenu] of Object.entries(fichiers)) zip.addBuffer(Buffer.from(contenu), nom);
  zip.end();
  return buffer(zip.outputStream);
}

/** The same zip, its directory saying that its first file holds so many bytes. */
export async function zipMenteur(octets: number): Promise<Buffer> {
  const zip = await zipDe({ 'zeros.bin': 'petit' });
  const repertoire = zip.indexOf(Buffer.from('PK\u0001\u0002'));
  zip.writeUInt32LE(octets, repertoire + 24);
  return zip;
}

/** A gzip whose last four bytes say that it holds so many. */
export function gzipMenteur(octets: number): Buffer {
  const gzip = gzipSync('petit');
  gzip.writeUInt32LE(octets, gzip.length - 4);
  return gzip;
}
