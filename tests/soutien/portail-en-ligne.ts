// The portal and PIGP's stand-in, listening on ports of their own, and browsers between the two.
import { afterAll } from 'vitest';
import { adresses } from '../../src/domain/adresses.ts';
import {
  MOT_DE_PASSE,
  Navigateur,
  portLibre,
  type Reponse,
} from '../../src/pigp/navigateur.test-helper.ts';
import type { PersonnePigp } from '../../src/pigp/options.ts';
import { startPigp } from '../../src/pigp/server.ts';
import { startService } from '../../src/service.ts';
import type { BaseDeTest } from './base-de-test.ts';
import { reglages } from './portail.ts';

const SECRET = 'secret-de-test';
const SILENCE = { info: () => undefined, warn: () => undefined, error: () => undefined };

const personne = (identifiant: string): PersonnePigp => ({
  identifiant,
  civilite: 'MME',
  nom: 'Dufour',
  prenom: 'Pauline',
});

/** Starts a PIGP that knows these people, for a portal at `publicUrl`. */
export async function ouvrirPigp(publicUrl: string, identifiants: string[]) {
  const pigp = await startPigp({
    host: '127.0.0.1',
    port: await portLibre(),
    personnes: identifiants.map(personne),
    motDePasse: MOT_DE_PASSE,
    client: {
      id: 'portail',
      secret: SECRET,
      redirectUri: `${publicUrl}${adresses.retourDeConnexion}`,
      postLogoutRedirectUri: `${publicUrl}${adresses.deconnexionComplete}`,
      backchannelLogoutUri: `${publicUrl}${adresses.deconnexionParPigp}`,
    },
    applicationUrl: `${publicUrl}${adresses.connexion}`,
    clock: async () => new Date(),
    cookieKey: 'clef-de-test',
    log: SILENCE,
  });
  afterAll(() => pigp.close());
  return pigp;
}

/** The settings that make a portal a client of this provider. */
export const clientDe = (issuer: string) => ({
  issuer,
  clientId: 'portail',
  clientSecret: SECRET,
  claimIdentifiant: 'preferred_username',
});

/** Starts both; the program's own start-up is what listens. */
export async function ouvrirEnLigne(base: BaseDeTest, identifiants: string[]) {
  const port = await portLibre();
  const url = `http://127.0.0.1:${port}`;
  const pigp = await ouvrirPigp(url, identifiants);
  const oidc = clientDe(pigp.issuer);
  const service = await startService(reglages(base, { port, publicUrl: url, oidc }), ['web']);
  afterAll(() => service.stop());
  return { url, port, issuer: pigp.issuer, navigateur: () => new NavigateurDePortail(url) };
}

/** A browser that goes to and fro between the portal and PIGP. */
class NavigateurDePortail extends Navigateur {
  readonly #portail: string;

  constructor(portail: string) {
    super();
    this.#portail = portail;
  }

  /** A page of the portal, redirects not followed. */
  page(chemin: string): Promise<Reponse> {
    return this.get(`${this.#portail}${chemin}`);
  }

  /** A form of the portal, sent from one of its pages. */
  envoyer(chemin: string, champs: Record<string, string> = {}): Promise<Reponse> {
    return this.post(`${this.#portail}${chemin}`, champs);
  }

  /** Follows redirects of both sites until a page. */
  async jusquAuBout(reponse: Reponse): Promise<Reponse> {
    return this.suivre(reponse, 'http://127.0.0.1');
  }

  /** Asks for a page; gives the address of PIGP where the portal sends people. */
  async partir(chemin = '/'): Promise<string> {
    const depart = `${adresses.connexion}?retour=${encodeURIComponent(chemin)}`;
    return (await this.page(depart)).location ?? '';
  }

  /** A whole sign-in; gives the last answer, a page or a refusal. */
  async entrer(identifiant: string, chemin = '/'): Promise<Reponse> {
    return this.revenir(await this.partir(chemin), identifiant);
  }

  /** Passes through PIGP and comes back to the portal. */
  async revenir(depart: string, identifiant: string): Promise<Reponse> {
    const retour = await passerParPigp(this, depart, identifiant);
    return this.jusquAuBout(await this.get(retour));
  }
}

/** Signs in at PIGP if it asks; gives the answer that it sends to the portal, not followed. */
export async function passerParPigp(
  navigateur: Navigateur,
  depart: string,
  identifiant: string,
): Promise<string> {
  const { origin } = new URL(depart);
  let reponse = await navigateur.suivre(await navigateur.get(depart), origin);
  if (!reponse.location) {
    const action = /<form method="post" action="(\/connexion\/[^"]+)"/.exec(reponse.html)?.[1];
    const champs = { identifiant, motDePasse: MOT_DE_PASSE };
    const envoi = await navigateur.post(`${origin}${action ?? ''}`, champs);
    reponse = await navigateur.suivre(envoi, origin);
  }
  return reponse.location ?? '';
}
