// Managers open and close the espaces of their structure: which ones, by whom, and what ends with one that closes.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { sansTrace } from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  creerCompte,
  creerStructure,
  filDe,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import {
  creerGestion,
  type Gestion,
  journalDeStructure,
} from '../../../tests/soutien/structure-geree.ts';
import { fermerEspace, ouvrirEspace } from './actions.ts';
import { consequencesPourLEspace, espacesDeStructure } from './queries-structure.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const ENGAGEMENTS = 9;
let gestion: Gestion;

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  gestion = await creerGestion(sql);
});

const ouvrir = (code = 'ENGAGEMENTS', acteur = gestion.principal) =>
  ouvrirEspace(sql, acteur, { structureId: gestion.structureId, code }, INSTANT);
const fermer = (code = 'ENGAGEMENTS', acteur = gestion.principal) =>
  fermerEspace(sql, acteur, { structureId: gestion.structureId, code }, INSTANT);
const ouverts = async () =>
  (await espacesDeStructure(sql, gestion.structureId))
    .filter(({ ouvertLe }) => ouvertLe !== null)
    .map(({ code }) => code);

/** A request for an abonnement, as its own issue will file it; gives its id. */
async function demander(compteId: number, espaces: number[] = [ENGAGEMENTS]): Promise<number> {
  const [demande] = await sql<{ id: number }[]>`
    insert into demande (nature, compte_id, structure_id, demandee_le)
    values ('ABONNEMENT', ${compteId}, ${gestion.structureId}, ${INSTANT}) returning id`;
  for (const espaceId of espaces)
    await sql`
      insert into demande_ligne (demande_id, nature, compte_id, structure_id, espace_id, mode)
      values (${demande?.id ?? 0}, 'ABONNEMENT', ${compteId}, ${gestion.structureId}, ${espaceId},
        'CONSULTATION')`;
  return demande?.id ?? 0;
}

describe('an espace', () => {
  test('is opened once, journaled, and says since when and by whom', async () => {
    expect(await ouvrir()).toEqual({ kind: 'ouvert' });
    expect(await ouvrir('ENGAGEMENTS', gestion.secondaire)).toEqual({ kind: 'dejaOuvert' });
    const espaces = await espacesDeStructure(sql, gestion.structureId);
    expect(espaces.find(({ code }) => code === 'ENGAGEMENTS')).toMatchObject({
      ouvertLe: INSTANT,
      ouvertPar: 'Hélène Aubry',
    });
    expect(await journalDeStructure(sql, gestion.structureId)).toMatchObject([
      { acte: 'ESPACE_OUVERT', objet: 'espace', objetId: ENGAGEMENTS },
    ]);
  });

  test('opened by two managers at once is opened once', async () => {
    const faits = await Promise.all([ouvrir(), ouvrir('ENGAGEMENTS', gestion.secondaire)]);
    expect(faits.map(({ kind }) => kind).toSorted()).toEqual(['dejaOuvert', 'ouvert']);
  });

  test.each<[string, 'PUBLIQUE' | 'PRIVEE', string]>([
    ['FACTURES_A_VALIDER', 'PUBLIQUE', 'ouvert'],
    ['FACTURES_A_VALIDER', 'PRIVEE', 'ouvert'],
    ['ENGAGEMENTS', 'PRIVEE', 'espaceRefuse'],
    ['DEMANDES_DE_REMBOURSEMENT_TIC', 'PRIVEE', 'ouvert'],
    ['DEMANDES_DE_REMBOURSEMENT_TIC', 'PUBLIQUE', 'espaceRefuse'],
    ['FACTURES_RECUES', 'PUBLIQUE', 'espaceRefuse'],
    ['MON_COMPTE', 'PUBLIQUE', 'espaceRefuse'],
    // For managers: opened like the others, asked for and held by who manages the structure only.
    ['RACCORDEMENTS', 'PUBLIQUE', 'ouvert'],
    ['RACCORDEMENTS', 'PRIVEE', 'ouvert'],
    ['ACTIVITES_DU_GESTIONNAIRE', 'PUBLIQUE', 'espaceRefuse'],
    ['INCONNU', 'PUBLIQUE', 'espaceRefuse'],
  ])('%s on a structure %s: %s', async (code, typeStructure, attendu) => {
    await sql`update structure set type_structure = ${typeStructure}
      where id = ${gestion.structureId}`;
    expect((await ouvrir(code)).kind).toBe(attendu);
    const proposes = await espacesDeStructure(sql, gestion.structureId);
    expect(proposes.some((e) => e.code === code)).toBe(attendu === 'ouvert');
  });

  test.each<[keyof Gestion, string]>([
    ['secondaire', 'ouvert'],
    ['delegue', 'ouvert'],
    ['utilisateur', 'interdit'],
    ['etranger', 'introuvable'],
  ])('by %s: %s', async (qui, attendu) => {
    expect((await ouvrir('ENGAGEMENTS', gestion[qui])).kind).toBe(attendu);
    await ouvrir();
    const fermeture = (await fermer('ENGAGEMENTS', gestion[qui])).kind;
    expect(fermeture).toBe(attendu === 'ouvert' ? 'ferme' : attendu);
  });

  test('is not opened on an inactive structure, but closed there', async () => {
    await ouvrir();
    await sql`update structure set statut = 'INACTIF' where id = ${gestion.structureId}`;
    expect(await ouvrir('FACTURES_A_VALIDER')).toEqual({ kind: 'structureInactive' });
    expect(await fermer()).toMatchObject({ kind: 'ferme' });
    expect(await ouverts()).toEqual([]);
  });
});

describe('an espace that closes', () => {
  test('ends abonnements and requests for it on this structure alone; people are told', async () => {
    await ouvrir();
    const { structureId } = gestion;
    const abonne = await creerCompte(sql);
    const id = await rattacher(sql, abonne, structureId);
    await abonner(sql, abonne, id, structureId, 'ENGAGEMENTS');
    await abonner(sql, abonne, id, structureId, 'FACTURES_A_VALIDER');
    const ailleurs = await creerStructure(sql);
    const autre = await rattacher(sql, abonne, ailleurs);
    await abonner(sql, abonne, autre, ailleurs, 'ENGAGEMENTS');
    const [demandeur, deux] = [await creerCompte(sql), await creerCompte(sql)];
    const entiere = await demander(demandeur);
    const partie = await demander(deux, [ENGAGEMENTS, 4]);
    const cible = { structureId, code: 'ENGAGEMENTS' };
    expect(await consequencesPourLEspace(sql, cible)).toEqual({
      personnes: 3,
      abonnements: 1,
      demandes: 2,
    });

    expect(await fermer()).toEqual({ kind: 'ferme', personnes: 3 });
    const restes = await sql`select espace_id from abonnement
      where compte_id = ${abonne} and termine_le is null order by id`;
    expect(restes.map(({ espaceId }) => espaceId)).toEqual([4, ENGAGEMENTS]);
    const etats = await sql`select id, etat from demande where id in (${entiere}, ${partie})`;
    expect(new Map(etats.map((d) => [d['id'], d['etat']]))).toEqual(
      new Map([
        [entiere, 'EXPIREE'],
        [partie, 'EN_COURS_DE_VALIDATION'],
      ]),
    );
    for (const compteId of [abonne, demandeur, deux]) {
      expect(await filDe(sql, compteId)).toEqual(['ESPACE_FERME']);
      expect(await courrielsDuCompte(base, compteId)).toMatchObject([
        { nature: 'DROITS_RETIRES', perte: 'ESPACE_FERME' },
      ]);
    }
    const journal = await journalDeStructure(sql, structureId);
    expect(journal.map(({ acte }) => acte)).toEqual([
      'ESPACE_OUVERT',
      'ABONNEMENT_RETIRE',
      'DEMANDE_EXPIREE',
      'ESPACE_FERME',
    ]);
    expect(journal[1]).toMatchObject({ details: { espace: 'ENGAGEMENTS', cause: 'ESPACE_FERME' } });
    expect(journal.at(-1)).toMatchObject({ details: { espace: 'ENGAGEMENTS', personnes: 3 } });
  });

  test('is closed once; what was never open is closed', async () => {
    await ouvrir();
    await fermer();
    expect(await sansTrace(proprietaire, () => fermer())).toEqual({ kind: 'dejaFerme' });
    expect(await fermer('RACCORDEMENTS')).toEqual({ kind: 'dejaFerme' });
    expect(await fermer('INCONNU')).toEqual({ kind: 'espaceRefuse' });
  });

  test('may be opened again', async () => {
    await ouvrir();
    await fermer();
    expect(await ouvrir()).toEqual({ kind: 'ouvert' });
    expect(await ouverts()).toEqual(['ENGAGEMENTS']);
  });
});
