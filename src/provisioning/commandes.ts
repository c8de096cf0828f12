// The import commands of the program: arguments in, exit code out; a wrong one says how to write
// it.
import { stat } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Clock } from '../platform/clock.ts';
import { ErreurDeDemarrage } from '../platform/erreur-de-demarrage.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { importerMadrhas, SEUIL_PAR_DEFAUT } from './madrhas/importer.ts';
import { importerStructuresJsonl } from './structures/importer-jsonl.ts';

type Print = (line: string) => void;

const USAGE_MADRHAS =
  'Usage : importer-madrhas FICHIER.jsonl[.gz] [--complet] [--seuil 0.05] [--forcer]';
const USAGE_STRUCTURES = 'Usage : importer-structures jsonl FICHIER.jsonl[.gz]';

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
    options: {
      complet: { type: 'boolean', default: false },
      seuil: { type: 'string', default: String(SEUIL_PAR_DEFAUT) },
      forcer: { type: 'boolean', default: false },
    },
  });
  const [fichier, ...reste] = positionals;
  if (!fichier || reste.length > 0)
    throw refus('importer-madrhas attend un fichier.', USAGE_MADRHAS);
  const seuil = /^\d+([.,]\d+)?$/.test(values.seuil) ? Number(values.seuil.replace(',', '.')) : 2;
  if (seuil > 1) throw refus('Le seuil est une part, entre 0 et 1.', USAGE_MADRHAS);
  await verifierFichier(fichier, USAGE_MADRHAS);
  const { complet, forcer } = values;
  const bilan = await importerMadrhas(sql, clock, { fichier, complet, seuil, forcer }, print);
  return bilan.etat === 'TERMINE' ? 0 : 1;
}

/** `importer-structures`: the first argument says the format of the file. */
export async function commandeImporterStructures(
  sql: Sql,
  clock: Clock,
  args: string[],
  print: Print,
): Promise<number> {
  const { positionals } = lireArguments(USAGE_STRUCTURES, { args, allowPositionals: true });
  const [format, fichier, ...reste] = positionals;
  if (format !== 'jsonl' || !fichier || reste.length > 0) {
    throw refus('importer-structures attend un format et un fichier.', USAGE_STRUCTURES);
  }
  await verifierFichier(fichier, USAGE_STRUCTURES);
  const bilan = await importerStructuresJsonl(sql, clock, fichier, print);
  return bilan.etat === 'TERMINE' ? 0 : 1;
}

function lireArguments<C extends ParseArgsConfig>(
  usage: string,
  config: C,
): ReturnType<typeof parseArgs<C>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const { code } = error as { code?: string };
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw refus('Une option est inconnue ou incomplète.', usage);
  }
}

async function verifierFichier(fichier: string, usage: string): Promise<void> {
  const lu = await stat(fichier).catch(() => undefined);
  if (!lu?.isFile()) throw refus(`Le fichier « ${fichier} » est introuvable.`, usage);
}

function refus(phrase: string, usage: string): ErreurDeDemarrage {
  return new ErreurDeDemarrage(`${phrase} ${usage}`);
}
