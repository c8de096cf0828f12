// A request for a rattachement (screens §6.2): what it asks, its states, and what is refused in
// advance.
import { couvre, type LignePortee, type Periode, type Portee } from '../rattachement/portee.ts';
import type { StatutStructure } from '../structure/structure.ts';

export type EtatDemande = 'EN_COURS_DE_VALIDATION' | 'ACCEPTEE' | 'REFUSEE' | 'RETIREE' | 'EXPIREE';

/** What happened to a request, one step of its timeline. */
export type QuoiEtape =
  | 'DEMANDEE'
  | 'RAPPELEE'
  | 'RELANCEE'
  | 'ESCALADEE'
  | 'OPPOSEE'
  | 'OPPOSITION_LEVEE'
  | Exclude<EtatDemande, 'EN_COURS_DE_VALIDATION'>;

/** In which quality somebody acts on a request. */
export type QualiteEtape =
  | 'DEMANDEUR'
  | 'GESTIONNAIRE_PRINCIPAL'
  | 'GESTIONNAIRE_SECONDAIRE'
  | 'DELEGUE'
  | 'REFERENT';

/** What a person asks. */
export type RattachementDemande = Periode & {
  structureId: number;
  /** Empty: nothing was chosen. */
  portees: Portee[];
  commentaire: string | null;
};

export const COMMENTAIRE_MAX = 255;
/** The services of one request at most. */
export const SERVICES_MAX = 200;

/** What surrounds the request, read on locked rows. */
export type SituationDemande = {
  jour: string;
  statutStructure: StatutStructure;
  /** Those of the services asked that are of this structure. */
  services: { id: number; dateFin: string | null }[];
  /** The live lines that the account already has there. */
  lignes: LignePortee[];
  /** What the account's pending requests ask there. */
  enCours: Portee[];
  /**
   * The actor manages the structure and is attached to it: further services are theirs at once
   * (model §3).
   */
  gere: boolean;
  /** A gestionnaire principal has no end date (model §3). */
  principal: boolean;
};

export type DecisionDemande =
  /** The scopes that a manager must decide on; those already covered or asked are left out. */
  | { kind: 'demander'; portees: Portee[] }
  | { kind: 'accorder'; portees: Portee[] }
  | { kind: RefusDemande };

/** Why a request is refused in advance; each has its sentence. */
export type RefusDemande =
  | 'structureInactive'
  | 'rienDeDemande'
  | 'tropDeServices'
  | 'serviceInconnu'
  | 'serviceFerme'
  | 'finAvantDebut'
  | 'periodePassee'
  | 'finDePrincipal'
  | 'dejaRattache'
  | 'dejaDemande';

/** Those that do not depend on what the person holds or asked. */
export type RefusDeForme = Exclude<RefusDemande, 'dejaRattache' | 'dejaDemande'>;

/**
 * Decides a request. The whole structure covers each of its services; a service, a longer period or
 * the whole may be asked on top of what one has. A refusal in the past does not forbid to ask
 * again: the page recalls it.
 */
export function decideDemande(
  demande: Pick<RattachementDemande, 'portees' | 'dateDebut' | 'dateFin'>,
  situation: SituationDemande,
): DecisionDemande {
  const refus = refusDeForme(demande, situation);
  if (refus) return { kind: refus };
  const nouvelles = portees(demande.portees).filter(
    (portee) => !situation.lignes.some((ligne) => couvre(ligne, portee, demande)),
  );
  if (nouvelles.length === 0) return { kind: 'dejaRattache' };
  if (accordeeAussitot(demande, situation)) return { kind: 'accorder', portees: nouvelles };
  const { enCours } = situation;
  const aDemander = nouvelles.filter(
    (portee) => !enCours.includes(portee) && !enCours.includes(null),
  );
  return aDemander.length === 0
    ? { kind: 'dejaDemande' }
    : { kind: 'demander', portees: aDemander };
}

// Nobody decides on their own role (model §3): a manager does not make it last longer, nor resume
// what was suspended of theirs.
function accordeeAussitot({ dateFin }: Periode, { jour, lignes, gere }: SituationDemande): boolean {
  if (!gere || lignes.some(({ statut }) => statut === 'DESACTIVEE')) return false;
  return lignes.some(
    ({ dateDebut, dateFin: fin }) =>
      dateDebut <= jour && (fin === null || (dateFin !== null && dateFin <= fin)),
  );
}

/** Why a request is refused whatever its author holds: the structure, the services, the period. */
export function refusDeForme(
  {
    portees: demandees,
    dateDebut,
    dateFin,
  }: Pick<RattachementDemande, 'portees' | 'dateDebut' | 'dateFin'>,
  {
    jour,
    statutStructure,
    services,
    principal,
  }: Pick<SituationDemande, 'jour' | 'statutStructure' | 'services' | 'principal'>,
): RefusDeForme | undefined {
  if (statutStructure === 'INACTIF') return 'structureInactive';
  if (demandees.length === 0) return 'rienDeDemande';
  if (demandees.length > SERVICES_MAX) return 'tropDeServices';
  const connus = new Map(services.map(({ id, dateFin: fin }) => [id, fin]));
  const voulus = portees(demandees).filter((portee) => portee !== null);
  if (voulus.some((id) => !connus.has(id))) return 'serviceInconnu';
  if (dateFin !== null && dateFin < dateDebut) return 'finAvantDebut';
  if (dateFin !== null && dateFin < jour) return 'periodePassee';
  const depuis = dateDebut > jour ? dateDebut : jour;
  const ferme = (fin: string | null | undefined) => fin != null && fin < depuis;
  if (voulus.some((id) => ferme(connus.get(id)))) return 'serviceFerme';
  return principal && dateFin !== null ? 'finDePrincipal' : undefined;
}

/** The scopes asked, each once; the whole structure makes its services needless. */
function portees(demandees: Portee[]): Portee[] {
  return demandees.includes(null) ? [null] : [...new Set(demandees)];
}
