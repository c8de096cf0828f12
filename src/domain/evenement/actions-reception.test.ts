// A batch of invoices' events: each line has its own fate, two batches at once never wait in a
// circle, all or nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerService, creerStructure, INSTANT, ouvrirMois } from '../../../tests/soutien/scene.ts';
import { recevoirFactures } from './actions-reception.ts';
import type { FactureRecue } from './reception.ts';

const { sql, proprietaire } = await baseDeTest();
const SIRET = '21760002200016';
let structureId: number;
beforeAll(async () => {
  await ouvrirMois(proprietaire);
  structureId = await creerStructure(sql, { identifiant: SIRET, raisonSociale: 'Terneuil' });
  await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
});

let rang = 0;
function facture(champs: Partial<FactureRecue> = {}): FactureRecue {
  rang += 1;
  return {
    idEvenement: `e-${rang}`,
    dateEvenement: INSTANT,
    numeroFacture: `F${rang}`,
    statut: 'REJETEE',
    emetteur: { typeIdentifiant: 'SIRET', identifiant: '0' },
    destinataire: { typeIdentifiant: 'SIRET', identifiant: SIRET },
    codeService: null,
    montantTtc: null,
    motif: null,
    ...champs,
  };
}
const recevoir = (factures: FactureRecue[], source = 'AIFE') =>
  recevoirFactures(sql, source, factures, INSTANT);
const compter = async () => (await sql`select from evenement`).length;

describe('a batch', () => {
  test('gives what became of each line, in their order', async () => {
    const connue = facture();
    await recevoir([connue]);
    const sorts = await recevoir([
      facture(),
      connue,
      facture({ dateEvenement: new Date(0) }),
      facture({ codeService: 'URBS' }),
      facture({ codeService: 'urbs' }),
      facture({ destinataire: { typeIdentifiant: 'RIDET', identifiant: SIRET } }),
    ]);
    expect(sorts).toEqual([
      'acceptee',
      'dejaRecue',
      'DATE_TROP_ANCIENNE',
      'acceptee',
      'SERVICE_INCONNU',
      'STRUCTURE_INCONNUE',
    ]);
  });

  test('sent again is known, even if its date or the directory refuses it now', async () => {
    const services = { codeService: 'URBS' };
    const lot = [facture(), facture(services), facture()];
    await recevoir(lot);
    const [vieille, sansService, ailleurs] = lot;
    const avant = await compter();
    const sorts = await recevoir([
      { ...facture(), ...vieille, dateEvenement: new Date(0) },
      { ...facture(), ...sansService, codeService: 'FERMÉ' },
      { ...facture(), ...ailleurs, destinataire: { typeIdentifiant: 'RIDET', identifiant: '9' } },
    ]);
    expect(sorts).toEqual(['dejaRecue', 'dejaRecue', 'dejaRecue']);
    expect(await compter()).toBe(avant);
    expect(await recevoir([{ ...facture(), ...vieille, dateEvenement: new Date(0) }], 'X')).toEqual(
      ['DATE_TROP_ANCIENNE'],
    );
  });

  test('with one id twice tells each line by what was known before it', async () => {
    const bonne = facture();
    const vieille = { ...bonne, dateEvenement: new Date(0) };
    expect(await recevoir([vieille, bonne, vieille])).toEqual([
      'DATE_TROP_ANCIENNE',
      'acceptee',
      'dejaRecue',
    ]);
  });

  test('of nothing does nothing', async () => {
    expect(await recevoir([])).toEqual([]);
  });

  test('writes events in the order of its lines', async () => {
    const lot = [facture(), facture(), facture()];
    await recevoir(lot);
    const rows = await sql<{ numero: string }[]>`
      select details->>'numero' as numero from evenement order by id desc limit 3`;
    expect(rows.map(({ numero }) => numero).toReversed()).toEqual(
      lot.map(({ numeroFacture }) => numeroFacture),
    );
  });

  test('sent twice at once, in opposite orders, is taken once, again and again', async () => {
    for (let fois = 0; fois < 10; fois += 1) {
      const lot = Array.from({ length: 500 }, () => facture());
      const avant = await compter();
      const sorts = await Promise.all([recevoir(lot), recevoir(lot.toReversed()), recevoir(lot)]);
      expect(sorts.flat().filter((sort) => sort === 'acceptee')).toHaveLength(500);
      expect((await compter()) - avant).toBe(500);
    }
  });

  test('that fails leaves nothing, not even the ids: sent again it is taken whole', async () => {
    const lot = [facture(), facture()];
    await proprietaire`alter table evenement add constraint panne check (quoi <> 'FACTURE') not valid`;
    const avant = await compter();
    await expect(recevoir(lot)).rejects.toMatchObject({ code: '23514' });
    await proprietaire`alter table evenement drop constraint panne`;
    expect(await compter()).toBe(avant);
    expect(await recevoir(lot)).toEqual(['acceptee', 'acceptee']);
  });
});
