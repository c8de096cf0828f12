// The manager's decision on one request: what is granted of it, or why it is refused (screens §9).
import type { Octroi, RefusAcceptation } from '../../domain/demande/acceptation.ts';
import type { RattachementLu } from '../../domain/demande/queries-lecture.ts';
import { jourSaisi } from '../../domain/demande/valeurs.ts';
import type { Portee } from '../../domain/rattachement/portee.ts';
import { lireSaisies, type Saisies } from '../commun/formulaire.ts';
import { lireIdentifiant } from '../commun/identifiant.ts';
import { type ErreurDeMotif, lireMotif } from '../commun/motif.ts';

/** Each scope's box has a name of its own: a form kept over a session holds one value a name. */
export const boiteDe = (portee: Portee) => `portee-${portee ?? 'entiere'}`;
const BOITE = /^portee-(entiere|\d+)$/;

export type ErreurDeDecision = {
  champ: 'portees' | 'dateDebut' | 'dateFin' | 'motifReferent' | 'motif';
  motif: RefusAcceptation | ErreurDeMotif | 'motifRequis' | 'dateDebut' | 'dateFin';
};

/** Both forms of the decision, as they are shown. */
export type EtatDeDecision = {
  portees: Portee[];
  dateDebut: string;
  dateFin: string;
  /** What a référent says on accepting. */
  motifReferent: string;
  /** Why it is refused. */
  motif: string;
  erreurs: ErreurDeDecision[];
};

/** As first shown: all that is asked and can still be granted. */
export function decisionVierge(
  { lignes }: Pick<RattachementLu, 'lignes'>,
  jour: string,
): EtatDeDecision {
  const [premiere] = lignes;
  const ouvertes = lignesEnAttente({ lignes }).filter((ligne) => !fermee(ligne, jour));
  return {
    portees: ouvertes.map(({ portee }) => portee),
    dateDebut: premiere?.dateDebut ?? '',
    dateFin: premiere?.dateFin ?? '',
    motifReferent: '',
    motif: '',
    erreurs: [],
  };
}

/** What can still be decided of it: closing a service may have ended a line. */
export function lignesEnAttente({
  lignes,
}: Pick<RattachementLu, 'lignes'>): RattachementLu['lignes'] {
  return lignes.filter(({ etat }) => etat === 'EN_COURS_DE_VALIDATION');
}

/** True when the service of a line is closed: it would not be granted. */
export function fermee({ fermetureLe }: RattachementLu['lignes'][number], jour: string): boolean {
  return fermetureLe !== null && fermetureLe < jour;
}

/** What was typed over what is asked, as it was typed. */
export function decisionSaisie(vierge: EtatDeDecision, body: unknown): EtatDeDecision {
  const saisies = lireSaisies(body);
  const { dateDebut, dateFin, motifReferent, motif } = { ...vierge, ...saisies };
  const typed = { ...vierge, dateDebut, dateFin, motifReferent, motif };
  // The refusal has no boxes: those of the other form stay as they are.
  return 'dateDebut' in saisies ? { ...typed, portees: porteesDe(saisies) } : typed;
}

function porteesDe(saisies: Saisies): Portee[] {
  return Object.keys(saisies).flatMap((nom) => {
    const quoi = BOITE.exec(nom)?.[1];
    if (quoi === 'entiere') return [null];
    const id = lireIdentifiant(quoi);
    return id === null ? [] : [id];
  });
}

export type Lue<T> = { valeur: T } | { erreurs: ErreurDeDecision[] };

/** What is granted, or all that is wrong at once; `referent`: must say why. */
export function lireOctroi(
  etat: EtatDeDecision,
  { avecMotif }: { avecMotif: boolean },
): Lue<{ octroi: Octroi; motif: string | null }> {
  const erreurs: ErreurDeDecision[] = [];
  if (etat.portees.length === 0) erreurs.push({ champ: 'portees', motif: 'rienAccorde' });
  const debut = jourSaisi.safeParse(etat.dateDebut);
  if (!debut.success) erreurs.push({ champ: 'dateDebut', motif: 'dateDebut' });
  const sansFin = etat.dateFin.trim() === '';
  const fin = sansFin ? { success: true as const, data: null } : jourSaisi.safeParse(etat.dateFin);
  if (!fin.success) erreurs.push({ champ: 'dateFin', motif: 'dateFin' });
  const dit = avecMotif ? lireMotif(etat.motifReferent) : { motif: null };
  if ('erreur' in dit) {
    const motif = dit.erreur === 'motifManquant' ? 'motifRequis' : dit.erreur;
    erreurs.push({ champ: 'motifReferent', motif });
  }
  if (!debut.success || !fin.success || 'erreur' in dit || erreurs.length > 0) return { erreurs };
  const octroi = { portees: etat.portees, dateDebut: debut.data, dateFin: fin.data };
  return { valeur: { octroi, motif: dit.motif } };
}

const CHAMPS: Record<RefusAcceptation, ErreurDeDecision['champ']> = {
  structureInactive: 'portees',
  compteInactif: 'portees',
  rienAccorde: 'portees',
  serviceFerme: 'portees',
  horsDemande: 'dateDebut',
  finAvantDebut: 'dateFin',
  periodePassee: 'dateFin',
};

/** The field that a refusal of the action is about. */
export function erreurDuRefus(motif: RefusAcceptation): ErreurDeDecision {
  return { champ: CHAMPS[motif], motif };
}
