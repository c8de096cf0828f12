// What accepting a request grants (model §3): all of it or less, never more, and only what still can be.
import type { EtatCompte } from '../compte/compte.ts';
import { decideDroit, type Qualite } from '../droits/droits.ts';
import type { LignePortee, Periode, Portee } from '../rattachement/portee.ts';
import type { Role } from '../rattachement/rattachement.ts';
import type { StatutStructure } from '../structure/structure.ts';
import { situationOrdinaire } from './qualite.ts';

/** What a manager grants of a request: some of its scopes, for a period inside the one asked. */
export type Octroi = Periode & { portees: Portee[] };

/** What is asked, or granted, on one scope. */
export type LigneDeDroit = Periode & { portee: Portee };

/** What surrounds the acceptance, read on locked rows. */
export type SituationAcceptation = {
  jour: string;
  statutStructure: StatutStructure;
  etatDemandeur: EtatCompte;
  demandees: LigneDeDroit[];
  /** The services asked, with their end. */
  services: { id: number; dateFin: string | null }[];
  /** A gestionnaire principal has no end date (model §3). */
  principal: boolean;
};

/** Why nothing can be granted; each has its sentence. */
export type RefusAcceptation =
  | 'structureInactive'
  | 'compteInactif'
  | 'rienAccorde'
  /** A scope or a day that was not asked. */
  | 'horsDemande'
  | 'finAvantDebut'
  /** Over, or narrowed to days that are past. */
  | 'periodePassee'
  /** Every service left was closed since. */
  | 'serviceFerme';

export type DecisionAcceptation =
  | { kind: 'accorder'; lignes: LigneDeDroit[]; reduite: boolean }
  | { kind: RefusAcceptation };

/** Decides what an acceptance grants; without `octroi`, all that was asked and still can be. */
export function decideAcceptation(
  octroi: Octroi | null,
  situation: SituationAcceptation,
): DecisionAcceptation {
  if (situation.statutStructure === 'INACTIF') return { kind: 'structureInactive' };
  if (situation.etatDemandeur === 'INACTIF') return { kind: 'compteInactif' };
  const { jour, demandees, services, principal } = situation;
  if (demandees.length === 0) return { kind: 'serviceFerme' };
  const voulues = octroi === null ? demandees : restreindre(octroi, demandees);
  if (typeof voulues === 'string') return { kind: voulues };
  const aVenir = voulues.filter(({ dateFin }) => dateFin === null || dateFin >= jour);
  if (aVenir.length === 0) return { kind: 'periodePassee' };
  const fins = new Map(services.map(({ id, dateFin }) => [id, dateFin]));
  const lignes = aVenir.filter((ligne) => ouverte(ligne, fins, jour));
  if (lignes.length === 0) return { kind: 'serviceFerme' };
  const reduite =
    lignes.length < demandees.length || lignes.some((ligne) => !demandees.some(memeDroit(ligne)));
  const accordees = principal ? lignes.map((l) => ({ ...l, dateFin: null })) : lignes;
  return { kind: 'accorder', lignes: accordees, reduite };
}

function restreindre(
  { portees, dateDebut, dateFin }: Octroi,
  demandees: LigneDeDroit[],
): LigneDeDroit[] | RefusAcceptation {
  if (portees.length === 0) return 'rienAccorde';
  if (dateFin !== null && dateFin < dateDebut) return 'finAvantDebut';
  const lignes = demandees.filter(({ portee }) => portees.includes(portee));
  const toutes = portees.every((portee) => lignes.some((ligne) => ligne.portee === portee));
  const dedans = (l: LigneDeDroit) => l.dateDebut <= dateDebut && !finitPlusTard(dateFin, l);
  if (!toutes || !lignes.every(dedans)) return 'horsDemande';
  return lignes.map(({ portee }) => ({ portee, dateDebut, dateFin }));
}

function ouverte(
  { portee, dateDebut }: LigneDeDroit,
  fins: Map<number, string | null>,
  jour: string,
): boolean {
  if (portee === null) return true;
  const fin = fins.get(portee);
  return fin !== undefined && (fin === null || fin >= (dateDebut > jour ? dateDebut : jour));
}

const memeDroit = (a: LigneDeDroit) => (b: LigneDeDroit) =>
  a.portee === b.portee && a.dateDebut === b.dateDebut && a.dateFin === b.dateFin;

function finitPlusTard(fin: string | null, { dateFin }: Pick<Periode, 'dateFin'>): boolean {
  return dateFin !== null && (fin === null || fin > dateFin);
}

/**
 * True when a request makes the role of a gestionnaire secondaire start sooner, last longer or
 * resume: that is for the principal to decide (model §3), not for a peer.
 */
export function changeUnSecondaire(
  { role, lignes }: { role: Role | null; lignes: LignePortee[] },
  demandees: LigneDeDroit[],
  jour: string,
): boolean {
  if (role !== 'GESTIONNAIRE_SECONDAIRE') return false;
  if (lignes.some(({ statut }) => statut === 'DESACTIVEE')) return true;
  return demandees.some(
    (demandee) =>
      lignes.every((ligne) => finitPlusTard(demandee.dateFin, ligne)) ||
      lignes.every(({ dateDebut }) => dateDebut > jour && demandee.dateDebut < dateDebut) ||
      lignes.some((l) => l.portee === demandee.portee && finitPlusTard(demandee.dateFin, l)),
  );
}

/** What the page offers to somebody who reads a pending request of somebody else. */
export type PartDuLecteur = 'decide' | 'decideAvecMotif' | 'principalSeul';

/** Whether a reader who may decide on requests may on this one; the action asks the same on locked rows. */
export function partDuLecteur(qualite: Qualite, changeSecondaire: boolean): PartDuLecteur {
  if (!changeSecondaire) return 'decide';
  const droit = decideDroit('GERER_SECONDAIRE', [qualite], situationOrdinaire(false, false));
  if (droit.kind !== 'permis') return 'principalSeul';
  return droit.motifObligatoire ? 'decideAvecMotif' : 'decide';
}
