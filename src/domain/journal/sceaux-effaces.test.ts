// The seals of lines that are too old: they go together, and the chain that is left still holds.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { scellement } from '../../../tests/soutien/sceaux.ts';
import { INSTANT } from '../../../tests/soutien/scene.ts';
import { effacerPerimes } from '../../platform/postgres/retention.ts';

const { sql, proprietaire } = await baseDeTest();
const { noter, rangs, sceller, verifier } = scellement(sql);
const IL_Y_A_SEPT_ANS = new Date('2019-11-01T09:00:00Z');

beforeEach(async () => {
  await proprietaire`truncate journal, journal_sceau, journal_effacement`;
});

describe('after six years', () => {
  test('lines go with their seals, and the chain still holds', async () => {
    await noter(sql, IL_Y_A_SEPT_ANS);
    await noter(sql, IL_Y_A_SEPT_ANS);
    const recente = await noter(sql, new Date('2020-11-24T09:00:00Z'));
    // Sealed after a younger line: it waits for it.
    const attardee = await noter(sql, IL_Y_A_SEPT_ANS);
    await sceller(4);
    await effacerPerimes(proprietaire, INSTANT);
    expect(await rangs()).toEqual([recente, attardee]);
    expect(await sql`select rang from journal_effacement`).toMatchObject([{ rang: 2 }]);
    const { anomalies, bilan } = await verifier();
    expect(anomalies).toEqual([]);
    expect(bilan).toMatchObject({ sceaux: 2, premier: 3, effaceJusqua: 2 });
    // The first line kept is still covered: the seal before it was kept too.
    await proprietaire`update journal set acte = 'X' where id = ${recente}`;
    expect((await verifier()).anomalies).toMatchObject([{ kind: 'ligneModifiee', rang: 3 }]);
  });

  test('nothing goes that is younger or not sealed; done again it does nothing more', async () => {
    await noter(sql, IL_Y_A_SEPT_ANS);
    await effacerPerimes(proprietaire, INSTANT);
    expect((await sql`select from journal`).length).toBe(1);
    await sceller(1);
    await effacerPerimes(proprietaire, INSTANT);
    await effacerPerimes(proprietaire, INSTANT);
    expect((await sql`select from journal`).length).toBe(0);
    await noter();
    await sceller(1);
    expect(await sql`select rang from journal_sceau`).toMatchObject([{ rang: 2 }]);
    expect((await verifier()).anomalies).toEqual([]);
  });
});
