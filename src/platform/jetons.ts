// Random tokens: what a link or a cookie carries; only their hash is ever stored.
import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new token, in letters safe for an address. */
export function nouveauJeton(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The hash under which a token is stored and found. */
export function empreinte(jeton: string): Buffer {
  return createHash('sha256').update(jeton).digest();
}
