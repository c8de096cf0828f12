// « Mes rattachements aux structures »: the live lines of one account, by structure then service.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  ajouterLigne,
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { rattachementsDuCompte } from './queries.ts';

const { sql } = await baseDeTest();
const structure = (raisonSociale: string, champs = {}) =>
  creerStructure(sql, { raisonSociale, ...champs });
const lire = async (compteId: number, limite = 50) =>
  (await rattachementsDuCompte(sql, compteId, limite)).map((l) => [l.designation, l.service]);

describe('the rattachements of an account', () => {
  test('tell the structure, the role, the period and the state of each line', async () => {
    const compteId = await creerCompte(sql);
    const structureId = await structure('Mairie de Terneuil', { identifiant: '21170001000011' });
    const serviceId = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
    const id = await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE', []);
    const periode = { dateDebut: '2026-02-01', dateFin: '2026-12-31' };
    const ligneId = await ajouterLigne(sql, id, structureId, {
      ...periode,
      serviceId,
      statut: 'DESACTIVEE',
    });
    expect([...(await rattachementsDuCompte(sql, compteId, 10))]).toEqual([
      {
        id: ligneId,
        role: 'GESTIONNAIRE_SECONDAIRE',
        typeIdentifiant: 'SIRET',
        identifiant: '21170001000011',
        designation: 'Mairie de Terneuil',
        service: 'Urbanisme',
        ...periode,
        statut: 'DESACTIVEE',
      },
    ]);
  });

  test('come by structure, the whole structure first, then by service', async () => {
    const compteId = await creerCompte(sql);
    const [b, a] = [await structure('B'), await structure('A')];
    const [voirie, achats] = [
      await creerService(sql, a, 'VOIRIE'),
      await creerService(sql, a, 'ACHATS'),
    ];
    await rattacher(sql, compteId, b);
    const lignes = [{ serviceId: voirie }, { serviceId: achats }, { serviceId: null }];
    await rattacher(sql, compteId, a, 'UTILISATEUR', lignes);
    expect(await lire(compteId)).toEqual([
      ['A', null],
      ['A', 'ACHATS'],
      ['A', 'VOIRIE'],
      ['B', null],
    ]);
  });

  test('keep two structures of one name apart', async () => {
    const compteId = await creerCompte(sql);
    const [un, deux] = [await structure('Jumelle'), await structure('Jumelle')];
    for (const id of [deux, un]) {
      const serviceId = await creerService(sql, id, 'URBS');
      await rattacher(sql, compteId, id, 'UTILISATEUR', [{ serviceId }, {}]);
    }
    const lues = await rattachementsDuCompte(sql, compteId, 10);
    expect(lues.map((l) => l.service)).toEqual([null, 'URBS', null, 'URBS']);
    expect(lues[0]?.identifiant).toBe(lues[1]?.identifiant);
  });

  test('show suspended, expired and future lines, never deleted ones', async () => {
    const compteId = await creerCompte(sql);
    const structureId = await structure('S');
    const services = await Promise.all(
      ['A', 'B', 'C', 'D'].map((code) => creerService(sql, structureId, code)),
    );
    const [a = 0, b = 0, c = 0, d = 0] = services;
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [
      { serviceId: a, statut: 'DESACTIVEE' },
      { serviceId: b, dateFin: '2026-01-31' },
      { serviceId: c, dateDebut: '2030-01-01' },
      { serviceId: d, statut: 'SUPPRIMEE' },
    ]);
    expect((await lire(compteId)).map(([, service]) => service)).toEqual(['A', 'B', 'C']);
  });

  test('leave out a rattachement deleted and those of other accounts', async () => {
    const compteId = await creerCompte(sql);
    const structureId = await structure('S');
    const id = await rattacher(sql, compteId, structureId);
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${id}`;
    await rattacher(sql, await creerCompte(sql), structureId);
    expect(await lire(compteId)).toEqual([]);
  });

  test('are never more than asked', async () => {
    const compteId = await creerCompte(sql);
    for (const nom of ['C', 'A', 'B']) await rattacher(sql, compteId, await structure(nom));
    expect(await lire(compteId, 2)).toEqual([
      ['A', null],
      ['B', null],
    ]);
  });

  test('come in the order of a French dictionary', async () => {
    const compteId = await creerCompte(sql);
    for (const nom of ['Zoo', 'Écoles', 'avocats'])
      await rattacher(sql, compteId, await structure(nom));
    expect((await lire(compteId)).map(([nom]) => nom)).toEqual(['avocats', 'Écoles', 'Zoo']);
  });
});
