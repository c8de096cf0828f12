// Posts invoices' events as the invoicing system does: a token, lines of JSON.
import { creerJeton } from '../../src/domain/jeton/actions.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { BaseDeTest } from './base-de-test.ts';
import type { PortailDeTest } from './portail.ts';
import { creerStructure, INSTANT } from './scene.ts';

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

let destinataires = 0;
/** A recipient that the directory knows, at the instant of scenes; callers have not called yet. */
export async function nouveauDestinataire({ sql, regler }: BaseDeTest) {
  await regler(INSTANT);
  destinataires += 1;
  const siret = String(21_760_000_000_000 + destinataires);
  const structureId = await creerStructure(sql, { identifiant: siret, raisonSociale: 'Terneuil' });
  await sql`delete from compteur_debit`;
  return { siret, structureId };
}

/** The events of a structure, as they are stored. */
export const evenementsDe = (sql: Sql, structureId: number) => sql`
  select survenu_le, recu_le, famille, quoi, service_id, espace_id, details from evenement
  where structure_id = ${structureId} order by id`;

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
