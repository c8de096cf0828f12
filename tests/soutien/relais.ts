// An SMTP relay of a few lines: takes or refuses mails as a test says, and remembers whose they were.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

type Pli = { destinataire: string; source: string };

export type ReglagesDuRelais = {
  /** Refuses the mail that somebody just gave whole: for now, or with the answer given. */
  refuser?: (pli: Pli) => boolean | string;
  /** Said to who comes in. */
  accueil?: string;
  /** Told each mail just before it is accepted. */
  recevoir?: (pli: Pli) => void;
  /** What each mail takes. */
  attenteMs?: number;
  port?: number;
};

/** Opens the relay; what it is told may change while it runs. */
export async function ouvrirRelais(reglages: ReglagesDuRelais = {}) {
  const prises = new Set<Socket>();
  let connexions = 0;
  const serveur = createServer((prise) => {
    connexions += 1;
    prises.add(prise);
    prise.on('close', () => prises.delete(prise));
    prise.on('error', () => prise.destroy());
    parler(prise, reglages);
  });
  serveur.listen(reglages.port ?? 0, '127.0.0.1');
  await once(serveur, 'listening');
  const { port } = serveur.address() as AddressInfo;
  return {
    port,
    /** How many connections were opened so far. */
    connexions: () => connexions,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    async stop() {
      for (const prise of prises) prise.destroy();
      serveur.close();
      await once(serveur, 'close');
    },
  };
}

const FIN = '\r\n.\r\n';

function parler(prise: Socket, reglages: ReglagesDuRelais): void {
  let tampon = '';
  let lettre = false;
  let destinataire = '';
  const dire = (ligne: string) => prise.write(`${ligne}\r\n`);
  dire(reglages.accueil ?? '220 relais');
  prise.setEncoding('latin1');
  prise.on('data', (morceau: string) => {
    tampon += morceau;
    for (;;) {
      const fin = tampon.indexOf(lettre ? FIN : '\r\n');
      if (fin < 0) return;
      const lu = tampon.slice(0, fin);
      tampon = tampon.slice(fin + (lettre ? FIN.length : 2));
      if (lettre) {
        lettre = false;
        // A dot that begins a line was doubled for the way (RFC 5321 §4.5.2).
        repondre({ destinataire, source: lu.replaceAll('\r\n..', '\r\n.') });
      } else {
        const commande = lu.slice(0, 4).toUpperCase();
        if (commande === 'RCPT') destinataire = /<(.*)>/.exec(lu)?.[1] ?? '';
        if (commande === 'DATA') lettre = true;
        dire(REPONSES[commande] ?? '250 ok');
        if (commande === 'QUIT') prise.end();
      }
    }
  });

  function repondre(pli: Pli): void {
    const conclure = () => {
      const refus = reglages.refuser?.(pli) ?? false;
      if (refus !== false) return dire(refus === true ? '451 plus tard' : refus);
      reglages.recevoir?.(pli);
      return dire('250 pris');
    };
    if (reglages.attenteMs) setTimeout(conclure, reglages.attenteMs);
    else conclure();
  }
}

const REPONSES: Record<string, string> = { DATA: '354 la suite', QUIT: '221 au revoir' };
