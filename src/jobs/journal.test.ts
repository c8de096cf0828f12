// What the worker does for the journal: seals it, and notes the last seal in the log.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { depotsDe, reglages } from '../../tests/soutien/portail.ts';
import { INSTANT } from '../../tests/soutien/scene.ts';
import { annoncerSceau } from './annoncer-sceau.ts';
import { startWorker, type Worker } from './worker.ts';

let base: BaseDeTest;
let worker: Worker;
const notes: { details: object; message: string }[] = [];
const info = (details: object, message: string) => void notes.push({ details, message });
const sceaux = async () => (await base.sql`select from journal_sceau`).length;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  const settings = reglages(base);
  const { databaseUrl, databaseOwnerUrl, durees, delais, mail } = settings;
  const depots = await depotsDe(settings);
  const expediteur = { publicUrl: 'http://x', serviceName: 'Portail Chorus', embedded: false };
  const rien = () => undefined;
  worker = startWorker(
    { databaseUrl, databaseOwnerUrl, mail, expediteur, durees, delais, ...depots },
    base.sql,
    base.clock,
    { info, warn: rien, error: rien },
  );
});
afterAll(() => worker.stop());

test('without a seal there is nothing to note', async () => {
  await annoncerSceau(base.sql, { info });
  expect(notes).toEqual([]);
});

test('the queue’s own jobs seal the journal, then note its last seal, rank and hash', async () => {
  await base.sql`
    insert into journal (instant, acte, objet) select ${INSTANT}, 'X', 'compte'
    from generate_series(1, 3)`;
  const sceller = async () => {
    await base.sql`select graphile_worker.add_job('sceller-journal', '{}'::json)`;
    return sceaux();
  };
  await expect.poll(sceller, { timeout: 20_000, interval: 500 }).toBe(3);
  await base.sql`select graphile_worker.add_job('annoncer-sceau', '{}'::json)`;
  const [dernier] = await base.sql<{ empreinte: string }[]>`
    select encode(empreinte, 'hex') as empreinte from journal_sceau where rang = 3`;
  await expect
    .poll(() => notes, { timeout: 20_000 })
    .toEqual([
      { details: { rang: 3, empreinte: dernier?.empreinte }, message: 'last seal of the journal' },
    ]);
});
