// A mailbox of this machine (maildev, as in the embedded run): what was really sent over SMTP.
import { expect } from 'vitest';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import { startMailCatcher } from '../../src/platform/embedded/mail-catcher.ts';

export type CourrielRecu = {
  id: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  to: { address: string }[];
  from: { address: string; name: string }[];
};

/** Where a mailbox will listen; nobody answers there until it is opened. */
export async function reserverBoite() {
  const ports = { host: '127.0.0.1', smtpPort: await freePort(), webPort: await freePort() };
  const web = `http://127.0.0.1:${ports.webPort}/api`;
  const lire = async <T>(chemin: string) => (await (await fetch(`${web}${chemin}`)).json()) as T;
  return {
    smtpUrl: `smtp://127.0.0.1:${ports.smtpPort}`,
    ouvrir: () => startMailCatcher(ports),
    /** The mails received so far, oldest first. */
    courriels: () => lire<CourrielRecu[]>('/email'),
    /** A mail as it came, headers and all. */
    source: async (id: string) => (await fetch(`${web}/email/${id}/source`)).text(),
    /** Waits for so many mails to have come. */
    async attendre(nombre: number): Promise<CourrielRecu[]> {
      const recus = () => lire<CourrielRecu[]>('/email');
      await expect.poll(async () => (await recus()).length, { timeout: 15_000 }).toBe(nombre);
      return recus();
    },
  };
}
