// Accepting a request, on the database: the right that is written, who is told, once.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  rattachementStocke,
} from '../../../tests/soutien/demandes.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  filDe,
  INSTANT,
  JOUR,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { validerRattachement } from './actions-decision.ts';

const { sql, proprietaire } = await baseDeTest();
const PLUS_TARD = apres(INSTANT, 60_000);
let compteId: number;
let structureId: number;
let principal: number;
beforeEach(async () => {
  compteId = await creerCompte(sql, { adresseElectronique: 'karim@terneuil.fr' });
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  principal = await creerCompte(sql);
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
});

const demander = (champs: Parameters<typeof deposer>[3] = {}) =>
  deposer(sql, compteId, structureId, champs);
const valider = (id: number, qui = principal) => validerRattachement(sql, qui, id, PLUS_TARD);
const tenu = () => rattachementStocke(sql, compteId, structureId);

describe('a request accepted', () => {
  test('becomes the right that it asked, in the state of the first day', async () => {
    const a = await creerService(sql, structureId, 'A');
    const b = await creerService(sql, structureId, 'B');
    const periode = { dateDebut: JOUR, dateFin: '2027-12-31' };
    expect(await valider(await demander({ portees: [a, b], ...periode }))).toEqual({
      kind: 'acceptee',
    });
    expect(await tenu()).toEqual({
      id: expect.any(Number),
      role: 'UTILISATEUR',
      origine: 'GESTIONNAIRE',
      lignes: [
        { portee: a, ...periode, statut: 'VALIDEE' },
        { portee: b, ...periode, statut: 'VALIDEE' },
      ],
    });
    const actives = await sql`
      select service_id from portees_actives(${compteId}, ${JOUR}) order by service_id`;
    expect(actives.map((p) => p['serviceId'])).toEqual([a, b]);
  });

  test('is closed, with who decided and in which quality, on its timeline too', async () => {
    const id = await demander();
    await valider(id);
    const { demande, lignes, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({
      etat: 'ACCEPTEE',
      motif: null,
      termineeLe: PLUS_TARD,
      decideeParCompteId: principal,
      decideeEnQualite: 'GESTIONNAIRE_PRINCIPAL',
    });
    expect(lignes).toMatchObject([{ etat: 'ACCEPTEE' }]);
    expect(etapes).toEqual([
      expect.objectContaining({ quoi: 'DEMANDEE' }),
      {
        quoi: 'ACCEPTEE',
        parCompteId: principal,
        enQualite: 'GESTIONNAIRE_PRINCIPAL',
        commentaire: null,
        instant: PLUS_TARD,
      },
    ]);
  });

  test('is journaled, told in the fil and mailed to the requester, once', async () => {
    const id = await demander();
    await valider(id);
    await valider(id);
    const commun = {
      acteurCompteId: principal,
      enQualite: 'GESTIONNAIRE_PRINCIPAL',
      structureId,
      instant: PLUS_TARD,
    };
    const rattachement = await tenu();
    expect((await journalEntier(sql, compteId)).slice(1)).toMatchObject([
      { ...commun, acte: 'RATTACHEMENT_CREE', objet: 'rattachement', objetId: rattachement?.id },
      { ...commun, acte: 'DEMANDE_ACCEPTEE', objet: 'demande', objetId: id },
    ]);
    expect(await filDe(sql, compteId)).toEqual(['RATTACHEMENT_DEMANDE', 'DEMANDE_ACCEPTEE']);
    const courriels = (await courrielsEnFile(proprietaire)).filter((c) => c['demandeId'] === id);
    expect(courriels).toMatchObject([
      {
        nature: 'DEMANDE_ACCEPTEE',
        destinataire: 'karim@terneuil.fr',
        structure: 'Mairie de Terneuil',
        nomComplet: 'Pauline Dufour',
      },
    ]);
  });

  test('of somebody without a contact address is told in the fil alone', async () => {
    await sql`update compte set adresse_electronique = null where id = ${compteId}`;
    const id = await demander();
    expect(await valider(id)).toEqual({ kind: 'acceptee' });
    const courriels = await courrielsEnFile(proprietaire);
    expect(courriels.filter((c) => c['demandeId'] === id)).toEqual([]);
    expect(await filDe(sql, compteId)).toContain('DEMANDE_ACCEPTEE');
  });

  test('makes a new rattachement where the former one was deleted', async () => {
    const ancien = await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE');
    await sql`
      update rattachement_ligne set statut = 'SUPPRIMEE' where rattachement_id = ${ancien}`;
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${ancien}`;
    await valider(await demander());
    expect(await tenu()).toMatchObject({ role: 'UTILISATEUR' });
    expect((await tenu())?.id).not.toBe(ancien);
  });

  type Cas = [string, LigneDeScene, { dateDebut: string; dateFin: string | null }, object];
  test.each<Cas>([
    [
      'extends the period of a line',
      { dateFin: '2026-12-31' },
      { dateDebut: JOUR, dateFin: '2027-06-30' },
      { dateDebut: '2026-01-01', dateFin: '2027-06-30' },
    ],
    [
      'extends it for good',
      { dateFin: '2026-12-31' },
      { dateDebut: JOUR, dateFin: null },
      { dateDebut: '2026-01-01', dateFin: null },
    ],
    [
      'takes no day away from it, though asked for later ones',
      { dateFin: '2026-12-31' },
      { dateDebut: '2027-03-01', dateFin: '2027-06-30' },
      { dateDebut: '2026-01-01', dateFin: '2027-06-30' },
    ],
    [
      'starts anew where it is over',
      { dateFin: '2026-11-22' },
      { dateDebut: JOUR, dateFin: '2026-11-30' },
      { dateDebut: JOUR, dateFin: '2026-11-30' },
    ],
    [
      'resumes it where it is suspended, for the period asked',
      { statut: 'DESACTIVEE' },
      { dateDebut: JOUR, dateFin: '2026-12-31' },
      { dateDebut: JOUR, dateFin: '2026-12-31' },
    ],
  ])('%s', async (_quoi, ligne, periode, attendue) => {
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', [ligne]);
    expect(await valider(await demander(periode))).toEqual({ kind: 'acceptee' });
    const lignes = [{ portee: null, ...attendue, statut: 'VALIDEE' }];
    expect(await tenu()).toEqual({ id, role: 'UTILISATEUR', origine: 'MADRHAS', lignes });
    const journal = await journalEntier(sql, compteId);
    expect(journal[1]).toMatchObject({ acte: 'RATTACHEMENT_MODIFIE', objetId: id });
  });

  test('leaves the lines that it does not ask as they are', async () => {
    const a = await creerService(sql, structureId, 'A');
    const b = await creerService(sql, structureId, 'B');
    const lignes: LigneDeScene[] = [{ serviceId: a, statut: 'DESACTIVEE', dateFin: '2027-01-01' }];
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', lignes);
    await valider(await demander({ portees: [b] }));
    expect((await tenu())?.lignes).toMatchObject([
      { portee: a, dateFin: '2027-01-01', statut: 'DESACTIVEE' },
      { portee: b, dateFin: null, statut: 'VALIDEE' },
    ]);
  });

  test('keeps without end who became principal meanwhile', async () => {
    const a = await creerService(sql, structureId, 'A');
    const id = await rattacher(sql, compteId, structureId);
    await sql`
      update rattachement_ligne set date_debut = '2027-01-01' where rattachement_id = ${id}`;
    const demande = await demander({ portees: [a], dateFin: '2026-12-31' });
    await sql`
      update rattachement set role = 'GESTIONNAIRE_SECONDAIRE'
      where compte_id = ${principal} and structure_id = ${structureId}`;
    await sql`update rattachement set role = 'GESTIONNAIRE_PRINCIPAL' where id = ${id}`;
    expect(await valider(demande)).toEqual({ kind: 'acceptee' });
    expect(await tenu()).toMatchObject({
      role: 'GESTIONNAIRE_PRINCIPAL',
      lignes: [{ dateFin: null }, { portee: a, dateFin: null }],
    });
  });
});
