// Reads a text file that begins with a header in YAML between two lines of dashes.
import { type Document, parseDocument } from 'yaml';

export type LectureEntete =
  | { kind: 'lu'; entete: Record<string, unknown>; corps: string }
  | { kind: 'absent' }
  | { kind: 'illisible'; ligne: number | null };

const ENTETE = /^\uFEFF?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s;
/** Where the header begins in the file, counted from one. */
const PREMIERE_LIGNE = 2;

/**
 * Cuts the header from the text that follows it; numbers and dates stay texts, as they were
 * written.
 */
export function lireEntete(contenu: string): LectureEntete {
  const trouve = ENTETE.exec(contenu);
  if (!trouve) return { kind: 'absent' };
  const document = parseDocument(trouve[1] ?? '', { uniqueKeys: true, schema: 'failsafe' });
  const [erreur] = document.errors;
  if (erreur) {
    const debut = erreur.linePos?.[0].line;
    return { kind: 'illisible', ligne: debut ? debut + PREMIERE_LIGNE - 1 : null };
  }
  const entete = valeurDe(document);
  if (typeof entete !== 'object' || entete === null || Array.isArray(entete))
    return { kind: 'illisible', ligne: null };
  return {
    kind: 'lu',
    entete: entete as Record<string, unknown>,
    corps: contenu.slice(trouve[0].length),
  };
}

// A value that begins with a star names another one, which may be none.
function valeurDe(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}
