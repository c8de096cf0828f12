// What a manager does to somebody's rattachement (model §3): the act of the matrix, suspension, role, the last manager.
import type { Acte } from '../droits/droits.ts';
import type { StatutStructure } from '../structure/structure.ts';
import type { LignePortee } from './portee.ts';
import type { Role } from './rattachement.ts';

export type LigneCible = LignePortee & { id: number };
export type Delegation = { id: number; dateDebut: string; dateFin: string };

/** Somebody attached to the structure, as an act on them finds them, locked. */
export type Cible = {
  rattachementId: number;
  compteId: number;
  role: Role;
  compteActif: boolean;
  version: number;
  /** The live lines. */
  lignes: LigneCible[];
  /** Those that are neither over nor ended early. */
  delegations: Delegation[];
  /** The other managers who are active that day and the next. */
  autresGestionnaires: number;
};

/**
 * The row of the matrix that an act on this person falls under that day: a delegate manages too,
 * while it lasts, not before.
 */
export function acteSur(
  { role, delegations }: { role: Role; delegations: readonly Omit<Delegation, 'id'>[] },
  jour: string,
): Acte {
  if (role === 'GESTIONNAIRE_PRINCIPAL') return 'GERER_PRINCIPAL';
  const delegue = delegations.some((d) => d.dateDebut <= jour && jour <= d.dateFin);
  const gestionnaire = role === 'GESTIONNAIRE_SECONDAIRE' || delegue;
  return gestionnaire ? 'GERER_SECONDAIRE' : 'GERER_UTILISATEUR';
}

type Lignes = readonly Pick<LignePortee, 'statut' | 'dateDebut' | 'dateFin'>[];
const SANS_FIN = '9999-12-31';

/** Until when these lines give rights, from that day on; null when they give none that day. */
function finDesDroits(lignes: Lignes, jour: string): string | null {
  const fins = lignes
    .filter(({ statut, dateDebut }) => statut === 'VALIDEE' && dateDebut <= jour)
    .map(({ dateFin }) => dateFin ?? SANS_FIN)
    .filter((fin) => fin >= jour);
  return fins.toSorted().at(-1) ?? null;
}

/**
 * True when an act would leave the structure without an active manager (model §3): the only one
 * loses the role, or keeps it for less long. `apres`: the lines once it is done, none where the
 * role goes.
 */
export function laisseSansGestionnaire(
  { role, compteActif, lignes, autresGestionnaires }: Cible,
  apres: Lignes,
  jour: string,
): boolean {
  if (role === 'UTILISATEUR' || !compteActif || autresGestionnaires > 0) return false;
  const avant = finDesDroits(lignes, jour);
  return avant !== null && (finDesDroits(apres, jour) ?? '') < avant;
}

/** Why nothing is given to somebody. */
export type RefusDOctroi = 'structureInactive' | 'compteInactif';

/** Refuses what would be given on a structure that is closed, or to an account that is. */
export function refusDOctroi(
  statutStructure: StatutStructure,
  compteActif: boolean,
): RefusDOctroi | undefined {
  if (statutStructure === 'INACTIF') return 'structureInactive';
  return compteActif ? undefined : 'compteInactif';
}

export type DecisionSuspension = {
  kind: 'suspendre' | 'dejaSuspendu' | 'dernierGestionnaire';
};

/** Decides a suspension: no line gives rights any more, until they are resumed. */
export function decideSuspension(cible: Cible, jour: string): DecisionSuspension {
  if (!cible.lignes.some(({ statut }) => statut === 'VALIDEE')) return { kind: 'dejaSuspendu' };
  return { kind: laisseSansGestionnaire(cible, [], jour) ? 'dernierGestionnaire' : 'suspendre' };
}

export type DecisionReprise = { kind: 'reprendre' | 'pasSuspendu' | RefusDOctroi };

/** Decides the end of a suspension. */
export function decideReprise(cible: Cible, statutStructure: StatutStructure): DecisionReprise {
  const refus = refusDOctroi(statutStructure, cible.compteActif);
  if (refus) return { kind: refus };
  const suspendu = cible.lignes.some(({ statut }) => statut === 'DESACTIVEE');
  return { kind: suspendu ? 'reprendre' : 'pasSuspendu' };
}

export type RoleDonne = Exclude<Role, 'GESTIONNAIRE_PRINCIPAL'>;
export type DecisionRole = {
  kind: 'nommer' | 'retirer' | 'inchange' | 'entiereRequise' | 'dernierGestionnaire' | RefusDOctroi;
};

/** Decides a change of role; a gestionnaire secondaire has the whole structure today. */
export function decideRole(
  cible: Cible,
  role: RoleDonne,
  { jour, statutStructure }: { jour: string; statutStructure: StatutStructure },
): DecisionRole {
  if (cible.role === role) return { kind: 'inchange' };
  if (role === 'UTILISATEUR') {
    const dernier = laisseSansGestionnaire(cible, [], jour);
    return { kind: dernier ? 'dernierGestionnaire' : 'retirer' };
  }
  const refus = refusDOctroi(statutStructure, cible.compteActif);
  if (refus) return { kind: refus };
  const entiere = cible.lignes.filter(({ portee }) => portee === null);
  return { kind: finDesDroits(entiere, jour) === null ? 'entiereRequise' : 'nommer' };
}

/** True when these lines give rights on that day. */
export function donneDesDroits(lignes: Lignes, jour: string): boolean {
  return finDesDroits(lignes, jour) !== null;
}
