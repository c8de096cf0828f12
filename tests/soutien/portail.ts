// The portal's server over a test database, spoken to without a network: what a browser would send, page by page.
import { randomBytes } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import { createServer } from '../../src/server.ts';
import type { Settings } from '../../src/settings.ts';
import type { BaseDeTest } from './base-de-test.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const COOKIE = 'portail-3000-session';

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
    mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'portail@example.org', dkim: null },
    ...changes,
  };
}

export type Visiteur = {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  post(url: string, champs: Record<string, string>, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
};

/** A portal, and visitors of it: anonymous, or in a session of an account. */
export async function ouvrirPortail(base: BaseDeTest, changes: Partial<Settings> = {}) {
  const app = await createServer(reglages(base, changes), base.sql, base.clock);
  await app.ready();
  afterAll(() => app.close());

  function visiteur(jeton?: string): Visiteur {
    const cookies = jeton ? { [COOKIE]: jeton } : {};
    const inject = (options: InjectOptions) => app.inject({ cookies, ...options });
    return {
      get: (url, headers = {}) => inject({ method: 'GET', url, headers: { host: '127.0.0.1:3000', ...headers } }),
      post: (url, champs, headers = {}) =>
        inject({
          method: 'POST',
          url,
          headers: {
            host: '127.0.0.1:3000',
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            ...headers,
          },
          payload: new URLSearchParams(champs).toString(),
        }),
    };
  }

  return {
    app,
    anonyme: visiteur(),
    visiteur,
    /** Opens a session of the account, as a sign-in would. */
    async connecter(compteId: number): Promise<Visiteur & { jeton: string }> {
      const jeton = nouveauJeton();
      const instant = await base.clock();
      await base.sql`
        insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
        values (${empreinte(jeton)}, ${compteId}, 'essai', ${`sub-${compteId}`}, ${instant}, ${instant})`;
      return { ...visiteur(jeton), jeton };
    },
  };
}
