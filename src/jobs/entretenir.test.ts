// Housekeeping: what had its time is erased, what lives stays, the months of events are made ahead.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { apres, creerCompte, heures, INSTANT, minutes } from '../../tests/soutien/scene.ts';
import { annoncerAuCompte } from '../domain/evenement/queries.ts';
import { connect } from '../platform/postgres/connect.ts';
import { entretenir } from './entretenir.ts';

const DUREES = { inactiviteMinutes: 30, maximumHeures: 12 };
let base: BaseDeTest;
let compteId: number;
let dits: string[] = [];
const dire = (_: object, message: string) => void dits.push(message);
const journal = { info: dire, warn: dire, error: dire };
const passer = () => entretenir(base.adresses.proprietaire, base.clock, DUREES, journal);

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  compteId = await creerCompte(base.sql);
});

async function session(nom: string, vueLe: Date, termineeLe: Date | null) {
  const fin = termineeLe && 'DECONNEXION';
  await base.sql`
    insert into session
      (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le, terminee_le, fin)
    values (${Buffer.from(nom)}, ${compteId}, 'i', 's', ${vueLe}, ${vueLe}, ${termineeLe}, ${fin})`;
}

test('sessions go one day after their end, live ones stay', async () => {
  await session('finie', apres(INSTANT, -heures(30)), apres(INSTANT, -heures(24) - 1));
  await session('finie-recemment', apres(INSTANT, -heures(24)), apres(INSTANT, -heures(24) + 1));
  await session('oubliee', apres(INSTANT, -heures(37)), null);
  await session('vivante', apres(INSTANT, -minutes(5)), null);
  await passer();
  const rows = await base.sql<{ empreinte: Buffer }[]>`select empreinte from session`;
  const restent = rows.map(({ empreinte }) => empreinte.toString()).sort();
  expect(restent).toEqual(['finie-recemment', 'vivante']);
});

test('what was typed goes with its 15 minutes', async () => {
  for (const [chemin, expire] of [
    ['/perime', -1],
    ['/garde', 1],
  ] as const) {
    await base.sql`
      insert into saisie_conservee (jeton_empreinte, compte_id, chemin, champs, expire_le)
      values (${Buffer.from(chemin)}, ${compteId}, ${chemin}, '{}', ${apres(INSTANT, expire)})`;
  }
  await passer();
  const rows = await base.sql`select chemin from saisie_conservee`;
  expect(rows.map(({ chemin }) => chemin)).toEqual(['/garde']);
});

test('the counters of two days ago go, those of this minute stay', async () => {
  for (const [cle, quand] of [
    ['vieux', -heures(48)],
    ['present', 0],
  ] as const) {
    const fenetre = apres(INSTANT, quand);
    await base.sql`
      insert into compteur_debit (cle, fenetre, nombre) values (${cle}, ${fenetre}, 1)`;
  }
  await passer();
  const rows = await base.sql`select cle from compteur_debit`;
  expect(rows.map(({ cle }) => cle)).toEqual(['present']);
});

test('the claims of digests go two months after they left, those of other mails stay', async () => {
  const envois = [
    ['RELEVE', 70, true],
    ['RELEVE', 50, true],
    ['ALERTE', 70, false],
    ['ADRESSE_CHANGEE', 70, true],
  ] as const;
  for (const [nature, jours, parti] of envois) {
    const le = apres(INSTANT, -heures(24 * jours));
    await base.sql`
      insert into envoi (compte_id, nature, periode, message_id, reclame_le, envoye_le)
      values (${compteId}, ${nature}, ${String(jours)}, ${`${nature}-${jours}`}, ${le},
        ${parti ? le : null})`;
  }
  await passer();
  const rows = await base.sql`select message_id from envoi order by message_id`;
  expect(rows.map(({ messageId }) => messageId)).toEqual([
    'ADRESSE_CHANGEE-70',
    'ALERTE-70',
    'RELEVE-50',
  ]);
});

test('the months of events are made a year ahead, and it can be done again', async () => {
  await base.regler('2031-12-31T23:30:00Z');
  await passer();
  await passer();
  const rows = await base.proprietaire<{ nom: string }[]>`
    select c.relname as nom from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'evenement'::regclass and c.relname > 'evenement_2031_12' order by nom`;
  const noms = rows.map(({ nom }) => nom);
  // It is already January in Paris: from there, and the twelve months after.
  expect([noms[0], noms.at(-1), noms.length]).toEqual([
    'evenement_2032_01',
    'evenement_2033_01',
    13,
  ]);
});

describe('while somebody reads events for long, at a change of month', () => {
  const mois = async () =>
    (
      await base.proprietaire<{ nom: string }[]>`
        select c.relname as nom from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'evenement'::regclass order by nom`
    ).map(({ nom }) => nom);

  test('months are made, acts go on, and the old months go at the run after', async () => {
    // All the months made so far had their time.
    await base.regler('2036-03-01T00:00:00Z');
    const lecteur = connect(base.adresses.proprietaire, { max: 1, name: 'lecteur' });
    const lit = Promise.withResolvers<void>();
    const fini = Promise.withResolvers<void>();
    const lecture = lecteur.begin('isolation level repeatable read', async (tx) => {
      await tx`select count(*) from evenement`;
      lit.resolve();
      await fini.promise;
    });
    await lit.promise;
    const avant = await mois();
    dits = [];
    await passer();
    expect(dits).toEqual([
      'events are being read for long: no month dropped, the next run does it',
    ]);
    expect(await mois()).toEqual(expect.arrayContaining([...avant, 'evenement_2037_03']));
    // The reader still reads; nothing waits behind it, the new month is there.
    const instant = new Date('2037-03-02T09:00:00Z');
    await base.sql.begin((tx) => annoncerAuCompte(tx, compteId, 'COMPTE_VERIFIE', instant));
    fini.resolve();
    await lecture;
    await lecteur.end();
    await passer();
    expect((await mois())[0]).toBe('evenement_2036_03');
    expect(dits).toHaveLength(1);
  });
});

test('needs the owner: the portal’s own role is refused', async () => {
  await base.regler('2041-01-01T00:00:00Z');
  const commePortail = entretenir(base.adresses.portail, base.clock, DUREES, journal);
  await expect(commePortail).rejects.toThrow(/permission denied|must be owner/);
});
