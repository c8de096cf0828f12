// The import commands of the program: arguments in, exit code out.
import path from 'node:path';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { lireArguments, lireSeuil, OPTIONS_GARDE, refus, verifierFichier } from './arguments.ts';
import { importerMadrhas } from './madrhas/importer.ts';
import { formatAnnuaire } from './structures/annuaire/format.ts';
import { formatCommunes } from './structures/communes/format.ts';
import type { Format } from './structures/format.ts';
import { importerStructures } from './structures/importer.ts';
import { formatJsonl } from './structures/jsonl/format.ts';

type Print = (line: string) => void;

const USAGE_MADRHAS =
  'Usage : importer-madrhas FICHIER.jsonl[.gz] [--complet] [--seuil 0.05] [--forcer]';
const USAGE_STRUCTURES =
  'Usage : importer-structures communes | annuaire FICHIER.csv[.gz] [SERVICES.csv[.gz]] | ' +
  'jsonl FICHIER.jsonl[.gz], puis [--seuil 0.05] [--forcer] [--rejets CHEMIN.csv]';

/** `importer-madrhas`: 0 when the feed was applied, 1 when the guard stopped it. */
export async function commandeImporterMadrhas(
  sql: Sql,
  clock: Clock,
  args: string[],
  print: Print,
): Promise<number> {
  const { positionals, values } = lireArguments(USAGE_MADRHAS, {
    args,
    allowPositionals: true,
    options: { complet: { type: 'boolean', default: false }, ...OPTIONS_GARDE },
  });
  const [fichier, ...reste] = positionals;
  if (!fichier || reste.length > 0)
    throw refus('importer-madrhas attend un fichier.', USAGE_MADRHAS);
  const seuil = lireSeuil(values.seuil, USAGE_MADRHAS);
  await verifierFichier(fichier, USAGE_MADRHAS);
  const { complet, forcer } = values;
  const bilan = await importerMadrhas(sql, clock, { fichier, complet, seuil, forcer }, print);
  return bilan.etat === 'TERMINE' ? 0 : 1;
}

/** `importer-structures`: the first argument says the format. On a `terminal`, bars show the progress. */
export async function commandeImporterStructures(
  sql: Sql,
  clock: Clock,
  args: string[],
  journal: Print,
  terminal?: NodeJS.WriteStream,
): Promise<number> {
  const { positionals, values } = lireArguments(USAGE_STRUCTURES, {
    args,
    allowPositionals: true,
    options: { ...OPTIONS_GARDE, rejets: { type: 'string' } },
  });
  const [nom = '', ...fichiers] = positionals;
  const seuil = lireSeuil(values.seuil, USAGE_STRUCTURES);
  for (const fichier of fichiers) await verifierFichier(fichier, USAGE_STRUCTURES);
  const format = formatDe(nom, fichiers, values.rejets);
  const options = { seuil, forcer: values.forcer, journal, terminal };
  const bilan = await importerStructures(sql, clock, format, options);
  return bilan.etat === 'TERMINE' ? 0 : 1;
}

function formatDe(nom: string, fichiers: string[], rejets: string | undefined): Format {
  const [fichier, services, ...reste] = fichiers;
  if (rejets !== undefined && fichiers.some((f) => path.resolve(f) === path.resolve(rejets)))
    throw refus('--rejets nomme un fichier à importer.', USAGE_STRUCTURES);
  if (nom === 'communes' && !fichier) return formatCommunes(rejets);
  if (nom === 'jsonl' && fichier && !services) return formatJsonl(fichier, { rejets });
  if (nom === 'annuaire' && fichier && reste.length === 0)
    return formatAnnuaire({ structures: fichier, services }, rejets);
  throw refus('importer-structures attend un format et ses fichiers.', USAGE_STRUCTURES);
}
