// The form of step 2 (guide p.11): a period, a comment, the whole structure or some of its services.
import {
  COMMENTAIRE_MAX,
  type RattachementDemande,
  type RefusDemande,
} from '../../../../domain/demande/demande.ts';
import { commentaire, jourSaisi } from '../../../../domain/demande/valeurs.ts';
import { lireSaisies, type Saisies } from '../../../commun/formulaire.ts';
import { servicesCoches } from '../../../structures/services-coches.ts';

export type ErreurDeDemande = {
  champ: 'dateDebut' | 'dateFin' | 'commentaire' | 'entiere' | 'structure';
  motif: RefusDemande | 'dateDebut' | 'dateFin' | 'commentaire' | 'commentaireCaracteres';
};

export type EtatDuFormulaire = {
  dateDebut: string;
  dateFin: string;
  commentaire: string;
  entiere: boolean;
  services: number[];
  /** The words by which services are looked for. */
  recherche: string;
  erreurs: ErreurDeDemande[];
  retrouvee: boolean;
};

/** The form as first shown: from today on. */
export function formulaireVierge(jour: string): EtatDuFormulaire {
  return {
    dateDebut: jour,
    dateFin: '',
    commentaire: '',
    entiere: false,
    services: [],
    recherche: '',
    erreurs: [],
    retrouvee: false,
  };
}

/** What was typed, as it was typed. */
export function lireFormulaireDemande(body: unknown): EtatDuFormulaire {
  return etatDesSaisies(lireSaisies(body));
}

/** The form from its fields. */
export function etatDesSaisies(saisies: Saisies): EtatDuFormulaire {
  return {
    dateDebut: saisies['dateDebut'] ?? '',
    dateFin: saisies['dateFin'] ?? '',
    commentaire: saisies['commentaire'] ?? '',
    entiere: saisies['entiere'] === 'oui',
    services: servicesCoches(saisies),
    recherche: (saisies['recherche'] ?? '').slice(0, COMMENTAIRE_MAX),
    erreurs: [],
    retrouvee: false,
  };
}

/** Checks what can be checked without the structure; gives the request, or all that is wrong at once. */
export function lireDemande(
  etat: EtatDuFormulaire,
  structureId: number,
): { demande: RattachementDemande } | { erreurs: ErreurDeDemande[] } {
  const erreurs: ErreurDeDemande[] = [];
  const debut = jourSaisi.safeParse(etat.dateDebut);
  if (!debut.success) erreurs.push({ champ: 'dateDebut', motif: 'dateDebut' });
  const sansFin = etat.dateFin.trim() === '';
  const fin = sansFin ? { success: true as const, data: null } : jourSaisi.safeParse(etat.dateFin);
  if (!fin.success) erreurs.push({ champ: 'dateFin', motif: 'dateFin' });
  else if (debut.success && fin.data !== null && fin.data < debut.data)
    erreurs.push({ champ: 'dateFin', motif: 'finAvantDebut' });
  const texte = commentaire.safeParse(etat.commentaire);
  if (!texte.success) {
    const [probleme] = texte.error.issues;
    const motif =
      probleme?.message === 'commentaire' ? 'commentaire' : ('commentaireCaracteres' as const);
    erreurs.push({ champ: 'commentaire', motif });
  }
  const portees = etat.entiere ? [null] : etat.services;
  if (portees.length === 0) erreurs.push({ champ: 'entiere', motif: 'rienDeDemande' });
  if (!debut.success || !fin.success || !texte.success || erreurs.length > 0) return { erreurs };
  return {
    demande: {
      structureId,
      portees,
      dateDebut: debut.data,
      dateFin: fin.data,
      commentaire: texte.data,
    },
  };
}

const CHAMPS: Record<RefusDemande, ErreurDeDemande['champ']> = {
  structureInactive: 'structure',
  dejaRattache: 'entiere',
  dejaDemande: 'entiere',
  rienDeDemande: 'entiere',
  tropDeServices: 'entiere',
  serviceInconnu: 'entiere',
  serviceFerme: 'entiere',
  finAvantDebut: 'dateFin',
  periodePassee: 'dateFin',
  finDePrincipal: 'dateFin',
};

/** The field that a refusal of the action is about. */
export function erreurDuRefus(motif: RefusDemande): ErreurDeDemande {
  return { champ: CHAMPS[motif], motif };
}
