// COPY through the driver: values as they are, refusals and losses told, the process alive.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { connect } from './connect.ts';
import { type CopyValue, copyIn } from './copy.ts';
import { ownTransaction } from './own-transaction.ts';

const { sql, adresses } = await baseDeTest();

/** Copies rows in a temporary table, and gives what it then holds. */
function copier(rows: () => AsyncGenerator<CopyValue[]>, pool = sql) {
  return ownTransaction(pool, async (tx) => {
    await tx`create temp table cible (n integer, texte text, vrai boolean) on commit drop`;
    await copyIn(tx, tx`copy cible from stdin`, rows());
    return tx<{ n: number; texte: string; vrai: boolean }[]>`select * from cible order by n`;
  });
}

describe('copyIn', () => {
  test('sends every kind of value as it is', async () => {
    const textes = ['\\', '\t\n\r\b\f\v', '\\N', '', 'é « œ » 𝄞'];
    const lues = await copier(async function* () {
      for (const [n, texte] of textes.entries()) yield [n, texte, n % 2 === 0];
      yield [9, null, undefined];
    });
    expect(lues.map(({ texte }) => texte)).toEqual([...textes, null]);
    expect(lues.map(({ vrai }) => vrai)).toEqual([true, false, true, false, true, null]);
  });

  test('sends nothing when there is nothing', async () => {
    expect(await copier(async function* () {})).toHaveLength(0);
  });

  test.each([0, 30_000])('tells that a row is refused, after %i others', async (avant) => {
    const run = copier(async function* () {
      for (let n = 0; n < avant; n += 1) yield [n, 'x', true];
      yield ['une', 'x', true];
    });
    await expect(run).rejects.toThrow();
    expect(await sql`select 1 as un`).toEqual([{ un: 1 }]);
  });

  test('tells what its rows throw, and the connection serves again', async () => {
    const run = copier(async function* () {
      yield [1, 'x', true];
      throw new Error('the disk is gone');
    });
    await expect(run).rejects.toThrow('the disk is gone');
    expect(await sql`select 1 as un`).toEqual([{ un: 1 }]);
  });
});

describe('ownTransaction', () => {
  test('undoes everything when its act throws', async () => {
    const run = ownTransaction(sql, async (tx) => {
      await tx`insert into compteur_debit (cle, fenetre, nombre) values ('a', '2026-01-01', 1)`;
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect(await sql`select from compteur_debit`).toHaveLength(0);
  });

  test('leaves a connection lost in the middle of a COPY alone, and says so', async () => {
    const pool = connect(adresses.portail, { max: 2, name: 'perdue' });
    const tuer = () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'perdue'`;
    const copie = copier(async function* () {
      for (let n = 0; n < 1_000_000; n += 1) {
        if (n === 100_000) await tuer();
        yield [n, 'x', true];
      }
    }, pool);
    await expect(copie).rejects.toThrow();
    await pool.end({ timeout: 1 });
  });
});
