// Exports as XLSX (screens §6.1): every cell is a text, so that identifiers keep their zeros and their digits.
import { Readable } from 'node:stream';
import type { ColumnDef } from 'hucre';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Lots } from './lots.ts';

/** A column: its title, and its width in characters where the title's own would not do. */
export type Colonne = { titre: string; largeur?: number | undefined };

type Feuille = { feuille: string; colonnes: readonly Colonne[] };

const LARGEUR_MIN_CHARACTERS = 12;
const CELLULE_MAX_CHARACTERS = 32_767; // Excel's limit: it calls a file that exceeds it damaged
const TEXTE = '@';
const TITRE = { font: { name: 'Calibri', size: 11, bold: true } };

/**
 * The bytes of a workbook of one sheet (name ≤ 31 characters, none of []:*?/\), titles in bold and always in
 * sight. Batches are asked for as the reader takes them, and closed when it goes away.
 */
export function ecrireXlsx({ feuille, colonnes }: Feuille, lignes: Lots): Readable {
  const columns: ColumnDef[] = colonnes.map(({ titre, largeur }) => ({
    header: enTexte(titre),
    width: largeur ?? Math.max(LARGEUR_MIN_CHARACTERS, titre.length + 2),
    numFmt: TEXTE,
    style: TITRE,
  }));
  async function* lues(): AsyncGenerator<string[]> {
    // The library styles columns, not rows: bold holds until the first row after the titles is asked for.
    for (const column of columns) delete column.style;
    for await (const lot of lignes) for (const ligne of lot) yield ligne.map(enTexte);
  }
  return Readable.from(
    writeXlsxStream(lues(), { name: feuille, columns, freezePane: { rows: 1 } }),
    { objectMode: false },
  );
}

// What XML 1.0 cannot hold, line feeds and tabs apart.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const INTERDITS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const FIN_DE_LIGNE = /\r\n?/g;
// « _x000D_ » would be read as the character of that code (ECMA-376 part 1, §22.9.2.19, ST_Xstring).
const CODE_ECHAPPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

function enTexte(valeur: string): string {
  return valeur
    .replace(FIN_DE_LIGNE, '\n')
    .replace(INTERDITS, '')
    .slice(0, CELLULE_MAX_CHARACTERS)
    .toWellFormed()
    .replace(CODE_ECHAPPE, '_x005F_');
}
