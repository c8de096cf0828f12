// What carried an abonnement ends: the abonnement ends with it, in one transaction, by whichever way (model §2).
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  abonnementsStockes,
  deposerAbonnement,
  ouvrirEspaces,
} from '../../../tests/soutien/abonnements.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { demandeStockee } from '../../../tests/soutien/demandes.ts';
import { attacher, structureTenue } from '../../../tests/soutien/gestion.ts';
import { abonner, filDe, INSTANT, JOUR, ouvrirMois } from '../../../tests/soutien/scene.ts';
import { deleguer, terminerDelegation } from '../rattachement/actions-gestion-delegation.ts';
import { modifierRattachement } from '../rattachement/actions-gestion-lignes.ts';
import { changerRole } from '../rattachement/actions-gestion-role.ts';
import { detacher, suspendreRattachement } from '../rattachement/actions-gestion-suspension.ts';
import {
  remplacerGestionnairePrincipal,
  supprimerRattachements,
} from '../rattachement/actions-suppression.ts';
import { terminerLignes } from '../rattachement/queries-flux-ecriture.ts';
import { fermerService } from '../structure/actions-fermeture.ts';
import { terminerAbonnementsEchus } from './actions-echeances.ts';
import { abonnementsDuCompte } from './queries-liste.ts';

const { sql, proprietaire } = await baseDeTest();
const DEMAIN = new Date('2026-11-24T09:00:00Z');
type Scene = Awaited<ReturnType<typeof poser>>;
let scene: Scene;

/** Somebody on the service URBS and on the whole, with an abonnement on each, and one that manages with theirs. */
async function poser() {
  const tenue = await structureTenue(sql);
  const { structureId, urbs } = tenue;
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS', 'RACCORDEMENTS']);
  const lignes = [{ serviceId: urbs, dateFin: JOUR }];
  const duService = await attacher(sql, structureId, 'UTILISATEUR', lignes);
  await abonner(sql, duService.compteId, duService.rattachementId, structureId, 'ENGAGEMENTS', {
    serviceId: urbs,
  });
  const entier = await attacher(sql, structureId);
  for (const champs of [{}, { serviceId: urbs }])
    await abonner(sql, entier.compteId, entier.rattachementId, structureId, 'ENGAGEMENTS', champs);
  const secondaire = await attacher(sql, structureId, 'GESTIONNAIRE_SECONDAIRE');
  await abonner(sql, secondaire.compteId, secondaire.rattachementId, structureId, 'RACCORDEMENTS');
  return { ...tenue, duService, entier, secondaire };
}

beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  scene = await poser();
});

type Qui = 'duService' | 'entier' | 'secondaire';
const visee = ({ structureId }: Scene, { rattachementId }: Scene[Qui]) => ({
  ...{ structureId, rattachementId, motif: 'Parce que' },
});

const FINS: [quoi: string, qui: Qui, acte: (s: Scene) => Promise<unknown>, restent: number][] = [
  [
    'deleting one’s own rattachement',
    'entier',
    (s) => supprimerRattachements(sql, s.entier.compteId, [s.entier.rattachementId], INSTANT),
    0,
  ],
  [
    'detached by a manager',
    'entier',
    (s) => detacher(sql, s.principal, visee(s, s.entier), INSTANT),
    0,
  ],
  [
    'narrowed to another service',
    'entier',
    (s) => {
      const periode = { dateDebut: JOUR, dateFin: null, portees: [s.voirie], version: 1 };
      return modifierRattachement(sql, s.principal, { ...visee(s, s.entier), ...periode }, INSTANT);
    },
    0,
  ],
  [
    'narrowed to its service',
    'entier',
    (s) => {
      const periode = { dateDebut: JOUR, dateFin: null, portees: [s.urbs], version: 1 };
      return modifierRattachement(sql, s.principal, { ...visee(s, s.entier), ...periode }, INSTANT);
    },
    1,
  ],
  [
    'no longer named by the feed',
    'entier',
    (s) =>
      sql.begin(async (tx) => {
        const lignes = await tx<{ id: number }[]>`
          select id from rattachement_ligne where rattachement_id = ${s.entier.rattachementId}`;
        const ids = lignes.map(({ id }) => id);
        await terminerLignes(tx, s.entier.rattachementId, ids, INSTANT);
      }),
    0,
  ],
  [
    'its period over, once the clock came by',
    'duService',
    () => terminerAbonnementsEchus(sql, DEMAIN),
    0,
  ],
  ['its last day not over', 'duService', () => terminerAbonnementsEchus(sql, INSTANT), 1],
  [
    'its service closed',
    'duService',
    (s) => {
      const { structureId, urbs: serviceId } = s;
      const fin = { structureId, serviceId, dernierJour: JOUR, version: 1 };
      return fermerService(sql, s.principal, fin, INSTANT);
    },
    0,
  ],
  [
    'suspended: kept, and given back with the rest',
    'entier',
    (s) => suspendreRattachement(sql, s.principal, visee(s, s.entier), INSTANT),
    2,
  ],
  [
    'an espace for managers, its role withdrawn',
    'secondaire',
    (s) =>
      changerRole(sql, s.principal, { ...visee(s, s.secondaire), role: 'UTILISATEUR' }, INSTANT),
    0,
  ],
];

describe('what becomes of abonnements', () => {
  test.each(FINS)('%s', async (_quoi, qui, acte, restent) => {
    await acte(scene);
    const { compteId } = scene[qui];
    expect(await abonnementsStockes(sql, compteId)).toHaveLength(restent);
    const fil = await filDe(sql, compteId);
    const dit = fil.includes('ABONNEMENT_RETIRE') || fil.includes('SERVICE_FERME');
    expect(dit).toBe(restent < (qui === 'entier' ? 2 : 1));
    // Told once: the clock finds nothing left.
    expect(await terminerAbonnementsEchus(sql, INSTANT)).toBe(0);
  });

  test('past its period and before the clock came by, it gives no right and says so', async () => {
    const { compteId } = scene.duService;
    const tous = { texte: '', etat: null, page: 1, parPage: 50 };
    const lire = async (jour: string) =>
      (await abonnementsDuCompte(sql, compteId, tous, jour)).lignes
        .filter(({ id }) => id !== null)
        .map(({ etat }) => etat);
    expect(await lire(JOUR)).toEqual(['VALIDE']);
    expect(await lire('2026-11-24')).toEqual(['TERMINE']);
    const tenus = await sql`select from espaces_tenus(${compteId}, '2026-11-24')`;
    expect(tenus).toHaveLength(0);
  });

  test('the role handed over takes the espaces for managers along', async () => {
    const { structureId, principal, entier } = scene;
    const [mien] = await sql<{ id: number }[]>`
      select id from rattachement where compte_id = ${principal} and structure_id = ${structureId}`;
    const rattachementId = mien?.id ?? 0;
    await abonner(sql, principal, rattachementId, structureId, 'RACCORDEMENTS');
    const passation = { rattachementId, successeurId: entier.compteId };
    await remplacerGestionnairePrincipal(sql, principal, passation, INSTANT);
    expect(await abonnementsStockes(sql, principal)).toEqual([]);
  });

  test('a delegation that ends takes them along, ended early or by its last day', async () => {
    const { structureId, principal, entier } = scene;
    const periode = { dateDebut: JOUR, dateFin: JOUR };
    const raccordements = async () =>
      (await abonnementsStockes(sql, entier.compteId)).filter(
        ({ espace }) => espace === 'RACCORDEMENTS',
      ).length;
    const donner = async () => {
      const fait = await deleguer(sql, principal, { ...visee(scene, entier), ...periode }, INSTANT);
      await abonner(sql, entier.compteId, entier.rattachementId, structureId, 'RACCORDEMENTS');
      return fait.kind === 'deleguee' ? fait.delegationId : 0;
    };
    const delegationId = await donner();
    expect(await raccordements()).toBe(1);
    const fin = { structureId, delegationId, motif: null };
    await terminerDelegation(sql, principal, fin, INSTANT);
    expect(await raccordements()).toBe(0);
    await donner();
    await terminerAbonnementsEchus(sql, DEMAIN);
    expect(await raccordements()).toBe(0);
  });

  test('a request for an espace on what is lost expires; the rest of it waits', async () => {
    const { structureId, principal, entier, urbs, voirie } = scene;
    const { compteId } = entier;
    const perdue = await deposerAbonnement(sql, compteId, structureId, {
      ...{ mode: 'MODIFICATION', portees: [urbs] },
    });
    const gardee = await deposerAbonnement(sql, compteId, structureId, {
      ...{ mode: 'MODIFICATION', portees: [voirie] },
    });
    const periode = { dateDebut: JOUR, dateFin: null, portees: [voirie], version: 1 };
    const voulu = { ...visee(scene, entier), ...periode };
    await modifierRattachement(sql, principal, voulu, INSTANT);
    const etat = async (id: number) => (await demandeStockee(sql, id)).demande?.['etat'];
    expect([await etat(perdue), await etat(gardee)]).toEqual(['EXPIREE', 'EN_COURS_DE_VALIDATION']);
    expect(await filDe(sql, compteId)).toContain('DEMANDE_EXPIREE');
  });
});
