// The people attached to a structure, on the database: found, filtered, counted, read by two indexes alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain, type Statement } from '../../../tests/plans/expliquer.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  abonner,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { connect } from '../../platform/postgres/connect.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { idsUtilisateurs, utilisateursDe } from './queries-utilisateurs.ts';
import { utilisateursAExporter } from './queries-utilisateurs-export.ts';
import { delegationsDe, personnesChoisies, utilisateurDe } from './queries-utilisateurs-fiche.ts';
import type { FiltreUtilisateurs } from './utilisateurs.ts';

const { sql, proprietaire, adresses } = await baseDeTest();
const TOUS: FiltreUtilisateurs = { texte: '', role: null, etat: null };
const lister = (structureId: number, filtre: Partial<FiltreUtilisateurs> = {}, page = 1) =>
  utilisateursDe(sql, structureId, { ...TOUS, ...filtre, page, parPage: 20 }, JOUR);

describe('the people attached to a structure', () => {
  let structureId: number;
  let urbs: number;
  const ids: Record<string, number> = {};
  beforeAll(async () => {
    structureId = await creerStructure(sql);
    urbs = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
    const gens = [
      ['AUBRY', 'Hélène', 'gestion.mairie', 'GESTIONNAIRE_PRINCIPAL', [{}]],
      ['Élie', 'Saint-Ange', 'elie.stange', 'GESTIONNAIRE_SECONDAIRE', [{ dateFin: '2027-01-31' }]],
      ['NGUYEN', 'Camille', 'simple.mairie', 'UTILISATEUR', [{ serviceId: urbs }]],
      ['ROUX', 'Ana', 'ana.roux', 'UTILISATEUR', [{ statut: 'DESACTIVEE' }]],
      ['SEGUIN', 'Paul', 'p.seguin', 'UTILISATEUR', [{ dateFin: '2026-10-31' }]],
      ['TARDY', 'Luc', 'luc.tardy', 'UTILISATEUR', [{ dateDebut: '2027-01-01' }]],
    ] as const;
    for (const [nom, prenom, identifiantConnexion, role, lignes] of gens) {
      const compteId = await creerCompte(sql, { nom, prenom, identifiantConnexion });
      ids[nom] = await rattacher(sql, compteId, structureId, role, [...lignes]);
      if (nom === 'NGUYEN') {
        await deleguer(sql, compteId, structureId, ['2026-11-20', '2026-11-30']);
        await abonner(sql, compteId, ids[nom] ?? 0, structureId, 'FACTURES_A_VALIDER');
      }
    }
    const parti = await rattacher(sql, await creerCompte(sql, { nom: 'PARTI' }), structureId);
    await sql`update rattachement set supprime_le = cree_le where id = ${parti}`;
    ids['PARTI'] = parti;
    await rattacher(sql, await creerCompte(sql, { nom: 'AILLEURS' }), await creerStructure(sql));
  });
  const noms = async (filtre: Partial<FiltreUtilisateurs>) =>
    (await lister(structureId, filtre)).lignes.map(({ nom }) => nom);

  test('are listed by name, accents apart, without those who left or are elsewhere', async () => {
    expect(await noms({})).toEqual(['AUBRY', 'Élie', 'NGUYEN', 'ROUX', 'SEGUIN', 'TARDY']);
  });

  test('show their role, state, scope, delegation', async () => {
    const { lignes, total, plus } = await lister(structureId);
    expect([total, plus]).toEqual([6, false]);
    expect(lignes[2]).toEqual({
      id: ids['NGUYEN'],
      compteId: expect.any(Number),
      nom: 'NGUYEN',
      prenom: 'Camille',
      identifiantConnexion: 'simple.mairie',
      etatCompte: 'ACTIF',
      role: 'UTILISATEUR',
      etat: 'VALIDEE',
      lignes: [{ service: 'Urbanisme', dateDebut: '2026-01-01', dateFin: null, statut: 'VALIDEE' }],
      nombreLignes: 1,
      delegueJusquAu: '2026-11-30',
    });
  });

  test.each([
    ['nguyen', ['NGUYEN']],
    ['CAMILLE ngu', ['NGUYEN']],
    ['simple.mairie', ['NGUYEN']],
    ['mairie', ['AUBRY', 'NGUYEN']],
    ['élie', ['Élie']],
    ['saint ange', ['Élie']],
    ['%', ['AUBRY', 'Élie', 'NGUYEN', 'ROUX', 'SEGUIN', 'TARDY']],
    ['personne', []],
  ])('are found by « %s »', async (texte, attendus) => {
    expect(await noms({ texte })).toEqual(attendus);
  });

  test.each([
    [{ role: 'UTILISATEUR' }, ['NGUYEN', 'ROUX', 'SEGUIN', 'TARDY']],
    [{ role: 'GESTIONNAIRE_SECONDAIRE' }, ['Élie']],
    [{ etat: 'VALIDEE' }, ['AUBRY', 'Élie', 'NGUYEN']],
    [{ etat: 'DESACTIVEE' }, ['ROUX']],
    [{ etat: 'EXPIREE' }, ['SEGUIN']],
    [{ etat: 'A_VENIR' }, ['TARDY']],
    [{ etat: 'VALIDEE', role: 'UTILISATEUR', texte: 'cam' }, ['NGUYEN']],
  ] as const)('are narrowed by %j', async (filtre, attendus) => {
    expect(await noms(filtre)).toEqual(attendus);
    const tous = { ...TOUS, ...filtre };
    expect(await idsUtilisateurs(sql, structureId, tous, JOUR, 500)).toHaveLength(attendus.length);
  });

  test('are read one by one, on their own structure only', async () => {
    const camille = await utilisateurDe(sql, structureId, ids['NGUYEN'] ?? 0, JOUR);
    expect(camille).toMatchObject({ nom: 'NGUYEN', etat: 'VALIDEE', abonnements: 1, version: 1 });
    expect(camille?.lignes).toMatchObject([{ serviceId: urbs, code: 'URBS' }]);
    expect(camille?.delegations).toMatchObject([{ dateFin: '2026-11-30' }]);
    const ailleurs = await creerStructure(sql);
    expect(await utilisateurDe(sql, ailleurs, ids['NGUYEN'] ?? 0, JOUR)).toBeUndefined();
    expect(await utilisateurDe(sql, structureId, ids['PARTI'] ?? 0, JOUR)).toBeUndefined();
  });

  test('are named for an act on many, those who left told apart', async () => {
    const choisis = Object.values(ids);
    const personnes = await personnesChoisies(sql, structureId, choisis);
    expect(personnes).toHaveLength(7);
    expect(personnes.filter(({ attache }) => !attache).map(({ nom }) => nom)).toEqual(['PARTI']);
    expect(await personnesChoisies(sql, await creerStructure(sql), choisis)).toEqual([]);
  });

  test('stand in: the delegations that are not over are listed', async () => {
    const delegations = await delegationsDe(sql, structureId, JOUR);
    expect(delegations).toMatchObject([{ nom: 'NGUYEN', rattachementId: ids['NGUYEN'] }]);
    expect(await delegationsDe(sql, structureId, '2026-12-01')).toEqual([]);
  });

  test('are exported a row a line, in the order asked', async () => {
    const choisis = [ids['ROUX'] ?? 0, ids['NGUYEN'] ?? 0, ids['PARTI'] ?? 0];
    const rows = await utilisateursAExporter(sql, structureId, choisis, JOUR);
    expect(rows.map(({ nom, code, statut }) => [nom, code, statut])).toEqual([
      ['ROUX', null, 'DESACTIVEE'],
      ['NGUYEN', 'URBS', 'VALIDEE'],
    ]);
    expect(rows[1]?.delegueJusquAu).toBe('2026-11-30');
  });
});

describe('ten thousand people on one structure', () => {
  const statements: Statement[] = [];
  const suivi = connect(adresses.portail, {
    max: 1,
    name: 'plans-utilisateurs',
    indexesOnly: true,
    onStatement: (text, values) => statements.push({ text, values }),
  });
  afterAll(() => suivi.end());
  let structureId: number;
  beforeAll(async () => {
    structureId = await creerStructure(sql);
    // Others elsewhere, so that one structure is not all that there is. Committed for good: VACUUM marks as visible
    // to all what is known to be on disk only.
    await proprietaire.unsafe(`
      set synchronous_commit = on;
      insert into structure (type_identifiant, identifiant, type_structure, statut, source, cree_le,
        modifie_le)
      select 'SIRET', 'F' || n, 'PUBLIQUE', 'ACTIF', 'ANNUAIRE', '2026-01-01', '2026-01-01'
      from generate_series(1, 3) n;
      insert into compte (identifiant_connexion, etat, nom, prenom, cree_le, modifie_le)
      select 'foule.' || n, 'ACTIF', 'Nom ' || n, 'Prénom', '2026-01-01', '2026-01-01'
      from generate_series(1, 10000) n;
      insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
      select id, ${structureId}, 'UTILISATEUR', 'MADRHAS', '2026-01-01', '2026-01-01'
      from compte where identifiant_connexion like 'foule.%';
      insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
      select c.id, s.id, 'UTILISATEUR', 'MADRHAS', '2026-01-01', '2026-01-01'
      from compte c, structure s
      where c.identifiant_connexion like 'foule.%' and s.identifiant like 'F%';
      insert into rattachement_ligne (rattachement_id, structure_id, date_debut, statut, origine,
        cree_le, modifie_le)
      select id, structure_id, '2026-01-01', case when id % 500 = 0 then 'DESACTIVEE' else
        'VALIDEE' end, 'MADRHAS', '2026-01-01', '2026-01-01'
      from rattachement r where not exists (
        select from rattachement_ligne l where l.rattachement_id = r.id)`);
    await proprietaire`vacuum analyze compte, rattachement, rattachement_ligne, delegation`;
  });

  test('are counted up to a thousand', async () => {
    const { lignes, total, plus } = await lister(structureId, {}, 999_999);
    expect([lignes.length, total, plus]).toEqual([20, 1_000, true]);
    expect((await lister(structureId, { texte: 'foule 77' })).plus).toBe(false);
  });

  test.each<[string, Partial<FiltreUtilisateurs>, number]>([
    ['all of them', {}, 1],
    ['the last page', {}, 50],
    ['a common word', { texte: 'prenom' }, 1],
    ['a rare name', { texte: 'foule.7777' }, 1],
    ['nobody', { texte: 'personne ici' }, 1],
    ['a role that nobody has', { role: 'GESTIONNAIRE_SECONDAIRE' }, 1],
    ['a rare state', { etat: 'DESACTIVEE' }, 1],
    ['the state of nearly all', { etat: 'VALIDEE' }, 50],
    ['a state, a role and a name', { etat: 'VALIDEE', role: 'UTILISATEUR', texte: '99' }, 2],
  ])('are listed in five hundred pages of memory at most: %s', async (_quoi, filtre, page) => {
    for (const generic of [false, true]) {
      const { scanned, buffers, plans } = await explain(
        suivi,
        statements,
        (s) => utilisateursDe(s, structureId, { ...TOUS, ...filtre, page, parPage: 20 }, JOUR),
        { generic },
      );
      expect(scanned, plans).toEqual([]);
      expect(buffers).toBeGreaterThan(0);
      expect(buffers, plans).toBeLessThan(500);
    }
  });

  test.each<[string, (s: Sql, id: number) => Promise<unknown>]>([
    ['one of them', (s, id) => utilisateurDe(s, structureId, id, JOUR)],
    ['those whom an act names', (s, id) => personnesChoisies(s, structureId, [id, id + 1])],
    ['the delegations', (s) => delegationsDe(s, structureId, JOUR)],
    ['a batch of an export', (s, id) => utilisateursAExporter(s, structureId, [id], JOUR)],
  ])('are read by an index, few pages: %s', async (_quoi, lire) => {
    const [id = 0] = await idsUtilisateurs(sql, structureId, TOUS, JOUR, 1);
    const { scanned, buffers, plans } = await explain(suivi, statements, (s) => lire(s, id));
    expect(scanned, plans).toEqual([]);
    expect(buffers, plans).toBeLessThan(50);
  });
});
