// A request for abonnements (screens §7): which espaces on which scopes, in which mode, and what is refused in advance.
import type { EspaceDuCatalogue } from '../espace/ouverture.ts';
import type { LignePortee, Portee } from '../rattachement/portee.ts';
import type { StatutStructure } from '../structure/structure.ts';

/** From the weakest to the strongest. */
export const MODES = ['CONSULTATION', 'MODIFICATION'] as const;
export type Mode = (typeof MODES)[number];

/** One espace on one scope, in one mode: what is asked, or held. */
export type DroitDEspace = { portee: Portee; espaceId: number; mode: Mode };

/** An espace of the catalogue, and whether the managers opened it on the structure. */
export type EspaceDemandable = EspaceDuCatalogue & {
  validationRequise: boolean;
  ouvert: boolean;
};

/** What a person asks: each espace on each scope. */
export type AbonnementDemande = {
  structureId: number;
  /** Empty: nothing was chosen. */
  portees: Portee[];
  /** Codes of espaces. */
  espaces: string[];
  mode: Mode;
  commentaire: string | null;
};

/** The lines (an espace on a scope) of one request at most. */
const ABONNEMENTS_MAX = 200;

/** What surrounds a grant, asked for or not, read on locked rows. */
export type Cadre = {
  jour: string;
  statutStructure: StatutStructure;
  /** The live lines of the person's rattachement there. */
  lignes: LignePortee[];
  /** Those of the services named that are of this structure. */
  services: { id: number; dateFin: string | null }[];
  /** The catalogue, as it stands on the structure. */
  espaces: EspaceDemandable[];
  /** The granted abonnements that the person has there. */
  acquis: DroitDEspace[];
  /** The person manages the structure that day. */
  gere: boolean;
};

export type SituationDemande = Cadre & {
  /** What the person's pending requests ask there. */
  enCours: DroitDEspace[];
  /** Own rights on what one manages are granted at once (model §3). */
  aussitot: boolean;
};

/** Why an espace cannot be given on a scope, whoever gives it. */
export type RefusDEspace =
  /** No line of the rattachement counts that day: it ended, is suspended, or never was. */
  | 'nonRattache'
  /** A scope that no line covers that day. */
  | 'horsDePortee'
  | 'serviceInconnu'
  | 'serviceFerme'
  /** Not in the catalogue, or not open on the structure any more. */
  | 'espaceFerme'
  /** Everybody attached has it. */
  | 'espaceParDefaut'
  /** For the managers of the structure only. */
  | 'espaceReserve';

export type RefusAbonnement =
  | RefusDEspace
  | 'structureInactive'
  | 'porteeManquante'
  | 'espaceManquant'
  | 'tropDAbonnements'
  | 'dejaAcquis'
  | 'dejaDemande';

export type DecisionAbonnement =
  /** What a manager must decide on, and what is granted at once; what is held or asked already is left out. */
  | { kind: 'retenir'; aDemander: DroitDEspace[]; aAccorder: DroitDEspace[] }
  | { kind: RefusAbonnement };

/**
 * Decides a request. The whole structure covers each of its services; MODIFICATION may be asked on
 * top of CONSULTATION, which it then replaces.
 */
export function decideDemandeAbonnement(
  { portees, espaces, mode }: Pick<AbonnementDemande, 'portees' | 'espaces' | 'mode'>,
  situation: SituationDemande,
): DecisionAbonnement {
  if (situation.statutStructure === 'INACTIF') return { kind: 'structureInactive' };
  if (portees.length === 0) return { kind: 'porteeManquante' };
  if (espaces.length === 0) return { kind: 'espaceManquant' };
  const scopes = portees.includes(null) ? [null] : [...new Set(portees)];
  const codes = [...new Set(espaces)];
  if (scopes.length * codes.length > ABONNEMENTS_MAX) return { kind: 'tropDAbonnements' };
  const connus = codes.map((code) => situation.espaces.find((espace) => espace.code === code));
  for (const espace of connus)
    for (const portee of scopes) {
      const refus = refusDEspace(espace, portee, situation);
      if (refus) return { kind: refus };
    }
  const choisis = connus.filter((espace) => espace !== undefined);
  const droits = choisis.flatMap(({ id: espaceId, validationRequise }) =>
    scopes.map((portee) => ({ portee, espaceId, mode, validationRequise })),
  );
  return retenir(droits, situation);
}

type Voulu = DroitDEspace & { validationRequise: boolean };

function retenir(
  voulus: Voulu[],
  { acquis, enCours, aussitot }: SituationDemande,
): DecisionAbonnement {
  const nouveaux = voulus.filter((voulu) => !acquis.some((droit) => comprend(droit, voulu)));
  if (nouveaux.length === 0) return { kind: 'dejaAcquis' };
  const direct = ({ validationRequise }: Voulu) => aussitot || !validationRequise;
  const aAccorder = nouveaux.filter(direct).map(droitDe);
  const aDemander = nouveaux
    .filter((voulu) => !direct(voulu))
    .filter((voulu) => !enCours.some((demande) => enConcurrence(demande, voulu)))
    .map(droitDe);
  if (aAccorder.length + aDemander.length === 0) return { kind: 'dejaDemande' };
  return { kind: 'retenir', aDemander, aAccorder };
}

const droitDe = ({ portee, espaceId, mode }: Voulu): DroitDEspace => ({ portee, espaceId, mode });

/** True when one right gives all that another would. */
export function comprend(tenu: DroitDEspace, voulu: DroitDEspace): boolean {
  return (
    tenu.espaceId === voulu.espaceId &&
    (tenu.portee === null || tenu.portee === voulu.portee) &&
    MODES.indexOf(tenu.mode) >= MODES.indexOf(voulu.mode)
  );
}

// One pending line a scope and an espace: another mode is asked once the first is withdrawn.
function enConcurrence(demande: DroitDEspace, voulu: DroitDEspace): boolean {
  const memeLigne = demande.espaceId === voulu.espaceId && demande.portee === voulu.portee;
  return memeLigne || comprend(demande, voulu);
}

/** Why an espace cannot be given on a scope that day; nothing when it can. */
export function refusDEspace(
  espace: EspaceDemandable | undefined,
  portee: Portee,
  { jour, lignes, services, gere }: Pick<Cadre, 'jour' | 'lignes' | 'services' | 'gere'>,
): RefusDEspace | undefined {
  const tenues = porteesTenues(lignes, jour);
  if (tenues.length === 0) return 'nonRattache';
  if (portee !== null) {
    const service = services.find(({ id }) => id === portee);
    if (!service) return 'serviceInconnu';
    if (service.dateFin !== null && service.dateFin < jour) return 'serviceFerme';
  }
  if (!tenues.some((tenue) => tenue === null || tenue === portee)) return 'horsDePortee';
  if (espace?.parDefaut) return 'espaceParDefaut';
  if (!espace?.ouvert) return 'espaceFerme';
  return espace.pour === 'GESTIONNAIRES' && !gere ? 'espaceReserve' : undefined;
}

/** The scopes that the lines of a rattachement give on a day; the whole structure makes its services needless. */
export function porteesTenues(lignes: LignePortee[], jour: string): Portee[] {
  const tenues = lignes
    .filter(({ statut, dateDebut }) => statut === 'VALIDEE' && dateDebut <= jour)
    .filter(({ dateFin }) => dateFin === null || dateFin >= jour)
    .map(({ portee }) => portee);
  return tenues.includes(null) ? [null] : tenues;
}
