// The seals: gapless, in order, one sealer at a time, and every way of touching the journal is found and named.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { scellement } from '../../../tests/soutien/sceaux.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { scellerJournal } from './actions-sceaux.ts';
import { journaliser } from './queries.ts';
import { obtenirScellement } from './queries-sceaux.ts';

const { sql, proprietaire } = await baseDeTest();
const { noter, rangs, sceller, verifier } = scellement(sql);

beforeEach(async () => {
  await proprietaire`truncate journal, journal_sceau, journal_effacement`;
});

async function cinqScellees(): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await noter());
  await sceller(5);
  return ids;
}

describe('sealing', () => {
  test('gives lines ranks without a gap, in the order of their ids, each hash over the one before', async () => {
    const ids = await cinqScellees();
    expect(await rangs()).toEqual(ids);
    const sceaux = await sql<{ rang: number; empreinte: Buffer }[]>`
      select rang, empreinte from journal_sceau order by rang`;
    expect(sceaux.map(({ rang }) => rang)).toEqual([1, 2, 3, 4, 5]);
    const [premier, second] = sceaux;
    const texte = (id: number | undefined) =>
      sql`select jsonb_build_array(id, '2026-11-23T09:00:00.000000Z', acteur_compte_id, en_qualite,
        acte, objet, objet_id, compte_id, structure_id, details, transaction_id::text)::text as texte
        from journal where id = ${id ?? 0}`;
    const [un] = await texte(ids[0]);
    const [deux] = await texte(ids[1]);
    const attendue = createHash('sha256').update(Buffer.alloc(32)).update(un?.['texte']).digest();
    expect(premier?.empreinte).toEqual(attendue);
    const suivante = createHash('sha256').update(attendue).update(deux?.['texte']).digest();
    expect(second?.empreinte).toEqual(suivante);
    expect((await verifier()).anomalies).toEqual([]);
  });

  test('goes on by batches, and seals nothing twice', async () => {
    await cinqScellees();
    for (let n = 0; n < 7; n += 1) await noter();
    const horizon = async () => {
      const [sceau] = await sql`
        select horizon::text as horizon from journal_sceau order by rang desc limit 1`;
      return Number(sceau?.['horizon']);
    };
    const avant = await horizon();
    await sceller(12, 2);
    await noter();
    await sceller(13, 2);
    // What is sealed is not looked at again.
    expect(await horizon()).toBeGreaterThan(avant);
    await scellerJournal(sql, INSTANT);
    expect(new Set(await rangs()).size).toBe(13);
    expect((await verifier()).bilan).toMatchObject({ sceaux: 13, queue: { nombre: 0 } });
  });

  test('leaves a line that a running transaction may precede, and seals it afterwards, whatever its id', async () => {
    const { promise: suite, resolve: finir } = Promise.withResolvers<void>();
    const { promise: ecrite, resolve: dire } = Promise.withResolvers<void>();
    let premiere = 0;
    let lente: Promise<unknown> | undefined;
    let seconde = 0;
    await sql.begin(async (tx) => {
      // It has its number before the other transaction, and its line after.
      await tx`select pg_current_xact_id()`;
      lente = sql.begin(async (autre) => {
        premiere = await noter(autre);
        dire();
        await suite;
      });
      await ecrite;
      seconde = await noter(tx);
    });
    await sceller(1);
    expect(premiere).toBeLessThan(seconde);
    expect(await rangs()).toEqual([seconde]);
    expect((await verifier()).bilan.queue.nombre).toBe(0);
    finir();
    await lente;
    expect((await verifier()).bilan.queue).toEqual({ nombre: 1, depuis: INSTANT });
    await sceller(2);
    expect(await rangs()).toEqual([seconde, premiere]);
    expect((await verifier()).anomalies).toEqual([]);
  });

  test('is for one process at a time: the other goes away at once', async () => {
    await noter();
    await sql.begin(async (tx) => {
      expect(await obtenirScellement(tx)).toBe(true);
      expect(await scellerJournal(sql, INSTANT)).toEqual({ kind: 'occupe' });
    });
    await sceller(1);
    await noter();
    await Promise.all([scellerJournal(sql, INSTANT), scellerJournal(sql, INSTANT)]);
    await sceller(2);
    expect((await verifier()).anomalies).toEqual([]);
  });

  test('never makes an act wait: lines are written while a batch is sealed', async () => {
    await noter();
    await sql.begin(async (tx) => {
      await obtenirScellement(tx);
      await tx`select from journal_sceau`;
      await sql.begin(async (acte) => {
        await acte`set local lock_timeout = '200ms'`;
        await journaliser(acte, {
          instant: INSTANT,
          acteurCompteId: null,
          acte: 'CONNEXION',
          objet: 'compte',
          objetId: 1,
          compteId: 1,
        });
      });
    });
    await sceller(2);
  });

  test('works in a restored database, where the numbers of transactions start again', async () => {
    await cinqScellees();
    await proprietaire`update journal_sceau set horizon = '900000000000'::xid8`;
    // A line of before the restore, never sealed, and one of after.
    const ancienne = await noter();
    await proprietaire`update journal set transaction_id = '900000000001'::xid8 where id = ${ancienne}`;
    await noter();
    await sceller(7);
    await noter();
    await sceller(8);
    expect((await verifier()).anomalies).toEqual([]);
  });

  test('is append-only for the portal’s own role', async () => {
    await cinqScellees();
    const refus = { code: '42501' };
    for (const essai of [
      sql`update journal_sceau set scelle_le = ${INSTANT}`,
      sql`delete from journal_sceau`,
      sql`truncate journal_sceau`,
      sql`update journal set acte = 'X'`,
      sql`delete from journal`,
      sql`delete from journal_effacement`,
      sql`insert into journal_effacement values (1, ${Buffer.alloc(32)}, ${INSTANT})`,
    ])
      await expect(Promise.resolve(essai)).rejects.toMatchObject(refus);
  });
});

describe('verification', () => {
  test('finds a line that was changed, whatever the column, and only that one', async () => {
    const [, , id = 0] = await cinqScellees();
    for (const changement of [
      proprietaire`acte = 'DECONNEXION'`,
      proprietaire`instant = instant + interval '1 microsecond'`,
      proprietaire`acteur_compte_id = 7`,
      proprietaire`details = '{"a": 1}'`,
    ]) {
      const avant = await proprietaire`select * from journal where id = ${id}`;
      await proprietaire`update journal set ${changement} where id = ${id}`;
      expect((await verifier()).anomalies).toEqual([
        { kind: 'ligneModifiee', rang: 3, journalId: id },
      ]);
      const [ligne] = avant;
      await proprietaire`
        update journal set acte = ${ligne?.['acte']}, instant = ${INSTANT}, acteur_compte_id = null,
          details = '{}' where id = ${id}`;
    }
    expect((await verifier()).anomalies).toEqual([]);
  });

  test('tells a seal that was changed from a line that was', async () => {
    const [, , id = 0] = await cinqScellees();
    await proprietaire`
      update journal_sceau set empreinte = ${Buffer.alloc(32, 9)} where rang = 3`;
    expect((await verifier()).anomalies).toEqual([
      { kind: 'sceauModifie', rang: 3, journalId: id },
    ]);
  });

  test('finds a line that is gone, its seal left', async () => {
    const [, , id = 0] = await cinqScellees();
    await proprietaire.begin(async (tx) => {
      await tx`alter table journal_sceau drop constraint journal_sceau_journal_id_fkey`;
      await tx`delete from journal where id = ${id}`;
    });
    expect((await verifier()).anomalies).toEqual([
      { kind: 'ligneSupprimee', rang: 3, journalId: id },
    ]);
    await proprietaire`truncate journal, journal_sceau`;
    await proprietaire`
      alter table journal_sceau add foreign key (journal_id) references journal`;
  });

  test('finds the ranks that are missing, at the beginning and within', async () => {
    const ids = await cinqScellees();
    await proprietaire`delete from journal_sceau where rang in (1, 3, 4)`;
    await proprietaire`delete from journal where id <> all (${[ids[1] ?? 0, ids[4] ?? 0]}::bigint[])`;
    expect((await verifier()).anomalies).toEqual([
      { kind: 'lacune', de: 1, a: 1 },
      { kind: 'lacune', de: 3, a: 4 },
    ]);
  });

  test('finds ranks that were numbered again over a line taken out', async () => {
    const ids = await cinqScellees();
    await proprietaire`delete from journal_sceau where rang = 3`;
    await proprietaire`delete from journal where id = ${ids[2] ?? 0}`;
    await proprietaire`update journal_sceau set rang = rang - 1 where rang = 4`;
    await proprietaire`update journal_sceau set rang = rang - 1 where rang = 5`;
    expect((await verifier()).anomalies).toMatchObject([{ rang: 3, journalId: ids[3] }]);
  });

  test('compares with a seal noted elsewhere: a chain rewritten whole does not pass', async () => {
    const ids = await cinqScellees();
    const [sceau] = await sql<{ empreinte: Buffer }[]>`
      select empreinte from journal_sceau where rang = 4`;
    const note = { rang: 4, empreinte: sceau?.empreinte.toString('hex') ?? '' };
    expect((await verifier(note)).anomalies).toEqual([]);
    await proprietaire`update journal set acte = 'X' where id = ${ids[1] ?? 0}`;
    await proprietaire`truncate journal_sceau`;
    await sceller(5);
    expect((await verifier()).anomalies).toEqual([]);
    expect((await verifier(note)).anomalies).toMatchObject([{ kind: 'autreSceau', rang: 4 }]);
    expect((await verifier({ ...note, rang: 40 })).anomalies).toEqual([
      { kind: 'autreSceau', rang: 40, empreinte: null },
    ]);
  });

  test('counts the lines not sealed yet, and since when; they are no fault', async () => {
    await cinqScellees();
    await noter(sql, new Date('2026-11-24T09:00:00Z'));
    await noter(sql, new Date('2026-11-25T09:00:00Z'));
    const { anomalies, bilan } = await verifier();
    expect(anomalies).toEqual([]);
    expect(bilan).toMatchObject({
      premier: 1,
      dernier: { rang: 5 },
      queue: { nombre: 2, depuis: new Date('2026-11-24T09:00:00Z') },
    });
  });

  test('of an empty journal passes', async () => {
    const { anomalies, bilan } = await verifier();
    expect(anomalies).toEqual([]);
    expect(bilan).toMatchObject({ sceaux: 0, premier: null, dernier: null });
  });
});
