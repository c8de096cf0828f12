// The world of the table of rights: a structure, somebody of every quality on it, somebody of every role to act on.

import { demanderRattachement } from '../../src/domain/demande/actions.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { deposerAbonnement, ouvrirEspaces } from './abonnements.ts';
import { saisie } from './demandes.ts';
import {
  abonner,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  INSTANT,
  JOUR,
  rattacher,
} from './scene.ts';

/** Whoever may come, in the order of the table's columns. */
export const ACTEURS = [
  'principal',
  'secondaire',
  'delegueAvant',
  'delegue',
  'delegueApres',
  'entier',
  'duService',
  'enAttente',
  'expire',
  'referent',
  'referentAilleurs',
  'etranger',
] as const;
export type Acteur = (typeof ACTEURS)[number];

/** Somebody attached: their account and their rattachement; 0 where there is none. */
export type Lien = { compteId: number; rattachementId: number; version: number };

export type MondeDesDroits = {
  structureId: number;
  /** The service that `duService` is attached to, and one that nobody is. */
  serviceId: number;
  autreServiceId: number;
  acteurs: Record<Acteur, Lien>;
  /** Somebody of each role to act on, apart from the actors; `suspendu` and `desactive` for the acts that end these. */
  cibles: Record<
    'utilisateur' | 'secondaire' | 'suspendu' | 'secondaireSuspendu' | 'desactive',
    Lien
  >;
  delegationId: number;
  /** The identifiants of an account to attach, or to copy rights to. */
  nouveau: string;
  /** Pending requests: of somebody else, one that went up, those of the actors who may ask. */
  demandes: {
    autre: number;
    montee: number;
    /** Of espaces, and its one line. */
    espaces: number;
    ligneDEspace: number;
    parCompte: Map<number, number>;
  };
  /** A granted abonnement of each target and actor that has one, by rattachement. */
  abonnements: Map<number, number>;
};

const GS = 'GESTIONNAIRE_SECONDAIRE';
const HIER = '2026-11-22';
const DEMAIN = '2026-11-24';
const DEBUT = '2026-11-01';
const FIN = '2026-12-31';

/** Builds a world; acts of earlier tests are in others. */
export async function creerMondeDesDroits(sql: Sql): Promise<MondeDesDroits> {
  const structureId = await creerStructure(sql, { departement: '76' });
  const serviceId = await creerService(sql, structureId, 'URBS');
  const autreServiceId = await creerService(sql, structureId, 'VOIRIE');
  const lier = async (...args: [role?: Parameters<typeof rattacher>[3], lignes?: object[]]) => {
    const compteId = await creerCompte(sql);
    return {
      compteId,
      rattachementId: await rattacher(sql, compteId, structureId, ...args),
      version: 1,
    };
  };
  const sans = async (champs: Record<string, unknown> = {}): Promise<Lien> => ({
    compteId: await creerCompte(sql, champs),
    rattachementId: 0,
    version: 0,
  });
  const delegueA = async (periode: [string, string]) => {
    const lien = await lier();
    await deleguer(sql, lien.compteId, structureId, periode);
    return lien;
  };
  const suspendu = [{ statut: 'DESACTIVEE' as const }];
  const acteurs: Record<Acteur, Lien> = {
    principal: await lier('GESTIONNAIRE_PRINCIPAL'),
    secondaire: await lier(GS),
    delegueAvant: await delegueA([DEMAIN, FIN]),
    delegue: await delegueA([DEBUT, JOUR]),
    delegueApres: await delegueA([DEBUT, HIER]),
    entier: await lier(),
    duService: await lier('UTILISATEUR', [{ serviceId }]),
    enAttente: await sans(),
    expire: await lier(GS, [{ dateFin: HIER }]),
    referent: await sans({ referentDepartements: ['76'] }),
    referentAilleurs: await sans({ referentDepartements: ['27'] }),
    etranger: await sans(),
  };
  const cibles = {
    utilisateur: await lier(),
    secondaire: await lier(GS),
    suspendu: await lier('UTILISATEUR', suspendu),
    secondaireSuspendu: await lier(GS, suspendu),
    desactive: await lier(),
  };
  await sql`
    update compte set etat = 'INACTIF', desactive_le = ${INSTANT}
    where id = ${cibles.desactive.compteId}`;
  const stagiaire = await lier();
  const delegationId = await deleguer(sql, stagiaire.compteId, structureId, [DEBUT, FIN]);
  const nouveau = `nouveau-${structureId}`;
  await creerCompte(sql, { identifiantConnexion: nouveau });
  const demander = async (compteId: number) => {
    const fait = await demanderRattachement(sql, compteId, saisie(structureId), INSTANT);
    return fait.kind === 'demandee' ? fait.demandeId : 0;
  };
  const montee = await demander((await sans()).compteId);
  await sql`update demande set escaladee_le = ${INSTANT} where id = ${montee}`;
  const parCompte = new Map<number, number>();
  for (const acteur of ['duService', 'enAttente', 'expire', 'referent', 'etranger'] as const) {
    const { compteId } = acteurs[acteur];
    parCompte.set(compteId, await demander(compteId));
  }
  await sql`
    update demande set escaladee_le = ${INSTANT} where compte_id = ${acteurs.referent.compteId}`;
  const abonnements = new Map<number, number>();
  for (const { compteId, rattachementId } of [cibles.utilisateur, cibles.secondaire])
    abonnements.set(
      rattachementId,
      await abonner(sql, compteId, rattachementId, structureId, 'FACTURES_DE_TRAVAUX'),
    );
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS', 'SOLLICITATIONS_EMISES']);
  const espaces = await deposerAbonnement(sql, (await lier()).compteId, structureId, {
    espaces: ['ENGAGEMENTS'],
  });
  const [ligne] = await sql<{ id: number }[]>`
    select id from demande_ligne where demande_id = ${espaces}`;
  const autre = await demander((await sans()).compteId);
  const demandes = { autre, montee, espaces, ligneDEspace: ligne?.id ?? 0, parCompte };
  return {
    ...{ structureId, serviceId, autreServiceId, acteurs, cibles },
    ...{ delegationId, nouveau, demandes, abonnements },
  };
}
