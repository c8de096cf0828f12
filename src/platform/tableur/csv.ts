// Exports as CSV (screens §6.1): what Excel in French opens by a click, and never takes for formulas.
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { Lots } from './lots.ts';

const OPTIONS = {
  delimiter: ';',
  record_delimiter: 'windows',
  // Off by default once the delimiter of records is given: a lone line feed would then cut a row.
  quote_record_delimiter: true,
  escape_formulas: true,
} as const;

// `escape_formulas` looks at the first character alone. A spreadsheet also skips spaces before a sign, and one
// that separates by commas or tabs begins a cell inside ours.
const FORMULE = /(^\s+|[,;\t\r\n]\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** The bytes of a CSV: UTF-8 with its mark, `;`, CRLF. Batches are asked for as the reader takes them. */
export function ecrireCsv(titres: readonly string[], lignes: Lots): Readable {
  return Readable.from(morceaux(titres, lignes), { objectMode: false });
}

async function* morceaux(titres: readonly string[], lignes: Lots): AsyncGenerator<Buffer> {
  yield Buffer.from(stringify([titres.map(sansFormule)], { ...OPTIONS, bom: true }));
  for await (const lot of lignes) {
    if (lot.length === 0) continue;
    yield Buffer.from(
      stringify(
        lot.map((ligne) => ligne.map(sansFormule)),
        OPTIONS,
      ),
    );
  }
}

function sansFormule(valeur: string): string {
  return valeur.replace(FORMULE, "$1'");
}
