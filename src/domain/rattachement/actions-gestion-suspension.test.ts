// Suspending, resuming, detaching somebody, on the database: what stops, what stays, what is told.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  rattachementStocke,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import { attacher, ditA, structureTenue } from '../../../tests/soutien/gestion.ts';
import {
  abonner,
  apres,
  creerCompte,
  deleguer,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import {
  detacher,
  reprendreRattachement,
  suspendreRattachement,
} from './actions-gestion-suspension.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const PLUS_TARD = apres(INSTANT, 60_000);
let structureId: number;
let urbs: number;
let principal: number;
beforeEach(async () => {
  ({ structureId, urbs, principal } = await structureTenue(sql));
});
const visee = (rattachementId: number, motif: string | null = null) => ({
  structureId,
  rattachementId,
  motif,
});
const suspendre = (id: number, motif: string | null = null, acteur = principal) =>
  suspendreRattachement(sql, acteur, visee(id, motif), INSTANT);
const reprendre = (id: number) => reprendreRattachement(sql, principal, visee(id), PLUS_TARD);
const partir = (id: number, motif: string | null = 'Mutation', acteur = principal) =>
  detacher(sql, acteur, visee(id, motif), PLUS_TARD);
const droits = async (compteId: number) =>
  (await sql`select from portees_actives(${compteId}, ${JOUR})`).length;
const referent = () => creerCompte(sql, { referentDepartements: ['76'] });

describe('somebody suspended', () => {
  test('has no right any more, keeps lines and abonnements, and has all of it back', async () => {
    const lignes = [{ serviceId: urbs }, { dateFin: '2026-12-31' }];
    const { compteId, rattachementId } = await attacher(sql, structureId, 'UTILISATEUR', lignes);
    await abonner(sql, compteId, rattachementId, structureId, 'FACTURES_A_VALIDER');
    const avant = await droits(compteId);
    expect(await suspendre(rattachementId)).toEqual({ kind: 'suspendu' });
    expect(await droits(compteId)).toBe(0);
    const stocke = await rattachementStocke(sql, compteId, structureId);
    expect(stocke?.lignes.map(({ statut }) => statut)).toEqual(['DESACTIVEE', 'DESACTIVEE']);
    expect(await sansTrace(proprietaire, () => suspendre(rattachementId))).toEqual({
      kind: 'dejaSuspendu',
    });
    expect(await reprendre(rattachementId)).toEqual({ kind: 'repris' });
    expect(await droits(compteId)).toBe(avant);
    expect(await sansTrace(proprietaire, () => reprendre(rattachementId))).toEqual({
      kind: 'pasSuspendu',
    });
    const [row] = await sql`
      select version, (select count(*)::int from abonnement a where a.rattachement_id = r.id
        and a.termine_le is null) as abonnements from rattachement r where id = ${rattachementId}`;
    expect(row).toEqual({ version: 3, abonnements: 1 });
  });

  test('is told, with the reason, and told again once resumed', async () => {
    const { compteId, rattachementId } = await attacher(sql, structureId);
    await suspendre(rattachementId, 'Congé parental');
    await reprendre(rattachementId);
    const par = ['GESTIONNAIRE_PRINCIPAL', principal];
    expect(await ditA(base, compteId)).toEqual({
      fil: ['RATTACHEMENT_SUSPENDU', 'RATTACHEMENT_REPRIS'],
      journal: [
        ['RATTACHEMENT_SUSPENDU', ...par],
        ['RATTACHEMENT_REPRIS', ...par],
      ],
      courriels: [
        ['DROITS_RETIRES', 'SUSPENDU', 'Congé parental'],
        ['RATTACHEMENT_ACCORDE', 'REPRIS', null],
      ],
    });
  });

  test('no longer stands in: a delegation ends for good', async () => {
    const { compteId, rattachementId } = await attacher(sql, structureId);
    await deleguer(sql, compteId, structureId, [JOUR, '2026-12-04']);
    await suspendre(rattachementId);
    await reprendre(rattachementId);
    const [row] = await sql`select terminee_le from delegation where compte_id = ${compteId}`;
    expect(row).toEqual({ termineeLe: INSTANT });
    const { fil } = await ditA(base, compteId);
    expect(fil).toEqual(['DELEGATION_TERMINEE', 'RATTACHEMENT_SUSPENDU', 'RATTACHEMENT_REPRIS']);
  });

  test('is not the last manager, whoever asks', async () => {
    const gs = await attacher(sql, structureId, 'GESTIONNAIRE_SECONDAIRE');
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${principal}`;
    const acteur = await referent();
    const seul = () => suspendre(gs.rattachementId, 'Doublon', acteur);
    expect(await sansTrace(proprietaire, seul)).toEqual({ kind: 'dernierGestionnaire' });
    expect(await partir(gs.rattachementId, 'Doublon', acteur)).toEqual({
      kind: 'dernierGestionnaire',
    });
    await attacher(sql, structureId, 'GESTIONNAIRE_SECONDAIRE', [{ dateFin: JOUR }]);
    expect(await seul()).toEqual({ kind: 'dernierGestionnaire' });
    await attacher(sql, structureId, 'GESTIONNAIRE_SECONDAIRE');
    expect(await seul()).toEqual({ kind: 'suspendu' });
    const journal = (await ditA(base, gs.compteId)).journal;
    expect(journal).toEqual([['RATTACHEMENT_SUSPENDU', 'REFERENT', acteur]]);
  });
});

describe('somebody detached', () => {
  test('needs a reason', async () => {
    const { rattachementId } = await attacher(sql, structureId);
    const sans = () => partir(rattachementId, null);
    expect(await sansTrace(proprietaire, sans)).toEqual({ kind: 'motifRequis' });
  });

  test('loses lines, abonnements and delegations, and is told why', async () => {
    const { compteId, rattachementId } = await attacher(sql, structureId);
    const abonnement = await abonner(sql, compteId, rattachementId, structureId, 'ENGAGEMENTS');
    await deleguer(sql, compteId, structureId, ['2026-12-01', '2026-12-04']);
    const ailleurs = (await structureTenue(sql)).structureId;
    await rattacher(sql, compteId, ailleurs);
    expect(await partir(rattachementId)).toEqual({ kind: 'detache' });
    expect(await rattachementStocke(sql, compteId, structureId)).toBeUndefined();
    expect(await rattachementStocke(sql, compteId, ailleurs)).toBeDefined();
    const [fin] = await sql`select termine_le from abonnement where id = ${abonnement}`;
    expect(fin).toEqual({ termineLe: PLUS_TARD });
    const [delegation] = await sql`
      select terminee_le from delegation where compte_id = ${compteId}`;
    expect(delegation).toEqual({ termineeLe: PLUS_TARD });
    const dit = await ditA(base, compteId);
    expect(dit.fil).toEqual(['DELEGATION_TERMINEE', 'ABONNEMENT_RETIRE', 'RATTACHEMENT_RETIRE']);
    expect(dit.courriels).toEqual([['DROITS_RETIRES', 'DETACHE', 'Mutation']]);
    expect(await partir(rattachementId)).toEqual({ kind: 'introuvable' });
  });

  test('asks nothing there any more: what waited is refused, with the same reason', async () => {
    const { compteId, rattachementId } = await attacher(sql, structureId, 'UTILISATEUR', [
      { serviceId: urbs },
    ]);
    const ailleurs = (await structureTenue(sql)).structureId;
    const ici = await deposer(sql, compteId, structureId);
    const la = await deposer(sql, compteId, ailleurs);
    await partir(rattachementId);
    const { demande, etapes } = await demandeStockee(sql, ici);
    expect(demande).toMatchObject({
      etat: 'REFUSEE',
      motif: 'Mutation',
      decideeParCompteId: principal,
      decideeEnQualite: 'GESTIONNAIRE_PRINCIPAL',
    });
    expect(etapes.at(-1)).toMatchObject({ quoi: 'REFUSEE', commentaire: 'Mutation' });
    expect((await demandeStockee(sql, la)).demande).toMatchObject({
      etat: 'EN_COURS_DE_VALIDATION',
    });
    const { courriels } = await ditA(base, compteId);
    expect(courriels.map(([nature]) => nature)).toEqual(['DROITS_RETIRES', 'DEMANDE_REFUSEE']);
  });

  test('no longer waits to take the role over', async () => {
    const { compteId, rattachementId } = await attacher(sql, structureId);
    const [demande] = await sql<{ id: number }[]>`
      insert into demande (nature, compte_id, structure_id, demandee_le)
      values ('REPRISE', ${compteId}, ${structureId}, ${INSTANT}) returning id`;
    await partir(rattachementId);
    expect((await demandeStockee(sql, demande?.id ?? 0)).demande).toMatchObject({
      etat: 'REFUSEE',
    });
    const { fil, courriels } = await ditA(base, compteId);
    expect(fil.at(-1)).toBe('REPRISE_REFUSEE');
    expect(courriels.at(-1)).toEqual(['REPRISE_REFUSEE', undefined, 'Mutation']);
  });

  test('may be somebody whose account is closed', async () => {
    const parti = await attacher(sql, structureId, 'UTILISATEUR', [{}], { etat: 'INACTIF' });
    expect(await partir(parti.rattachementId)).toEqual({ kind: 'detache' });
  });
});
