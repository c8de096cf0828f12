// The pool: what comes out of the database, and which host of several is used.
import { afterAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { freePort } from '../embedded/free-port.ts';
import { classerErreur } from '../erreurs.ts';
import { connect, writableAddress } from './connect.ts';
import type { Sql } from './sql.ts';

const { sql, adresses } = await baseDeTest();
const mort = await freePort();
const { host } = new URL(adresses.portail);
/** The test's address with another list of hosts. */
const avecHotes = (...hotes: string[]) => adresses.portail.replace(host, hotes.join(','));

const pools: Sql[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.end({ timeout: 1 }))));
function ouvrir(url: string): Sql {
  const pool = connect(url, { max: 1, name: 'essai-connexion' });
  pools.push(pool);
  return pool;
}

describe('a row', () => {
  test('has its ids as numbers, up to the greatest safe one', async () => {
    const [row] = await sql`select 42::bigint as petit, 9007199254740991::bigint as grand`;
    expect(row).toEqual({ petit: 42, grand: Number.MAX_SAFE_INTEGER });
  });

  test('has its civil days as PostgreSQL writes them, whatever the zone', async () => {
    const [row] = await sql`select '2026-03-29'::date as jour, null::date as aucun`;
    expect(row).toEqual({ jour: '2026-03-29', aucun: null });
  });

  test('has its instants as dates', async () => {
    const instant = new Date('2026-10-25T00:30:00.123Z');
    const [row] = await sql`select ${instant}::timestamptz as instant`;
    expect(row).toEqual({ instant });
  });

  test('has camelCase names, and leaves the inside of JSON alone', async () => {
    const [row] = await sql`select 1 as date_de_debut, '{"cle_interne": 1}'::json as details`;
    expect(row).toEqual({ dateDeDebut: 1, details: { cle_interne: 1 } });
  });

  test('takes ids and days back as parameters', async () => {
    const [row] = await sql`select ${12}::bigint as id, ${'2026-11-23'}::date as jour`;
    expect(row).toEqual({ id: 12, jour: '2026-11-23' });
  });
});

describe('a connection', () => {
  test('counts its civil time in Paris and says who it is', async () => {
    const [row] = await ouvrir(adresses.portail)`
      select current_setting('TimeZone') as zone, current_setting('application_name') as nom`;
    expect(row).toEqual({ zone: 'Europe/Paris', nom: 'essai-connexion' });
  });

  test('goes to the host that answers when the other is dead', async () => {
    const pool = ouvrir(avecHotes(`127.0.0.1:${mort}`, host));
    expect([...(await pool`select 1 as un`)]).toEqual([{ un: 1 }]);
  });

  test('to dead hosts only is an outage, not a bug', async () => {
    const erreur = await ouvrir(avecHotes(`127.0.0.1:${mort}`))`select 1`.catch((e: unknown) => e);
    expect(classerErreur(erreur)).toBe('INDISPONIBLE');
  });
});

describe('the writable address', () => {
  test('of one host is itself, without asking anybody', async () => {
    const url = avecHotes(`127.0.0.1:${mort}`);
    expect(await writableAddress(url)).toBe(url);
  });

  test.each([
    ['first', () => [`127.0.0.1:${mort}`, host]],
    ['last', () => [host, `127.0.0.1:${mort}`]],
  ])('passes over a dead host that comes %s', async (_rang, hotes) => {
    expect(await writableAddress(avecHotes(...hotes()))).toBe(adresses.portail);
  });

  test('keeps what follows the hosts', async () => {
    const url = `${avecHotes(`127.0.0.1:${mort}`, host)}?sslmode=disable`;
    expect(await writableAddress(url)).toBe(`${adresses.portail}?sslmode=disable`);
  });

  test('is refused when no host answers, with the reason of each and no password', async () => {
    const url = avecHotes(`127.0.0.1:${mort}`, `localhost:${mort}`);
    const erreur = await writableAddress(url).catch((e: unknown) => e);
    const { cause } = erreur as Error;
    expect(cause).toBeInstanceOf(AggregateError);
    expect((cause as AggregateError).errors.length).toBe(2);
    expect(String(erreur)).not.toContain(new URL(adresses.portail).password);
  });

  test('of dead hosts is an outage, not a bug', async () => {
    const url = avecHotes(`127.0.0.1:${mort}`, `localhost:${mort}`);
    const erreur = await writableAddress(url).catch((e: unknown) => e);
    expect(classerErreur(erreur)).toBe('INDISPONIBLE');
  });
});
