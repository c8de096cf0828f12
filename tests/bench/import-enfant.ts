// One import in a process of its own, for the benchmark: its duration, its peak of memory, its statements.
import { systemClock } from '../../src/platform/clock.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { formatAnnuaire } from '../../src/provisioning/structures/annuaire/format.ts';
import { formatCommunes } from '../../src/provisioning/structures/communes/format.ts';
import { importerStructures } from '../../src/provisioning/structures/importer.ts';

export type MesureImport = {
  seconds: number;
  peakMegabytes: number;
  /** Its transaction as psql can run it. */
  statements: string[];
};

const [, , url = '', nom, fichier = ''] = process.argv;

const statements: string[] = [];
const sql = connect(url, {
  max: 4,
  name: 'bench-import',
  onStatement: (text, values) => statements.push(withValues(text.trim(), values)),
});
const format = nom === 'communes' ? formatCommunes() : formatAnnuaire({ structures: fichier });
const start = performance.now();
const bilan = await importerStructures(sql, systemClock, format, { journal: () => undefined });
const seconds = (performance.now() - start) / 1000;
await sql.end();
if (bilan.etat !== 'TERMINE' || bilan.rejetes > 0) throw new Error(JSON.stringify(bilan));

const begin = statements.indexOf('begin');
const commit = statements.indexOf('commit', begin);
const mesure: MesureImport = {
  seconds,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  statements: statements.slice(begin, commit + 1),
};
process.stdout.write(JSON.stringify(mesure));

function withValues(text: string, values: unknown[]): string {
  return text.replace(/\$(\d+)/g, (_, rang) => {
    const value = values[Number(rang) - 1];
    const written = value instanceof Date ? value.toISOString() : String(value);
    return `'${written.replaceAll("'", "''")}'`;
  });
}
