// Journal lines: written as told, with the act they tell or not at all, and with codes only.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompte, creerStructure, INSTANT, journalDe } from '../../../tests/soutien/scene.ts';
import { ACTES_JOURNALISES, type LigneDeJournal } from './journal.ts';
import { journaliser } from './queries.ts';

const { sql } = await baseDeTest();
const ligne = (compteId: number, changes: Partial<LigneDeJournal> = {}): LigneDeJournal => ({
  instant: INSTANT,
  acteurCompteId: compteId,
  acte: 'CONNEXION',
  objet: 'compte',
  objetId: compteId,
  compteId,
  ...changes,
});
const ecrire = (l: LigneDeJournal) => sql.begin((tx) => journaliser(tx, l));

describe('a journal line', () => {
  test('says who, what, on what and when', async () => {
    const [id, structureId] = [await creerCompte(sql), await creerStructure(sql)];
    await ecrire(
      ligne(id, {
        acteurCompteId: null,
        enQualite: 'REFERENT',
        acte: 'RATTACHEMENT_CREE',
        objet: 'rattachement',
        objetId: 12,
        structureId,
        details: { champs: ['nom', 'fax'], nombre: 2, complet: true },
      }),
    );
    const [row] = await sql`select * from journal where compte_id = ${id}`;
    expect(row).toMatchObject({
      instant: INSTANT,
      acteurCompteId: null,
      enQualite: 'REFERENT',
      acte: 'RATTACHEMENT_CREE',
      objet: 'rattachement',
      objetId: 12,
      compteId: id,
      structureId,
      details: { champs: ['nom', 'fax'], nombre: 2, complet: true },
    });
  });

  test('has no more than what it is given', async () => {
    const id = await creerCompte(sql);
    await ecrire(ligne(id));
    const [row] = await sql`select * from journal where compte_id = ${id}`;
    expect(row).toMatchObject({ enQualite: null, structureId: null, details: {} });
  });

  test('goes with its act: undone together', async () => {
    const id = await creerCompte(sql);
    const acte = sql.begin(async (tx) => {
      await journaliser(tx, ligne(id));
      throw new Error('undone');
    });
    await expect(acte).rejects.toThrow('undone');
    expect(await journalDe(sql, id)).toEqual([]);
  });

  test.each(ACTES_JOURNALISES)('may tell %s', async (acte) => {
    const id = await creerCompte(sql);
    await ecrire(ligne(id, { acte }));
    expect((await journalDe(sql, id))[0]?.acte).toBe(acte);
  });

  test('carries the transaction that wrote it, for the seals', async () => {
    const id = await creerCompte(sql);
    const ecrit = await sql.begin(async (tx) => {
      await journaliser(tx, ligne(id));
      const [row] = await tx`select pg_current_xact_id()::text as transaction`;
      return row?.['transaction'];
    });
    const [row] =
      await sql`select transaction_id::text as transaction from journal where compte_id = ${id}`;
    expect(row?.['transaction']).toBe(ecrit);
  });
});
