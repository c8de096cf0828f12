// What stops the program at its start and that the operator can mend: one sentence, no stack.

/** Thrown while starting; `main.ts` prints the sentence alone and exits with a non-zero code. */
export class ErreurDeDemarrage extends Error {
  override name = 'ErreurDeDemarrage';
}
