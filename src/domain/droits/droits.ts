// Who may do what: the matrix of model §3, as one table read by one pure function.

/** The acts of the matrix, one a row. */
export const ACTES = [
  'GERER_SES_DONNEES',
  'ETENDRE_SES_DROITS',
  'DECIDER_DEMANDE',
  'GERER_UTILISATEUR',
  'GERER_SECONDAIRE',
  'GERER_PRINCIPAL',
  'REPRENDRE_ROLE_VACANT',
  'MODIFIER_FICHE',
  'GERER_COMPTES_TECHNIQUES',
  'ACTIVER_COMPTE',
] as const;
export type Acte = (typeof ACTES)[number];

/** In which quality somebody acts; a person may hold several at once. From weakest to strongest. */
export const QUALITES = ['UTILISATEUR', 'DELEGUE', 'SECONDAIRE', 'PRINCIPAL', 'REFERENT'] as const;
export type Qualite = (typeof QUALITES)[number];

/** What surrounds the act, read on the locked row. */
export type Situation = {
  /** The target is the actor's own account, request or role. */
  surSoi: boolean;
  /** The actor has a rattachement on the structure, in any role. */
  rattache: boolean;
  /** The structure has no principal whose account is active. */
  roleVacant: boolean;
  /** The request has gone up to the référents. */
  escaladee: boolean;
  /** A « Demande de reprise » was accepted for this role. */
  reprise: boolean;
  /** The act is the principal's own hand-over. */
  passation: boolean;
};

export type Droit =
  | { kind: 'permis'; enQualite: Qualite; motifObligatoire: boolean }
  /** Allowed as a request only: somebody else decides. */
  | { kind: 'demande' }
  /** `visible` false: the answer must not tell that the target exists (404). */
  | { kind: 'refuse'; visible: boolean };

type Reponse = 'oui' | 'oui avec motif' | 'demande' | 'non';
type Cellule = (situation: Situation) => Reponse;

const toujours =
  (reponse: Reponse): Cellule =>
  () =>
    reponse;
const surSoi =
  (reponse: Reponse): Cellule =>
  (s) =>
    s.surSoi ? reponse : 'non';
const surAutrui =
  (reponse: Reponse): Cellule =>
  (s) =>
    s.surSoi ? 'non' : reponse;
const siVacant =
  (reponse: Reponse): Cellule =>
  (s) =>
    s.roleVacant ? reponse : 'non';
// Nobody decides on their own case, and a référent never where attached.
const enTiers =
  (condition: keyof Situation, reponse: Reponse): Cellule =>
  (s) =>
    s[condition] && !s.surSoi && !s.rattache ? reponse : 'non';

const tiers: Cellule = (s) => (s.surSoi || s.rattache ? 'non' : 'oui');
const soi = surSoi('oui');
const demande = surSoi('demande');
const autrui = surAutrui('oui');
const motif = surAutrui('oui avec motif');
const oui = toujours('oui');
const non = toujours('non');
const passation: Cellule = (s) => (s.passation && s.surSoi ? 'oui' : 'non');

// biome-ignore format: the table of model §3, one act a line, one quality a column
const MATRICE: Record<Acte, Record<Qualite, Cellule>> = {
  GERER_SES_DONNEES:         ligne(soi,                 soi,    soi,             soi,       soi),
  ETENDRE_SES_DROITS:        ligne(demande,             soi,    soi,             soi,       demande),
  DECIDER_DEMANDE:           ligne(non,                 autrui, autrui,          autrui,    enTiers('escaladee', 'oui')),
  GERER_UTILISATEUR:         ligne(non,                 autrui, autrui,          autrui,    non),
  GERER_SECONDAIRE:          ligne(non,                 non,    non,             autrui,    motif),
  GERER_PRINCIPAL:           ligne(non,                 non,    non,             passation, enTiers('reprise', 'oui avec motif')),
  REPRENDRE_ROLE_VACANT:     ligne(siVacant('demande'), non,    siVacant('oui'), non,       enTiers('roleVacant', 'oui')),
  MODIFIER_FICHE:            ligne(non,                 oui,    oui,             oui,       non),
  GERER_COMPTES_TECHNIQUES:  ligne(non,                 non,    non,             oui,       non),
  ACTIVER_COMPTE:            ligne(non,                 non,    non,             non,       tiers),
};

function ligne(
  utilisateur: Cellule,
  delegue: Cellule,
  secondaire: Cellule,
  principal: Cellule,
  referent: Cellule,
): Record<Qualite, Cellule> {
  return {
    UTILISATEUR: utilisateur,
    DELEGUE: delegue,
    SECONDAIRE: secondaire,
    PRINCIPAL: principal,
    REFERENT: referent,
  };
}

const FORCE: Record<Reponse, number> = { oui: 3, 'oui avec motif': 2, demande: 1, non: 0 };

/**
 * The right of somebody who holds these qualities on the target today (everybody is at least UTILISATEUR of
 * their own account): the most favourable cell wins.
 */
export function decideDroit(acte: Acte, qualites: readonly Qualite[], situation: Situation): Droit {
  let meilleure: { reponse: Reponse; qualite: Qualite } | undefined;
  for (const qualite of qualites) {
    const reponse = MATRICE[acte][qualite](situation);
    if (!meilleure || FORCE[reponse] > FORCE[meilleure.reponse]) meilleure = { reponse, qualite };
  }
  if (!meilleure || meilleure.reponse === 'non')
    return { kind: 'refuse', visible: voit(qualites, situation) };
  if (meilleure.reponse === 'demande') return { kind: 'demande' };
  return {
    kind: 'permis',
    enQualite: meilleure.qualite,
    motifObligatoire: meilleure.reponse === 'oui avec motif',
  };
}

function voit(qualites: readonly Qualite[], { surSoi: sien, rattache }: Situation): boolean {
  return sien || rattache || qualites.some((qualite) => qualite !== 'UTILISATEUR');
}
