// One principal a structure, without end date (model §2, §3), whatever order or crowd writes the rows.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  ajouterLigne,
  creerCompte,
  creerStructure,
  INSTANT,
  rattacher,
} from '../../../tests/soutien/scene.ts';

const { sql } = await baseDeTest();
const GP = 'GESTIONNAIRE_PRINCIPAL';
const ROLES = [GP, 'GESTIONNAIRE_SECONDAIRE', 'UTILISATEUR'] as const;
const SANS_FIN = { code: '23514', constraint_name: 'principal_sans_fin' };
const FIN = { dateFin: '2026-12-31' };

let compteId: number;
let structureId: number;
beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
});

const promouvoir = () => sql`update rattachement set role = ${GP} where compte_id = ${compteId}`;
const finir = () => sql`
  update rattachement_ligne l set date_fin = '2026-12-31'
  from rattachement r where r.id = l.rattachement_id and r.compte_id = ${compteId}`;

describe('a principal', () => {
  test('is not given a line that ends', async () => {
    const id = await rattacher(sql, compteId, structureId, GP, []);
    await expect(ajouterLigne(sql, id, structureId, FIN)).rejects.toMatchObject(SANS_FIN);
    await ajouterLigne(sql, id, structureId);
  });

  test('has no line that comes to an end', async () => {
    await rattacher(sql, compteId, structureId, GP);
    await expect(Promise.resolve(finir())).rejects.toMatchObject(SANS_FIN);
  });

  test('is not made of somebody whose line ends', async () => {
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [FIN]);
    await expect(Promise.resolve(promouvoir())).rejects.toMatchObject(SANS_FIN);
  });

  test('may be made in any order within a transaction: the end of it counts', async () => {
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [FIN]);
    await sql.begin(async (tx) => {
      await tx`update rattachement set role = ${GP} where compte_id = ${compteId}`;
      await tx`update rattachement_ligne set date_fin = null where structure_id = ${structureId}`;
    });
    const [row] = await sql`select role from rattachement where compte_id = ${compteId}`;
    expect(row?.['role']).toBe(GP);
  });

  test('is refused at the end of the transaction, with all of it', async () => {
    await rattacher(sql, compteId, structureId);
    const essai = sql.begin(async (tx) => {
      await tx`update rattachement set role = ${GP} where compte_id = ${compteId}`;
      await tx`update rattachement_ligne set date_fin = '2026-12-31' where structure_id = ${structureId}`;
    });
    await expect(essai).rejects.toMatchObject(SANS_FIN);
    const [row] = await sql`select role from rattachement where compte_id = ${compteId}`;
    expect(row?.['role']).toBe('UTILISATEUR');
  });

  test('may have had lines that ended and were deleted', async () => {
    const ancienne = { ...FIN, statut: 'SUPPRIMEE' } as const;
    await rattacher(sql, compteId, structureId, GP, [ancienne, {}]);
  });

  test('of the past may have had an end', async () => {
    const id = await rattacher(sql, compteId, structureId, GP);
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${id}`;
    await finir();
  });

  test('is alone in having no end: the others may have one', async () => {
    await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE', [FIN]);
    await rattacher(sql, await creerCompte(sql), structureId, 'UTILISATEUR', [FIN]);
  });

  test('is one when several are named at the same moment', async () => {
    const comptes = await Promise.all([1, 2, 3, 4, 5].map(() => creerCompte(sql)));
    const essais = comptes.map((id) => rattacher(sql, id, structureId, GP, []));
    const issues = await Promise.allSettled(essais);
    expect(issues.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  });
});

/** What somebody tries, at the same moment as others. */
type Tentative = { qui: number; ou: number; role: (typeof ROLES)[number]; geste: Geste };
const GESTES = ['rattacher', 'changer', 'supprimer'] as const;
type Geste = (typeof GESTES)[number];
const tentative: fc.Arbitrary<Tentative> = fc.record({
  qui: fc.integer({ min: 0, max: 3 }),
  ou: fc.integer({ min: 0, max: 1 }),
  role: fc.constantFrom(...ROLES),
  geste: fc.constantFrom(...GESTES),
});

async function essayer(t: Tentative, comptes: number[], structures: number[]): Promise<void> {
  const [compte = 0, structure = 0] = [comptes[t.qui], structures[t.ou]];
  const vivant = sql`
    compte_id = ${compte} and structure_id = ${structure} and supprime_le is null`;
  if (t.geste === 'rattacher') await rattacher(sql, compte, structure, t.role, []);
  else if (t.geste === 'changer')
    await sql`update rattachement set role = ${t.role} where ${vivant}`;
  else await sql`update rattachement set supprime_le = ${INSTANT} where ${vivant}`;
}

/** The most live principals that a structure has, and the most live roles that a person has on one. */
async function pire(structures: number[]) {
  const [row] = await sql`
    select coalesce(max(n) filter (where role = ${GP}), 0)::int as principaux,
      coalesce(max(m), 0)::int as roles
    from (
      select role, count(*) over (partition by structure_id, role) as n,
        count(*) over (partition by structure_id, compte_id) as m
      from rattachement where structure_id in ${sql(structures)} and supprime_le is null
    ) vivants`;
  return row;
}

describe('any sequence of rattachements and roles', () => {
  test('leaves at most one live principal a structure and one live role a person', async () => {
    const comptes = await Promise.all([1, 2, 3, 4].map(() => creerCompte(sql)));
    const tours = fc.array(fc.array(tentative, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    let principaux = 0;
    await fc.assert(
      fc.asyncProperty(tours, async (suite) => {
        const structures = [await creerStructure(sql), await creerStructure(sql)];
        for (const tour of suite) {
          const issues = await Promise.allSettled(tour.map((t) => essayer(t, comptes, structures)));
          const refus = issues.flatMap((i) => (i.status === 'rejected' ? [i.reason.code] : []));
          expect(refus.filter((code) => code !== '23505')).toEqual([]);
        }
        const trouve = await pire(structures);
        expect(trouve?.['principaux']).toBeLessThanOrEqual(1);
        expect(trouve?.['roles']).toBeLessThanOrEqual(1);
        principaux += trouve?.['principaux'];
      }),
      { seed: 20261123, numRuns: 100 },
    );
    // The sequences do name principals: the rule was put to the test.
    expect(principaux).toBeGreaterThan(20);
  });
});
