// The worker sends what is queued, in the account's language, as one mail however often it tries.
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { reserverBoite } from '../../tests/soutien/boite.ts';
import { depotsDe, reglages } from '../../tests/soutien/portail.ts';
import { courrielsEnFile, creerCompte, INSTANT } from '../../tests/soutien/scene.ts';
import type { Courriel } from '../domain/notification/notification.ts';
import { mettreEnFile } from '../domain/notification/queries.ts';
import { startWorker, type Worker } from './worker.ts';

const PORTAIL = 'https://portail.example.org';
let base: BaseDeTest;
let boite: Awaited<ReturnType<typeof reserverBoite>>;
let journal: { details: object; message: string }[];
let ouverts: { stop(): Promise<void> }[];

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
});

beforeEach(async () => {
  boite = await reserverBoite();
  journal = [];
  ouverts = [];
  await base.proprietaire`delete from graphile_worker._private_jobs`;
});

afterEach(async () => {
  for (const ouvert of ouverts.reverse()) await ouvert.stop();
});

// Stopped last, whenever it was opened: it waits for who is still connected.
async function ouvrirBoite() {
  ouverts.unshift(await boite.ouvrir());
}

async function lancer(): Promise<Worker> {
  const noter = (details: object, message: string) => void journal.push({ details, message });
  const settings = reglages(base);
  const { databaseUrl, databaseOwnerUrl, durees, delais } = settings;
  const worker = startWorker(
    {
      databaseUrl,
      databaseOwnerUrl,
      mail: { smtpUrl: boite.smtpUrl, from: 'Portail <portail@example.org>', dkim: null },
      expediteur: { publicUrl: PORTAIL, serviceName: 'Portail Chorus', embedded: false },
      durees,
      delais,
      ...(await depotsDe(settings)),
    },
    base.sql,
    base.clock,
    { info: () => undefined, warn: noter, error: noter },
  );
  ouverts.push(worker);
  return worker;
}

const A_CONFIRMER: Courriel = { nature: 'ADRESSE_A_CONFIRMER', jeton: 'jeton_du-lien' };

async function mettre(langue: 'fr' | 'en' = 'fr', courriel: Courriel = A_CONFIRMER) {
  const compteId = await creerCompte(base.sql);
  const adresse = `agent-${compteId}@terneuil.fr`;
  const destinataire = { compteId, adresse, langue, nomComplet: 'Pauline Dufour' };
  await base.sql.begin((tx) => mettreEnFile(tx, courriel, destinataire, 'p', INSTANT));
  return { compteId, adresse };
}

async function envoiDe(compteId: number) {
  const [envoi] = await base.sql<{ messageId: string; envoyeLe: Date | null }[]>`
    select message_id, envoye_le from envoi where compte_id = ${compteId}`;
  return envoi;
}

async function essais() {
  const rows = await base.proprietaire<{ attempts: number; lastError: string | null }[]>`
    select attempts, last_error from graphile_worker._private_jobs`;
  return rows.map(({ attempts, lastError }) => ({ attempts, lastError }));
}

/** Brings the queue's next try forward: the delays grow with the clock of the database. */
const reessayer = () =>
  base.proprietaire`
    update graphile_worker._private_jobs set run_at = now() where locked_at is null`;

describe('a mail in the queue', () => {
  test.each([
    ['fr', 'Confirmez votre adresse de contact', 'Bonjour Pauline Dufour,', 'pour le compte de'],
    ['en', 'Confirm your contact address', 'Hello Pauline Dufour,', 'for the account of'],
  ] as const)('leaves in « %s », as text and HTML, with the whole link', async (...cas) => {
    const [langue, objet, bonjour, pied] = cas;
    const { compteId, adresse } = await mettre(langue);
    await ouvrirBoite();
    await lancer();
    const [recu] = await boite.attendre(1);
    const lien = `${PORTAIL}/mon-compte/informations-personnelles/confirmation?jeton=jeton_du-lien`;
    expect(recu?.subject).toBe(objet);
    expect(recu?.to.map((a) => a.address)).toEqual([adresse]);
    for (const mots of [bonjour, lien, `${pied} Pauline Dufour`])
      expect([recu?.text.includes(mots), recu?.html.includes(mots)]).toEqual([true, true]);
    expect(recu?.html).toContain(`<html lang="${langue}">`);
    const source = await boite.source(recu?.id ?? '');
    const { messageId } = (await envoiDe(compteId)) ?? {};
    expect(source).toContain(`<${messageId}@example.org>`);
    expect(source).toMatch(new RegExp(`^Content-Language: ${langue}`, 'm'));
  });

  test('leaves once and is then marked as sent, at the portal’s own time', async () => {
    const { compteId } = await mettre();
    await ouvrirBoite();
    await lancer();
    await boite.attendre(1);
    await expect.poll(async () => (await envoiDe(compteId))?.envoyeLe).toEqual(INSTANT);
    await expect.poll(() => courrielsEnFile(base.proprietaire)).toEqual([]);
  });

  test('that two workers see leaves once', async () => {
    await ouvrirBoite();
    await lancer();
    await lancer();
    for (let n = 0; n < 10; n++) await mettre();
    const recus = await boite.attendre(10);
    expect(new Set(recus.map(({ to }) => to[0]?.address)).size).toBe(10);
    await expect.poll(() => courrielsEnFile(base.proprietaire)).toEqual([]);
    expect((await boite.courriels()).length).toBe(10);
  });

  test('that was already marked as sent does not leave again', async () => {
    const { compteId } = await mettre();
    await base.sql`update envoi set envoye_le = ${INSTANT} where compte_id = ${compteId}`;
    await ouvrirBoite();
    await lancer();
    await expect.poll(() => courrielsEnFile(base.proprietaire)).toEqual([]);
    expect(await boite.courriels()).toEqual([]);
  });
});

describe('while the relay is down', () => {
  test('the mail stays queued, its failures counted, and leaves later, once', async () => {
    const { compteId } = await mettre();
    await lancer();
    await expect.poll(async () => (await essais())[0]?.attempts, { timeout: 10_000 }).toBe(1);
    await expect.poll(async () => (await essais())[0]?.lastError).toContain('ECONNREFUSED');
    expect((await envoiDe(compteId))?.envoyeLe).toBeNull();
    await ouvrirBoite();
    await reessayer();
    const [recu] = await boite.attendre(1);
    const { messageId } = (await envoiDe(compteId)) ?? {};
    expect(await boite.source(recu?.id ?? '')).toContain(`<${messageId}@example.org>`);
    await expect.poll(() => courrielsEnFile(base.proprietaire)).toEqual([]);
  });

  test('the log says that something failed, and names nobody', async () => {
    const { adresse } = await mettre();
    await lancer();
    await vi.waitUntil(() => journal.length > 0, { timeout: 10_000 });
    const tout = JSON.stringify(journal);
    for (const secret of [adresse, 'jeton_du-lien', 'Dufour']) expect(tout).not.toContain(secret);
  });
});

describe('the worker', () => {
  test('goes on after the database cut all its connections', async () => {
    await ouvrirBoite();
    await lancer();
    await mettre();
    await boite.attendre(1);
    await base.proprietaire`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%graphile_worker%'
        and pid <> pg_backend_pid() and application_name not like 'test-%'`;
    await mettre();
    await boite.attendre(2);
  });

  test('stops when asked, a mail in the queue being left to another', async () => {
    const worker = await lancer();
    await worker.stop();
    await mettre();
    expect((await essais()).map(({ attempts }) => attempts)).toEqual([0]);
  });

  test('does the housekeeping that the clock asks for', async () => {
    const veille = new Date(INSTANT.getTime() - 2 * 86_400_000);
    await base.proprietaire`
      insert into jeton_deconnexion (oidc_issuer, jti, expire_le) values ('x', 'y', ${veille})`;
    await lancer();
    await base.proprietaire`select graphile_worker.add_job('entretenir')`;
    const restants = () => base.proprietaire`select jti from jeton_deconnexion`;
    await expect.poll(restants, { timeout: 10_000 }).toEqual([]);
  });
});
