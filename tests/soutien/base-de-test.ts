// A database of its own for a test file: a clone of the migrated template, opened as both roles.
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { type Clock, testClock } from '../../src/platform/clock.ts';
import { type AdressesBase, adressesBase } from '../../src/platform/embedded/base.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';

export type BaseDeTest = {
  /** As the portal's role: what the program may do. */
  sql: Sql;
  /** As the owner: to set scenes and read what the portal may not. */
  proprietaire: Sql;
  adresses: AdressesBase;
  clock: Clock;
  /** Sets the instant that every process of this test reads. */
  regler(instant: Date | string): Promise<void>;
};

/** Opens a fresh database, in the tests' PostgreSQL unless told; it is dropped when the file's tests are over. */
export async function baseDeTest(adminUrl = inject('adminUrl')): Promise<BaseDeTest> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name} template modele owner chorus_proprietaire`);
  const adresses = adressesBase(adminUrl.replace(/\/postgres$/, `/${name}`));
  const sql = connect(adresses.portail, { max: 8, name: 'test-portail' });
  const proprietaire = connect(adresses.proprietaire, { max: 2, name: 'test-proprietaire' });
  afterAll(async () => {
    await Promise.all([sql.end({ timeout: 2 }), proprietaire.end({ timeout: 2 })]);
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return {
    sql,
    proprietaire,
    adresses,
    clock: testClock(sql),
    async regler(instant) {
      await proprietaire.begin(async (tx) => {
        await tx`delete from horloge_de_test`;
        await tx`insert into horloge_de_test values (${new Date(instant)})`;
      });
    },
  };
}
