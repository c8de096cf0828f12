// What accepting a request for abonnements grants (model §3): all of it or less, and only what still can be.
import type { EtatCompte } from '../compte/compte.ts';
import {
  type Cadre,
  comprend,
  type DroitDEspace,
  type RefusDEspace,
  refusDEspace,
} from './abonnement.ts';

/** A line of a pending request. */
export type LigneDemandee = DroitDEspace & { id: number };

/** What a manager grants: some of the lines, in CONSULTATION only if they say so. */
export type OctroiDAbonnements = { lignes: number[]; consultation: boolean };

export type SituationAcceptation = Cadre & {
  etatDemandeur: EtatCompte;
  /** The lines that still wait. */
  demandees: LigneDemandee[];
};

/** Why nothing can be granted; each has its sentence. */
export type RefusAcceptation =
  | RefusDEspace
  | 'structureInactive'
  | 'compteInactif'
  | 'rienAccorde'
  /** A line that was not asked, or is over. */
  | 'horsDemande';

export type DecisionAcceptation =
  /** `aEcrire`: what is not held already. */
  | {
      kind: 'accorder';
      lignes: LigneDemandee[];
      aEcrire: DroitDEspace[];
      reduite: boolean;
    }
  | { kind: RefusAcceptation };

/** Decides what an acceptance grants; without `octroi`, all that was asked and still can be. */
export function decideAcceptationAbonnement(
  octroi: OctroiDAbonnements | null,
  situation: SituationAcceptation,
): DecisionAcceptation {
  const { demandees, espaces, acquis } = situation;
  if (situation.statutStructure === 'INACTIF') return { kind: 'structureInactive' };
  if (situation.etatDemandeur === 'INACTIF') return { kind: 'compteInactif' };
  const voulues = octroi === null ? demandees : restreindre(octroi, demandees);
  if (typeof voulues === 'string') return { kind: voulues };
  const refus = voulues.map(({ espaceId, portee }) =>
    refusDEspace(
      espaces.find(({ id }) => id === espaceId),
      portee,
      situation,
    ),
  );
  // An espace that became everybody's since is held already: the line is served, and nothing is written.
  const parDefaut = (id: number) => espaces.find((espace) => espace.id === id)?.parDefaut;
  const servies = [undefined, 'espaceParDefaut'];
  const lignes = voulues.filter((_, n) => servies.includes(refus[n]));
  if (lignes.length === 0) return { kind: refus[0] ?? 'rienAccorde' };
  const moins = lignes.some(({ id, mode }) => mode !== demandees.find((d) => d.id === id)?.mode);
  return {
    kind: 'accorder',
    lignes,
    aEcrire: lignes
      .filter(({ espaceId }) => !parDefaut(espaceId))
      .filter((ligne) => !acquis.some((droit) => comprend(droit, ligne))),
    reduite: lignes.length < demandees.length || moins,
  };
}

function restreindre(
  { lignes: ids, consultation }: OctroiDAbonnements,
  demandees: LigneDemandee[],
): LigneDemandee[] | 'rienAccorde' | 'horsDemande' {
  if (ids.length === 0) return 'rienAccorde';
  const lignes = demandees.filter(({ id }) => ids.includes(id));
  if (!ids.every((id) => lignes.some((ligne) => ligne.id === id))) return 'horsDemande';
  return consultation ? lignes.map((ligne) => ({ ...ligne, mode: 'CONSULTATION' })) : lignes;
}

/** True when all that a pending request still asks is held: an act of a manager served it. */
export function estServie(demandees: DroitDEspace[], acquis: DroitDEspace[]): boolean {
  return (
    demandees.length > 0 &&
    demandees.every((demande) => acquis.some((droit) => comprend(droit, demande)))
  );
}
