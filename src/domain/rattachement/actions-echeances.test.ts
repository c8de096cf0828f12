// The notices of an end (30 and 7 days before), on the database: who is told, of what, and who
// is not.
import { beforeEach, describe, expect, test } from 'vitest';
import { courrielsDuCompte, finsAnnoncees, midi } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  ajouterLigne,
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { annoncerFins } from './actions-echeances.ts';
import { remplacerGestionnairePrincipal } from './actions-suppression.ts';
import { comptesAPrevenir } from './queries-echeances.ts';

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

describe('an end is told', () => {
  test('30 days before, then 7 days before, once each', async () => {
    await attacher();
    const dits: [string, number][] = [];
    for (const jour of ['2026-11-30', '2026-12-01', '2026-12-01', '2026-12-02', '2026-12-23'])
      dits.push([jour, await passer(jour)]);
    for (const jour of ['2026-12-24', '2026-12-24', '2026-12-25', FIN, '2027-01-01'])
      dits.push([jour, await passer(jour)]);
    const jours = dits.filter(([, nombre]) => nombre > 0).map(([jour]) => jour);
    expect(jours).toEqual(['2026-12-01', '2026-12-24']);
    expect(await dites()).toEqual([2, 2]);
  });

  test('with the structure, the service and the last day, to the person’s address', async () => {
    const serviceId = await creerService(sql, structureId, 'A', { libelle: 'Achats' });
    await attacher({ serviceId, dateFin: FIN });
    await passer('2026-12-01');
    expect(await annonces()).toMatchObject([
      {
        nature: 'RATTACHEMENTS_BIENTOT_FINIS',
        destinataire: 'karim@terneuil.fr',
        fins: [{ structure: 'Mairie de Terneuil', service: 'Achats', jour: FIN }],
      },
    ]);
  });

  test('in one mail for all that a person loses, by date, with an event a structure', async () => {
    const id = await attacher({ dateFin: '2026-12-30' });
    const serviceId = await creerService(sql, structureId, 'A', { libelle: 'Achats' });
    await ajouterLigne(sql, id, structureId, { serviceId, dateFin: '2026-12-28' });
    structureId = await creerStructure(sql, { raisonSociale: 'CCAS' });
    await attacher({ dateFin: '2026-12-29' });
    expect(await passer('2026-12-01')).toBe(1);
    const [courriel, ...autres] = await annonces();
    expect(autres).toEqual([]);
    expect(courriel?.['fins']).toEqual([
      { structure: 'Mairie de Terneuil', service: 'Achats', jour: '2026-12-28' },
      { structure: 'CCAS', service: null, jour: '2026-12-29' },
      { structure: 'Mairie de Terneuil', service: null, jour: '2026-12-30' },
    ]);
    expect(await dites()).toEqual([1, 2]);
  });

  test('late rather than never, and once, when no run passed on the day', async () => {
    await attacher();
    expect([await passer('2026-12-10'), await passer('2026-12-11')]).toEqual([1, 0]);
    structureId = await creerStructure(sql);
    await attacher();
    expect([await passer('2026-12-28'), await passer('2026-12-29')]).toEqual([1, 0]);
  });

  test('by the civil day of Paris', async () => {
    await attacher();
    expect(await annoncerFins(sql, new Date('2026-11-30T22:59:59Z'))).toBe(0);
    expect(await annoncerFins(sql, new Date('2026-11-30T23:00:00Z'))).toBe(1);
  });

  test('in the fil alone to somebody without a contact address', async () => {
    await sql`update compte set adresse_electronique = null where id = ${compteId}`;
    await attacher();
    expect(await passer('2026-12-01')).toBe(1);
    expect(await dites()).toEqual([0, 1]);
  });
});

describe('a line made after the day of a notice', () => {
  test.each([
    ['on that very day is told', '2026-12-23', ['2026-11-23', '2026-12-16']],
    ['the day after is told of the next one only', '2026-12-22', ['2026-12-15']],
    ['on the day of the last one is told', '2026-11-30', ['2026-11-23']],
    ['after both is not told', '2026-11-29', []],
    ['for one day is not told', '2026-11-23', []],
  ])('%s', async (_quoi, dateFin, attendus) => {
    await attacher({ dateFin });
    const jours: string[] = [];
    for (let jour = 23; jour <= 54; jour += 1) {
      const instant = new Date(Date.UTC(2026, 10, jour, 11));
      if (await annoncerFins(sql, instant)) jours.push(instant.toISOString().slice(0, 10));
    }
    expect(jours).toEqual(attendus);
  });
});

describe('nothing is told', () => {
  test.each<[string, LigneDeScene]>([
    ['of a line without end', {}],
    ['of a suspended one', { dateFin: FIN, statut: 'DESACTIVEE' }],
    ['of a deleted one', { dateFin: FIN, statut: 'SUPPRIMEE' }],
    ['of one that is over', { dateFin: '2026-11-30' }],
    ['of one that ends later', { dateFin: '2027-01-02' }],
  ])('%s', async (_quoi, ligne) => {
    await attacher(ligne);
    expect(await passer('2026-12-01')).toBe(0);
    expect(await dites()).toEqual([0, 0]);
  });

  test('of a rattachement that was deleted', async () => {
    const id = await attacher();
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${id}`;
    expect(await passer('2026-12-01')).toBe(0);
  });

  test('to a deactivated account, until it is reactivated', async () => {
    await attacher();
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
    expect(await passer('2026-12-01')).toBe(0);
    // They do not take the place of others either, of whom one run takes so many.
    expect(await comptesAPrevenir(sql, '2026-12-01', 10)).toEqual([]);
    await sql`update compte set etat = 'ACTIF', desactive_le = null where id = ${compteId}`;
    expect(await passer('2026-12-02')).toBe(1);
  });

  test('to who was made principal: there is no end any more', async () => {
    await attacher();
    const principal = await creerCompte(sql);
    const rattachementId = await rattacher(sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
    const role = { rattachementId, successeurId: compteId };
    await remplacerGestionnairePrincipal(sql, principal, role, INSTANT);
    expect(await passer('2026-12-01')).toBe(0);
  });
});
