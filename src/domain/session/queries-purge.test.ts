// What the purge erases and keeps (model §7): sessions and confirmations, one day after their end.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { apres, creerCompte, heures, INSTANT, minutes } from '../../../tests/soutien/scene.ts';
import { empreinte } from '../../platform/jetons.ts';
import { purgerSessions } from './queries.ts';

const { sql } = await baseDeTest();
const JOUR_MS = heures(24);
let compteId: number;

beforeEach(async () => {
  compteId = await creerCompte(sql);
  await sql`delete from session`;
});

/** A session named by a word, opened and seen so long before INSTANT, ended or not. */
async function session(
  nom: string,
  ages: { ouverte: number; vue: number; terminee?: number },
): Promise<void> {
  const terminee = ages.terminee === undefined ? null : apres(INSTANT, -ages.terminee);
  await sql`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le, terminee_le, fin, oidc_sid)
    values (${empreinte(nom)}, ${compteId}, 'i', 's', ${apres(INSTANT, -ages.ouverte)},
      ${apres(INSTANT, -ages.vue)}, ${terminee}, ${terminee && 'DECONNEXION'}, ${nom})`;
}
const restent = async () => {
  const rows = await sql<{ oidcSid: string }[]>`select oidc_sid from session order by oidc_sid`;
  return rows.map(({ oidcSid }) => oidcSid);
};
const purger = () => purgerSessions(sql, INSTANT, { inactiviteMinutes: 30, maximumHeures: 12 });

describe('the purge', () => {
  test('keeps sessions that live or ended within the day, erases those ended before', async () => {
    await session('a-vivante', { ouverte: heures(1), vue: 0 });
    await session('b-finie-ce-matin', { ouverte: heures(9), vue: heures(8), terminee: heures(8) });
    await session('c-finie-hier', { ouverte: JOUR_MS, vue: JOUR_MS, terminee: JOUR_MS });
    await session('d-finie-avant', { ouverte: JOUR_MS, vue: JOUR_MS, terminee: JOUR_MS + 1 });
    await purger();
    expect(await restent()).toEqual(['a-vivante', 'b-finie-ce-matin', 'c-finie-hier']);
  });

  test('erases sessions that nobody ended and that ended by themselves long ago', async () => {
    await session('oubliee', { ouverte: heures(72), vue: heures(71) });
    await purger();
    expect(await restent()).toEqual([]);
  });

  test('erases a session one day after it ran out of activity', async () => {
    const vue = JOUR_MS + heures(1);
    await session('inactive', { ouverte: vue + minutes(10), vue });
    await purger();
    expect(await restent()).toEqual([]);
  });

  test('erases confirmations a day after they expired, live or answered', async () => {
    const demander = (nom: string, expiree: number, issue: string | null) => sql`
      insert into confirmation_adresse
        (compte_id, adresse, jeton_empreinte, demandee_le, expire_le, terminee_le, issue)
      values (${compteId}, ${nom}, ${empreinte(nom)}, ${apres(INSTANT, -expiree - heures(1))},
        ${apres(INSTANT, -expiree)}, ${issue && INSTANT}, ${issue})`;
    await demander('vivante', -minutes(5), null);
    await demander('hier', JOUR_MS, 'CONFIRMEE');
    await demander('avant-hier', JOUR_MS + 1, 'REMPLACEE');
    await purger();
    const rows = await sql`select adresse from confirmation_adresse order by adresse`;
    expect(rows.map((r) => r['adresse'])).toEqual(['hier', 'vivante']);
  });

  test('erases kept forms, logout tokens and counters that serve no more, and only those', async () => {
    for (const [nom, age] of [
      ['vieux', 1],
      ['vivant', -1],
    ] as const) {
      const expire = apres(INSTANT, -age);
      await sql`insert into saisie_conservee values (${empreinte(nom)}, ${compteId}, '/x', '{}', ${expire})`;
      await sql`insert into jeton_deconnexion values ('i', ${nom}, ${expire})`;
      await sql`insert into compteur_debit values (${nom}, ${apres(expire, -JOUR_MS)}, 1)`;
    }
    await purger();
    const [restes] = await sql`
      select (select count(*)::int from saisie_conservee) as saisies,
        (select string_agg(jti, ',') from jeton_deconnexion) as jetons,
        (select string_agg(cle, ',') from compteur_debit) as compteurs`;
    expect(restes).toEqual({ saisies: 1, jetons: 'vivant', compteurs: 'vivant' });
  });

  test('may run again and again', async () => {
    await purger();
    await purger();
    expect((await sql`select from compte where id = ${compteId}`).length).toBe(1);
  });
});
