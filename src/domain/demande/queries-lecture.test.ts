// Requests as people read them: their own list, and one request with its timeline, for both sides.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { deposer } from '../../../tests/soutien/demandes.ts';
import {
  apres,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  INSTANT,
  JOUR,
  minutes,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { retirerDemande } from './actions.ts';
import { refuserRattachement, validerRattachement } from './actions-decision.ts';
import {
  demandeLisible,
  demandesDuCompte,
  dernierRefus,
  type FiltreDemandes,
} from './queries-lecture.ts';

const { sql } = await baseDeTest();
const A_10H05 = apres(INSTANT, minutes(5));
let compteId: number;
let structureId: number;
let principal: number;
beforeEach(async () => {
  compteId = await creerCompte(sql, { prenom: 'Karim', nom: 'Benali' });
  structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
  principal = await creerCompte(sql, { prenom: 'Léa', nom: 'Roux' });
  await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
});
const refuser = (demandeId: number, motif = 'Inconnu ici') =>
  refuserRattachement(sql, principal, { demandeId, motif }, A_10H05);
const TOUT: FiltreDemandes = { etat: null, page: 1, parPage: 10 };
const lire = (id: number, lecteur: number, jour = JOUR) => demandeLisible(sql, id, lecteur, jour);

describe('the requests of an account', () => {
  test('tell the structure, what is asked and what became of it', async () => {
    const serviceId = await creerService(sql, structureId, 'URBS', { libelle: 'Urbanisme' });
    const periode = { dateDebut: '2026-12-01', dateFin: '2027-01-31' };
    const id = await deposer(sql, compteId, structureId, { portees: [serviceId], ...periode });
    await refuser(id);
    const [structure] = await sql`select identifiant from structure where id = ${structureId}`;
    expect(await demandesDuCompte(sql, compteId, TOUT)).toEqual({
      total: 1,
      lignes: [
        {
          id,
          nature: 'RATTACHEMENT',
          structureId,
          identifiant: structure?.['identifiant'],
          designation: 'Mairie de Terneuil',
          etat: 'REFUSEE',
          demandeeLe: INSTANT,
          termineeLe: A_10H05,
          motif: 'Inconnu ici',
          lignes: [{ service: 'Urbanisme', ...periode }],
        },
      ],
    });
  });

  test('come pending first, then the newest; by pages, by state, one’s own only', async () => {
    await deposer(sql, await creerCompte(sql), structureId);
    const ids: number[] = [];
    for (const minute of [0, 1, 2, 3]) {
      const instant = apres(INSTANT, minutes(minute));
      ids.push(await deposer(sql, compteId, await creerStructure(sql), {}, instant));
    }
    const [a = 0, b = 0, c = 0, d = 0] = ids;
    await retirerDemande(sql, compteId, d, A_10H05);
    await retirerDemande(sql, compteId, b, A_10H05);
    const page = async (filtre: Partial<FiltreDemandes>) => {
      const { lignes, total } = await demandesDuCompte(sql, compteId, { ...TOUT, ...filtre });
      return [lignes.map(({ id }) => id), total];
    };
    expect(await page({})).toEqual([[c, a, d, b], 4]);
    expect(await page({ parPage: 3, page: 2 })).toEqual([[b], 4]);
    expect(await page({ parPage: 3, page: 9 })).toEqual([[b], 4]);
    expect(await page({ etat: 'RETIREE' })).toEqual([[d, b], 2]);
  });
});

describe('a request', () => {
  test('shows both sides its timeline, with names and qualities', async () => {
    const id = await deposer(sql, compteId, structureId, { commentaire: 'Bonjour' });
    await refuser(id, 'Voyez d’abord la DSI');
    const etapes = [
      { quoi: 'DEMANDEE', instant: INSTANT, par: 'Karim Benali', enQualite: 'DEMANDEUR' },
      {
        quoi: 'REFUSEE',
        instant: A_10H05,
        par: 'Léa Roux',
        enQualite: 'GESTIONNAIRE_PRINCIPAL',
        commentaire: 'Voyez d’abord la DSI',
      },
    ];
    const commun = { demandeur: 'Karim Benali', commentaire: 'Bonjour', etat: 'REFUSEE', etapes };
    expect(await lire(id, compteId)).toMatchObject({ ...commun, sienne: true });
    expect(await lire(id, principal)).toMatchObject({ ...commun, sienne: false });
  });

  test('is read by its delegate that day, not the day after', async () => {
    const id = await deposer(sql, compteId, structureId);
    const delegue = await creerCompte(sql);
    await deleguer(sql, delegue, structureId, [JOUR, JOUR]);
    expect(await lire(id, delegue)).toMatchObject({ id });
    expect(await lire(id, delegue, '2026-11-24')).toBeUndefined();
  });

  test('does not exist for a colleague, a manager of elsewhere, nor once anonymised', async () => {
    const id = await deposer(sql, compteId, structureId);
    const [collegue, voisin] = [await creerCompte(sql), await creerCompte(sql)];
    await rattacher(sql, collegue, structureId);
    await rattacher(sql, voisin, await creerStructure(sql), 'GESTIONNAIRE_PRINCIPAL');
    for (const lecteur of [collegue, voisin]) expect(await lire(id, lecteur)).toBeUndefined();
    await retirerDemande(sql, compteId, id, INSTANT);
    await sql`update demande set compte_id = null where id = ${id}`;
    expect(await lire(id, principal)).toBeUndefined();
  });

  test('lists what it asks, the whole structure first', async () => {
    const [b, a] = [
      await creerService(sql, structureId, 'B'),
      await creerService(sql, structureId, 'A'),
    ];
    const id = await deposer(sql, compteId, structureId, { portees: [b, a] });
    const lue = await lire(id, compteId);
    expect(lue?.lignes.map(({ service }) => service)).toEqual(['A', 'B']);
    const entiere = await deposer(sql, compteId, structureId);
    expect((await lire(entiere, compteId))?.lignes).toMatchObject([{ service: null }]);
  });
});

describe('the last refusal', () => {
  const dernier = () => dernierRefus(sql, compteId, structureId);

  test('is recalled with its reason, the newest of several', async () => {
    expect(await dernier()).toBeUndefined();
    await refuser(await deposer(sql, compteId, structureId), 'Un');
    await refuser(await deposer(sql, compteId, structureId), 'Deux');
    expect(await dernier()).toEqual({ motif: 'Deux', termineeLe: A_10H05 });
  });

  test('is forgotten once one was accepted, kept after one withdrawn', async () => {
    await refuser(await deposer(sql, compteId, structureId));
    const retiree = await deposer(sql, compteId, structureId);
    await retirerDemande(sql, compteId, retiree, INSTANT);
    expect(await dernier()).toMatchObject({ motif: 'Inconnu ici' });
    await validerRattachement(sql, principal, await deposer(sql, compteId, structureId), INSTANT);
    expect(await dernier()).toBeUndefined();
  });

  test('is neither somebody else’s nor of another structure', async () => {
    await refuser(await deposer(sql, await creerCompte(sql), structureId));
    expect(await dernier()).toBeUndefined();
    await refuser(await deposer(sql, compteId, structureId));
    expect(await dernierRefus(sql, compteId, await creerStructure(sql))).toBeUndefined();
  });
});
