// A structure where five thousand requests wait: the queue, the count of it and the session of its manager read few pages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TRIS_DE_FILE } from '../../src/domain/demande/file.ts';
import { compteDesDemandes, compteDesMontees } from '../../src/domain/demande/queries-attente.ts';
import {
  demandesADecider,
  demandesChoisies,
  demandesEscalades,
} from '../../src/domain/demande/queries-file.ts';
import { reprisesOpposables } from '../../src/domain/demande/queries-reprise-lecture.ts';
import {
  structuresFragiles,
  structuresGerees,
} from '../../src/domain/rattachement/queries-mes-structures.ts';
import { lireSession } from '../../src/domain/session/queries.ts';
import { empreinte } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { creerCompte, creerStructure, INSTANT, JOUR, rattacher } from '../soutien/scene.ts';
import { explain, type Query, type Statement } from './expliquer.ts';

const BUFFERS_MAX = 500;
const EN_ATTENTE = 5_000;
const LIGNES_D_UNE_DEMANDE = 200;
/** A mass decision of 500: of each its request, its first lines, its author. */
const COCHEES_BUFFERS_MAX = 5_000;
const CLE = empreinte('session');

const base = await baseDeTest();
const statements: Statement[] = [];
const sql = connect(base.adresses.portail, {
  max: 1,
  name: 'plans-de-file',
  onStatement: (text, values) => statements.push({ text, values }),
});
afterAll(() => sql.end());

let gestionnaire: number;
let referent: number;
let ids: number[];

beforeAll(async () => {
  const { proprietaire } = base;
  gestionnaire = await creerCompte(proprietaire);
  referent = await creerCompte(proprietaire, { referentDepartements: ['76'] });
  const structureId = await creerStructure(proprietaire, { departement: '76' });
  await rattacher(proprietaire, gestionnaire, structureId, 'GESTIONNAIRE_PRINCIPAL');
  await proprietaire`
    insert into structure (type_identifiant, identifiant, type_structure, statut, raison_sociale,
      source, cree_le, modifie_le)
    select 'SIRET', 'X' || n, 'PUBLIQUE', 'ACTIF', 'Commune ' || n, 'ANNUAIRE', ${INSTANT}, ${INSTANT}
    from generate_series(1, 1000) n`;
  await proprietaire`
    insert into compte (identifiant_connexion, etat, nom, prenom, verifie_le, cree_le, modifie_le)
    select 'file.' || n, 'ACTIF', 'Nom ' || n % 700, 'Prénom ' || n % 90, ${INSTANT}, ${INSTANT},
      ${INSTANT}
    from generate_series(1, 20000) n`;
  // Everybody is attached to the large structure or to another; requests come in the order of no name.
  await proprietaire`
    insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
    select c.id, case when c.id % 2 = 0 then ${structureId}::bigint else ${structureId} + c.id % 1000 + 1 end,
      'UTILISATEUR', 'MADRHAS', ${INSTANT}, ${INSTANT}
    from compte c where c.identifiant_connexion like 'file.%'`;
  await proprietaire`
    insert into demande (nature, compte_id, structure_id, commentaire, demandee_le, escaladee_le,
      nombre_de_lignes)
    select case when c.id % 16 = 0 then 'ABONNEMENT' else 'RATTACHEMENT' end, c.id,
      case when c.id % 4 = 0 then ${structureId}::bigint else ${structureId} + c.id % 1000 + 1 end,
      repeat('x', 120), ${INSTANT}::timestamptz - c.id * 7919 % 40000 * interval '1 minute',
      case when c.id % 3 = 0 then ${INSTANT}::timestamptz end,
      case when c.id % 16 = 0 then ${LIGNES_D_UNE_DEMANDE}::int else 1 end
    from compte c where c.identifiant_connexion like 'file.%'`;
  await proprietaire`
    insert into demande_ligne (demande_id, nature, compte_id, structure_id, date_debut)
    select id, nature, compte_id, structure_id, ${JOUR} from demande where nature = 'RATTACHEMENT'`;
  // As many lines as a request may have, on the large structure.
  await proprietaire`
    insert into service (structure_id, code, libelle, source, cree_le, modifie_le)
    select ${structureId}, 'S' || n, 'Service ' || n, 'ANNUAIRE', ${INSTANT}, ${INSTANT}
    from generate_series(1, ${LIGNES_D_UNE_DEMANDE}::int) n`;
  await proprietaire`
    insert into demande_ligne (demande_id, nature, compte_id, structure_id, service_id, espace_id, mode, rang)
    select d.id, d.nature, d.compte_id, d.structure_id, v.id, 9, 'CONSULTATION',
      row_number() over (partition by d.id order by v.id)
    from demande d join service v on v.structure_id = d.structure_id
    where d.nature = 'ABONNEMENT' order by d.id, v.id`;
  await proprietaire`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    values (${CLE}, ${gestionnaire}, 'pigp', 'sub', ${INSTANT}, ${INSTANT})`;
  await proprietaire`vacuum analyze`;
  const rows = await proprietaire<{ id: number }[]>`
    select id from demande where structure_id = ${structureId} order by id`;
  expect(rows).toHaveLength(EN_ATTENTE);
  ids = rows.map(({ id }) => id);
}, 120_000);

const FILTRE = {
  structureId: null,
  nature: null,
  ageJours: null,
  texte: '',
  tri: 'ancien',
  page: 1,
  parPage: 20,
} as const;
const file =
  (changes: Partial<Parameters<typeof demandesADecider>[2]>): Query =>
  (s) =>
    demandesADecider(s, gestionnaire, { ...FILTRE, ...changes }, JOUR);
const MIENNES = { texte: '', page: 1, parPage: 20 };

const QUERIES: [name: string, run: Query][] = [
  ...TRIS_DE_FILE.map((tri): [string, Query] => [`the queue by « ${tri} »`, file({ tri })]),
  ['its last page', file({ page: 999 })],
  ['a page of fifty', file({ parPage: 50 })],
  ['by a name', file({ texte: 'nom 12 prenom', tri: 'demandeur' })],
  ['by a name of nobody', file({ texte: 'zzz' })],
  ['by age', file({ ageJours: 21 })],
  ['by nature', file({ nature: 'ABONNEMENT', parPage: 50 })],
  ['the count', (s) => compteDesDemandes(s, gestionnaire, JOUR)],
  ['the escalated ones', (s) => demandesEscalades(s, referent, FILTRE, JOUR)],
  [
    'the take-overs to oppose',
    (s) => reprisesOpposables(s, gestionnaire, JOUR, { oppositionJours: 7 }),
  ],
  ['the count of the escalated ones', (s) => compteDesMontees(s, referent)],
  ['the session', (s) => lireSession(s, CLE, JOUR)],
  ['the ones ticked', (s) => demandesChoisies(s, gestionnaire, ids.slice(0, 50), JOUR)],
  ['the structures managed', (s) => structuresGerees(s, gestionnaire, MIENNES, JOUR)],
  ['the fragile ones', (s) => structuresFragiles(s, gestionnaire, JOUR)],
];

describe.each([
  ['with the values known', false],
  ['with the values unknown', true],
])('planned %s', (_how, generic) => {
  test.each(QUERIES)('%s reads few pages', async (_name, run) => {
    const { buffers, plans } = await explain(sql, statements, run, { generic });
    expect(buffers).toBeGreaterThan(0);
    expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
  });

  test('five hundred ticked read a bounded number', async () => {
    const run: Query = (s) => demandesChoisies(s, gestionnaire, ids.slice(0, 500), JOUR);
    const { buffers, plans } = await explain(sql, statements, run, { generic });
    expect(buffers, plans).toBeLessThan(COCHEES_BUFFERS_MAX);
  });

  test('a request of 200 lines shows four, and how many there are', async () => {
    const filtre = { ...FILTRE, nature: 'ABONNEMENT' } as const;
    const { lignes } = await demandesADecider(sql, gestionnaire, filtre, JOUR);
    expect(lignes).toHaveLength(FILTRE.parPage);
    for (const demande of lignes) {
      expect(demande.nombreDeLignes).toBe(LIGNES_D_UNE_DEMANDE);
      expect(demande.lignes).toHaveLength(4);
    }
  });
});
