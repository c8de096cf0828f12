// Attaching somebody by their identifiant and copying rights, on the database: what is given, what is answered, what is told.
import { beforeEach, describe, expect, test } from 'vitest';
import { deposerAbonnement, ouvrirEspaces } from '../../../tests/soutien/abonnements.ts';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  rattachementStocke,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import { attacher, ditA, structureTenue } from '../../../tests/soutien/gestion.ts';
import {
  abonner,
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
  JOUR,
} from '../../../tests/soutien/scene.ts';
import { copierDroits } from './actions-gestion-copie.ts';
import { type Rattachement, rattacherCompte } from './actions-gestion-rattacher.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const EN_COURS = { etat: 'EN_COURS_DE_VALIDATION' };
let structureId: number;
let urbs: number;
let voirie: number;
let principal: number;
let nouveau: { compteId: number; identifiant: string };
let rang = 0;
beforeEach(async () => {
  ({ structureId, urbs, voirie, principal } = await structureTenue(sql));
  rang += 1;
  const identifiant = `nouveau.${rang}`;
  nouveau = {
    identifiant,
    compteId: await creerCompte(sql, { identifiantConnexion: identifiant }),
  };
});
const rattacher = (champs: Partial<Rattachement> = {}) =>
  rattacherCompte(
    sql,
    principal,
    {
      ...{ structureId, identifiant: nouveau.identifiant, portees: [urbs], motif: null },
      ...{ dateDebut: JOUR, dateFin: '2027-06-30' },
      ...champs,
    },
    INSTANT,
  );

describe('somebody attached by their identifiant', () => {
  test('has the services and the period given, as utilisateur', async () => {
    const fait = await rattacher({ identifiant: nouveau.identifiant.toUpperCase() });
    const stocke = await rattachementStocke(sql, nouveau.compteId, structureId);
    expect(fait).toEqual({ kind: 'rattache', rattachementId: stocke?.id });
    expect(stocke).toMatchObject({
      role: 'UTILISATEUR',
      origine: 'GESTIONNAIRE',
      lignes: [{ portee: urbs, dateDebut: JOUR, dateFin: '2027-06-30', statut: 'VALIDEE' }],
    });
    expect(await ditA(base, nouveau.compteId)).toEqual({
      fil: ['RATTACHEMENT_ACCORDE'],
      journal: [['RATTACHEMENT_CREE', 'GESTIONNAIRE_PRINCIPAL', principal]],
      courriels: [['RATTACHEMENT_ACCORDE', 'RATTACHEMENT', null]],
    });
  });

  test('may have more than before, never less', async () => {
    await rattacher();
    expect(await sansTrace(proprietaire, rattacher)).toEqual({ kind: 'dejaRattache' });
    const moins = { dateFin: '2026-12-31' };
    expect(await rattacher(moins)).toEqual({ kind: 'dejaRattache' });
    expect((await rattacher({ portees: [urbs, voirie], dateFin: null })).kind).toBe('rattache');
    const stocke = await rattachementStocke(sql, nouveau.compteId, structureId);
    expect(stocke?.lignes.map(({ portee, dateFin }) => [portee, dateFin])).toEqual([
      [urbs, null],
      [voirie, null],
    ]);
    const { fil } = await ditA(base, nouveau.compteId);
    expect(fil).toEqual(['RATTACHEMENT_ACCORDE', 'RATTACHEMENT_MODIFIE']);
  });

  test('who had asked for it has their answer, and one mail', async () => {
    const demandeId = await deposer(sql, nouveau.compteId, structureId, { portees: [urbs] });
    await rattacher({ dateFin: null });
    const { demande, lignes, etapes } = await demandeStockee(sql, demandeId);
    expect(demande).toMatchObject({ etat: 'ACCEPTEE', decideeParCompteId: principal });
    const accordee = { accordeeDebut: JOUR, accordeeFin: null };
    expect(lignes[0]).toMatchObject({ etat: 'ACCEPTEE', ...accordee });
    expect(etapes.at(-1)).toMatchObject({ quoi: 'ACCEPTEE', parCompteId: principal });
    const { courriels, fil } = await ditA(base, nouveau.compteId);
    expect(courriels).toEqual([['DEMANDE_ACCEPTEE', undefined, undefined]]);
    expect(fil).toEqual(['RATTACHEMENT_DEMANDE', 'DEMANDE_ACCEPTEE', 'RATTACHEMENT_ACCORDE']);
  });

  test('who had asked for more services still waits for them', async () => {
    const quoi = { portees: [urbs, voirie], dateFin: '2027-06-30' };
    const demandeId = await deposer(sql, nouveau.compteId, structureId, quoi);
    await rattacher();
    expect((await demandeStockee(sql, demandeId)).demande).toMatchObject(EN_COURS);
    expect((await rattacher({ portees: [null] })).kind).toBe('rattache');
    expect((await demandeStockee(sql, demandeId)).demande).toMatchObject({ etat: 'ACCEPTEE' });
  });

  test('for a shorter time than asked still waits; one mail says what is given', async () => {
    const demandeId = await deposer(sql, nouveau.compteId, structureId, { portees: [urbs] });
    await rattacher({ dateFin: '2026-12-31' });
    const { demande, lignes } = await demandeStockee(sql, demandeId);
    expect(demande).toMatchObject(EN_COURS);
    expect(lignes).toMatchObject([EN_COURS]);
    const { courriels } = await ditA(base, nouveau.compteId);
    expect(courriels).toEqual([['RATTACHEMENT_ACCORDE', 'RATTACHEMENT', null]]);
  });

  test('after the first day asked is told from when', async () => {
    const quoi = { portees: [urbs], dateDebut: '2026-11-01', dateFin: '2027-06-30' };
    const demandeId = await deposer(sql, nouveau.compteId, structureId, quoi);
    await rattacher();
    const { demande, lignes } = await demandeStockee(sql, demandeId);
    expect(demande).toMatchObject({ etat: 'ACCEPTEE' });
    expect(lignes).toMatchObject([{ accordeeDebut: JOUR, accordeeFin: '2027-06-30' }]);
    const [courriel] = await courrielsDuCompte(base, nouveau.compteId);
    expect(courriel).toMatchObject({ nature: 'DEMANDE_ACCEPTEE', reduite: true });
    const journal = await journalEntier(sql, nouveau.compteId);
    expect(journal.find(({ acte }) => acte === 'DEMANDE_ACCEPTEE')).toMatchObject({
      details: { reduite: true },
    });
  });

  test.each<[string, () => Promise<Partial<Rattachement>>, string]>([
    ['is unknown', async () => ({ identifiant: 'inconnu' }), 'compteInconnu'],
    ['is closed', async () => ({ identifiant: await identifiantInactif() }), 'compteInactif'],
    ['has no scope', async () => ({ portees: [] }), 'rienDeDemande'],
    ['has a period reversed', async () => ({ dateFin: '2026-11-01' }), 'finAvantDebut'],
    [
      'has a period that is over',
      async () => ({ dateDebut: '2026-01-01', dateFin: '2026-11-22' }),
      'periodePassee',
    ],
    ['has a service of elsewhere', async () => ({ portees: [await ailleurs()] }), 'serviceInconnu'],
    [
      'has a closed service',
      async () => ({
        portees: [await creerService(sql, structureId, 'F', { dateFin: '2026-11-01' })],
      }),
      'serviceFerme',
    ],
  ])('is refused when it %s', async (_quoi, champs, kind) => {
    const demande = await champs();
    expect(await sansTrace(proprietaire, () => rattacher(demande))).toEqual({ kind });
  });
  async function identifiantInactif() {
    await creerCompte(sql, { identifiantConnexion: `ferme.${rang}`, etat: 'INACTIF' });
    return `ferme.${rang}`;
  }
  const ailleurs = async () => creerService(sql, await creerStructure(sql), 'X');

  test('is refused on a closed structure', async () => {
    await sql`update structure set statut = 'INACTIF' where id = ${structureId}`;
    expect(await rattacher()).toEqual({ kind: 'structureInactive' });
  });
});

describe('the rights of somebody', () => {
  const copier = (rattachementId: number, identifiant = nouveau.identifiant) =>
    copierDroits(
      sql,
      principal,
      { structureId, rattachementId, identifiant, motif: null },
      INSTANT,
    );

  test('go to another: lines that live, abonnements, not the role', async () => {
    const ferme = await creerService(sql, structureId, 'F', { dateFin: '2026-11-01' });
    const source = await attacher(sql, structureId, 'GESTIONNAIRE_SECONDAIRE', [
      { serviceId: urbs, dateFin: '2027-01-31' },
      { serviceId: voirie, statut: 'DESACTIVEE' },
      { serviceId: ferme },
      { dateFin: '2026-11-22' },
    ]);
    const dOu = [source.compteId, source.rattachementId, structureId] as const;
    await abonner(sql, ...dOu, 'ENGAGEMENTS', { serviceId: urbs, mode: 'MODIFICATION' });
    await abonner(sql, ...dOu, 'FACTURES_A_VALIDER', { serviceId: voirie });
    await abonner(sql, ...dOu, 'RACCORDEMENTS', { serviceId: urbs });
    await abonner(sql, ...dOu, 'SOLLICITATIONS_EMISES', { serviceId: urbs, termineLe: INSTANT });
    const fait = await copier(source.rattachementId);
    const stocke = await rattachementStocke(sql, nouveau.compteId, structureId);
    expect(fait).toEqual({ kind: 'copie', rattachementId: stocke?.id });
    expect(stocke).toMatchObject({
      role: 'UTILISATEUR',
      lignes: [{ portee: urbs, dateDebut: JOUR, dateFin: '2027-01-31', statut: 'VALIDEE' }],
    });
    const abonnements = await sql`
      select e.code, a.mode, a.service_id, a.accorde_par_compte_id from abonnement a
      join espace e on e.id = a.espace_id where a.compte_id = ${nouveau.compteId}`;
    expect([...abonnements]).toEqual([
      {
        code: 'ENGAGEMENTS',
        mode: 'MODIFICATION',
        serviceId: urbs,
        accordeParCompteId: principal,
      },
    ]);
    expect(await sansTrace(proprietaire, () => copier(source.rattachementId))).toEqual({
      kind: 'dejaRattache',
    });
    const { fil, journal } = await ditA(base, nouveau.compteId);
    expect(fil).toEqual(['ABONNEMENT_ACCORDE', 'RATTACHEMENT_ACCORDE']);
    expect(journal.map(([acte]) => acte)).toEqual(['ABONNEMENT_ACCORDE', 'RATTACHEMENT_CREE']);
    expect(await courrielsDuCompte(base, nouveau.compteId)).toMatchObject([
      {
        ...{ nature: 'RATTACHEMENT_ACCORDE', gain: 'RATTACHEMENT' },
        avecEspaces: [{ code: 'ENGAGEMENTS' }],
      },
    ]);
  });

  test('answer a pending request for the same espaces, and say which are new', async () => {
    await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS']);
    await rattacher({ portees: [null], dateFin: null });
    const { compteId } = nouveau;
    const demande = await deposerAbonnement(sql, compteId, structureId);
    const source = await attacher(sql, structureId);
    const dOu = [source.compteId, source.rattachementId, structureId] as const;
    for (const espace of ['ENGAGEMENTS', 'FACTURES_A_VALIDER'])
      await abonner(sql, ...dOu, espace, { mode: 'MODIFICATION' });
    await copier(source.rattachementId);
    expect((await demandeStockee(sql, demande)).demande?.['etat']).toBe('ACCEPTEE');
    const { fil, journal } = await ditA(base, compteId);
    expect(fil.slice(2)).toEqual(['ABONNEMENT_ACCORDE', 'ABONNEMENT_ACCORDE']);
    expect(journal.map(([acte]) => acte).slice(2)).toEqual([
      ...['ABONNEMENT_ACCORDE', 'ABONNEMENT_ACCORDE', 'DEMANDE_ACCEPTEE'],
    ]);
    expect((await courrielsDuCompte(base, compteId)).slice(1)).toMatchObject([
      { nature: 'DEMANDE_ACCEPTEE', demandeId: demande },
      { nature: 'RATTACHEMENT_ACCORDE', gain: 'ESPACE', espaces: [{ code: 'FACTURES_A_VALIDER' }] },
    ]);
  });

  test('add to what the other has; the wider mode wins', async () => {
    await rattacher({ portees: [null] });
    const source = await attacher(sql, structureId);
    const dOu = [source.compteId, source.rattachementId, structureId] as const;
    await abonner(sql, ...dOu, 'ENGAGEMENTS', { mode: 'MODIFICATION' });
    await abonner(sql, ...dOu, 'FACTURES_A_VALIDER');
    const cible = await rattachementStocke(sql, nouveau.compteId, structureId);
    const vers = [nouveau.compteId, cible?.id ?? 0, structureId] as const;
    await abonner(sql, ...vers, 'ENGAGEMENTS', { origine: 'REFERENT' });
    await abonner(sql, ...vers, 'FACTURES_A_VALIDER', { mode: 'MODIFICATION' });
    expect((await copier(source.rattachementId)).kind).toBe('copie');
    const modes = await sql`
      select a.mode, a.origine, a.accorde_par_compte_id as par
      from abonnement a join espace e on e.id = a.espace_id
      where a.compte_id = ${nouveau.compteId} and a.termine_le is null order by e.code`;
    expect([...modes]).toEqual([
      { mode: 'MODIFICATION', origine: 'GESTIONNAIRE', par: principal },
      { mode: 'MODIFICATION', origine: 'GESTIONNAIRE', par: null },
    ]);
    const stocke = await rattachementStocke(sql, nouveau.compteId, structureId);
    expect(stocke?.lignes.map(({ portee }) => portee)).toEqual([null]);
  });

  test('are none to copy, or their own', async () => {
    const suspendu = await attacher(sql, structureId, 'UTILISATEUR', [{ statut: 'DESACTIVEE' }]);
    expect(await copier(suspendu.rattachementId)).toEqual({ kind: 'sansDroits' });
    await rattacher();
    const moi = await rattachementStocke(sql, nouveau.compteId, structureId);
    expect(await copier(moi?.id ?? 0)).toEqual({ kind: 'memePersonne' });
  });

  test('of another structure are not found', async () => {
    const la = await structureTenue(sql);
    const { rattachementId } = await attacher(sql, la.structureId);
    expect(await copier(rattachementId)).toEqual({ kind: 'introuvable' });
  });
});
