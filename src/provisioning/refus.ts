// Why a line is refused, in the operator's language: field and reason, never the value (design
// §6.12).
import type { z } from 'zod';
import type { Refus } from '../domain/compte/valeurs.ts';
import type { LigneLue } from './lignes.ts';

const PHRASES: Record<Refus, string> = {
  obligatoire: 'obligatoire',
  tropLong: 'trop long',
  caracteres: 'caractères interdits',
  adresseElectronique: 'pas une adresse électronique',
  telephone: 'pas un numéro de téléphone',
  pays: 'pays inconnu',
  codePostal: 'pas un code postal français',
  jour: 'pas une date',
};
const ISSUES_MAX = 5;

/** The reason of a line whose values are refused. */
export function motifDesValeurs({ issues }: z.ZodError): string {
  return issues
    .slice(0, ISSUES_MAX)
    .map(({ path, code, message }) => `${chemin(path)} : ${phrase(code, message)}`)
    .join(' ; ');
}

function phrase(code: string, message: string): string {
  if (code === 'custom') return PHRASES[message as Refus] ?? message;
  return 'valeur absente ou mal formée';
}

function chemin(path: PropertyKey[]): string {
  return path.length === 0 ? 'ligne' : path.map(String).join('.');
}

export type LectureJson = { kind: 'lue'; valeur: unknown } | { kind: 'refusee'; motif: string };

/** The JSON value of a line. */
export function lireJson({ texte, refus }: LigneLue): LectureJson {
  if (refus === 'utf8') return { kind: 'refusee', motif: 'n’est pas de l’UTF-8' };
  if (refus === 'tropLongue') return { kind: 'refusee', motif: 'ligne trop longue' };
  try {
    return { kind: 'lue', valeur: JSON.parse(texte) };
  } catch {
    return { kind: 'refusee', motif: 'JSON illisible' };
  }
}
