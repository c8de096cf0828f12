// Invariants that the database holds by itself (model §2): rattachements, lines, delegations, abonnements.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  abonner,
  ajouterLigne,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  INSTANT,
  rattacher,
} from '../../../tests/soutien/scene.ts';

const { sql } = await baseDeTest();
const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const EXCLUSION = '23P01';
const GP = 'GESTIONNAIRE_PRINCIPAL';
let compteId: number;
let structureId: number;

beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
});

async function refuse(essai: PromiseLike<unknown>, code: string, constraint: string) {
  await expect(Promise.resolve(essai)).rejects.toMatchObject({ code, constraint_name: constraint });
}

describe('a rattachement', () => {
  test('is live once for an account and a structure', async () => {
    const premier = await rattacher(sql, compteId, structureId);
    await refuse(rattacher(sql, compteId, structureId, GP), UNIQUE, 'rattachement_vivant');
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${premier}`;
    await rattacher(sql, compteId, structureId);
  });

  test('is the only live principal of its structure', async () => {
    const premier = await rattacher(sql, compteId, structureId, GP);
    const autre = await creerCompte(sql);
    const second = rattacher(sql, autre, structureId, GP);
    await refuse(second, UNIQUE, 'rattachement_un_seul_principal');
    await rattacher(sql, autre, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const promu = sql`update rattachement set role = ${GP} where compte_id = ${autre}`;
    await refuse(promu, UNIQUE, 'rattachement_un_seul_principal');
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${premier}`;
    await sql`update rattachement set role = ${GP} where compte_id = ${autre}`;
  });

  test('has one of the three roles and a known source', async () => {
    const essai = rattacher(sql, compteId, structureId, 'CHEF' as 'UTILISATEUR');
    await refuse(essai, CHECK, 'role_rattachement_check');
    await rattacher(sql, compteId, structureId);
    const source = sql`update rattachement set origine = 'X' where compte_id = ${compteId}`;
    await refuse(source, CHECK, 'source_valeur_check');
  });
});

describe('a line', () => {
  test('covers a service of its own structure', async () => {
    const ailleurs = await creerService(sql, await creerStructure(sql), 'URBS');
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', []);
    const essai = ajouterLigne(sql, id, structureId, { serviceId: ailleurs });
    await refuse(essai, FOREIGN_KEY, 'rattachement_ligne_service_id_structure_id_fkey');
  });

  test('is of the structure of its rattachement', async () => {
    const autre = await creerStructure(sql);
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', []);
    const serviceId = await creerService(sql, autre, 'URBS');
    await refuse(
      ajouterLigne(sql, id, autre, { serviceId }),
      FOREIGN_KEY,
      'rattachement_ligne_rattachement_id_structure_id_fkey',
    );
  });

  test('is live once for a service, and once for the whole structure', async () => {
    const serviceId = await creerService(sql, structureId, 'URBS');
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ serviceId }, {}]);
    for (const ligne of [{ serviceId }, {}, { statut: 'DESACTIVEE' } as const])
      await refuse(ajouterLigne(sql, id, structureId, ligne), UNIQUE, 'rattachement_ligne_vivante');
    await ajouterLigne(sql, id, structureId, { statut: 'SUPPRIMEE' });
    await sql`update rattachement_ligne set statut = 'SUPPRIMEE' where rattachement_id = ${id}`;
    await ajouterLigne(sql, id, structureId);
  });

  test('has a period in order; one day is a period', async () => {
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', []);
    const ligne = { dateDebut: '2026-02-02', dateFin: '2026-02-01' };
    await refuse(ajouterLigne(sql, id, structureId, ligne), CHECK, 'rattachement_ligne_check');
    await ajouterLigne(sql, id, structureId, { ...ligne, dateFin: '2026-02-02' });
  });

  test('shares its ids with the lines asked for', async () => {
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', []);
    const [suivant] = await sql`select nextval('ligne_id_seq') as id`;
    expect(await ajouterLigne(sql, id, structureId)).toBe(Number(suivant?.['id']) + 1);
  });
});

describe('a delegation', () => {
  const OCCUPEE = ['2026-03-10', '2026-03-20'] as [string, string];
  const PERIODES: [string, string, string, boolean][] = [
    ['the same', '2026-03-10', '2026-03-20', false],
    ['one inside', '2026-03-12', '2026-03-15', false],
    ['one around', '2026-03-01', '2026-03-31', false],
    ['one that starts on its last day', '2026-03-20', '2026-03-25', false],
    ['one that ends on its first day', '2026-03-01', '2026-03-10', false],
    ['one that starts the day after', '2026-03-21', '2026-03-25', true],
    ['one that ends the day before', '2026-03-01', '2026-03-09', true],
  ];
  test.each(PERIODES)('beside %s', async (_quoi, debut, fin, permise) => {
    await deleguer(sql, compteId, structureId, OCCUPEE);
    const seconde = deleguer(sql, compteId, structureId, [debut, fin]);
    if (permise) await seconde;
    else await refuse(seconde, EXCLUSION, 'delegation_sans_recouvrement');
  });

  test('that was ended no longer counts', async () => {
    await deleguer(sql, compteId, structureId, OCCUPEE, { termineeLe: INSTANT });
    await deleguer(sql, compteId, structureId, OCCUPEE);
  });

  test('of somebody else, or on another structure, may overlap', async () => {
    await deleguer(sql, compteId, structureId, OCCUPEE);
    await deleguer(sql, await creerCompte(sql), structureId, OCCUPEE);
    await deleguer(sql, compteId, await creerStructure(sql), OCCUPEE);
  });

  test('has a period in order and an end', async () => {
    const renversee = deleguer(sql, compteId, structureId, ['2026-03-20', '2026-03-10']);
    await refuse(renversee, CHECK, 'delegation_check');
    const sansFin = deleguer(sql, compteId, structureId, OCCUPEE, { dateFin: null });
    await expect(sansFin).rejects.toMatchObject({ code: '23502', column_name: 'date_fin' });
  });
});

describe('an abonnement', () => {
  let rattachementId: number;
  beforeEach(async () => {
    rattachementId = await rattacher(sql, compteId, structureId);
  });
  const accorder = (champs: Record<string, unknown> = {}) =>
    abonner(sql, compteId, rattachementId, structureId, 'ENGAGEMENTS', champs);

  test('is live once for the whole structure, whatever its mode', async () => {
    await accorder();
    await refuse(accorder({ mode: 'MODIFICATION' }), UNIQUE, 'abonnement_vivant');
    await sql`update abonnement set termine_le = ${INSTANT} where compte_id = ${compteId}`;
    await accorder();
  });

  test('is live once for a service, beside that of the structure', async () => {
    const serviceId = await creerService(sql, structureId, 'URBS');
    await accorder();
    await accorder({ serviceId });
    await refuse(accorder({ serviceId }), UNIQUE, 'abonnement_vivant');
  });

  test('is on a service of its structure, and on a rattachement of it', async () => {
    const autre = await creerStructure(sql);
    const ailleurs = await creerService(sql, autre, 'URBS');
    await refuse(
      accorder({ serviceId: ailleurs }),
      FOREIGN_KEY,
      'abonnement_service_id_structure_id_fkey',
    );
    await refuse(
      accorder({ structureId: autre }),
      FOREIGN_KEY,
      'abonnement_rattachement_id_structure_id_compte_id_fkey',
    );
  });

  test('is in one of the two modes', () =>
    refuse(accorder({ mode: 'LECTURE' }), CHECK, 'mode_abonnement_check'));

  test('is carried by a rattachement of its own account', async () => {
    await expect(accorder({ compteId: await creerCompte(sql) })).rejects.toMatchObject({
      code: FOREIGN_KEY,
    });
  });
});

describe('an espace opened on a structure', () => {
  test('is open once', async () => {
    const ouvrir = () =>
      sql`insert into espace_structure (structure_id, espace_id, ouvert_le)
        values (${structureId}, 9, ${INSTANT})`;
    await ouvrir();
    await refuse(ouvrir(), UNIQUE, 'espace_structure_ouvert');
    await sql`update espace_structure set ferme_le = ${INSTANT} where structure_id = ${structureId}`;
    await ouvrir();
  });
});
