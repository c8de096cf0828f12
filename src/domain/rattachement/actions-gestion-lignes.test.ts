// Changing services, period, role, and delegating, on the database: what is written and told; two tabs.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  rattachementStocke,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import { type Attache, attacher, ditA, structureTenue } from '../../../tests/soutien/gestion.ts';
import {
  abonner,
  ajouterLigne,
  creerCompte,
  creerService,
  INSTANT,
  JOUR,
} from '../../../tests/soutien/scene.ts';
import { deleguer, terminerDelegation } from './actions-gestion-delegation.ts';
import {
  changerPeriode,
  type Modification,
  modifierRattachement,
} from './actions-gestion-lignes.ts';
import { changerRole } from './actions-gestion-role.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const GS = 'GESTIONNAIRE_SECONDAIRE';
let structureId: number;
let urbs: number;
let voirie: number;
let principal: number;
let camille: Attache;
beforeEach(async () => {
  ({ structureId, urbs, voirie, principal } = await structureTenue(sql));
  camille = await attacher(sql, structureId, 'UTILISATEUR', [{ serviceId: urbs }]);
});
const visee = () => ({ structureId, rattachementId: camille.rattachementId, motif: null });
const modifier = (champs: Partial<Modification> = {}) => {
  const quoi = { portees: [urbs], dateDebut: '2026-01-01', dateFin: null, version: 1 };
  return modifierRattachement(sql, principal, { ...visee(), ...quoi, ...champs }, INSTANT);
};
const lignes = async () =>
  (await rattachementStocke(sql, camille.compteId, structureId))?.lignes ?? [];

describe('services', () => {
  test('are given and taken; abonnements on what is taken end, the others stay', async () => {
    const dOu = [camille.compteId, camille.rattachementId, structureId] as const;
    await ajouterLigne(sql, camille.rattachementId, structureId, { serviceId: voirie });
    const surUrbs = await abonner(sql, ...dOu, 'ENGAGEMENTS', { serviceId: urbs });
    const surVoirie = await abonner(sql, ...dOu, 'ENGAGEMENTS', { serviceId: voirie });
    expect(await modifier({ portees: [voirie] })).toEqual({ kind: 'modifie' });
    expect(await lignes()).toMatchObject([{ portee: voirie, statut: 'VALIDEE' }]);
    const [fin] = await sql`select termine_le from abonnement where id = ${surUrbs}`;
    const [vivant] = await sql`select termine_le from abonnement where id = ${surVoirie}`;
    expect([fin?.['termineLe'], vivant?.['termineLe']]).toEqual([INSTANT, null]);
    const [row] = await sql`
      select version, modifie_le from rattachement where id = ${camille.rattachementId}`;
    expect(row).toEqual({ version: 2, modifieLe: INSTANT });
  });

  test('become the whole structure, with all the abonnements', async () => {
    const dOu = [camille.compteId, camille.rattachementId, structureId] as const;
    const id = await abonner(sql, ...dOu, 'ENGAGEMENTS', { serviceId: urbs });
    await modifier({ portees: [null, voirie] });
    expect(await lignes()).toMatchObject([{ portee: null }]);
    const [vivant] = await sql`select termine_le from abonnement where id = ${id}`;
    expect(vivant).toEqual({ termineLe: null });
  });

  test.each([
    ['lost', [] as 'voirie'[], ['DROITS_RETIRES', 'REDUIT', 'Nouvelle équipe']],
    ['won', ['voirie', 'urbs'] as const, ['RATTACHEMENT_ACCORDE', 'ETENDU', 'Nouvelle équipe']],
    ['exchanged', ['voirie'] as const, ['DROITS_RETIRES', 'REDUIT', 'Nouvelle équipe']],
  ])('are told when %s', async (_quoi, noms, courriel) => {
    const portees = noms.map((nom) => (nom === 'urbs' ? urbs : voirie));
    const fin = portees.length === 0 ? { portees: [urbs], dateFin: JOUR } : { portees };
    await modifier({ ...fin, motif: 'Nouvelle équipe' });
    const dit = await ditA(base, camille.compteId);
    expect(dit.fil).toEqual(['RATTACHEMENT_MODIFIE']);
    expect(dit.courriels).toEqual([courriel]);
    expect(dit.journal).toEqual([['RATTACHEMENT_MODIFIE', 'GESTIONNAIRE_PRINCIPAL', principal]]);
  });

  test('given answer the request that asked for them', async () => {
    const demandeId = await deposer(sql, camille.compteId, structureId, { portees: [voirie] });
    await modifier({ portees: [urbs, voirie] });
    const { demande, lignes: demandees } = await demandeStockee(sql, demandeId);
    expect(demande).toMatchObject({ etat: 'ACCEPTEE' });
    expect(demandees).toMatchObject([{ accordeeDebut: JOUR, accordeeFin: null }]);
  });

  test.each([
    ['longer', '2026-12-31', 'VALIDEE'],
    ['more than what is suspended', '2027-12-31', 'DESACTIVEE'],
  ])('given leave pending the request that asked for %s', async (_quoi, dateFin, statut) => {
    const lignesAvant = [{ serviceId: urbs, dateFin: '2026-12-31' }];
    camille = await attacher(sql, structureId, 'UTILISATEUR', lignesAvant);
    const quoi = { portees: [urbs], dateFin: '2027-12-31' };
    const demandeId = await deposer(sql, camille.compteId, structureId, quoi);
    await sql`update rattachement_ligne set statut = ${statut}
      where rattachement_id = ${camille.rattachementId}`;
    expect(await modifier({ portees: [urbs, voirie], dateFin })).toEqual({ kind: 'modifie' });
    expect((await demandeStockee(sql, demandeId)).demande).toMatchObject({
      etat: 'EN_COURS_DE_VALIDATION',
    });
  });

  test('changed by somebody else meanwhile are not overwritten', async () => {
    await modifier({ portees: [voirie] });
    const second = () => modifier({ portees: [urbs] });
    expect(await sansTrace(proprietaire, second)).toEqual({ kind: 'conflit' });
    expect(await modifier({ portees: [urbs], version: 2 })).toEqual({ kind: 'modifie' });
  });

  test('changed are the manager’s: the feed leaves them', async () => {
    await modifier({ dateFin: '2027-06-30' });
    const [ligne] = await sql`
      select origine from rattachement_ligne where rattachement_id = ${camille.rattachementId}`;
    expect(ligne).toEqual({ origine: 'GESTIONNAIRE' });
  });

  test('that are the same write nothing', async () => {
    expect(await sansTrace(proprietaire, modifier)).toEqual({ kind: 'inchange' });
  });
});

describe('a period', () => {
  test('given to all the lines keeps each start', async () => {
    const deux = [{ serviceId: urbs, dateDebut: '2026-02-01' }, { serviceId: voirie }];
    camille = await attacher(sql, structureId, 'UTILISATEUR', deux);
    const fin = { dateDebut: null, dateFin: '2026-12-31' };
    const changer = () => changerPeriode(sql, principal, { ...visee(), ...fin }, INSTANT);
    expect(await changer()).toEqual({ kind: 'modifie' });
    expect((await lignes()).map(({ dateDebut, dateFin }) => [dateDebut, dateFin])).toEqual([
      ['2026-02-01', '2026-12-31'],
      ['2026-01-01', '2026-12-31'],
    ]);
    expect(await sansTrace(proprietaire, changer)).toEqual({ kind: 'inchange' });
  });

  test('revives nothing: what is over stays so, a service that closed too', async () => {
    const ferme = await creerService(sql, structureId, 'FERME', { dateFin: '2026-11-15' });
    const trois = [
      { serviceId: urbs, dateFin: '2026-11-22' },
      { serviceId: voirie, dateFin: '2026-12-31' },
      { serviceId: ferme, dateFin: '2026-11-15' },
    ];
    camille = await attacher(sql, structureId, 'UTILISATEUR', trois);
    const changer = () => {
      const sansFin = { dateDebut: null, dateFin: null };
      return changerPeriode(sql, principal, { ...visee(), ...sansFin }, INSTANT);
    };
    expect(await changer()).toEqual({ kind: 'modifie' });
    expect((await lignes()).map(({ portee, dateFin }) => [portee, dateFin])).toEqual([
      [urbs, '2026-11-22'],
      [voirie, null],
      [ferme, '2026-11-15'],
    ]);
    camille = await attacher(sql, structureId, 'UTILISATEUR', trois.slice(0, 1));
    expect(await sansTrace(proprietaire, changer)).toEqual({ kind: 'droitsFinis' });
  });

  test('given anew with the services does not reopen one that closed', async () => {
    const ferme = await creerService(sql, structureId, 'FERME', { dateFin: '2026-11-15' });
    const deux = [{ serviceId: urbs }, { serviceId: ferme, dateFin: '2026-11-15' }];
    camille = await attacher(sql, structureId, 'UTILISATEUR', deux);
    expect(await modifier({ portees: [urbs, ferme], dateFin: '2027-12-31' })).toEqual({
      kind: 'modifie',
    });
    expect((await lignes()).map(({ dateFin }) => dateFin)).toEqual(['2027-12-31', '2026-11-15']);
  });

  test('told once its end was announced is announced anew', async () => {
    await sql`update rattachement_ligne set date_fin = '2026-12-01', fin_annoncee_jours = 30
      where rattachement_id = ${camille.rattachementId}`;
    await modifier({ dateFin: '2027-12-01' });
    const [ligne] = await sql`
      select fin_annoncee_jours from rattachement_ligne
      where rattachement_id = ${camille.rattachementId}`;
    expect(ligne).toEqual({ finAnnonceeJours: null });
  });

  test('that ends today does not take the last manager', async () => {
    camille = await attacher(sql, structureId, GS);
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${principal}`;
    const acteur = await creerCompte(sql, { referentNational: true });
    const fin = { dateDebut: null, dateFin: JOUR, motif: 'Départ' };
    const changer = () => changerPeriode(sql, acteur, { ...visee(), ...fin }, INSTANT);
    expect(await sansTrace(proprietaire, changer)).toEqual({ kind: 'dernierGestionnaire' });
    await attacher(sql, structureId, GS);
    expect(await changer()).toEqual({ kind: 'modifie' });
    const [ligne] = await sql`
      select origine from rattachement_ligne where rattachement_id = ${camille.rattachementId}`;
    expect(ligne).toEqual({ origine: 'REFERENT' });
  });
});

describe('a role', () => {
  const changer = (role: typeof GS | 'UTILISATEUR', motif: string | null = null) =>
    changerRole(sql, principal, { ...visee(), motif, role }, INSTANT);

  test('is given with the whole structure, and taken back', async () => {
    expect(await changer(GS)).toEqual({ kind: 'entiereRequise' });
    camille = await attacher(sql, structureId);
    expect(await changer(GS)).toEqual({ kind: 'roleChange' });
    const gere = () => sql`
      select from gestionnaires_actifs(${structureId}, ${JOUR}) g
      where g.compte_id = ${camille.compteId}`;
    expect((await gere()).length).toBe(1);
    expect(await changer('UTILISATEUR', 'Fin de mission')).toEqual({ kind: 'roleChange' });
    expect((await gere()).length).toBe(0);
    const dit = await ditA(base, camille.compteId);
    expect(dit.fil).toEqual(['ROLE_MODIFIE', 'ROLE_MODIFIE']);
    expect(dit.courriels).toEqual([
      ['RATTACHEMENT_ACCORDE', 'SECONDAIRE', null],
      ['DROITS_RETIRES', 'ROLE', 'Fin de mission'],
    ]);
  });
});

describe('a delegation', () => {
  const PERIODE = { dateDebut: '2026-12-21', dateFin: '2027-01-04' };
  const donner = (periode = PERIODE) =>
    deleguer(sql, principal, { ...visee(), ...periode }, INSTANT);
  const gere = async (jour: string) =>
    (await sql`select from portees_actives(${camille.compteId}, ${jour}) where gestion`).length;

  test('lets somebody manage from a day to another, and tells them', async () => {
    const fait = await donner();
    expect(fait.kind).toBe('deleguee');
    const jours = ['2026-12-20', '2026-12-21', '2027-01-04', '2027-01-05'];
    expect(await Promise.all(jours.map(gere))).toEqual([0, 1, 1, 0]);
    const dit = await ditA(base, camille.compteId);
    expect(dit.fil).toEqual(['DELEGATION_RECUE']);
    expect(dit.courriels).toEqual([['RATTACHEMENT_ACCORDE', 'DELEGATION', null]]);
    expect(await sansTrace(proprietaire, donner)).toEqual({ kind: 'delegationChevauche' });
  });

  test('ends early, once', async () => {
    const fait = await donner();
    const delegationId = fait.kind === 'deleguee' ? fait.delegationId : 0;
    const finir = () => {
      const fin = { structureId, delegationId, motif: 'Retour anticipé' };
      return terminerDelegation(sql, principal, fin, INSTANT);
    };
    expect(await finir()).toEqual({ kind: 'terminee' });
    expect(await gere('2026-12-24')).toBe(0);
    expect((await ditA(base, camille.compteId)).courriels.at(-1)).toEqual([
      'DROITS_RETIRES',
      'DELEGATION',
      'Retour anticipé',
    ]);
    expect(await sansTrace(proprietaire, finir)).toEqual({ kind: 'dejaTerminee' });
    expect((await donner()).kind).toBe('deleguee');
  });

  test('of another structure is not found', async () => {
    const fait = await donner();
    const la = await structureTenue(sql);
    const delegationId = fait.kind === 'deleguee' ? fait.delegationId : 0;
    const fin = { structureId: la.structureId, delegationId, motif: null };
    expect(await terminerDelegation(sql, la.principal, fin, INSTANT)).toEqual({
      kind: 'introuvable',
    });
  });

  test('has no use once the person is named', async () => {
    camille = await attacher(sql, structureId);
    await donner();
    await changerRole(sql, principal, { ...visee(), role: GS }, INSTANT);
    const [row] = await sql`
      select terminee_le from delegation where compte_id = ${camille.compteId}`;
    expect(row).toEqual({ termineeLe: INSTANT });
  });
});
