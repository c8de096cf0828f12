// The portal's server over a test database, spoken to without a network, as a browser would.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { symbols } from 'pino';
import { afterAll, inject } from 'vitest';
import { OCTETS_MAX } from '../../src/domain/piece-jointe/limites.ts';
import { antivirusDe } from '../../src/platform/antivirus/clamd.ts';
import { ouvrirMagasin } from '../../src/platform/fichiers/ouvrir.ts';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { createServer, type Depots } from '../../src/server.ts';
import type { Settings } from '../../src/settings.ts';
import { cookieNames } from '../../src/web/commun/cookies.ts';
import type { BaseDeTest } from './base-de-test.ts';
import { DELAIS } from './delais.ts';

export const ORIGIN = 'http://127.0.0.1:3000';

/** Settings of a portal whose outside services are not reached unless a test says so. */
export function reglages(base: BaseDeTest, changes: Partial<Settings> = {}): Settings {
  return {
    mode: 'embedded',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: ORIGIN,
    trustProxy: false,
    serviceName: 'Portail Chorus',
    logLevel: 'silent',
    databaseUrl: base.adresses.portail,
    databaseOwnerUrl: base.adresses.proprietaire,
    databaseConnections: 4,
    oidc: {
      issuer: 'http://127.0.0.1:9',
      clientId: 'portail',
      clientSecret: 'secret-de-test',
      claimIdentifiant: 'preferred_username',
    },
    sessionKeys: [randomBytes(32).toString('hex')],
    durees: { inactiviteMinutes: 30, maximumHeures: 12 },
    delais: DELAIS,
    mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'portail@example.org', dkim: null },
    fichiers: { kind: 'dossier', dossier: dossierDeFichiers() },
    clamdUrl: null,
    adressesDesEspaces: {},
    limitesDesPieces: {
      octetsMax: OCTETS_MAX,
      fichiersMax: 200,
      quotaOctets: 500 * 1024 * 1024,
    },
    ...changes,
  };
}

// A store of its own for each portal; gone with the run's other files.
const dossierDeFichiers = () =>
  path.join(inject('dossier'), `fichiers-${randomBytes(6).toString('hex')}`);

/** The store and the antivirus of these settings, as the program opens them. */
export const depotsDe = async ({ fichiers, clamdUrl }: Settings): Promise<Depots> => ({
  magasin: await ouvrirMagasin(fichiers),
  antivirus: antivirusDe(clamdUrl),
});

/** The fields of a form; a list when one is sent twice. */
export type Champs = Record<string, string> | string[][];
type Headers = Record<string, string | undefined>;

export type Visiteur = {
  get(url: string, headers?: Headers): Promise<LightMyRequestResponse>;
  /** Asks for the headers only. */
  tete(url: string): Promise<LightMyRequestResponse>;
  /** Sends a form as a page of ours would; a header given as undefined is left out. */
  post(url: string, champs: Champs, headers?: Headers): Promise<LightMyRequestResponse>;
  /** Sends a form with a file, whose body is given as it travels. */
  envoyer(
    url: string,
    corps: FormulaireAvecFichier,
    headers?: Headers,
  ): Promise<LightMyRequestResponse>;
};

/** The body of a form with a file, and the type that says where its parts end. */
/** Keeps a page under a name, for the tests that read all pages. */
export type Voir = (nom: string, reponse: ReturnType<Visiteur['get']>) => Promise<void>;

export type FormulaireAvecFichier = { type: string; corps: Buffer };

/** A portal, and visitors of it: anonymous, or in a session of an account. */
export async function ouvrirPortail(
  base: BaseDeTest,
  changes: Partial<Settings> = {},
  sql: Sql = base.sql,
  autres: Partial<Depots> = {},
) {
  const settings = reglages(base, changes);
  const depots = { ...(await depotsDe(settings)), ...autres };
  const app = await createServer(settings, sql, base.clock, depots);
  const journal = settings.logLevel === 'silent' ? [] : detourner(app.log);
  await app.ready();
  afterAll(() => app.close());
  const { host } = new URL(settings.publicUrl);
  const cookie = cookieNames(settings.publicUrl).session;

  function visiteur(jeton?: string, autresCookies: Record<string, string> = {}): Visiteur {
    const cookies = { ...(jeton ? { [cookie]: jeton } : {}), ...autresCookies };
    const inject = ({ headers, ...options }: InjectOptions) => {
      const envoyes = Object.entries(headers ?? {}).filter(([, valeur]) => valeur !== undefined);
      return app.inject({ cookies, ...options, headers: Object.fromEntries(envoyes) });
    };
    return {
      get: (url, headers) => inject({ method: 'GET', url, headers: { host, ...headers } }),
      tete: (url) => inject({ method: 'HEAD', url, headers: { host } }),
      post: (url, champs, headers) =>
        inject({
          method: 'POST',
          url,
          headers: {
            host,
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            ...headers,
          },
          payload: new URLSearchParams(champs).toString(),
        }),
      envoyer: (url, { type, corps }, headers) =>
        inject({
          method: 'POST',
          url,
          headers: { host, 'content-type': type, 'sec-fetch-site': 'same-origin', ...headers },
          payload: corps,
        }),
    };
  }

  return {
    app,
    /** Where its files are: in a temporary folder unless a test says otherwise. */
    magasin: depots.magasin,
    /** The lines logged so far, when the settings ask for logs. */
    journal,
    anonyme: visiteur(),
    visiteur,
    /** Opens a session of the account, as a sign-in would. */
    async connecter(compteId: number): Promise<Visiteur & { jeton: string }> {
      const jeton = nouveauJeton();
      const instant = await base.clock();
      await base.sql`
        insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
        values (${empreinte(jeton)}, ${compteId}, 'essai', ${`sub-${compteId}`},
          ${instant}, ${instant})`;
      return { ...visiteur(jeton), jeton };
    },
  };
}

export type PortailDeTest = Awaited<ReturnType<typeof ouvrirPortail>>;

// pino writes where this symbol says, its children too: the test reads what an operator would.
function detourner(log: object): string[] {
  const lignes: string[] = [];
  const flux = { write: (ligne: string) => void lignes.push(ligne) };
  Object.defineProperty(log, symbols.streamSym, { value: flux });
  return lignes;
}
