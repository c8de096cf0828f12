// Posts invoices' events as the invoicing system does: a token, lines of JSON.
import { creerJeton } from '../../src/domain/jeton/actions.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { PortailDeTest } from './portail.ts';
import { INSTANT } from './scene.ts';

const AN_MS = 365 * 86_400_000;

/** A token of this source, living for a year. */
export async function jetonDe(sql: Sql, source = 'AIFE', instant = INSTANT): Promise<string> {
  const voulu = {
    source,
    portee: 'evenements',
    expireLe: new Date(instant.getTime() + AN_MS),
  } as const;
  return (await creerJeton(sql, voulu, instant)).jeton;
}

type Champs = Record<string, unknown>;
let rang = 0;

/**
 * A line that is taken where its recipient is known; every field may be given, undefined takes it
 * out.
 */
export function ligne(destinataire: string, champs: Champs = {}): Champs {
  rang += 1;
  return {
    idEvenement: `evenement-${rang}`,
    dateEvenement: '2026-11-23T09:12:00+01:00',
    numeroFacture: `F2026-${rang}`,
    statut: 'REJETEE',
    emetteur: { typeIdentifiant: 'SIRET', identifiant: '00000000000000' },
    destinataire: { typeIdentifiant: 'SIRET', identifiant: destinataire },
    ...champs,
  };
}

/** What a call sends: objects are written as JSON, texts as they are. */
export function corpsDe(lignes: (Champs | string)[]): string {
  return lignes.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n');
}

/** Posts a body under a token. */
export function poster(
  { app }: PortailDeTest,
  jeton: string | null,
  payload: string | Buffer,
  headers: Record<string, string> = {},
) {
  return app.inject({
    method: 'POST',
    url: '/evenements/v1/factures',
    headers: {
      'content-type': 'application/x-ndjson',
      ...(jeton === null ? {} : { authorization: `Bearer ${jeton}` }),
      ...headers,
    },
    payload,
  });
}
