// The days go by on requests that wait: reminders, the référents, expiry, each once whoever runs the job.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { DELAIS } from '../../../tests/soutien/delais.ts';
import { demandeStockee, deposer, sansTrace } from '../../../tests/soutien/demandes.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  creerStructure,
  deleguer,
  filDe,
  heures,
  INSTANT,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { avancerDemandes } from './actions-echeances.ts';
import { structuresEnRetard } from './queries-echeances.ts';

const { sql, proprietaire } = await baseDeTest();
const A = (jours: number) => apres(INSTANT, heures(24 * jours));
const avancer = (jours: number) => avancerDemandes(sql, A(jours), DELAIS);

let rang = 0;
let structureId: number;
let auteurId: number;
let principalId: number;
let demandeId: number;

const adresse = (id: number) => `agent-${id}@terneuil.fr`;
async function compte(champs: Record<string, unknown> = {}): Promise<number> {
  rang += 1;
  return creerCompte(sql, { adresseElectronique: adresse(rang), prenom: `P${rang}`, ...champs });
}
const courrielsDe = async (compteId: number) => {
  const [row] = await sql<{ adresse: string }[]>`
    select adresse_electronique as adresse from compte where id = ${compteId}`;
  const tous = await courrielsEnFile(proprietaire);
  return tous.filter(({ destinataire }) => destinataire === row?.adresse);
};
const etapes = async (id = demandeId) =>
  (await demandeStockee(sql, id)).etapes.map(({ quoi }) => quoi);

beforeAll(async () => {
  await proprietaire`select creer_partitions_evenement(${INSTANT}, 6)`;
});

beforeEach(async () => {
  // Earlier scenes are over: what waits in them would be told too.
  await proprietaire`
    update demande set etat = 'RETIREE', terminee_le = ${INSTANT}
    where etat = 'EN_COURS_DE_VALIDATION'`;
  await proprietaire`
    update demande_ligne set etat = 'RETIREE' where etat = 'EN_COURS_DE_VALIDATION'`;
  structureId = await creerStructure(sql, { departement: '76' });
  auteurId = await compte();
  principalId = await compte();
  await rattacher(sql, principalId, structureId, 'GESTIONNAIRE_PRINCIPAL');
  demandeId = await deposer(sql, auteurId, structureId);
});

const choisir = (compteId: number, rythme: string) => sql`
  insert into preference_notification (compte_id, sujet, rythme, modifiee_le)
  values (${compteId}, 'DEMANDES_A_DECIDER', ${rythme}, ${INSTANT})`;

describe('managers are reminded of a request', () => {
  test('at 3, 7 and 14 days, once each, and the timeline says so', async () => {
    for (const jours of [0, 2, 3, 3.2, 4, 6, 7, 8, 13, 14, 15, 20]) await avancer(jours);
    expect(await etapes()).toEqual(['DEMANDEE', 'RAPPELEE', 'RAPPELEE', 'RAPPELEE']);
    const recus = await courrielsDe(principalId);
    expect(recus.map(({ nature }) => nature)).toEqual(Array(3).fill('DEMANDES_EN_ATTENTE'));
  });

  test('once for the highest age when the job did not run for long', async () => {
    await avancer(10);
    await avancer(10.1);
    expect(await etapes()).toEqual(['DEMANDEE', 'RAPPELEE']);
  });

  test('in one mail a day for all their structures, with the oldest first', async () => {
    const autre = await creerStructure(sql, { raisonSociale: 'CCAS de Terneuil' });
    await rattacher(sql, principalId, autre, 'GESTIONNAIRE_SECONDAIRE');
    await deposer(sql, await compte({ prenom: 'Karim', nom: 'Benali' }), autre, {}, A(-1));
    await avancer(3);
    const recus = await courrielsDe(principalId);
    expect(recus.length).toBe(1);
    expect(recus[0]).toMatchObject({
      nombre: 2,
      demandes: [
        { demandeur: 'Karim Benali', structure: 'CCAS de Terneuil', jour: '2026-11-22' },
        { jour: '2026-11-23' },
      ],
    });
  });

  test('with their delegates, but not those whose role is over', async () => {
    const [delegue, ancien] = [await compte(), await compte()];
    await deleguer(sql, delegue, structureId, ['2026-11-20', '2026-12-20']);
    await deleguer(sql, ancien, structureId, ['2026-11-01', '2026-11-20']);
    await avancer(3);
    expect((await courrielsDe(delegue)).length).toBe(1);
    expect((await courrielsDe(ancien)).length).toBe(0);
  });

  test('unless they switched notifications off and are not alone', async () => {
    await sql`update compte set recevoir_notifications = false where id = ${principalId}`;
    await avancer(3);
    // Alone, they are told all the same (model §6).
    expect((await courrielsDe(principalId)).length).toBe(1);
    await rattacher(sql, await compte(), structureId, 'GESTIONNAIRE_SECONDAIRE');
    await avancer(7);
    expect((await courrielsDe(principalId)).length).toBe(1);
  });

  test('once, when two workers run at the same moment', async () => {
    await Promise.all([avancer(3), avancer(3), avancer(3)]);
    expect(await etapes()).toEqual(['DEMANDEE', 'RAPPELEE']);
    expect((await courrielsDe(principalId)).length).toBe(1);
  });
});

describe('a request goes up to the référents', () => {
  test('at 21 days, once, and both its author and they are told', async () => {
    const referent = await compte({ referentDepartements: ['76'] });
    const ailleurs = await compte({ referentDepartements: ['27'] });
    const national = await compte({ referentNational: true });
    for (const jours of [20, 21, 21.1, 22]) await avancer(jours);
    expect((await etapes()).filter((quoi) => quoi === 'ESCALADEE').length).toBe(1);
    expect(await filDe(sql, auteurId)).toContain('DEMANDE_ESCALADEE');
    expect((await courrielsDe(referent)).map(({ nature }) => nature)).toEqual([
      'DEMANDES_ESCALADEES',
    ]);
    expect((await courrielsDe(national)).length).toBe(1);
    expect((await courrielsDe(ailleurs)).length).toBe(0);
    await sql`update compte set referent_departements = '{}', referent_national = false`;
  });

  test('and is told at the rhythm that each of them chose', async () => {
    const [jamais, eteint, hebdo] = [
      await compte({ referentDepartements: ['76'] }),
      await compte({ referentDepartements: ['76'], recevoirNotifications: false }),
      await compte({ referentDepartements: ['76'] }),
    ];
    await choisir(jamais, 'JAMAIS');
    await choisir(hebdo, 'HEBDOMADAIRE');
    // A Monday: what goes up that day is told on the next one.
    for (const jours of [21, 22, 25]) await avancer(jours);
    expect(await courrielsDe(hebdo)).toEqual([]);
    for (const jours of [28, 28.1, 29, 35]) await avancer(jours);
    expect((await courrielsDe(hebdo)).map(({ nature }) => nature)).toEqual(['DEMANDES_ESCALADEES']);
    expect([await courrielsDe(jamais), await courrielsDe(eteint)]).toEqual([[], []]);
    await sql`update compte set referent_departements = '{}'`;
  });

  test('at once when nobody manages the structure', async () => {
    const sansGestionnaire = await creerStructure(sql);
    const id = await deposer(sql, auteurId, sansGestionnaire);
    expect(await etapes(id)).toEqual(['DEMANDEE', 'ESCALADEE']);
  });

  test('as soon as its last manager is gone', async () => {
    await sql`
      update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${principalId}`;
    await avancer(0.1);
    expect(await etapes()).toEqual(['DEMANDEE', 'ESCALADEE']);
  });
});

describe('a request expires', () => {
  test('at 90 days: its author by mail, its managers by their feed, once', async () => {
    for (const jours of [89, 90, 90.1, 91]) await avancer(jours);
    const { demande } = await demandeStockee(sql, demandeId);
    expect(demande).toMatchObject({ etat: 'EXPIREE', decideeParCompteId: null });
    expect((await etapes()).filter((quoi) => quoi === 'EXPIREE').length).toBe(1);
    expect((await courrielsDe(auteurId)).map(({ nature }) => nature)).toEqual(['DEMANDE_EXPIREE']);
    expect(
      (await filDe(sql, principalId)).filter((q) => q === 'DEMANDE_RECUE_EXPIREE').length,
    ).toBe(1);
  });

  test('not when it was decided before', async () => {
    await proprietaire`
      update demande set etat = 'RETIREE', terminee_le = ${INSTANT} where id = ${demandeId}`;
    await proprietaire`update demande_ligne set etat = 'RETIREE' where demande_id = ${demandeId}`;
    await sansTrace(proprietaire, () => avancer(100));
  });
});

test('a worker killed in the middle leaves a request whole, and the next one finishes', async () => {
  await expect(
    sql.begin(async (tx) => {
      // What the worker does, on a transaction that dies.
      const begin = (acte: (t: typeof tx) => Promise<unknown>) => acte(tx);
      await avancerDemandes(Object.assign(tx, { begin }) as never, A(3), DELAIS);
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  expect(await etapes()).toEqual(['DEMANDEE']);
  expect((await courrielsDe(principalId)).length).toBe(0);
  await avancer(3);
  expect(await etapes()).toEqual(['DEMANDEE', 'RAPPELEE']);
});

describe('a manager who wants requests weekly', () => {
  const chaqueSemaine = (compteId: number, rythme = 'HEBDOMADAIRE') => choisir(compteId, rythme);

  // The request of the scene is of a Monday: three days old on Thursday, reminded of on the next Monday.
  test('is reminded on the first working day of the week, once', async () => {
    await chaqueSemaine(principalId);
    await avancer(3);
    await avancer(4);
    expect(await courrielsDe(principalId)).toEqual([]);
    expect(await etapes()).not.toContain('RAPPELEE');
    await avancer(7);
    await avancer(8);
    expect((await courrielsDe(principalId)).length).toBe(1);
    await avancer(14);
    expect((await courrielsDe(principalId)).length).toBe(2);
  });

  test('does not keep the others from their own rhythm', async () => {
    const second = await compte();
    await rattacher(sql, second, structureId, 'GESTIONNAIRE_SECONDAIRE');
    await chaqueSemaine(principalId);
    await avancer(3);
    expect((await courrielsDe(second)).length).toBe(1);
    expect(await courrielsDe(principalId)).toEqual([]);
  });

  test('and nobody else is there, is reminded even after « never »', async () => {
    await chaqueSemaine(principalId, 'JAMAIS');
    await avancer(3);
    await avancer(7);
    expect((await courrielsDe(principalId)).length).toBe(1);
  });

  test('« never » holds when somebody else manages too', async () => {
    await rattacher(sql, await compte(), structureId, 'GESTIONNAIRE_SECONDAIRE');
    await chaqueSemaine(principalId, 'JAMAIS');
    for (const jour of [3, 7, 14]) await avancer(jour);
    expect(await courrielsDe(principalId)).toEqual([]);
  });

  const enRetard = () =>
    structuresEnRetard(sql, { lundi: '2026-11-30', jour: '2026-11-30', age: 3, apres: 0 }, 1_000);

  test('is found until they were reminded', async () => {
    await chaqueSemaine(principalId);
    expect(await enRetard()).toEqual([structureId]);
    await avancer(7);
    expect(await enRetard()).toEqual([]);
  });

  // Whom no mail is ever claimed for would come back at each run, in the place of others.
  test('is not looked for among those who get no mail', async () => {
    const delegue = await compte();
    await deleguer(sql, delegue, structureId, ['2026-11-20', '2026-12-20']);
    await chaqueSemaine(delegue, 'JAMAIS');
    const aVenir = await compte();
    await deleguer(sql, aVenir, structureId, ['2026-12-10', '2026-12-20']);
    await chaqueSemaine(aVenir);
    const seul = await creerStructure(sql);
    const sonGestionnaire = await compte();
    await deposer(sql, sonGestionnaire, seul);
    await rattacher(sql, sonGestionnaire, seul, 'GESTIONNAIRE_PRINCIPAL');
    await chaqueSemaine(sonGestionnaire);
    expect(await enRetard()).toEqual([]);
  });
});
