// Notices of an end: once it moved, by several runs at once, after one that died; and what is
// left the day after.
import { beforeEach, describe, expect, test } from 'vitest';
import { courrielsDuCompte, finsAnnoncees, midi } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { deposer } from '../../../tests/soutien/demandes.ts';
import { appliquerLigne, entreeFlux, ligneFlux } from '../../../tests/soutien/flux.ts';
import {
  creerCompte,
  creerStructure,
  INSTANT,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { validerRattachement } from '../demande/actions-decision.ts';
import { annoncerFins } from './actions-echeances.ts';
import { rattachementsDuCompte } from './queries.ts';

const { sql, proprietaire } = await baseDeTest();
const FIN = '2026-12-31';
let compteId: number;
let structureId: number;
beforeEach(async () => {
  await sql`update rattachement_ligne set statut = 'SUPPRIMEE'`;
  compteId = await creerCompte(sql, { adresseElectronique: 'karim@terneuil.fr' });
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
});

const passer = (jour: string) => annoncerFins(sql, midi(jour));
const attacher = (ligne: LigneDeScene = { dateFin: FIN }) =>
  rattacher(sql, compteId, structureId, 'UTILISATEUR', [ligne]);
const annonces = (qui = compteId) => courrielsDuCompte({ sql, proprietaire }, qui);
const dites = (qui = compteId) => finsAnnoncees({ sql, proprietaire }, qui);

describe('a line prolonged', () => {
  const prolonger = async (champs: Parameters<typeof deposer>[3], jour: string) => {
    const gestionnaire = await creerCompte(sql);
    await rattacher(sql, gestionnaire, structureId, 'GESTIONNAIRE_PRINCIPAL');
    const id = await deposer(sql, compteId, structureId, champs, midi(jour));
    await validerRattachement(sql, gestionnaire, id, midi(jour));
  };

  test('by a manager is told anew of its new end', async () => {
    await attacher();
    await passer('2026-12-01');
    await passer('2026-12-24');
    await prolonger({ dateFin: '2027-06-30' }, '2026-12-26');
    const jours = ['2026-12-27', '2027-05-30', '2027-05-31', '2027-06-22', '2027-06-23'];
    const dits: number[] = [];
    for (const jour of jours) dits.push(await passer(jour));
    expect(dits).toEqual([0, 0, 1, 0, 1]);
    expect(await dites()).toEqual([4, 4]);
  });

  test('on the day of a notice is told of its new end too, that very day', async () => {
    await attacher({ dateFin: '2026-12-08' });
    expect(await passer('2026-12-01')).toBe(1);
    await prolonger({ dateFin: '2026-12-23' }, '2026-12-01');
    expect(await passer('2026-12-01')).toBe(1);
    const courriels = (await annonces()).filter((c) => 'fins' in c);
    expect(courriels.map((c) => c['fins'])).toMatchObject([
      [{ jour: '2026-12-08' }],
      [{ jour: '2026-12-23' }],
    ]);
  });

  test('by the feed is told anew as well', async () => {
    const entree = await entreeFlux(sql, structureId, { dateFin: FIN });
    const ligne = ligneFlux('M-PROLONGE', { rattachements: [entree] });
    compteId = await appliquerLigne(sql, ligne, INSTANT);
    await passer('2026-12-01');
    await passer('2026-12-24');
    const rattachements = [{ ...entree, dateFin: '2027-06-30' }];
    await appliquerLigne(sql, { ...ligne, rattachements }, midi('2026-12-26'));
    expect(await passer('2027-05-31')).toBe(1);
    expect(await dites()).toEqual([3, 3]);
  });

  test('at its start alone is not told twice of one end', async () => {
    await attacher({ dateDebut: '2026-11-20', dateFin: FIN });
    await passer('2026-12-01');
    await prolonger({ dateDebut: '2026-11-01', dateFin: FIN }, '2026-12-02');
    expect(await passer('2026-12-03')).toBe(0);
    expect(await passer('2026-12-24')).toBe(1);
  });
});

describe('the runs', () => {
  test('of two workers at once tell each person once', async () => {
    const comptes: number[] = [];
    for (let rang = 0; rang < 6; rang += 1) {
      compteId = await creerCompte(sql);
      comptes.push(compteId);
      await attacher();
    }
    const nombres = await Promise.all([1, 2, 3].map(() => passer('2026-12-01')));
    expect(nombres.reduce((a, b) => a + b)).toBe(comptes.length);
    for (const id of comptes) expect(await dites(id)).toEqual([1, 1]);
  });

  test('go on after one that died midway: who was told is not told again', async () => {
    const comptes: number[] = [];
    for (let rang = 0; rang < 3; rang += 1) {
      compteId = await creerCompte(sql);
      comptes.push(compteId);
      await attacher();
    }
    const [, bloque = 0] = comptes;
    await proprietaire.begin(async (tx) => {
      await tx`select from compte where id = ${bloque} for update`;
      const passage = passer('2026-12-01').catch(({ code }: { code: string }) => code);
      // The run waits for the second person's account, and is cancelled there.
      const attente = () => sql<{ pid: number }[]>`
        select pid from pg_stat_activity
        where datname = current_database() and usename = current_user
          and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await attente()).length).toBe(1);
      const [{ pid } = { pid: 0 }] = await attente();
      await sql`select pg_cancel_backend(${pid})`;
      expect(await passage).toBe('57014');
    });
    const apresLaChute = await Promise.all(comptes.map((id) => dites(id)));
    expect(apresLaChute).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(await passer('2026-12-01')).toBe(2);
    for (const id of comptes) expect(await dites(id)).toEqual([1, 1]);
  });
});

describe('past its end', () => {
  const actives = async (jour: string) =>
    (await sql`select gestion from portees_actives(${compteId}, ${jour})`).length;
  const etat = async (jour: string) => {
    const filtre = { texte: '', etat: null, page: 1, parPage: 5 };
    return (await rattachementsDuCompte(sql, compteId, filtre, jour)).lignes[0]?.etat;
  };

  test('a rattachement gives no right, and says so; on the last day it does', async () => {
    await rattacher(sql, compteId, structureId, 'GESTIONNAIRE_SECONDAIRE', [{ dateFin: FIN }]);
    expect([await actives(FIN), await etat(FIN)]).toEqual([2, 'VALIDEE']);
    expect([await actives('2027-01-01'), await etat('2027-01-01')]).toEqual([0, 'EXPIREE']);
    const gerants = await sql`select from gestionnaires_actifs(${structureId}, '2027-01-01')`;
    expect(gerants.length).toBe(0);
  });
});
