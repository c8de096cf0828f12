// Opens a structure that is not public to the account that found it by its whole identifier (screens §6.1): ids follow
// each other and can be guessed, this cannot.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The pass of an account for a structure, in letters safe for an address. */
export function laissezPasser(cle: string, compteId: number, structureId: number): string {
  return createHmac('sha256', cle)
    .update(`structure ${compteId} ${structureId}`)
    .digest('base64url');
}

/** True when one of the keys made this pass, for this account and this structure. */
export function laisserPasser(
  cles: readonly string[],
  presente: unknown,
  compteId: number,
  structureId: number,
): boolean {
  if (typeof presente !== 'string') return false;
  const donne = Buffer.from(presente);
  return cles.some((cle) => {
    const attendu = Buffer.from(laissezPasser(cle, compteId, structureId));
    return donne.length === attendu.length && timingSafeEqual(donne, attendu);
  });
}
