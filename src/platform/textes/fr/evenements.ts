// The events: each with its sentence, in the feed and in mails; the statuses of invoices.
export const evenements = {
  fil: {
    titre: "Fil d'événements",
    intro:
      'Ce qui concerne votre compte et les structures où vous avez des droits, le plus récent en premier. Un événement reste ici treize mois.',
    aucun: "Aucun fil d'événements trouvé.",
    aucunSuite:
      'Ce qui concerne votre compte et vos structures apparaîtra ici, le plus récent en premier.',
    aucunFiltre: 'Aucun événement ne correspond à ce filtre.',
    quand: '{{jour}} à {{heure}}',
    nonLu: 'Non lu',
    nonLus_one: '{{nombre}} événement non lu',
    nonLus_other: '{{nombre}} événements non lus',
    plusDe: 'Plus de {{nombre}} événements non lus',
    tout: 'Tous les événements',
    marquerLus: 'Tout marquer comme lu',
    pages: 'Pages du fil d’événements',
    famille: 'Famille',
    structure: 'Structure',
    toutes: 'Toutes',
    filtrer: 'Afficher',
    effacer: 'Effacer le filtre',
    familles: {
      COMPTE: 'Compte utilisateur',
      RATTACHEMENT: 'Rattachements',
      ABONNEMENT: 'Abonnements',
      STRUCTURE: 'Structures',
      FACTURE: 'Factures',
      SOLLICITATION: 'Sollicitations',
    },
  },
  phrases: {
    COMPTE_VERIFIE: 'Vous avez vérifié les données de votre compte.',
    COMPTE_REACTIVE: 'Votre compte a été réactivé.',
    INFORMATIONS_MODIFIEES: 'Vos informations personnelles ont été modifiées.',
    PARAMETRES_MODIFIES: 'Vos paramètres ont été modifiés.',
    ADRESSE_DEMANDEE: 'Un changement de votre adresse de contact a été demandé.',
    ADRESSE_CONFIRMEE: 'Votre nouvelle adresse de contact est confirmée.',
    ADRESSE_ANNULEE: 'Le changement de votre adresse de contact a été annulé.',
    PIECE_REJETEE:
      'L’antivirus a trouvé un virus dans une de vos pièces jointes\u00a0: ce fichier est effacé.',
    RATTACHEMENT_DEMANDE: 'Vous avez demandé un rattachement à «\u00a0{{designation}}\u00a0».',
    RATTACHEMENT_ETENDU: 'Votre rattachement à «\u00a0{{designation}}\u00a0» est étendu.',
    RATTACHEMENT_SUPPRIME: 'Vous avez supprimé votre rattachement à «\u00a0{{designation}}\u00a0».',
    RATTACHEMENT_BIENTOT_FINI:
      'Votre rattachement à «\u00a0{{designation}}\u00a0» se termine bientôt.',
    DEMANDE_RETIREE: 'Votre demande sur «\u00a0{{designation}}\u00a0» est retirée.',
    DEMANDE_ACCEPTEE: 'Votre demande de rattachement à «\u00a0{{designation}}\u00a0» est acceptée.',
    DEMANDE_REFUSEE: 'Votre demande de rattachement à «\u00a0{{designation}}\u00a0» est refusée.',
    PRINCIPAL_TRANSMIS:
      'Vous avez transmis le rôle de gestionnaire principal de «\u00a0{{designation}}\u00a0».',
    PRINCIPAL_RECU: 'Vous êtes maintenant gestionnaire principal de «\u00a0{{designation}}\u00a0».',
    DEMANDE_RELANCEE: 'Vous avez relancé les gestionnaires de «\u00a0{{designation}}\u00a0».',
    DEMANDE_ESCALADEE:
      'Votre demande sur «\u00a0{{designation}}\u00a0» est transmise au référent DGFiP.',
    DEMANDE_EXPIREE: 'Votre demande sur «\u00a0{{designation}}\u00a0» a expiré sans réponse.',
    DEMANDE_RECUE_EXPIREE:
      'Une demande sur «\u00a0{{designation}}\u00a0» a expiré sans que personne n’ait décidé.',
    RATTACHEMENT_ACCORDE: 'Vous êtes rattaché à «\u00a0{{designation}}\u00a0».',
    RATTACHEMENT_MODIFIE: 'Votre rattachement à «\u00a0{{designation}}\u00a0» a été modifié.',
    RATTACHEMENT_SUSPENDU: 'Votre rattachement à «\u00a0{{designation}}\u00a0» est suspendu.',
    RATTACHEMENT_REPRIS: 'Votre rattachement à «\u00a0{{designation}}\u00a0» n’est plus suspendu.',
    RATTACHEMENT_RETIRE: 'Vous n’êtes plus rattaché à «\u00a0{{designation}}\u00a0».',
    ROLE_MODIFIE: 'Votre rôle sur «\u00a0{{designation}}\u00a0» a changé.',
    DELEGATION_RECUE: 'Une délégation vous est donnée sur «\u00a0{{designation}}\u00a0».',
    DELEGATION_TERMINEE: 'Votre délégation sur «\u00a0{{designation}}\u00a0» a pris fin.',
    PRINCIPAL_REPRIS:
      'Vous avez repris le rôle de gestionnaire principal de «\u00a0{{designation}}\u00a0».',
    PRINCIPAL_REMPLACE:
      'Le rôle de gestionnaire principal de «\u00a0{{designation}}\u00a0» a été repris par une autre personne.',
    REPRISE_DEMANDEE:
      'Vous avez demandé à reprendre le rôle de gestionnaire principal de «\u00a0{{designation}}\u00a0».',
    REPRISE_SIGNALEE:
      'Quelqu’un demande à reprendre le rôle de gestionnaire principal de «\u00a0{{designation}}\u00a0».',
    REPRISE_OPPOSEE:
      'Un gestionnaire s’oppose à votre demande de reprise de «\u00a0{{designation}}\u00a0».',
    REPRISE_ACCEPTEE:
      'Votre demande de reprise est acceptée\u00a0: vous êtes gestionnaire principal de «\u00a0{{designation}}\u00a0».',
    REPRISE_REFUSEE: 'Votre demande de reprise de «\u00a0{{designation}}\u00a0» est refusée.',
    SERVICE_FERME:
      'Un service de «\u00a0{{designation}}\u00a0», où vous aviez des droits ou une demande en attente, ferme.',
    SERVICE_ARRETE:
      'Un service de «\u00a0{{designation}}\u00a0», où vous aviez des droits ou une demande en attente, ferme.',
    ESPACE_FERME:
      'Un espace où vous aviez des droits, ou une demande en attente, est fermé sur «\u00a0{{designation}}\u00a0».',
    DEMANDE_RECUE: 'Une demande est arrivée sur «\u00a0{{designation}}\u00a0».',
    DEMANDE_CLOSE:
      'Votre demande d’espaces sur «\u00a0{{designation}}\u00a0» est close\u00a0: ce qu’elle concernait n’est plus à vous.',
    ABONNEMENT_DEMANDE: 'Vous avez demandé {{espace}} sur «\u00a0{{designation}}\u00a0».',
    ABONNEMENT_ACCORDE: 'Vous avez maintenant {{espace}} sur «\u00a0{{designation}}\u00a0».',
    ABONNEMENT_REFUSE:
      'Votre demande pour {{espace}} sur «\u00a0{{designation}}\u00a0» est refusée.',
    ABONNEMENT_RETIRE: 'Vous n’avez plus {{espace}} sur «\u00a0{{designation}}\u00a0».',
    ABONNEMENT_SUPPRIME:
      'Vous avez supprimé votre abonnement à {{espace}} sur «\u00a0{{designation}}\u00a0».',
  },
  espace: 'l’espace «\u00a0{{nom}}\u00a0»',
  unEspace: 'un espace',
  /** An invoice as each side reads it; what is known beside follows in brackets, then the reason. */
  factureEmise:
    'Facture {{numero}} de «\u00a0{{designation}}\u00a0» à {{autre}}\u00a0: {{statut}}.',
  factureRecue:
    'Facture {{numero}} de {{autre}} à «\u00a0{{designation}}\u00a0»\u00a0: {{statut}}.',
  factureAvecService: '{{designation}}, {{service}}',
  factureMontant: 'Montant\u00a0: {{montant}} TTC.',
  factureMotif: 'Motif\u00a0: {{motif}}',
  statuts: {
    BROUILLON: 'brouillon',
    A_VALIDER_1: 'à valider (première validation)',
    ERREUR_FOURNISSEUR_SUR_VALIDEUR: 'valideur mal indiqué par le fournisseur',
    REFUSEE_1: 'refusée par le premier valideur',
    VALIDEE_1: 'validée par le premier valideur',
    ABSENCE_VALIDATION_1_HORS_DELAI: 'première validation non faite dans les délais',
    A_VALIDER_2: 'à valider (deuxième validation)',
    ERREUR_COTRAITANT_SUR_VALIDEUR: 'valideur mal indiqué par le cotraitant',
    REFUSEE_2: 'refusée par le deuxième valideur',
    VALIDEE_2: 'validée par le deuxième valideur',
    ABSENCE_VALIDATION_2_HORS_DELAI: 'deuxième validation non faite dans les délais',
    DEPOSEE: 'déposée',
    ERREUR_FOURNISSEUR_SUR_MOE: 'maître d’œuvre mal indiqué par le fournisseur',
    EN_COURS_ACHEMINEMENT: 'en cours d’acheminement',
    MISE_A_DISPOSITION: 'mise à disposition du destinataire',
    PRISE_EN_COMPTE_DESTINATAIRE: 'prise en compte par le destinataire',
    TRANSMISE_MOA: 'transmise au maître d’ouvrage',
    A_RECYCLER: 'à recycler',
    SUSPENDUE: 'suspendue',
    COMPLETEE: 'complétée',
    REJETEE: 'rejetée',
    'SERVICE-FAIT': 'service fait',
    MANDATEE: 'mandatée',
    MISE_A_DISPOSITION_COMPTABLE: 'mise à disposition du comptable',
    COMPTABILISEE: 'comptabilisée',
    MISE_EN_PAIEMENT: 'mise en paiement',
  },
} as const;
