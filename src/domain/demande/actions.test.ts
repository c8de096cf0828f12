// Asking for a rattachement, on the database: what is written, or that nothing is.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  rattachementStocke,
  saisie,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  filDe,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { demanderRattachement, retirerDemande, type SaisieDemande } from './actions.ts';

const { sql, proprietaire } = await baseDeTest();
let compteId: number;
let structureId: number;
beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
  // Managed: requests wait for their managers.
  await rattacher(sql, await creerCompte(sql), structureId, 'GESTIONNAIRE_PRINCIPAL');
});

const demander = (champs: Partial<SaisieDemande> = {}, qui = compteId) =>
  demanderRattachement(sql, qui, saisie(structureId, champs), INSTANT);

describe('a request filed', () => {
  test('is stored with a line a scope and its first step', async () => {
    const [a, b] = [
      await creerService(sql, structureId, 'A'),
      await creerService(sql, structureId, 'B'),
    ];
    const fait = await demander({
      portees: [b, a, b],
      dateDebut: '2026-12-01',
      dateFin: '2027-12-31',
      commentaire: 'Bonjour',
    });
    expect(fait).toEqual({ kind: 'demandee', demandeId: expect.any(Number) });
    const id = fait.kind === 'demandee' ? fait.demandeId : 0;
    const { demande, lignes, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({
      nature: 'RATTACHEMENT',
      compteId,
      structureId,
      etat: 'EN_COURS_DE_VALIDATION',
      commentaire: 'Bonjour',
      motif: null,
      demandeeLe: INSTANT,
      termineeLe: null,
      decideeParCompteId: null,
    });
    const periode = { dateDebut: '2026-12-01', dateFin: '2027-12-31' };
    const ligne = { ...periode, etat: 'EN_COURS_DE_VALIDATION', compteId, structureId };
    expect(lignes).toMatchObject([
      { ...ligne, serviceId: b },
      { ...ligne, serviceId: a },
    ]);
    const etape = { quoi: 'DEMANDEE', parCompteId: compteId, enQualite: 'DEMANDEUR' };
    expect(etapes).toEqual([{ ...etape, commentaire: null, instant: INSTANT }]);
  });

  test('is journaled without its content, told in the fil, mailed to nobody', async () => {
    const avant = (await courrielsEnFile(proprietaire)).length;
    const demandeId = await deposer(sql, compteId, structureId, { commentaire: 'Très secret' });
    const journal = await journalEntier(sql, compteId);
    expect(journal).toEqual([
      {
        instant: INSTANT,
        acteurCompteId: compteId,
        enQualite: null,
        acte: 'RATTACHEMENT_DEMANDE',
        objet: 'demande',
        objetId: demandeId,
        structureId,
        details: {},
      },
    ]);
    expect(JSON.stringify(journal)).not.toContain('secret');
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_DEMANDE']);
    expect((await courrielsEnFile(proprietaire)).length).toBe(avant);
  });

  test('is no right: nothing is held until somebody says yes', async () => {
    await demander();
    expect(await rattachementStocke(sql, compteId, structureId)).toBeUndefined();
    expect([...(await sql`select from portees_actives(${compteId}, ${JOUR})`)]).toEqual([]);
  });

  test('asks for what is not there only', async () => {
    const [a, b] = [
      await creerService(sql, structureId, 'A'),
      await creerService(sql, structureId, 'B'),
    ];
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ serviceId: a }]);
    const id = await deposer(sql, compteId, structureId, { portees: [a, b] });
    const { lignes } = await demandeStockee(sql, id);
    expect(lignes.map((l) => l['serviceId'])).toEqual([b]);
  });

  test('may be filed again once refused or withdrawn', async () => {
    const premiere = await deposer(sql, compteId, structureId);
    await retirerDemande(sql, compteId, premiere, INSTANT);
    const seconde = await deposer(sql, compteId, structureId);
    await sql`
      update demande set etat = 'REFUSEE', motif = 'non', terminee_le = ${INSTANT}
      where id = ${seconde}`;
    await sql`update demande_ligne set etat = 'REFUSEE' where demande_id = ${seconde}`;
    expect(await demander()).toMatchObject({ kind: 'demandee' });
  });
});

describe('a request refused in advance writes nothing', () => {
  test.each<[string, Partial<SaisieDemande>, string]>([
    ['nothing chosen', { portees: [] }, 'rienDeDemande'],
    ['an unknown service', { portees: [999_999] }, 'serviceInconnu'],
    ['an end before the start', { dateFin: '2026-11-22' }, 'finAvantDebut'],
    ['days that are over', { dateDebut: '2026-01-01', dateFin: '2026-11-22' }, 'periodePassee'],
  ])('%s', async (_quoi, champs, kind) => {
    expect(await sansTrace(proprietaire, () => demander(champs))).toEqual({ kind });
  });

  test('a service of another structure', async () => {
    const ailleurs = await creerService(sql, await creerStructure(sql), 'A');
    const ici = await creerService(sql, structureId, 'A');
    const fait = await sansTrace(proprietaire, () => demander({ portees: [ici, ailleurs] }));
    expect(fait).toEqual({ kind: 'serviceInconnu' });
  });

  test('a closed service, from the day after its last', async () => {
    const service = await creerService(sql, structureId, 'A', { dateFin: '2026-11-22' });
    const fait = await sansTrace(proprietaire, () => demander({ portees: [service] }));
    expect(fait).toEqual({ kind: 'serviceFerme' });
    await sql`update service set date_fin = ${JOUR} where id = ${service}`;
    expect(await demander({ portees: [service] })).toMatchObject({ kind: 'demandee' });
  });

  test('a closed structure', async () => {
    await sql`update structure set statut = 'INACTIF' where id = ${structureId}`;
    expect(await sansTrace(proprietaire, () => demander())).toEqual({ kind: 'structureInactive' });
  });

  test('what one has, what one asked', async () => {
    await deposer(sql, compteId, structureId);
    expect(await sansTrace(proprietaire, () => demander())).toEqual({ kind: 'dejaDemande' });
    const autre = await creerCompte(sql);
    await rattacher(sql, autre, structureId);
    expect(await sansTrace(proprietaire, () => demander({}, autre))).toEqual({
      kind: 'dejaRattache',
    });
  });

  test('what another account has or asked does not count', async () => {
    await deposer(sql, await creerCompte(sql), structureId);
    await rattacher(sql, await creerCompte(sql), structureId);
    expect(await demander()).toMatchObject({ kind: 'demandee' });
  });

  test('a structure that does not exist', async () => {
    const fait = await sansTrace(proprietaire, () =>
      demanderRattachement(sql, compteId, saisie(999_999), INSTANT),
    );
    expect(fait).toEqual({ kind: 'introuvable' });
  });

  test('a deactivated account', async () => {
    const inactif = await creerCompte(sql, { etat: 'INACTIF' });
    expect(await sansTrace(proprietaire, () => demander({}, inactif))).toEqual({
      kind: 'indisponible',
    });
    expect(await sansTrace(proprietaire, () => demander({}, 999_999))).toEqual({
      kind: 'indisponible',
    });
  });
});
