// The arguments of the import commands; a wrong one says what is wrong and how to write it.
import { stat } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ErreurDeDemarrage } from '../platform/erreur-de-demarrage.ts';

/** The part of what is in force that a complete file may close. */
export const SEUIL_PAR_DEFAUT = 0.05;

/** The options of a complete file's guard. */
export const OPTIONS_GARDE = {
  seuil: { type: 'string', default: String(SEUIL_PAR_DEFAUT) },
  forcer: { type: 'boolean', default: false },
} as const;

/** Cuts the arguments in files and options. */
export function lireArguments<C extends ParseArgsConfig>(
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

/** Reads `--seuil`: a part, with a point or a comma. */
export function lireSeuil(texte: string, usage: string): number {
  const seuil = /^\d+([.,]\d+)?$/.test(texte) ? Number(texte.replace(',', '.')) : 2;
  if (seuil > 1) throw refus('Le seuil est une part, entre 0 et 1.', usage);
  return seuil;
}

/** Refuses a file that is not there. */
export async function verifierFichier(fichier: string, usage: string): Promise<void> {
  const lu = await stat(fichier).catch(() => undefined);
  if (!lu?.isFile()) throw refus(`Le fichier « ${fichier} » est introuvable.`, usage);
}

/** A sentence, and how to write the command. */
export function refus(phrase: string, usage: string): ErreurDeDemarrage {
  return new ErreurDeDemarrage(`${phrase} ${usage}`);
}
