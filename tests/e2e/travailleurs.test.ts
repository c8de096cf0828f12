// Two workers on one database, one of them killed in the middle: what the days bring to requests happens once each.
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { deposer } from '../soutien/demandes.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  heures,
  INSTANT,
  rattacher,
} from '../soutien/scene.ts';
import { run, stopLeftovers } from './soutien/programme.ts';

const REQUESTS = 150;
const SECRET = 'o7J2mQ9vX4tL8sN1bW5zR3cK6yH0fPda';
const WAIT = { timeout: 30_000, interval: 50 };
const A = (jours: number) => apres(INSTANT, heures(24 * jours));

const base = await baseDeTest();
const { sql, proprietaire } = base;
afterAll(stopLeftovers);

beforeAll(async () => {
  await proprietaire`select creer_partitions_evenement(${INSTANT}, 6)`;
  await base.regler(INSTANT);
  for (let n = 0; n < REQUESTS; n += 1) {
    const structureId = await creerStructure(sql, { departement: '76' });
    const adresseElectronique = `principal-${n}@terneuil.fr`;
    const principal = await creerCompte(sql, { adresseElectronique });
    await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
    await deposer(sql, await creerCompte(sql), structureId);
  }
  await creerCompte(sql, { referentNational: true, adresseElectronique: 'referent@dgfip.fr' });
});

// As in production; the relay does not answer, mails wait in the queue.
function lancer(): ChildProcess & { text(): string } {
  const { PATH = '', HOME = '' } = process.env;
  return run(
    {
      ...{ PATH, HOME, NODE_ENV: 'test', PORT: '1', PUBLIC_URL: 'http://127.0.0.1:1' },
      DATABASE_URL: base.adresses.portail,
      DATABASE_OWNER_URL: base.adresses.proprietaire,
      OIDC_ISSUER: 'http://127.0.0.1:9',
      DATA_DIR: inject('dossier'),
      ANTIVIRUS: 'aucun',
      OIDC_CLIENT_ID: 'portail',
      OIDC_CLIENT_SECRET: SECRET,
      OIDC_CLAIM_IDENTIFIANT: 'preferred_username',
      SESSION_KEYS: SECRET,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Portail <portail@production.example>',
    },
    ['worker'],
  );
}

const demanderPassage = () => proprietaire`
  select graphile_worker.add_job('avancer-demandes', '{}'::json, max_attempts := 1)`;
const combien = async (quoi: string) => {
  const [row] = await sql<{ nombre: number }[]>`
    select count(*)::int as nombre from demande_etape where quoi = ${quoi}`;
  return row?.nombre ?? 0;
};

/** Runs the passage with two workers, kills one once some are done, and lets the other finish. */
async function passer(jours: number, quoi: string): Promise<void> {
  await base.regler(A(jours));
  const ouvriers = [lancer(), lancer()];
  await demanderPassage();
  await demanderPassage();
  await vi.waitUntil(async () => (await combien(quoi)) > 5, WAIT);
  ouvriers[0]?.kill('SIGKILL');
  // A run leaves what another one holds, and PostgreSQL frees what the dead one held when it
  // notices its death: as the clock of the queue does, ask again until nothing is left.
  await vi.waitUntil(async () => {
    await demanderPassage();
    return (await combien(quoi)) >= REQUESTS;
  }, WAIT);
  await stopLeftovers();
}

const parDemande = async (quoi: string) => {
  const rows = await sql<{ fois: number; demandes: number }[]>`
    select fois::int, count(*)::int as demandes from (
      select demande_id, count(*) as fois from demande_etape where quoi = ${quoi} group by demande_id
    ) d group by fois`;
  return [...rows];
};

describe('with a worker killed in the middle', () => {
  const UNE_FOIS = [{ fois: 1, demandes: REQUESTS }];

  test('each request is reminded of once, in one mail a manager', async () => {
    await passer(3, 'RAPPELEE');
    expect(await parDemande('RAPPELEE')).toEqual(UNE_FOIS);
    const envois = await sql`
      select compte_id, count(*)::int as mails from envoi where nature = 'DEMANDES_EN_ATTENTE'
      group by compte_id`;
    expect(envois.length).toBe(REQUESTS);
    expect(envois.every(({ mails }) => mails === 1)).toBe(true);
  });

  test('each goes up to the référents once, who get one mail', async () => {
    await passer(21, 'ESCALADEE');
    expect(await parDemande('ESCALADEE')).toEqual(UNE_FOIS);
    await base.regler(A(21));
    const encore = lancer();
    await demanderPassage();
    const mails = async () => {
      const [row] = await sql<{ nombre: number }[]>`
        select count(*)::int as nombre from envoi where nature = 'DEMANDES_ESCALADEES'`;
      return row?.nombre ?? 0;
    };
    await vi.waitUntil(async () => (await mails()) > 0, WAIT);
    expect(encore.exitCode).toBeNull();
    await stopLeftovers();
    expect(await mails()).toBe(1);
  });

  test('each expires once, and its author is told once', async () => {
    await passer(90, 'EXPIREE');
    expect(await parDemande('EXPIREE')).toEqual(UNE_FOIS);
    const [row] = await sql<{ nombre: number; comptes: number }[]>`
      select count(*)::int as nombre, count(distinct compte_id)::int as comptes from envoi
      where nature = 'DEMANDE_EXPIREE'`;
    expect(row).toEqual({ nombre: REQUESTS, comptes: REQUESTS });
  });
});
