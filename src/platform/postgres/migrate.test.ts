// The schema that every later issue builds on: roles, seeds, and invariants held by the database (model §1, §2).
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';

const { sql, proprietaire } = await baseDeTest();

describe('the migrated database', () => {
  test('holds the twelve espaces and the five types of pièce jointe', async () => {
    expect((await sql`select from espace`).length).toBe(12);
    const types = await sql<{ code: string }[]>`select code from type_piece_jointe order by ordre`;
    expect(types.map(({ code }) => code)).toEqual([
      'DIVERS',
      'JUSTIFICATIF',
      'BROCHURE',
      'ATTESTATION',
      'CERTIFICAT_IMMATRICULATION',
    ]);
  });

  test.each([
    'update journal set acte = acte',
    'delete from journal',
    'truncate journal',
    'update journal_sceau set rang = rang',
    'delete from journal_sceau',
    'create table intruse ()',
    'drop table compte',
    'insert into espace select * from espace',
  ])('refuses « %s » to the portal', async (statement) => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('lets the portal queue a job in its own transaction', async () => {
    await sql.begin((tx) => tx`select graphile_worker.add_job('essai', '{}'::json)`);
    const jobs =
      await proprietaire`select from graphile_worker.jobs where task_identifier = 'essai'`;
    expect(jobs.length).toBe(1);
  });
});
