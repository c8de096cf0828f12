// Reads a form with its Zod schema: values, or the errors field by field with what was typed kept (design §6.8).
import type { z } from 'zod';
import { maximumDe, REFUS, type Refus } from '../../domain/compte/valeurs.ts';
import type { Cle, Translate } from '../../platform/textes/index.ts';

/** What the browser sent, by field name. */
export type Saisies = Record<string, string>;
/** Why a field is refused: a key of `erreurs.champ`. */
type Motif = Extract<Cle, `erreurs.champ.${string}`> extends `erreurs.champ.${infer M}` ? M : never;
/** `max`: how long the value may be, in characters, when it is too long. */
export type ErreurDeChamp = { champ: string; motif: Motif; max?: number };
export type Lecture<T> =
  | { kind: 'valide'; valeurs: T; saisies: Saisies }
  | { kind: 'invalide'; erreurs: ErreurDeChamp[]; saisies: Saisies };

/**
 * The text fields of a form body; a field sent twice counts for its last value. What no database can store
 * (U+0000, half a surrogate pair) becomes U+FFFD, which the values' own rules then refuse.
 */
export function lireSaisies(body: unknown): Saisies {
  const saisies: Saisies = {};
  for (const [champ, valeur] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const derniere = Array.isArray(valeur) ? valeur.at(-1) : valeur;
    if (typeof derniere === 'string') saisies[stockable(champ)] = stockable(derniere);
  }
  return saisies;
}

function stockable(texte: string): string {
  return texte.toWellFormed().replaceAll('\0', '\ufffd');
}

/** Checks what was typed; a field that the browser did not send counts as empty. */
export function lireFormulaire<S extends z.ZodType>(
  schema: S,
  champs: readonly string[],
  body: unknown,
): Lecture<z.infer<S>> {
  const saisies = lireSaisies(body);
  const candidat = Object.fromEntries(champs.map((champ) => [champ, saisies[champ] ?? '']));
  const resultat = schema.safeParse(candidat);
  if (resultat.success) return { kind: 'valide', valeurs: resultat.data, saisies };
  const erreurs: ErreurDeChamp[] = [];
  for (const probleme of resultat.error.issues) {
    const { path, message } = probleme;
    const champ = String(path[0]);
    const max = maximumDe(probleme);
    if (erreurs.some((erreur) => erreur.champ === champ)) continue;
    erreurs.push({
      champ,
      motif: REFUS.includes(message as Refus) ? (message as Refus) : 'caracteres',
      ...(max === undefined ? {} : { max }),
    });
  }
  erreurs.sort((a, b) => champs.indexOf(a.champ) - champs.indexOf(b.champ));
  return { kind: 'invalide', erreurs, saisies };
}

/** The sentence of an error, naming the field by its label. */
export function phrase(erreur: ErreurDeChamp, label: string, t: Translate): string {
  const { motif, max = 0 } = erreur;
  return t(`erreurs.champ.${motif}`, { champ: label, max });
}

/** The version of the data that a form showed; null when the browser did not send it as it was. */
export function lireVersion(saisies: Saisies): number | null {
  const version = Number(saisies['version']);
  return Number.isSafeInteger(version) && version >= 1 ? version : null;
}

/** A form that came without its version is given back with the present one. */
export const VERSION_MANQUANTE: ErreurDeChamp = { champ: 'formulaire', motif: 'version' };
