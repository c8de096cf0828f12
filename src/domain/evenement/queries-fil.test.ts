// The feed of an account: its own events and those of the rights that it holds now, by pages,
// narrowed, read or not.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  heures,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import type { Quoi } from './evenement.ts';
import { annoncerAuCompte, annoncerAuxTitulaires } from './queries.ts';
import {
  evenementsDuCompte,
  marquerLus,
  nouvellesDuCompte,
  structuresDuFil,
} from './queries-fil.ts';
import type { Lecture } from './queries-fil-cles.ts';

const { sql, proprietaire } = await baseDeTest();
await proprietaire`select creer_partitions_evenement(${new Date('2025-10-01T12:00:00Z')}, 15)`;

let compteId: number;
let structureId: number;
beforeEach(async () => {
  compteId = await creerCompte(sql);
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
});

/** An invoice told to the holders of a right; gives its number. */
async function facture(
  numero: string,
  {
    sur = structureId,
    serviceId = null as number | null,
    recueLe = INSTANT,
    espace = 'FACTURES_RECUES',
  } = {},
): Promise<string> {
  const droit = { structureId: sur, serviceId, espace };
  await sql.begin((tx) => annoncerAuxTitulaires(tx, droit, 'FACTURE', recueLe, { numero }));
  return numero;
}
const annoncer = (quoi: Quoi, recueLe = INSTANT, sur: number | null = null) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, quoi, recueLe, sur));
const page = (lecture: Partial<Lecture> = {}, jour = JOUR, qui = compteId) =>
  evenementsDuCompte(
    sql,
    qui,
    { famille: null, structureId: null, depuis: null, nombre: 10, ...lecture },
    jour,
    apres(INSTANT, heures(1)),
  );
const noms = (lus: Awaited<ReturnType<typeof page>>) =>
  lus.map(({ quoi, details }) => details.numero ?? quoi);

describe('the feed', () => {
  test('mixes my own events and those of my rights, newest first', async () => {
    await rattacher(sql, compteId, structureId);
    await facture('F1');
    await annoncer('COMPTE_VERIFIE');
    await facture('F2', { espace: 'FACTURES_EMISES' });
    expect(noms(await page())).toEqual(['F2', 'COMPTE_VERIFIE', 'F1']);
  });

  test('names the structure and the espace whose holders are told', async () => {
    await rattacher(sql, compteId, structureId);
    await facture('F1');
    expect(await page()).toMatchObject([
      { designation: 'Mairie de Terneuil', structureId, espace: { code: 'FACTURES_RECUES' } },
    ]);
  });

  test('shows nothing of structures and espaces where I hold nothing', async () => {
    await rattacher(sql, compteId, structureId);
    await facture('F1', { sur: await creerStructure(sql) });
    await facture('F2', { espace: 'ACTIVITES_DU_GESTIONNAIRE' });
    await facture('F3', { espace: 'ENGAGEMENTS' });
    expect(await page()).toHaveLength(0);
  });

  test('shows to a manager, and to a delegate, what the managers are told', async () => {
    await deleguer(sql, compteId, structureId, ['2026-11-10', JOUR]);
    await facture('F1', { espace: 'ACTIVITES_DU_GESTIONNAIRE' });
    expect(noms(await page())).toEqual(['F1']);
    expect(await page({}, '2026-11-24')).toHaveLength(0);
  });

  test('follows rights as they are now: gained, past events come; lost, they go', async () => {
    await facture('F1');
    expect(await page()).toHaveLength(0);
    const id = await rattacher(sql, compteId, structureId);
    expect(noms(await page())).toEqual(['F1']);
    await sql`update rattachement_ligne set statut = 'DESACTIVEE' where rattachement_id = ${id}`;
    expect(await page()).toHaveLength(0);
  });

  test('of who holds one service has that service only; the whole structure, all', async () => {
    const [voirie, urbs] = [
      await creerService(sql, structureId, 'VOIRIE'),
      await creerService(sql, structureId, 'URBS'),
    ];
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ serviceId: voirie }]);
    const autre = await creerCompte(sql);
    await rattacher(sql, autre, structureId);
    await facture('entière');
    await facture('voirie', { serviceId: voirie });
    await facture('urbs', { serviceId: urbs });
    expect(noms(await page())).toEqual(['voirie']);
    expect(noms(await page({}, JOUR, autre))).toEqual(['urbs', 'voirie', 'entière']);
  });

  test('shows once what is held twice: by the structure and by its service', async () => {
    const voirie = await creerService(sql, structureId, 'VOIRIE');
    const lignes = [{ serviceId: voirie }, { serviceId: null }];
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', lignes);
    await facture('F1', { serviceId: voirie });
    expect(noms(await page())).toEqual(['F1']);
  });

  test('shows nothing that was received after the instant of reading', async () => {
    await annoncer('COMPTE_VERIFIE', apres(INSTANT, heures(2)));
    expect(await page()).toHaveLength(0);
  });
});

describe('a page of the feed', () => {
  const MOIS = ['2025-11', '2026-01', '2026-01', '2026-02', '2026-08', '2026-11', '2026-11'];

  test('goes back through months, empty ones too, and up again, missing none', async () => {
    await rattacher(sql, compteId, structureId);
    const ecrits: string[] = [];
    for (const [n, mois] of MOIS.entries()) {
      const recueLe = new Date(`${mois}-1${n}T09:00:00Z`);
      ecrits.unshift(await facture(`F${n}`, { recueLe }));
      ecrits.unshift('COMPTE_VERIFIE');
      await annoncer('COMPTE_VERIFIE', recueLe);
    }
    const descente = [];
    for (let lus = await page({ nombre: 3 }); lus.length > 0; ) {
      descente.push(...lus);
      lus = await page({ nombre: 3, depuis: { avant: lus.at(-1)?.id ?? 0 } });
    }
    expect(noms(descente)).toEqual(ecrits);
    const montee = [];
    for (let apresId = descente.at(-1)?.id ?? 0; ; ) {
      const lus = await page({ nombre: 3, depuis: { apres: apresId } });
      montee.unshift(...lus);
      if (lus.length === 0) break;
      apresId = lus[0]?.id ?? 0;
    }
    expect(noms(montee)).toEqual(ecrits.slice(0, -1));
  });

  test('misses none where ids and months cross, at midnight', async () => {
    await rattacher(sql, compteId, structureId);
    const autre = await creerStructure(sql);
    await rattacher(sql, compteId, autre);
    const [avant, minuit] = [new Date('2026-10-31T22:59:59Z'), new Date('2026-10-31T23:00:01Z')];
    await facture('F1', { recueLe: minuit });
    await facture('F2', { recueLe: avant, sur: autre });
    await facture('F3', { recueLe: minuit });
    await facture('F4', { recueLe: avant });
    const [premiere, seconde] = [await page({ nombre: 2 }), await page({ nombre: 3 })];
    expect(noms(premiere)).toEqual(['F4', 'F3']);
    expect(noms(seconde)).toEqual(['F4', 'F3', 'F2']);
    const suite = await page({ nombre: 2, depuis: { avant: premiere[1]?.id ?? 0 } });
    expect(noms(suite)).toEqual(['F2', 'F1']);
    const debut = suite[1]?.id ?? 0;
    expect(noms(await page({ nombre: 1, depuis: { apres: debut } }))).toEqual(['F2']);
  });

  test('narrows by family and by structure', async () => {
    await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_PRINCIPAL');
    const autre = await creerStructure(sql);
    await rattacher(sql, compteId, autre);
    await annoncer('RATTACHEMENT_ACCORDE', INSTANT, autre);
    await facture('ici');
    await facture('ailleurs', { sur: autre });
    const gestion = { structureId, serviceId: null, espace: 'ACTIVITES_DU_GESTIONNAIRE' };
    await sql.begin((tx) => annoncerAuxTitulaires(tx, gestion, 'DEMANDE_RECUE', INSTANT));
    expect(noms(await page({ famille: 'FACTURE' }))).toEqual(['ailleurs', 'ici']);
    expect(noms(await page({ famille: 'RATTACHEMENT' }))).toEqual([
      'DEMANDE_RECUE',
      'RATTACHEMENT_ACCORDE',
    ]);
    expect(noms(await page({ structureId: autre }))).toEqual(['ailleurs', 'RATTACHEMENT_ACCORDE']);
    expect(noms(await page({ structureId: autre, famille: 'FACTURE' }))).toEqual(['ailleurs']);
    expect(await page({ famille: 'SOLLICITATION' })).toHaveLength(0);
  });
});

describe('what is read', () => {
  const lues = async () => (await page()).map(({ lu }) => lu);

  test('is nothing at first; then all up to the event named, nothing after it', async () => {
    await rattacher(sql, compteId, structureId);
    await facture('F1');
    await annoncer('COMPTE_VERIFIE');
    expect(await lues()).toEqual([false, false]);
    const [recent, ancien] = await page();
    await marquerLus(sql, compteId, ancien?.id ?? 0, INSTANT);
    expect(await lues()).toEqual([false, true]);
    await marquerLus(sql, compteId, recent?.id ?? 0, INSTANT);
    await facture('F2');
    expect(await lues()).toEqual([false, true, true]);
  });

  test('never goes back', async () => {
    await annoncer('COMPTE_VERIFIE');
    await annoncer('COMPTE_VERIFIE');
    const [recent, ancien] = await page();
    await marquerLus(sql, compteId, recent?.id ?? 0, INSTANT);
    await marquerLus(sql, compteId, ancien?.id ?? 0, INSTANT);
    expect(await lues()).toEqual([true, true]);
  });

  test('never runs ahead of the events that exist', async () => {
    await annoncer('COMPTE_VERIFIE');
    await marquerLus(sql, compteId, 9_000_000_000, apres(INSTANT, heures(1)));
    await annoncer('COMPTE_VERIFIE');
    expect(await lues()).toEqual([false, true]);
  });

  test('runs nowhere when there is no event, nor back when the newest is gone', async () => {
    const marque = async () =>
      (await sql`select evenements_lus_jusqu_a as jusqua from compte where id = ${compteId}`)[0];
    // Before any event was received.
    const avant = new Date('2025-09-30T12:00:00Z');
    await marquerLus(sql, compteId, 9_000_000_000, avant);
    expect(await marque()).toEqual({ jusqua: 0 });
    await sql`update compte set evenements_lus_jusqu_a = 1000 where id = ${compteId}`;
    await marquerLus(sql, compteId, 9_000_000_000, avant);
    expect(await marque()).toEqual({ jusqua: 1000 });
  });

  test('is each reader’s own', async () => {
    await rattacher(sql, compteId, structureId);
    const autre = await creerCompte(sql);
    await rattacher(sql, autre, structureId);
    await facture('F1');
    await marquerLus(sql, autre, (await page())[0]?.id ?? 0, INSTANT);
    expect(await lues()).toEqual([false]);
  });

  test('leaves a count of the others, up to a limit', async () => {
    await rattacher(sql, compteId, structureId);
    const nouvelles = (compter: number) =>
      nouvellesDuCompte(sql, compteId, { nombre: 2, compter }, JOUR, apres(INSTANT, heures(1)));
    expect(await nouvelles(4)).toEqual({ evenements: [], nonLus: 0 });
    for (let n = 0; n < 3; n += 1) await facture(`F${n}`);
    const lues3 = await nouvelles(4);
    expect([lues3.nonLus, noms(lues3.evenements)]).toEqual([3, ['F2', 'F1']]);
    for (let n = 3; n < 6; n += 1) await facture(`F${n}`);
    expect((await nouvelles(4)).nonLus).toBe(4);
    await marquerLus(sql, compteId, (await page())[1]?.id ?? 0, INSTANT);
    expect((await nouvelles(4)).nonLus).toBe(1);
  });
});

test('the structures to choose from are those that I am attached to or stand in for', async () => {
  const [autre, finie] = [
    await creerStructure(sql, { raisonSociale: 'École de Terneuil' }),
    await creerStructure(sql),
  ];
  await rattacher(sql, compteId, structureId);
  await deleguer(sql, compteId, autre, ['2026-11-10', JOUR]);
  await deleguer(sql, compteId, finie, ['2026-11-10', '2026-11-22']);
  expect([...(await structuresDuFil(sql, compteId, JOUR, 10))]).toEqual([
    { id: autre, designation: 'École de Terneuil' },
    { id: structureId, designation: 'Mairie de Terneuil' },
  ]);
});
