// Writes what was decided of one rattachement of the feed: rows and journal together (design §6.1).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliser } from '../journal/queries.ts';
import {
  cleStructure,
  type DecisionEntree,
  type EntreeFlux,
  type Portee,
  portees,
  type RattachementCourant,
} from './flux.ts';
import { principalDe, type Repere, type Reperes } from './queries-flux.ts';
import {
  ajouterLignes,
  changerPeriode,
  changerRole,
  demettrePrincipal,
  insererRattachement,
  marquerRattachement,
  terminerLignes,
} from './queries-flux-ecriture.ts';
import type { Role } from './rattachement.ts';

export type Acte = {
  compteId: number;
  actif: boolean;
  entree: EntreeFlux | undefined;
  courant: RattachementCourant | undefined;
};
type Decision<K extends DecisionEntree['kind']> = Extract<DecisionEntree, { kind: K }>;

/** Attaches an account to a structure. */
export async function creer(
  tx: Transaction,
  { compteId, actif, entree }: Acte,
  { role: voulu, nomme }: Decision<'creer'>,
  reperes: Reperes,
  instant: Date,
): Promise<void> {
  if (!entree) return;
  const { structureId, services } = repereDe(reperes, entree);
  const { dateDebut, dateFin } = entree;
  const prend = nomme && actif;
  const role = prend ? voulu : await roleLibre(tx, structureId, voulu);
  const rattachement = { compteId, structureId, role, dateDebut, dateFin };
  // Both leave in one breath: nobody else of the batch comes in between.
  const [, id] = await Promise.all([
    prend ? ceder(tx, structureId, instant) : undefined,
    insererRattachement(tx, rattachement, servicesDe(services, portees(entree)), instant),
  ]);
  await noter(tx, 'RATTACHEMENT_CREE', { id, compteId, structureId, role }, instant);
}

/** Changes the role, the period or the scopes of a live rattachement. */
export async function modifier(
  tx: Transaction,
  { compteId, actif, entree, courant }: Acte,
  decision: Decision<'modifier'>,
  reperes: Reperes,
  instant: Date,
): Promise<void> {
  if (!courant) return;
  const { id, structureId } = courant;
  const prend = decision.nomme && actif;
  let role = courant.role;
  if (decision.role !== role) {
    role = prend ? decision.role : await roleLibre(tx, structureId, decision.role);
    await Promise.all([
      prend ? ceder(tx, structureId, instant) : undefined,
      changerRole(tx, id, role, instant),
    ]);
  } else await marquerRattachement(tx, id, { termine: false }, instant);
  await terminerLignes(tx, id, decision.terminer, instant);
  if (entree) {
    // A principal by hand-over has no end, whatever period the feed gives the former role (model §3).
    const dateFin = role === 'GESTIONNAIRE_PRINCIPAL' ? null : entree.dateFin;
    const periode = { dateDebut: entree.dateDebut, dateFin };
    const { services } = repereDe(reperes, entree);
    await changerPeriode(tx, decision.periode, periode, instant);
    await ajouterLignes(tx, courant, servicesDe(services, decision.ajouter), periode, instant);
  }
  await noter(tx, 'RATTACHEMENT_MODIFIE', { id, compteId, structureId, role }, instant);
}

/** Ends a rattachement that the feed brought and no longer names. */
export async function supprimer(
  tx: Transaction,
  { compteId, courant }: Acte,
  instant: Date,
): Promise<void> {
  if (!courant) return;
  const { id, structureId, role, lignes } = courant;
  const ids = lignes.map((ligne) => ligne.id);
  await terminerLignes(tx, id, ids, instant);
  await marquerRattachement(tx, id, { termine: true }, instant);
  await noter(tx, 'RATTACHEMENT_SUPPRIME', { id, compteId, structureId, role }, instant);
}

// A role of principal that is not newly named is taken only when nobody holds it.
async function roleLibre(tx: Transaction, structureId: number, role: Role): Promise<Role> {
  if (role !== 'GESTIONNAIRE_PRINCIPAL') return role;
  const tenu = await principalDe(tx, structureId);
  return tenu === undefined ? role : 'GESTIONNAIRE_SECONDAIRE';
}

async function ceder(tx: Transaction, structureId: number, instant: Date): Promise<void> {
  const demis = await demettrePrincipal(tx, structureId, instant);
  if (!demis) return;
  const role = 'GESTIONNAIRE_SECONDAIRE';
  await noter(tx, 'RATTACHEMENT_MODIFIE', { ...demis, structureId, role }, instant);
}

async function noter(
  tx: Transaction,
  acte: LigneDeJournal['acte'],
  {
    id,
    compteId,
    structureId,
    role,
  }: Record<'id' | 'compteId' | 'structureId', number> & {
    role: Role;
  },
  instant: Date,
): Promise<void> {
  const details = { role, source: 'MADRHAS' };
  const objet = { objet: 'rattachement', objetId: id, compteId, structureId } as const;
  await journaliser(tx, { instant, acteurCompteId: null, acte, ...objet, details });
}

function repereDe(reperes: Reperes, entree: EntreeFlux): Repere {
  const repere = reperes.get(cleStructure(entree));
  if (!repere) throw new Error('an entry names an unknown structure');
  return repere;
}

function servicesDe(services: Repere['services'], voulus: Portee[]): (number | null)[] {
  return voulus.map((code) => {
    if (code === null) return null;
    const id = services.get(code);
    if (id === undefined) throw new Error('an entry names an unknown service');
    return id;
  });
}
