// For tests: a browser without scripts (fetch, a cookie jar, forms) and a PIGP on a free port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PigpOptions } from './options.ts';
import { startPigp } from './server.ts';

export type Reponse = { status: number; location: string | undefined; html: string };

/** A browser that follows nothing by itself; cookies are kept by name and path. */
export class Navigateur {
  readonly #cookies = new Map<string, { nom: string; valeur: string; chemin: string }>();

  async get(adresse: string, headers: Record<string, string> = {}): Promise<Reponse> {
    return this.#demander(adresse, { headers });
  }

  /** Sends a form as a browser would, from the same site. */
  async post(adresse: string, champs: Record<string, string> = {}): Promise<Reponse> {
    return this.postDepuis(new URL(adresse).origin, adresse, champs);
  }

  async postDepuis(origin: string, adresse: string, champs: Record<string, string> = {}) {
    const body = new URLSearchParams(champs);
    return this.#demander(adresse, { method: 'POST', body, headers: { origin } });
  }

  /** Follows redirects until a page, or until an address of another site. */
  async suivre(reponse: Reponse, site: string): Promise<Reponse> {
    let courante = reponse;
    while (courante.location?.startsWith(site)) courante = await this.get(courante.location);
    return courante;
  }

  async #demander(adresse: string, init: RequestInit): Promise<Reponse> {
    const url = new URL(adresse);
    const envoyes = [...this.#cookies.values()].filter(({ chemin }) =>
      url.pathname.startsWith(chemin),
    );
    const headers = new Headers(init.headers);
    headers.set('cookie', envoyes.map(({ nom, valeur }) => `${nom}=${valeur}`).join('; '));
    headers.set('accept', 'text/html');
    const reponse = await fetch(adresse, { ...init, headers, redirect: 'manual' });
    for (const ligne of reponse.headers.getSetCookie()) this.#retenir(ligne);
    const location = reponse.headers.get('location');
    return {
      status: reponse.status,
      location: location ? new URL(location, adresse).href : undefined,
      html: await reponse.text(),
    };
  }

  #retenir(ligne: string): void {
    const [paire = '', ...attributs] = ligne.split('; ');
    const [nom = '', valeur = ''] = paire.split('=');
    const chemin = attributs.find((a) => a.startsWith('path='))?.slice('path='.length) ?? '/';
    const cle = `${nom} ${chemin}`;
    if (valeur) this.#cookies.set(cle, { nom, valeur, chemin });
    else this.#cookies.delete(cle);
  }
}

export async function portLibre(): Promise<number> {
  const serveur = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => serveur.once('listening', resolve));
  const { port } = serveur.address() as AddressInfo;
  await new Promise((resolve) => serveur.close(resolve));
  return port;
}

/** A client that keeps the logout tokens it receives, and answers with the given status. */
export async function recepteur(statut = 200) {
  const jetons: string[] = [];
  const serveur = createServer(async (req, res) => {
    let corps = '';
    for await (const morceau of req) corps += morceau;
    jetons.push(new URLSearchParams(corps).get('logout_token') ?? '');
    res.writeHead(statut).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => serveur.once('listening', resolve));
  const { port } = serveur.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    jetons,
    close: () => new Promise((resolve) => serveur.close(resolve)),
  };
}

/** A clock that tests move. */
class HorlogeMobile {
  instant = new Date('2026-11-29T12:57:00Z');
  readonly lire = async () => this.instant;

  avancer(minutes: number): void {
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }
}

export const MOT_DE_PASSE = 'chorus-demo';

/** A PIGP with the guide's Pauline DUFOUR and one outside person. */
export async function pigpDeTest(clientUrl: string, autres: Partial<PigpOptions> = {}) {
  const horloge = new HorlogeMobile();
  const avertissements: string[] = [];
  const noter = (_details: object, message: string) => void avertissements.push(message);
  const { issuer, close } = await startPigp({
    host: '127.0.0.1',
    port: await portLibre(),
    personnes: [
      { identifiant: 'pauline.dufour', civilite: 'MME', nom: 'Dufour', prenom: 'Pauline' },
      { identifiant: 'externe-xt', civilite: 'M', nom: 'Externe', prenom: 'Paul' },
    ],
    motDePasse: MOT_DE_PASSE,
    client: {
      id: 'portail',
      secret: 'secret-du-portail',
      redirectUri: `${clientUrl}/connexion/retour`,
      postLogoutRedirectUri: `${clientUrl}/au-revoir`,
      backchannelLogoutUri: `${clientUrl}/backchannel-logout`,
    },
    applicationUrl: `${clientUrl}/connexion`,
    clock: horloge.lire,
    cookieKey: 'clef-de-test',
    log: { info: noter, warn: noter, error: noter },
    ...autres,
  });
  return { issuer, close, horloge, avertissements };
}
