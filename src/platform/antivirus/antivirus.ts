// What an antivirus says of a file; `clamd` stands behind it (INSTREAM).
import type { Readable } from 'node:stream';

export type Verdict =
  | { kind: 'sain' }
  | { kind: 'infecte'; signature: string }
  /** It does not answer: the file waits. */
  | { kind: 'indisponible' };

export type Antivirus = { analyser(contenu: Readable): Promise<Verdict> };
