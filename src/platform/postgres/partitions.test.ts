// The months in which events land: made ahead, by the owner, in the civil time of Paris.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { creerPartitions, supprimerPartitions } from './partitions.ts';
import { migrationsFaites } from './ready.ts';

const { sql, proprietaire } = await baseDeTest();

const creer = async (instant: string, moisDAvance: number) => {
  const [row] = await proprietaire`
    select creer_partitions_evenement(${new Date(instant)}, ${moisDAvance}) as crees`;
  return row?.['crees'];
};
/** Stores an event received at that instant; gives the partition where it landed. */
const recevoir = async (instant: string) => {
  const [row] = await sql`
    insert into evenement (recu_le, survenu_le, famille, quoi, compte_id)
    values (${new Date(instant)}, ${new Date(instant)}, 'COMPTE', 'X', 1)
    returning tableoid::regclass::text as partition`;
  return row?.['partition'];
};

describe('the months of events', () => {
  test('are that of the instant and those after it, made once', async () => {
    expect(await creer('2031-05-10T12:00:00Z', 2)).toBe(3);
    expect(await creer('2031-05-31T12:00:00Z', 2)).toBe(0);
    expect(await creer('2031-06-01T12:00:00Z', 2)).toBe(1);
  });

  test('cross the year', async () => {
    expect(await creer('2033-12-15T12:00:00Z', 1)).toBe(2);
    expect(await recevoir('2034-01-15T12:00:00Z')).toBe('evenement_2034_01');
  });

  test.each([
    ['2032-02-29T22:59:59Z', 'evenement_2032_02'],
    ['2032-02-29T23:00:00Z', 'evenement_2032_03'],
    ['2032-03-31T21:59:59Z', 'evenement_2032_03'],
    ['2032-03-31T22:00:00Z', 'evenement_2032_04'],
    ['2032-10-31T22:59:59Z', 'evenement_2032_10'],
    ['2032-10-31T23:00:00Z', 'evenement_2032_11'],
  ])('an event of %s lands in %s: months begin at midnight in Paris', async (instant, attendu) => {
    await creer('2032-02-01T12:00:00Z', 9);
    expect(await recevoir(instant)).toBe(attendu);
  });

  test('begin with the month of Paris, not of Greenwich', async () => {
    expect(await creer('2035-06-30T22:30:00Z', 0)).toBe(1);
    expect(await recevoir('2035-07-01T12:00:00Z')).toBe('evenement_2035_07');
  });

  test('not made refuse the event, rather than losing it', async () => {
    await expect(recevoir('2050-01-01T12:00:00Z')).rejects.toMatchObject({ code: '23514' });
  });

  test('are a year ahead of the job that keeps them', async () => {
    await creerPartitions(proprietaire, new Date('2040-01-15T12:00:00Z'));
    expect(await recevoir('2041-01-31T12:00:00Z')).toBe('evenement_2041_01');
    await expect(recevoir('2041-02-15T12:00:00Z')).rejects.toMatchObject({ code: '23514' });
    await creerPartitions(proprietaire, new Date('2040-01-15T12:00:00Z'));
  });

  test('are not made by the portal', async () => {
    const essai = sql`select creer_partitions_evenement(${new Date('2060-01-01')}, 0)`;
    await expect(Promise.resolve(essai)).rejects.toMatchObject({ code: '42501' });
  });

  test('give every event one id, whatever its month', async () => {
    const [row] =
      await sql`select count(*)::int as n, count(distinct id)::int as ids from evenement`;
    expect(row?.['n']).toBeGreaterThan(5);
    expect(row?.['ids']).toBe(row?.['n']);
  });
});

describe('the months of events that had their time', () => {
  test('months of events are dropped once they ended 13 months ago, not before', async () => {
    await proprietaire`select creer_partitions_evenement(${new Date('2025-08-01T12:00:00Z')}, 3)`;
    await supprimerPartitions(proprietaire, INSTANT);
    const rows = await proprietaire<{ nom: string }[]>`
      select inhrelid::regclass::text as nom from pg_inherits
      where inhparent = 'evenement'::regclass order by 1 limit 1`;
    expect(rows[0]?.nom).toBe('evenement_2025_10');
  });

  test('what was noted of a month of events goes with it', async () => {
    const mois = ['2027-01-31T12:00:00Z', '2027-02-28T22:59:59Z', '2027-02-28T23:00:00Z'];
    await proprietaire`select creer_partitions_evenement(${new Date('2027-01-01T12:00:00Z')}, 16)`;
    for (const recuLe of mois)
      await proprietaire`
        insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, service_id, espace_id)
        values (${new Date(recuLe)}, ${new Date(recuLe)}, 'FACTURE', 'FACTURE', 1, 2, 3)`;
    const notes = async () =>
      (
        await proprietaire`select service_id, mois from evenement_mois order by mois, service_id`
      ).map(({ serviceId, mois: jour }) => `${serviceId} ${jour}`);
    const tous = [
      '0 2027-01-01',
      '2 2027-01-01',
      '0 2027-02-01',
      '2 2027-02-01',
      '0 2027-03-01',
      '2 2027-03-01',
    ];
    await supprimerPartitions(proprietaire, new Date('2028-02-29T22:59:59Z'));
    expect(await notes()).toEqual(tous);
    await supprimerPartitions(proprietaire, new Date('2028-02-29T23:00:00Z'));
    expect(await notes()).toEqual(tous.slice(2));
    await supprimerPartitions(proprietaire, new Date('2028-03-31T22:00:00Z'));
    expect(await notes()).toEqual(tous.slice(4));
    expect((await proprietaire`select from evenement where structure_id = 1`).length).toBe(1);
  });
});

describe('the schema', () => {
  test('is ready when every migration ran, as the portal itself can tell', async () => {
    expect(await migrationsFaites(sql)).toBe(true);
  });

  test('is not ready when one is missing', async () => {
    await proprietaire`delete from pgmigrations where name like '%_journal'`;
    expect(await migrationsFaites(sql)).toBe(false);
  });
});
