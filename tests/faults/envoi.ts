// Sends a form with a file as a slow line would: by pieces, until its end or until the server is gone.
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { FormulaireAvecFichier } from '../soutien/portail.ts';

const MORCEAU_OCTETS = 256 * 1024;

/** Gives the code of the answer, or null when there is none. */
export async function envoyerParMorceaux(
  url: string,
  cookie: string,
  { type, corps }: FormulaireAvecFichier,
  attenteMs: () => number,
): Promise<number | null> {
  const envoi = request(url, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': type,
      'content-length': corps.length,
      'sec-fetch-site': 'same-origin',
    },
  });
  const reponse = new Promise<number | null>((resolve) => {
    envoi.on('response', (message) => {
      message.resume();
      resolve(message.statusCode ?? null);
    });
    envoi.on('error', () => resolve(null));
    envoi.on('close', () => resolve(null));
  });
  for (let n = 0; n < corps.length && !envoi.destroyed; n += MORCEAU_OCTETS) {
    envoi.write(corps.subarray(n, n + MORCEAU_OCTETS));
    await delay(attenteMs());
  }
  envoi.end();
  return reponse;
}
