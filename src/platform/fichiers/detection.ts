// What a file is by its content, whatever its name says: `file-type`, a check of text, directories of archives.
import { ReadableStream } from 'node:stream/web';
import { fileTypeFromStream } from 'file-type';
import { directoireZip, finGzip, type Teneur } from './archives.ts';
import type { Source } from './source.ts';
import { estTexte } from './texte.ts';

export type Detection = {
  /**
   * The kind that `file-type` names (« application/pdf », « application/x-cfb » for Office 97…), or
   * « texte » (every byte is text, and no more precise textual kind is known), or « inconnu » (also an
   * archive whose directory cannot be read).
   */
  genre: string;
  /** What an archive (zip and what is made of it, gzip) says that it holds. */
  archive?: Teneur;
};

// A PDF may be all text; « BM » opens a bitmap and a sentence, and only its bytes tell them apart.
const TEXTUELS = new Set([
  'application/pdf',
  'application/postscript',
  'application/eps',
  'application/rtf',
  'application/xml',
]);
// The largest piece that one read of the detector may ask for.
const LECTURE_MAX_OCTETS = 1024 * 1024;

/** Detects the kind of a content; rejects only when it cannot be read. */
export async function detecter(source: Source): Promise<Detection> {
  const genre = await nommer(source);
  if (genre === 'application/gzip') return { genre, archive: await finGzip(source) };
  if (genre && TEXTUELS.has(genre)) return { genre };
  if (await estTexte(await source.lire())) return { genre: 'texte' };
  if (!genre) return { genre: 'inconnu' };
  if (!(await commenceParZip(source))) return { genre };
  const archive = await directoireZip(source);
  return archive ? { genre, archive } : { genre: 'inconnu' };
}

async function nommer(source: Source): Promise<string | undefined> {
  const flux = await source.lire();
  try {
    // Not `Readable.toWeb`: cancelled while it flows, it throws where nobody catches (Node 24).
    const web = ReadableStream.from<Buffer>(flux);
    return (await fileTypeFromStream(web, { maxBufferSize: LECTURE_MAX_OCTETS }))?.mime;
  } catch (error) {
    if (flux.errored && flux.errored === error) throw error;
    return undefined;
  } finally {
    flux.destroy();
  }
}

// Office and OpenDocument files are zips under other names; a zip may also open with the mark of a split one, or be empty.
async function commenceParZip({ octets, lire }: Source): Promise<boolean> {
  if (octets < 4) return false;
  const debut = Buffer.concat(await (await lire({ debut: 0, fin: 1 })).toArray());
  return debut.equals(Buffer.from('PK'));
}
