// Reads the mails that maildev caught.
import { setTimeout as delay } from 'node:timers/promises';

export type CourrielRecu = {
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
};

const WAIT_MS = 20_000;
const POLL_MS = 100;

/** Waits for a mail to an address whose subject matches, and whose text holds these words. */
export async function attendreCourriel(
  maildev: string,
  adresse: string,
  objet: string | RegExp,
  mots = '',
): Promise<CourrielRecu> {
  const limite = Date.now() + WAIT_MS;
  while (Date.now() < limite) {
    const recus = (await (await fetch(`${maildev}/api/email`)).json()) as CourrielRecu[];
    const trouve = recus.find(
      ({ subject, text, to }) =>
        subject.match(objet) &&
        text.includes(mots) &&
        to.some(({ address }) => address === adresse),
    );
    if (trouve) return trouve;
    await delay(POLL_MS);
  }
  throw new Error(`no mail « ${objet} » to ${adresse}`);
}
