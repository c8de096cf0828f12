// The ticked pièces jointes as one ZIP (screens §8): streamed, one file open at a time, names told apart, in UTF-8.
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import { nomsUniques, type PieceAServir } from '../../../../domain/piece-jointe/piece-jointe.ts';
import type { Magasin } from '../../../../platform/fichiers/magasin.ts';

/** A file as anybody's own: read and written by its owner, read by others. */
const MODE = 0o100644;

/** Writes the archive as it is read, with a note of ours behind the files; the reader leaves, and the file under way is closed. */
export function archiver(
  magasin: Magasin,
  pieces: readonly PieceAServir[],
  note?: { nom: string; texte: string },
): Readable {
  const zip = new yazl.ZipFile();
  // What the types call a stream of output is one that is read.
  const sortie = zip.outputStream as Readable;
  let ouvert: Readable | null = null;
  const noms = nomsUniques([
    ...pieces.map(({ nomFichier }) => nomFichier),
    ...(note ? [note.nom] : []),
  ]);
  pieces.forEach(({ fichier, tailleOctets, ajouteeLe }, rang) => {
    const options = { mtime: ajouteeLe, mode: MODE, size: tailleOctets };
    zip.addReadStreamLazy(noms[rang] ?? fichier, options, (suite) => {
      if (sortie.destroyed) return;
      magasin.lire(fichier).then(
        (contenu) => {
          // The reader left while it was being opened.
          if (sortie.destroyed) return void contenu.destroy();
          ouvert = contenu.on('error', (error) => sortie.destroy(error));
          suite(null, contenu);
        },
        (error: Error) => sortie.destroy(error),
      );
    });
  });
  if (note) zip.addBuffer(Buffer.from(note.texte), noms.at(-1) ?? note.nom, { mode: MODE });
  zip.on('error', (error: Error) => sortie.destroy(error));
  sortie.on('close', () => ouvert?.destroy());
  zip.end();
  return sortie;
}
