// What an antivirus says of a file; `clamd` stands behind it (INSTREAM).
import type { Readable } from 'node:stream';

export type Verdict =
  | { kind: 'sain' }
  | { kind: 'infecte'; signature: string }
  /** It answers, but not about this file: its own fault, which it may not have for the next one. */
  | { kind: 'sans_verdict' }
  /** It does not answer: all files wait. */
  | { kind: 'indisponible' };

export type Antivirus = { analyser(contenu: Readable): Promise<Verdict> };
