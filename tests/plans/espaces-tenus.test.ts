// The rights of a manager of 300 structures: espaces_tenus reads a structure only for an espace of one kind of structure.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../src/platform/postgres/connect.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { creerCompte, INSTANT, JOUR } from '../soutien/scene.ts';
import { explain, type Statement } from './expliquer.ts';

const STRUCTURES = 300;
/** Of the rattachements, their lines and the catalogue; each structure read as well would add 300 and more. */
const BUFFERS_MAX = 100;

const base = await baseDeTest();
const statements: Statement[] = [];
const sql = connect(base.adresses.portail, {
  max: 1,
  name: 'plans-des-espaces',
  onStatement: (text, values) => statements.push({ text, values }),
});
afterAll(() => sql.end());

let compteId: number;
beforeAll(async () => {
  const { proprietaire } = base;
  compteId = await creerCompte(proprietaire);
  await proprietaire`
    insert into structure (type_identifiant, identifiant, type_structure, statut, raison_sociale,
      source, cree_le, modifie_le)
    select 'SIRET', 'X' || n, 'PUBLIQUE', 'ACTIF', 'Commune ' || n, 'ANNUAIRE', ${INSTANT}, ${INSTANT}
    from generate_series(1, 20000) n`;
  await proprietaire`
    insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
    select ${compteId}, id, 'GESTIONNAIRE_SECONDAIRE', 'MADRHAS', ${INSTANT}, ${INSTANT}
    from structure where identifiant like 'X%' and id % 60 = 0 limit ${STRUCTURES}`;
  await proprietaire`
    insert into rattachement_ligne (rattachement_id, structure_id, date_debut, statut, origine,
      cree_le, modifie_le)
    select id, structure_id, '2026-01-01', 'VALIDEE', 'MADRHAS', ${INSTANT}, ${INSTANT}
    from rattachement where compte_id = ${compteId}`;
  await proprietaire`vacuum analyze`;
}, 60_000);

test.each([false, true])('read few pages (values unknown: %s)', async (generic) => {
  const lire = (s: typeof sql) => s`select * from espaces_tenus(${compteId}, ${JOUR})`;
  expect(await lire(sql)).toHaveLength(3 * STRUCTURES);
  const { buffers, plans } = await explain(sql, statements, lire, { generic });
  expect(buffers).toBeGreaterThan(0);
  expect(buffers, plans).toBeLessThan(BUFFERS_MAX);
});
