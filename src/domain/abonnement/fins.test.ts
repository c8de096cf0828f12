// What carried an abonnement ends: the abonnement ends with it, in one transaction, by whichever way (model §2).
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { abonnementsStockes } from '../../../tests/soutien/abonnements.ts';
import { courrielsDuCompte } from '../../../tests/soutien/annonces.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { appliquerLigne } from '../../../tests/soutien/flux.ts';
import {
  abonner,
  ajouterLigne,
  apres,
  filDe,
  heures,
  INSTANT,
  JOUR,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { desactiverAbsents } from '../compte/actions-flux.ts';
import { reprendreRole } from '../demande/actions-reprise.ts';
import { modifierRattachement } from '../rattachement/actions-gestion-lignes.ts';
import { rattacherCompte } from '../rattachement/actions-gestion-rattacher.ts';
import { changerRole } from '../rattachement/actions-gestion-role.ts';
import { detacher, suspendreRattachement } from '../rattachement/actions-gestion-suspension.ts';
import {
  remplacerGestionnairePrincipal,
  supprimerRattachements,
} from '../rattachement/actions-suppression.ts';
import type { EntreeFlux } from '../rattachement/flux.ts';
import { fermerService } from '../structure/actions-fermeture.ts';
import { terminerAbonnementsEchus } from './actions-echeances.ts';
import { ligneDe, poserFins, type Qui, type SceneDeFins, viseeDe } from './fins.test-helper.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const DEMAIN = apres(INSTANT, heures(24));
const DANS_CENT_JOURS = apres(INSTANT, heures(2_400));
let scene: SceneDeFins;
beforeAll(() => ouvrirMois(proprietaire));
beforeEach(async () => {
  scene = await poserFins(sql);
});

const flux = async ({ idMadrhas, structureId }: SceneDeFins, champs: Partial<EntreeFlux> | null) =>
  appliquerLigne(sql, await ligneDe(sql, idMadrhas, structureId, champs), INSTANT);
const modifier = (s: SceneDeFins, portees: number[]) => {
  const periode = { dateDebut: JOUR, dateFin: null, portees, version: 1 };
  return modifierRattachement(sql, s.principal, { ...viseeDe(s, s.entier), ...periode }, INSTANT);
};
const suspendre = (s: SceneDeFins, qui: SceneDeFins[Qui]) =>
  suspendreRattachement(sql, s.principal, viseeDe(s, qui), INSTANT);
const fermer = (s: SceneDeFins, acteur: number, dernierJour: string) => {
  const fin = { structureId: s.structureId, serviceId: s.urbs, dernierJour, version: 1 };
  return fermerService(sql, acteur, fin, INSTANT);
};

type Fin = {
  quoi: string;
  qui: Qui;
  acte: (s: SceneDeFins) => Promise<unknown>;
  /** How many of their abonnements are left. */
  restent: number;
  /** The events of it, and the losses that mails tell. */
  fil?: string[];
  courriels?: string[];
};
const RETIRE = ['ABONNEMENT_RETIRE'];

const FINS: Fin[] = [
  {
    quoi: 'deleting one’s own rattachement',
    qui: 'entier',
    acte: (s) => supprimerRattachements(sql, s.entier.compteId, [s.entier.rattachementId], INSTANT),
    ...{ restent: 0, fil: RETIRE },
  },
  {
    quoi: 'detached by a manager',
    qui: 'entier',
    acte: (s) => detacher(sql, s.principal, viseeDe(s, s.entier), INSTANT),
    ...{ restent: 0, fil: RETIRE, courriels: ['DETACHE'] },
  },
  {
    quoi: 'narrowed to another service',
    qui: 'entier',
    acte: (s) => modifier(s, [s.voirie]),
    ...{ restent: 0, fil: RETIRE, courriels: ['REDUIT'] },
  },
  {
    quoi: 'narrowed to its service',
    qui: 'entier',
    acte: (s) => modifier(s, [s.urbs]),
    ...{ restent: 1, fil: RETIRE, courriels: ['REDUIT'] },
  },
  {
    quoi: 'no longer named by the feed',
    qui: 'duFlux',
    acte: (s) => flux(s, null),
    ...{ restent: 0, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'given a period that is over by the feed',
    qui: 'duFlux',
    acte: (s) => flux(s, { dateFin: '2026-09-30' }),
    ...{ restent: 0, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'given a longer period by the feed once it was over, before the clock came by',
    qui: 'duFlux',
    acte: async (s) => {
      await sql`update rattachement_ligne set date_fin = '2026-09-30'
        where rattachement_id = ${s.duFlux.rattachementId}`;
      await flux(s, { dateFin: '2027-09-30' });
    },
    ...{ restent: 0, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'narrowed by the feed',
    qui: 'duFlux',
    acte: (s) => flux(s, { services: ['URBS'] }),
    ...{ restent: 1, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'an espace for managers, its role withdrawn by the feed',
    qui: 'duFlux',
    acte: async (s) => {
      await flux(s, { role: 'GESTIONNAIRE_SECONDAIRE' });
      const { compteId, rattachementId } = s.duFlux;
      await abonner(sql, compteId, rattachementId, s.structureId, 'RACCORDEMENTS');
      await flux(s, {});
    },
    ...{ restent: 2, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'its account switched off: kept, and given back with it',
    qui: 'duFlux',
    acte: async (s) => {
      await desactiverAbsents(sql, [s.duFlux.compteId], INSTANT);
      await flux(s, {});
    },
    restent: 2,
  },
  {
    quoi: 'its period over, once the clock came by',
    qui: 'duService',
    acte: () => terminerAbonnementsEchus(sql, DEMAIN),
    ...{ restent: 0, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'its period over for months, the clock stopped',
    qui: 'duService',
    acte: () => terminerAbonnementsEchus(sql, DANS_CENT_JOURS),
    ...{ restent: 0, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'its last day not over',
    qui: 'duService',
    acte: () => terminerAbonnementsEchus(sql, INSTANT),
    restent: 1,
  },
  {
    quoi: 'suspended, then its period over',
    qui: 'duService',
    acte: async (s) => {
      await suspendre(s, s.duService);
      await terminerAbonnementsEchus(sql, DEMAIN);
    },
    ...{ restent: 0, fil: RETIRE, courriels: ['SUSPENDU', 'ESPACE_FINI'] },
  },
  {
    quoi: 'its period over, then attached anew before the clock came by',
    qui: 'duService',
    acte: async (s) => {
      const [compte] = await sql<{ identifiant: string }[]>`
        select identifiant_connexion as identifiant from compte where id = ${s.duService.compteId}`;
      const { structureId, urbs } = s;
      const periode = { portees: [urbs], dateDebut: '2026-11-24', dateFin: null, motif: null };
      const voulu = { structureId, identifiant: compte?.identifiant ?? '', ...periode };
      await rattacherCompte(sql, s.principal, voulu, DEMAIN);
    },
    ...{ restent: 0, fil: RETIRE, courriels: ['ESPACE_FINI'] },
  },
  {
    quoi: 'its service closed',
    qui: 'duService',
    acte: (s) => fermer(s, s.principal, JOUR),
    ...{ restent: 0, fil: ['SERVICE_FERME'], courriels: ['SERVICE_FERME'] },
  },
  {
    quoi: 'its service closed for a later day: kept until then',
    qui: 'entier',
    acte: (s) => fermer(s, s.principal, '2026-12-31'),
    restent: 2,
  },
  {
    quoi: 'its service closed for a later day, which takes a principal’s line at once',
    qui: 'lePrincipal',
    acte: async (s) => {
      const { rattachementId, compteId } = s.lePrincipal;
      await sql`update rattachement_ligne set statut = 'SUPPRIMEE'
        where rattachement_id = ${rattachementId}`;
      for (const serviceId of [s.urbs, s.voirie])
        await ajouterLigne(sql, rattachementId, s.structureId, { serviceId });
      await sql`update abonnement set service_id = ${s.urbs} where compte_id = ${compteId}`;
      await fermer(s, s.secondaire.compteId, '2026-12-31');
    },
    ...{ restent: 0, fil: [...RETIRE, 'SERVICE_FERME'], courriels: ['SERVICE_FERME'] },
  },
  {
    quoi: 'suspended: kept, and given back with the rest',
    qui: 'entier',
    acte: (s) => suspendre(s, s.entier),
    ...{ restent: 2, courriels: ['SUSPENDU'] },
  },
  {
    quoi: 'an espace for managers, its role withdrawn',
    qui: 'secondaire',
    acte: (s) =>
      changerRole(sql, s.principal, { ...viseeDe(s, s.secondaire), role: 'UTILISATEUR' }, INSTANT),
    ...{ restent: 0, fil: RETIRE, courriels: ['ROLE'] },
  },
  {
    quoi: 'an espace for managers, its role handed over',
    qui: 'lePrincipal',
    acte: (s) => {
      const { rattachementId } = s.lePrincipal;
      const passation = { rattachementId, successeurId: s.entier.compteId };
      return remplacerGestionnairePrincipal(sql, s.principal, passation, INSTANT);
    },
    ...{ restent: 0, fil: RETIRE },
  },
  {
    quoi: 'an espace for managers, its role taken over',
    qui: 'lePrincipal',
    acte: async (s) => {
      await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT}
        where id = ${s.principal}`;
      await reprendreRole(sql, s.secondaire.compteId, s.structureId, INSTANT);
    },
    ...{ restent: 0, fil: RETIRE },
  },
];

describe('what becomes of abonnements', () => {
  test.each(FINS)('$quoi', async ({ qui, acte, restent, fil = [], courriels = [] }) => {
    await acte(scene);
    const { compteId } = scene[qui];
    expect(await abonnementsStockes(sql, compteId)).toHaveLength(restent);
    const dits = ['ABONNEMENT_RETIRE', 'SERVICE_FERME'];
    expect((await filDe(sql, compteId)).filter((quoi) => dits.includes(quoi))).toEqual(fil);
    const pertes = (await courrielsDuCompte(base, compteId)).flatMap(({ perte }) => perte ?? []);
    expect(pertes).toEqual(courriels);
    const [ligne] = await sql<{ nombre: number }[]>`
      select count(*)::int as nombre from journal
      where compte_id = ${compteId} and acte = 'ABONNEMENT_RETIRE'`;
    const [finis] = await sql<{ nombre: number }[]>`
      select count(*)::int as nombre from abonnement
      where compte_id = ${compteId} and termine_le is not null`;
    expect(ligne?.nombre).toBe(finis?.nombre);
    // Told once: the clock finds nothing left.
    expect(await terminerAbonnementsEchus(sql, INSTANT)).toBe(0);
  });
});
