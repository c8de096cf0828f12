// What contents are, from a store: kinds that tell themselves, texts, archives and their pretences.
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gzipMenteur, zipMenteur } from '../../../tests/soutien/archives.ts';
import { zip } from '../../../tests/soutien/pieces-jointes.ts';
import { detecter } from './detection.ts';
import type { Source } from './source.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';
const sourceDe = (contenu: Buffer): Source => ({
  octets: contenu.length,
  lire: async (intervalle) =>
    Readable.from(
      morceaux(intervalle ? contenu.subarray(intervalle.debut, intervalle.fin + 1) : contenu),
    ),
});
// As a store would give it, by pieces.
function* morceaux(contenu: Buffer) {
  for (let n = 0; n < contenu.length; n += 65_536) yield contenu.subarray(n, n + 65_536);
}
const genre = async (contenu: Buffer | string) =>
  (await detecter(sourceDe(Buffer.from(contenu)))).genre;
const types = (partie: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="${OFFICE}.${partie}.main+xml"/></Types>`;
const hex = (octets: string) => Buffer.from(octets.replaceAll(' ', ''), 'hex');
const puis = (debut: string, suite = 2_000) => Buffer.concat([hex(debut), Buffer.alloc(suite)]);

describe('a kind that tells itself', () => {
  test.each([
    ['application/pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')],
    ['application/pdf', Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u0000binaire', 'latin1')],
    [
      'image/png',
      puis(
        '89504e470d0a1a0a 0000000d49484452 00000001000000010806000000 1f15c489 00000000 49444154',
      ),
    ],
    ['image/jpeg', puis('ffd8ffe000104a46494600010100')],
    ['image/gif', puis('474946383961 0100 0100')],
    ['image/bmp', puis('424d 46000000 0000 0000 36000000')],
    ['image/tiff', puis('49492a00 08000000 0000')],
    ['application/x-cfb', puis('d0cf11e0a1b11ae1')],
    ['application/rtf', Buffer.from('{\\rtf1\\ansi Bonjour}')],
    ['application/x-bzip2', puis('425a6839 314159265359')],
    ['application/xml', Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<svg/>')],
    ['application/x-msdownload', puis('4d5a9000 03000000')],
    ['application/x-elf', puis('7f454c46 020101')],
  ])('%s', async (attendu, contenu) => {
    expect(await genre(contenu)).toBe(attendu);
  });

  test('an executable under another name is still an executable', async () => {
    expect(await genre(puis('4d5a9000'))).toBe('application/x-msdownload');
  });
});

describe('a text', () => {
  test.each([
    ['ASCII', Buffer.from('Désignation'.normalize('NFD').replace(/[^ -~]/g, ''))],
    ['UTF-8', Buffer.from('« Pièce jointe » ; œuvre\r\n\tété\f')],
    ['UTF-8 behind its mark', Buffer.from('\ufeffcode;libellé\n')],
    ['Windows-1252', Buffer.from('Pi\u00e8ce jointe \u0080 \u009c', 'latin1')],
    ['UTF-16 behind its mark', Buffer.from('\ufeffcode;libellé\r\n', 'utf16le')],
    ['a CSV that begins as a bitmap', Buffer.from('BM;montant\n12;34\n')],
    ['a page', Buffer.from('<!doctype html><title>x</title><script>1</script>')],
    ['a drawing without prologue', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a signature in letters', Buffer.from('-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n')],
    ['nothing', Buffer.alloc(0)],
    ['a long one', Buffer.from('ligne après ligne\n'.repeat(100_000))],
  ])('%s', async (_quoi, contenu) => {
    expect(await genre(contenu)).toBe('texte');
  });

  test.each([
    ['a NUL at its very end', Buffer.from(`${'ligne\n'.repeat(50_000)}\0`)],
    ['an escape character', Buffer.from('rouge \u001b[31m')],
    ['UTF-16 without its mark', Buffer.from('code;libellé', 'utf16le')],
    ['UTF-16 with a NUL letter', Buffer.from('\ufeffa\0b', 'utf16le')],
    ['noise', Buffer.concat([hex('00010203'), randomBytes(5_000)])],
  ])('is not: %s', async (_quoi, contenu) => {
    expect(await genre(contenu)).toBe('inconnu');
  });
});

describe('an archive', () => {
  test.each([
    ['application/zip', { 'a.txt': 'bonjour' }],
    [
      `${OFFICE}.wordprocessingml.document`,
      { '[Content_Types].xml': types('wordprocessingml.document') },
    ],
    [`${OFFICE}.spreadsheetml.sheet`, { '[Content_Types].xml': types('spreadsheetml.sheet') }],
    [
      `${OFFICE}.presentationml.presentation`,
      // As LibreOffice writes it: the types come last, behind more than a mebibyte.
      {
        'ppt/media/image.bin': randomBytes(1_500_000),
        'ppt/presentation.xml': '<p/>',
        '[Content_Types].xml': types('presentationml.presentation'),
      },
    ],
    [`${ODF}.text`, { mimetype: `${ODF}.text`, 'content.xml': '<x/>' }],
    [`${ODF}.spreadsheet`, { mimetype: `${ODF}.spreadsheet` }],
    [`${ODF}.presentation`, { mimetype: `${ODF}.presentation` }],
  ])('%s says what it holds', async (attendu, fichiers: Record<string, string | Buffer>) => {
    const contenu = await zip(fichiers);
    const octets = Object.values(fichiers).reduce((n, x) => n + Buffer.from(x).length, 0);
    expect(await detecter(sourceDe(contenu))).toEqual({
      genre: attendu,
      archive: { octetsDeclares: octets, rapport: octets / contenu.length },
    });
  });

  test('of many files is read whole, by few readings', async () => {
    const noms = Array.from(
      { length: 4_000 },
      (_, n) => [`dossier/fichier-${n}.txt`, 'x'] as const,
    );
    const contenu = await zip(Object.fromEntries(noms));
    const source = sourceDe(contenu);
    let lectures = 0;
    const { archive } = await detecter({
      octets: source.octets,
      lire: (intervalle) => {
        lectures += 1;
        return source.lire(intervalle);
      },
    });
    expect(archive?.octetsDeclares).toBe(4_000);
    expect(lectures).toBeLessThan(12);
  });

  test('that says that it holds 2 Go is believed', async () => {
    const contenu = await zipMenteur(2 ** 31);
    const { archive } = await detecter(sourceDe(contenu));
    expect(archive?.octetsDeclares).toBe(2 ** 31);
    expect(archive?.rapport).toBe(2 ** 31 / contenu.length);
  });

  test.each([
    ['of a split one', 'PK\u0007\u0008'],
    ['of an end', 'PK\u0005\u0006'],
  ])('behind the mark %s does not pass for one without a directory', async (_, marque) => {
    const bombe = await zip({ z: Buffer.alloc(20_000_000) });
    expect(await detecter(sourceDe(Buffer.concat([Buffer.from(marque), bombe])))).toEqual({
      genre: 'inconnu',
    });
  });

  test('of zeros has a ratio that says so', async () => {
    const { archive } = await detecter(sourceDe(await zip({ z: Buffer.alloc(20_000_000) })));
    expect(archive?.rapport).toBeGreaterThan(100);
  });

  test.each([
    ['cut short', async () => (await zip({ 'a.bin': randomBytes(5_000) })).subarray(0, 2_500)],
    ['without a directory', async () => puis('504b0304 14000000 0800')],
    ['whose directory is out of it', async () => menteur(16, 0x7fffffff)],
    ['whose directory announces more than it has', async () => menteur(10, 500)],
  ])('%s is not one', async (_quoi, contenu) => {
    expect(await detecter(sourceDe(await contenu()))).toEqual({ genre: 'inconnu' });
  });

  test('gzip: its last four bytes are believed', async () => {
    const contenu = gzipSync(Buffer.alloc(3_000_000));
    expect(await detecter(sourceDe(contenu))).toEqual({
      genre: 'application/gzip',
      archive: { octetsDeclares: 3_000_000, rapport: 3_000_000 / contenu.length },
    });
    const faux = await detecter(sourceDe(gzipMenteur(3_000_000_000)));
    expect(faux.archive?.octetsDeclares).toBe(3_000_000_000);
  });
});

test('a store that cannot be read is an error, not a kind', async () => {
  const panne = new Error('the store is gone');
  const casse = async () =>
    new Readable({
      read() {
        this.destroy(panne);
      },
    });
  await expect(detecter({ octets: 100, lire: casse })).rejects.toThrow('the store is gone');
  const entier = sourceDe(await zip({ 'a.txt': 'bonjour' }));
  const ensuite: Source = {
    octets: entier.octets,
    lire: async (intervalle) =>
      intervalle && intervalle.fin > 3 ? casse() : entier.lire(intervalle),
  };
  await expect(detecter(ensuite)).rejects.toThrow('the store is gone');
});

/** A zip whose end of directory (its last 22 bytes) says another value there. */
async function menteur(place: number, valeur: number): Promise<Buffer> {
  const archive = await zip({ 'a.bin': randomBytes(100) });
  const fin = archive.length - 22;
  if (place === 10) archive.writeUInt16LE(valeur, fin + place);
  else archive.writeUInt32LE(valeur, fin + place);
  return archive;
}
