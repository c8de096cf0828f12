// Seals what the browser keeps during a sign-in (state, nonce, PKCE): no state in a process, none readable.
import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { ConnexionEnCours } from './fournisseur.ts';

export const CONNEXION_EN_COURS_SECONDS = 600;

const EnCours = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  retour: z.string(),
});

/** Encrypts under the first key; the sign-in must come back within ten minutes. */
export async function sceller(
  enCours: ConnexionEnCours,
  keys: string[],
  instant: Date,
): Promise<string> {
  const [first] = keys;
  if (first === undefined) throw new Error('no session key');
  const seconds = Math.floor(instant.getTime() / 1000);
  return new EncryptJWT({ ...enCours })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + CONNEXION_EN_COURS_SECONDS)
    .encrypt(cle(first));
}

/** Opens with whichever key sealed it; nothing when it is altered, foreign or too old. */
export async function ouvrir(
  scelle: string,
  keys: string[],
  instant: Date,
): Promise<ConnexionEnCours | undefined> {
  for (const key of keys) {
    const opened = await jwtDecrypt(scelle, cle(key), { currentDate: instant }).catch(
      () => undefined,
    );
    const enCours = EnCours.safeParse(opened?.payload);
    if (enCours.success) return enCours.data;
  }
  return undefined;
}

function cle(key: string): Buffer {
  return createHash('sha256').update(`connexion ${key}`).digest();
}
