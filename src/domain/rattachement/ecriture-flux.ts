// Writes what was decided of the rattachements of the feed, and says what the journal must tell of
// it.
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import {
  type ActesSurLignes,
  cleStructure,
  type EntreeFlux,
  type Portee,
  portees,
  type RattachementCourant,
} from './flux.ts';
import { type Repere, type Reperes, structuresTenues } from './queries-flux.ts';
import {
  ajouterLignes,
  changerPeriode,
  changerRole,
  demettrePrincipaux,
  insererRattachements,
  marquerRattachement,
  type RattachementEcrit,
  supprimerLignes,
  terminerDelegationsDuFlux,
} from './queries-flux-ecriture.ts';
import type { Role } from './rattachement.ts';

type Cible = { compteId: number; structureId: number };
/** `prend`: the account takes the role of principal from whoever holds it. */
type AvecRole = Cible & { role: Role; prend: boolean };
export type Creation = AvecRole & { kind: 'creer'; entree: EntreeFlux };
export type Modification = AvecRole &
  ActesSurLignes & {
    kind: 'modifier';
    entree: EntreeFlux | undefined;
    courant: RattachementCourant;
  };
export type Suppression = Cible & { kind: 'supprimer'; courant: RattachementCourant };
export type Acte = Creation | Modification | Suppression;

const PRINCIPAL = 'GESTIONNAIRE_PRINCIPAL';
const SECONDAIRE = 'GESTIONNAIRE_SECONDAIRE';

/**
 * Settles who is gestionnaire principal: the last who takes the role has it, the present one
 * becomes secondaire (given back); whoever only asks for it gets it when nobody has it. Sets the
 * final role of each act. The caller holds the structures.
 */
export async function attribuerRoles(
  tx: Transaction,
  actes: Acte[],
  instant: Date,
): Promise<RattachementEcrit[]> {
  const voulus = actes.filter(
    (acte): acte is Creation | Modification => acte.kind !== 'supprimer' && acte.role === PRINCIPAL,
  );
  const preneurs = new Map<number, Acte>();
  for (const acte of voulus) if (acte.prend) preneurs.set(acte.structureId, acte);
  const demis = await demettrePrincipaux(tx, [...preneurs.keys()], instant);
  const autres = voulus.filter((acte) => preneurs.get(acte.structureId) !== acte);
  const tenues = await structuresTenues(
    tx,
    autres.map(({ structureId }) => structureId),
  );
  const prises = new Set([...preneurs.keys(), ...tenues]);
  for (const acte of autres) {
    const reste = acte.kind === 'modifier' && acte.courant.role === PRINCIPAL;
    if (reste && !preneurs.has(acte.structureId)) continue;
    if (prises.has(acte.structureId)) acte.role = SECONDAIRE;
    else prises.add(acte.structureId);
  }
  return demis;
}

/** Attaches accounts to structures. */
export async function creerTout(
  tx: Transaction,
  creations: Creation[],
  reperes: Reperes,
  instant: Date,
): Promise<LigneDeJournal[]> {
  const rows = creations.map(({ compteId, structureId, role, entree }) => {
    const { dateDebut, dateFin } = entree;
    const services = servicesDe(reperes, entree, portees(entree));
    return { compteId, structureId, role, dateDebut, dateFin, services };
  });
  const roles = new Map(rows.map((r) => [`${r.compteId} ${r.structureId}`, r.role]));
  const crees = await insererRattachements(tx, rows, instant);
  return crees.map((cree) => {
    const role = roles.get(`${cree.compteId} ${cree.structureId}`) ?? 'UTILISATEUR';
    return surRattachement('RATTACHEMENT_CREE', cree, role, instant);
  });
}

/** Changes the role, the period or the scopes of a live rattachement; what it carries no more is for the caller. */
export async function modifier(
  tx: Transaction,
  acte: Modification,
  reperes: Reperes,
  instant: Date,
): Promise<LigneDeJournal> {
  const { role, entree, courant } = acte;
  if (role !== courant.role) await changerRole(tx, courant.id, role, instant);
  else await marquerRattachement(tx, courant.id, { termine: false }, instant);
  await supprimerLignes(tx, acte.terminer, instant);
  if (entree) {
    // A principal by hand-over has no end, whatever period the feed gives the former role (model
    // §3).
    const dateFin = role === PRINCIPAL ? null : entree.dateFin;
    const periode = { dateDebut: entree.dateDebut, dateFin };
    await changerPeriode(tx, acte.periode, periode, instant);
    const services = servicesDe(reperes, entree, acte.ajouter);
    await ajouterLignes(tx, courant, services, periode, instant);
  }
  return surRattachement('RATTACHEMENT_MODIFIE', courant, role, instant);
}

/** Ends a rattachement that the feed brought and no longer names; what it carried is for the caller. */
export async function supprimer(
  tx: Transaction,
  { courant }: Suppression,
  instant: Date,
): Promise<LigneDeJournal> {
  const ids = courant.lignes.map(({ id }) => id);
  await supprimerLignes(tx, ids, instant);
  await marquerRattachement(tx, courant.id, { termine: true }, instant);
  await terminerDelegationsDuFlux(tx, courant, instant);
  return surRattachement('RATTACHEMENT_SUPPRIME', courant, courant.role, instant);
}

/** The journal line of what the feed did to a rattachement. */
export function surRattachement(
  acte: LigneDeJournal['acte'],
  { id, compteId, structureId }: RattachementEcrit,
  role: Role,
  instant: Date,
): LigneDeJournal {
  const objet = { objet: 'rattachement', objetId: id, compteId, structureId } as const;
  return { instant, acteurCompteId: null, acte, ...objet, details: { role, source: 'MADRHAS' } };
}

function servicesDe(reperes: Reperes, entree: EntreeFlux, voulus: Portee[]): (number | null)[] {
  const services: Repere['services'] | undefined = reperes.get(cleStructure(entree))?.services;
  return voulus.map((code) => {
    if (code === null) return null;
    const id = services?.get(code);
    if (id === undefined) throw new Error('an entry names an unknown service');
    return id;
  });
}
