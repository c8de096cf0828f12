// « Mes rattachements aux structures »: the live rattachements of one account, one row a
// structure with its lines.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
  JOUR,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { type FiltreRattachements, rattachementsDuCompte } from './queries.ts';
import { ETATS_AFFICHES, type EtatAffiche } from './rattachement.ts';

const { sql } = await baseDeTest();
const TOUT: FiltreRattachements = { texte: '', etat: null, page: 1, parPage: 10 };
let compteId: number;
beforeEach(async () => {
  compteId = await creerCompte(sql);
});

const structure = (raisonSociale: string, champs = {}) =>
  creerStructure(sql, { raisonSociale, ...champs });
/** Attaches the account to a new structure of that name. */
const sur = async (nom: string, lignes: LigneDeScene[] = [{}]) =>
  rattacher(sql, compteId, await structure(nom), 'UTILISATEUR', lignes);
const lire = (filtre: Partial<FiltreRattachements> = {}, jour = JOUR) =>
  rattachementsDuCompte(sql, compteId, { ...TOUT, ...filtre }, jour);
const noms = async (filtre: Partial<FiltreRattachements> = {}) =>
  (await lire(filtre)).lignes.map(({ designation }) => designation);

describe('the rattachements of an account', () => {
  test('tell the structure, the role, the state and each line', async () => {
    const structureId = await structure('Mairie de Terneuil', { identifiant: '21170001000011' });
    const serviceId = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
    const periode = { dateDebut: '2026-02-01', dateFin: '2026-12-31' };
    const id = await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE', [
      { ...periode, serviceId, statut: 'DESACTIVEE' },
      {},
    ]);
    const entiere = { dateDebut: '2026-01-01', dateFin: null };
    expect(await lire()).toEqual({
      total: 1,
      lignes: [
        {
          id,
          role: 'GESTIONNAIRE_SECONDAIRE',
          structureId,
          typeIdentifiant: 'SIRET',
          identifiant: '21170001000011',
          designation: 'Mairie de Terneuil',
          statutStructure: 'ACTIF',
          etat: 'VALIDEE',
          entiere: true,
          lignes: [
            { service: null, ...entiere, statut: 'VALIDEE' },
            { service: 'Urbanisme', ...periode, statut: 'DESACTIVEE' },
          ],
        },
      ],
    });
  });

  test('come one row a structure, its lines the whole first, then by service', async () => {
    const structureId = await structure('A');
    const lignes: LigneDeScene[] = [{ serviceId: null }];
    for (const code of ['Voirie', 'Écoles', 'achats'])
      lignes.unshift({ serviceId: await creerService(sql, structureId, code) });
    await sur('B');
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', lignes);
    const { lignes: lues, total } = await lire();
    expect([total, lues.map((l) => l.designation)]).toEqual([2, ['A', 'B']]);
    const services = lues[0]?.lignes.map(({ service }) => service);
    expect(services).toEqual([null, 'achats', 'Écoles', 'Voirie']);
  });

  test('keep two structures of one name apart', async () => {
    const ids = [await sur('Jumelle'), await sur('Jumelle')];
    expect((await lire()).lignes.map(({ id }) => id)).toEqual(ids);
  });

  test('come in the order of a French dictionary', async () => {
    for (const nom of ['Zoo', 'Écoles', 'avocats']) await sur(nom);
    expect(await noms()).toEqual(['avocats', 'Écoles', 'Zoo']);
  });

  test('leave out deleted lines, a rattachement deleted and those of other accounts', async () => {
    const id = await sur('Quittée');
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${id}`;
    await rattacher(sql, await creerCompte(sql), await structure('D’un autre'));
    await sur('Gardée', [{ statut: 'SUPPRIMEE' }, { dateFin: '2030-01-01' }]);
    const { lignes } = await lire();
    expect(lignes.map((l) => [l.designation, l.lignes.length])).toEqual([['Gardée', 1]]);
  });

  test('say that a structure is closed', async () => {
    await rattacher(sql, compteId, await structure('Fermée', { statut: 'INACTIF' }));
    expect((await lire()).lignes[0]?.statutStructure).toBe('INACTIF');
  });
});

const FINIE = { dateFin: '2026-11-22' };
const FUTURE = { dateDebut: '2026-11-24' };
const SUSPENDUE = { statut: 'DESACTIVEE' } as const;
type Cas = [string, LigneDeScene[], EtatAffiche, entiere: boolean];

describe('the state of a row', () => {
  test.each<Cas>([
    ['an active line', [{}], 'VALIDEE', true],
    ['a line of its very last day', [{ dateFin: JOUR }], 'VALIDEE', true],
    ['a line of its first day', [{ dateDebut: JOUR }], 'VALIDEE', true],
    ['a line that ended yesterday', [FINIE], 'EXPIREE', false],
    ['a line that starts tomorrow', [FUTURE], 'A_VENIR', false],
    ['a suspended line', [SUSPENDUE], 'DESACTIVEE', false],
    ['a suspended line that is over', [{ ...SUSPENDUE, ...FINIE }], 'DESACTIVEE', false],
    ['no line at all', [], 'DESACTIVEE', false],
    ['one active among three', [FINIE, {}, SUSPENDUE], 'VALIDEE', false],
    ['one to come, one over', [FINIE, FUTURE], 'A_VENIR', false],
    ['one over, one suspended', [SUSPENDUE, FINIE], 'EXPIREE', false],
    ['the whole over, a service active', [{ ...FINIE }, {}], 'VALIDEE', false],
  ])('with %s is the best of its lines’', async (_quoi, lignes, etat, entiere) => {
    const structureId = await structure('S');
    const posees: LigneDeScene[] = [];
    for (const [rang, ligne] of lignes.entries()) {
      const serviceId = rang === 0 ? null : await creerService(sql, structureId, `S${rang}`);
      posees.push({ serviceId, ...ligne });
    }
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', posees);
    expect((await lire()).lignes).toMatchObject([{ etat, entiere }]);
    for (const voulu of ETATS_AFFICHES)
      expect((await lire({ etat: voulu })).total).toBe(voulu === etat ? 1 : 0);
  });

  test('changes with the day: the last one counts, the next does not', async () => {
    await sur('S', [{ dateFin: JOUR }]);
    const lue = async (jour: string) => (await lire({}, jour)).lignes[0];
    expect(await lue(JOUR)).toMatchObject({ etat: 'VALIDEE', entiere: true });
    expect(await lue('2026-11-24')).toMatchObject({ etat: 'EXPIREE', entiere: false });
  });
});

describe('a filter by text', () => {
  const [MAIRIE, REGIE] = ['Mairie de Saint-Étienne-le-Haut', 'Régie de l’eau'];
  let structures: number[];
  beforeAll(async () => {
    const etrangere = { typeIdentifiant: 'UE_HORS_FRANCE', identifiant: 'BE04170001' };
    structures = [
      await structure(MAIRIE, { identifiant: '21170001000029' }),
      await structure(REGIE, etrangere),
    ];
  });
  beforeEach(async () => {
    for (const id of structures) await rattacher(sql, compteId, id);
  });

  test.each([
    ['étienne', [MAIRIE]],
    ['ETIENNE', [MAIRIE]],
    ['st etienne', [MAIRIE]],
    ['étienne le haut', [MAIRIE]],
    ['eau', [REGIE]],
    [' de ', [MAIRIE, REGIE]],
    ['21170', [MAIRIE]],
    ['211 700 01000 029', [MAIRIE]],
    ['be041', [REGIE]],
    ['170001', []],
    ['haut de saint', [MAIRIE]],
    ['%', []],
    ['x_y', []],
    ["d'eau", [REGIE]],
    ['tienne_le', [MAIRIE]],
  ])('« %s » finds %j', async (texte, attendu) => {
    expect(await noms({ texte })).toEqual(attendu);
  });

  test('and one by state go together', async () => {
    expect(await noms({ texte: 'eau', etat: 'VALIDEE' })).toEqual([REGIE]);
    expect(await noms({ texte: 'eau', etat: 'EXPIREE' })).toEqual([]);
  });
});

describe('the pages of the list', () => {
  const pages = async (page: number, parPage = 2) => {
    const { lignes, total } = await lire({ page, parPage });
    return [lignes.map(({ designation }) => designation), total];
  };

  test('follow each other and count the whole', async () => {
    for (const nom of ['C', 'E', 'A', 'D', 'B']) await sur(nom);
    expect(await pages(1)).toEqual([['A', 'B'], 5]);
    expect(await pages(2)).toEqual([['C', 'D'], 5]);
    expect(await pages(3)).toEqual([['E'], 5]);
  });

  test('end with the last one, whichever is asked beyond', async () => {
    for (const nom of ['C', 'A', 'B']) await sur(nom);
    expect(await pages(40)).toEqual([['C'], 3]);
    expect(await pages(2, 3)).toEqual([['A', 'B', 'C'], 3]);
  });

  test('of nothing is one, empty', async () => {
    expect(await pages(1)).toEqual([[], 0]);
    expect(await pages(7)).toEqual([[], 0]);
  });

  test('are those of what the filter keeps', async () => {
    for (const nom of ['C', 'A', 'B']) await sur(nom, [{ dateFin: '2026-01-31' }]);
    await sur('D');
    const { lignes, total } = await lire({ etat: 'EXPIREE', page: 2, parPage: 2 });
    expect([lignes.map((l) => l.designation), total]).toEqual([['C'], 3]);
  });
});
