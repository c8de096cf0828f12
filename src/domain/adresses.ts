// The addresses of the portal's pages, below all faces: pages link to them, mails and events too.

export const adresses = {
  accueil: '/',
  /** The whole fil d'événements; below it, the POST that marks it as read. */
  evenements: '/evenements',
  evenementsLus: '/evenements/lus',
  connexion: '/connexion',
  retourDeConnexion: '/connexion/retour',
  deconnexion: '/deconnexion',
  /** Where the provider comes back once it has ended its own session too. */
  deconnexionComplete: '/deconnexion/complete',
  deconnexionParPigp: '/connexion/deconnexion-pigp',
  premiereConnexion: '/premiere-connexion',
  langue: '/langue',
  monCompte: '/mon-compte',
  informationsPersonnelles: '/mon-compte/informations-personnelles',
  confirmationAdresse: '/mon-compte/informations-personnelles/confirmation',
  annulationAdresse: '/mon-compte/informations-personnelles/annulation',
  parametres: '/mon-compte/parametres',
  /** The digest as it would leave now. */
  apercuDuReleve: '/mon-compte/parametres/apercu',
  rattachements: '/mon-compte/rattachements',
  /** Step 1 of a request: the structure; step 2 is below it, by the structure's id. */
  demanderRattachement: '/mon-compte/rattachements/demande',
  demandesDeRattachement: '/mon-compte/rattachements/demandes',
  supprimerRattachements: '/mon-compte/rattachements/suppression',
  structures: '/structures',
  /** « Activités du gestionnaire »: for the managers of a structure. */
  gestionnaire: '/gestionnaire',
  demandesADecider: '/gestionnaire/demandes',
  /** Confirms a decision on several requests, then tells what became of each. */
  decisionDeDemandes: '/gestionnaire/demandes/decision',
  bilanDeDemandes: '/gestionnaire/demandes/bilan',
  structuresGerees: '/gestionnaire/structures',
  /** For the référents DGFiP. */
  referent: '/referent',
  /** Where a référent looks for an account. */
  comptesDuReferent: '/referent/comptes',
  abonnements: '/mon-compte/abonnements',
  /** Step 1 of « Ajouter un abonnement »: the structure; step 2 is below it, by the structure's id. */
  ajouterAbonnement: '/mon-compte/abonnements/ajout',
  supprimerAbonnements: '/mon-compte/abonnements/suppression',
  piecesJointes: '/mon-compte/pieces-jointes',
  ajouterPieceJointe: '/mon-compte/pieces-jointes/ajout',
  /** Confirms the deletion of pièces jointes; then deletes them. */
  supprimerPiecesJointes: '/mon-compte/pieces-jointes/suppression',
  /** Several pièces jointes as one ZIP. */
  archiveDePiecesJointes: '/mon-compte/pieces-jointes/archive',
  actualites: '/actualites',
  aide: '/aide',
  rechercheDAide: '/aide/recherche',
  accessibilite: '/accessibilite',
  mentionsLegales: '/mentions-legales',
  donneesPersonnelles: '/donnees-personnelles',
} as const;

/** What the operator tells, by its identifier. */
export function adresseActualite(identifiant: string): string {
  return `${adresses.actualites}/${identifiant}`;
}

/** A page of the help. */
export function adresseAide(slug: string): string {
  return `${adresses.aide}/${slug}`;
}

/** The page of a request, that both sides read. */
export function adresseDemande(id: number): string {
  return `/demandes/${id}`;
}

/** The read-only sheet of a structure. */
export function adresseStructure(id: number): string {
  return `${adresses.structures}/${id}`;
}

/** The whole sheet of a structure, for those attached to all of it. */
export function adresseFiche(id: number): string {
  return `${adresseStructure(id)}/fiche`;
}

/** What a manager does on one structure: the pages below it. */
export function adresseGestion(
  structureId: number,
  page: 'utilisateurs' | 'fiche' | 'services' | 'espaces' | 'historique',
): string {
  return `${adresses.structuresGerees}/${structureId}/${page}`;
}

/** Somebody attached to a structure, as its managers see them; or what is changed of them. */
export function adresseUtilisateur(
  structureId: number,
  rattachementId: number,
  page?: 'services' | 'role' | 'delegation' | 'copie' | 'abonnements',
): string {
  const fiche = `${adresseGestion(structureId, 'utilisateurs')}/${rattachementId}`;
  return page ? `${fiche}/${page}` : fiche;
}

/** What a manager does with one service of a structure. */
export function adresseService(structureId: number, serviceId: number): string {
  return `${adresseGestion(structureId, 'services')}/${serviceId}`;
}

/** The managers of a structure, as a référent sees and names them. */
export function adresseReferent(structureId: number): string {
  return `${adresses.referent}/structures/${structureId}`;
}

/** An account, as a référent of its structures sees it. */
export function adresseCompteDuReferent(compteId: number): string {
  return `${adresses.comptesDuReferent}/${compteId}`;
}

/** Where the role of gestionnaire principal, vacant, is taken over or asked for. */
export function adresseReprise(structureId: number): string {
  return `${adresseStructure(structureId)}/reprise`;
}

/** Step 2 of a request: what to be attached to on this structure. */
export function adresseDemandeSur(structureId: number): string {
  return `${adresses.demanderRattachement}/${structureId}`;
}

/** Step 2 of « Ajouter un abonnement »: which espaces on this structure. */
export function adresseAjoutSur(structureId: number): string {
  return `${adresses.ajouterAbonnement}/${structureId}`;
}

/** Where a gestionnaire principal designates a successor. */
export function adressePassation(rattachementId: number): string {
  return `${adresses.rattachements}/${rattachementId}/passation`;
}

/** The file of a pièce jointe: shown in the browser when it may be, or to keep. */
export function adressePieceJointe(id: number, comment: 'consulter' | 'telecharger'): string {
  return `${adresses.piecesJointes}/${id}/${comment}`;
}

/** The page of an espace, by its code: FACTURES_EMISES → /espaces/factures-emises. */
export function adresseEspace(code: string): string {
  if (code === 'MON_COMPTE') return adresses.monCompte;
  if (code === 'ACTIVITES_DU_GESTIONNAIRE') return adresses.gestionnaire;
  return `/espaces/${code.toLowerCase().replaceAll('_', '-')}`;
}

/** Where one chooses when to be told of a subject of notifications. */
export function adressePreference(sujet: string): string {
  return `${adresses.parametres}#sujet-${sujet}`;
}

/** Stops the notifications of the mail that carried this token (RFC 8058). */
export function adresseDesabonnement(jeton: string): string {
  return `/desabonnement/${jeton}`;
}
