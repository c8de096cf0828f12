// The services file that goes with the directory: created, changed, ended and open again.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { deposer } from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  filDe,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { journalDeStructure } from '../../../tests/soutien/structure-geree.ts';
import { modifierFiche } from '../../domain/structure/actions.ts';
import { ficheGeree } from '../../domain/structure/queries-gestion.ts';
import { CHAMPS_DE_FICHE, FicheModifiable } from '../../domain/structure/valeurs.ts';
import { essai, organisme, organismes, service, siret } from './essai.test-helper.ts';

const base = await baseDeTest();
const { sql, proprietaire, regler } = base;
const { importer, lire } = await essai(base);

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  await proprietaire`truncate structure, service, import_rapport, import_rejet cascade`;
  await regler('2026-11-25T09:00:00Z');
});

const DEUX = organismes(2);
const VINGT = Array.from({ length: 20 }, (_, n) => service(1, `S${String(n).padStart(2, '0')}`));
const services = async () => {
  const rows = await sql`
    select s.identifiant, v.code, v.libelle, v.date_debut, v.date_fin, v.engagement_obligatoire
    from service v join structure s on s.id = v.structure_id order by 1, 2`;
  return rows.map((row) => ({ ...row }));
};
const unService = async (code: string) => (await services()).find((v) => v['code'] === code);

describe('the services file', () => {
  test('makes the services of structures, new or known', async () => {
    await importer(organismes(1));
    const lignes = [
      service(1, 'URBS', ['Urbanisme', '2007-05-10', '', 'oui']),
      service(2, 'VOIRIE', ['"Voirie ; réseaux"', '', '2027-12-31']),
    ];
    const { bilan, imprime } = await importer(DEUX, { services: lignes });
    expect(bilan).toMatchObject({
      creees: 1,
      servicesLus: 2,
      servicesCrees: 2,
      servicesRejetes: 0,
    });
    expect(imprime.at(-1)).toContain('Services : 2 lus, 2 créés');
    expect(await services()).toEqual([
      {
        identifiant: siret(1),
        code: 'URBS',
        libelle: 'Urbanisme',
        dateDebut: '2007-05-10',
        dateFin: null,
        engagementObligatoire: true,
      },
      {
        identifiant: siret(2),
        code: 'VOIRIE',
        libelle: 'Voirie ; réseaux',
        dateDebut: null,
        dateFin: '2027-12-31',
        engagementObligatoire: false,
      },
    ]);
  });

  test('run again changes nothing', async () => {
    await importer(DEUX, { services: VINGT });
    const { bilan } = await importer(DEUX, { services: VINGT });
    expect(bilan).toMatchObject({ servicesInchanges: 20, servicesCrees: 0, servicesModifies: 0 });
  });

  test('changes what it brought, save what a manager changed; their dates go together', async () => {
    await importer(DEUX, { services: [service(1, 'A'), service(1, 'B', ['B', '2026-01-01'])] });
    await sql`update service set libelle = 'À nous', sources = '{"libelle": "GESTIONNAIRE"}'
      where code = 'A'`;
    await sql`update service set date_fin = '2026-06-30', sources = '{"dateFin": "GESTIONNAIRE"}'
      where code = 'B'`;
    const neuves = [
      service(1, 'A', ['Autre', '2020-01-01']),
      service(1, 'B', ['Bureau', '2026-09-01']),
    ];
    const { bilan } = await importer(DEUX, { services: neuves });
    expect(bilan).toMatchObject({ servicesModifies: 2, servicesRouverts: 0 });
    expect(await unService('A')).toMatchObject({ libelle: 'À nous', dateDebut: '2020-01-01' });
    expect(await unService('B')).toMatchObject({
      libelle: 'Bureau',
      dateDebut: '2026-01-01',
      dateFin: '2026-06-30',
    });
  });

  test('ends, the day before, those that it no longer names; one to come never starts', async () => {
    const suite = [service(1, 'FUTUR', ['Futur', '2027-01-01']), ...VINGT];
    await importer(DEUX, { services: suite });
    const { bilan } = await importer(DEUX, { services: VINGT.slice(1), seuil: 0.1 });
    expect(bilan).toMatchObject({ servicesFermes: 2, servicesInchanges: 19, fermees: 0 });
    expect(await unService('S00')).toMatchObject({ dateDebut: null, dateFin: '2026-11-24' });
    expect(await unService('FUTUR')).toMatchObject({
      dateDebut: '2026-11-24',
      dateFin: '2026-11-24',
    });
  });

  test('opens again one that comes back', async () => {
    await importer(DEUX, { services: VINGT });
    await importer(DEUX, { services: VINGT.slice(1) });
    await regler('2026-12-01T09:00:00Z');
    const { bilan } = await importer(DEUX, { services: VINGT });
    expect(bilan).toMatchObject({ servicesRouverts: 1, servicesModifies: 0 });
    expect(await unService('S00')).toMatchObject({ dateFin: null });
  });

  test('has its own guard, and nothing is changed, structures neither', async () => {
    await importer(DEUX, { services: VINGT });
    const { bilan } = await importer(organismes(3), { services: VINGT.slice(2) });
    expect(bilan.motifArret).toContain('2 service(s) sur 20 seraient fermés');
    expect(bilan).toMatchObject({ etat: 'ARRETE', creees: 0 });
    const vide = await importer(DEUX, { services: [], forcer: true });
    expect(vide.bilan.motifArret).toContain('Le fichier de services n’a aucune ligne valable');
  });

  test('touches no service when it is not given', async () => {
    await importer(DEUX, { services: VINGT });
    expect((await importer(DEUX)).bilan).toMatchObject({ servicesLus: 0, servicesFermes: 0 });
    expect(await unService('S00')).toMatchObject({ dateFin: null });
  });

  test('leaves the services of another source, and adds its own to any structure', async () => {
    const structureId = await creerStructure(sql, { identifiant: siret(1), source: 'COMMUNES' });
    await creerService(sql, structureId, 'A', { source: 'GESTIONNAIRE' });
    const lignes = [service(1, 'A', ['Autre']), service(1, 'B')];
    const { bilan } = await importer(DEUX, { services: lignes });
    expect(bilan).toMatchObject({ servicesAutreSource: 1, servicesCrees: 1 });
    expect(await unService('A')).toMatchObject({ libelle: 'A' });
  });

  test('finds a structure by an identifier of another type, when one alone bears it', async () => {
    await creerStructure(sql, { typeIdentifiant: 'TAHITI', identifiant: 'A12345' });
    await creerStructure(sql, { typeIdentifiant: 'AUTRE', identifiant: 'DEUX' });
    await creerStructure(sql, { typeIdentifiant: 'HORS_UE', identifiant: 'DEUX' });
    const lignes = ['a12345;A;Achats;;;1', 'deux;A;Achats;;;1'];
    const { bilan } = await importer(DEUX, { services: lignes, seuil: 1 });
    expect(bilan).toMatchObject({ servicesCrees: 1, servicesRejetes: 1 });
  });

  test('refuses an unknown structure and a service named again, with line and content', async () => {
    const lignes = [service(1, 'A'), service(9, 'A'), service(1, 'A', ['Encore'])];
    const { bilan, imprime } = await importer(DEUX, { services: lignes });
    expect(bilan).toMatchObject({ etat: 'TERMINE', servicesCrees: 1, servicesRejetes: 2 });
    expect(imprime).toContain('services.csv, ligne 3 rejetée : structure inconnue');
    const rejets =
      await sql`select fichier, ligne, motif, contenu from import_rejet order by ligne`;
    expect(rejets.map((row) => ({ ...row }))).toEqual([
      {
        fichier: 'services.csv',
        ligne: 3,
        motif: 'structure inconnue',
        contenu: service(9, 'A'),
      },
      {
        fichier: 'services.csv',
        ligne: 4,
        motif: 'déjà nommé par une ligne précédente de ce fichier',
        contenu: service(1, 'A', ['Encore']),
      },
    ]);
    expect(await lire('services.csv.rejets.csv')).toContain('3;structure inconnue;');
  });

  test('leaves open a service whose line is refused', async () => {
    await importer(DEUX, { services: VINGT });
    const lignes = [service(1, 'S00', ['']), ...VINGT.slice(1)];
    const { bilan } = await importer(DEUX, { services: lignes });
    expect(bilan).toMatchObject({ servicesRejetes: 1, servicesFermes: 0, servicesInchanges: 19 });
  });
});

describe('what hangs on a service that a file closes', () => {
  const A_DIX_HEURES = new Date('2026-11-25T09:00:00Z');

  test('ends with it: lines, abonnements, requests; people are told on their fil, not by mail', async () => {
    await importer(DEUX, { services: VINGT });
    const [{ id: structureId = 0 } = {}] = await sql<{ id: number }[]>`
      select id from structure where identifiant = ${siret(1)}`;
    const [ferme, reste] = await sql<{ id: number }[]>`
      select id from service where code in ('S00', 'S01') order by code`;
    const [attache, demandeur] = [await creerCompte(sql), await creerCompte(sql)];
    const lignes = [{ serviceId: ferme?.id ?? 0 }, { serviceId: reste?.id ?? 0 }];
    const id = await rattacher(sql, attache, structureId, 'UTILISATEUR', lignes);
    await abonner(sql, attache, id, structureId, 'ENGAGEMENTS', { serviceId: ferme?.id });
    const portees = [ferme?.id ?? 0];
    const demandeId = await deposer(sql, demandeur, structureId, { portees }, A_DIX_HEURES);
    await importer(DEUX, { services: VINGT.slice(1), seuil: 0.1 });
    const fins = await sql`
      select date_fin from rattachement_ligne where rattachement_id = ${id} order by id`;
    expect([...fins]).toEqual([{ dateFin: '2026-11-24' }, { dateFin: null }]);
    expect((await sql`select from abonnement where termine_le is null`).length).toBe(0);
    const [demande] = await sql`select etat from demande where id = ${demandeId}`;
    expect(demande).toEqual({ etat: 'EXPIREE' });
    expect(await filDe(sql, attache)).toEqual(['SERVICE_ARRETE']);
    expect(await filDe(sql, demandeur)).toContain('SERVICE_ARRETE');
    expect(await courrielsEnFile(proprietaire)).toEqual([]);
    expect((await journalDeStructure(sql, structureId)).slice(-4)).toMatchObject([
      { acte: 'RATTACHEMENT_MODIFIE', acteurCompteId: null, compteId: attache },
      { acte: 'ABONNEMENT_RETIRE', acteurCompteId: null, compteId: attache },
      { acte: 'DEMANDE_EXPIREE', acteurCompteId: null, compteId: demandeur },
      { acte: 'SERVICE_FERME', acteurCompteId: null, details: { source: 'ANNUAIRE' } },
    ]);
  });

  test('stays when nothing closes, however often the file comes', async () => {
    await importer(DEUX, { services: VINGT });
    const [{ id = 0, structureId = 0 } = {}] = await sql<{ id: number; structureId: number }[]>`
      select id, structure_id from service where code = 'S00'`;
    const compteId = await creerCompte(sql);
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ serviceId: id }]);
    await importer(DEUX, { services: [service(1, 'S00', ['Autre nom']), ...VINGT.slice(1)] });
    expect(await filDe(sql, compteId)).toEqual([]);
  });
});

test('a sheet that a manager changed keeps what they changed, and follows the file for the rest', async () => {
  await importer(DEUX);
  const [{ id = 0 } = {}] = await sql<{ id: number }[]>`
    select id from structure where identifiant = ${siret(1)}`;
  const manager = await creerCompte(sql);
  await rattacher(sql, manager, id, 'GESTIONNAIRE_PRINCIPAL');
  const fiche = await ficheGeree(sql, id);
  if (!fiche) throw new Error('no sheet');
  const valeurs = { ...fiche, adresseVille: 'Terneuil', estMoa: true };
  await modifierFiche(
    sql,
    manager,
    { structureId: id, valeurs: FicheModifiable.parse(enSaisies(valeurs)), version: fiche.version },
    new Date('2026-11-25T09:00:00Z'),
  );
  await importer([organisme(1, { Ville: 'Rouen', Adresse: '2 rue Neuve' }), organisme(2)]);
  const apres = await ficheGeree(sql, id);
  expect(apres).toMatchObject({
    adresseVille: 'Terneuil',
    estMoa: true,
    adresseLigne: '2 rue Neuve',
  });
});

// As a form sends them.
function enSaisies(valeurs: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    CHAMPS_DE_FICHE.map((champ) => {
      const valeur = valeurs[champ];
      return [champ, typeof valeur === 'boolean' ? (valeur ? 'oui' : '') : String(valeur ?? '')];
    }),
  );
}
