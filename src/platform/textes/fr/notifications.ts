// What people are told by mail because they want it (model §6): subjects, rhythms, digests, unsubscription.
export const notifications = {
  sujets: {
    COMPTE: 'Mon compte',
    RATTACHEMENT: 'Rattachements',
    ABONNEMENT: 'Abonnements aux espaces',
    STRUCTURE: 'Vie des structures',
    FACTURE: 'Suivi des factures',
    FACTURE_BLOQUEE: 'Factures rejetées ou suspendues',
    SOLLICITATION: 'Sollicitations',
    DEMANDES_A_DECIDER: 'Demandes à décider',
    ACTUALITE: 'Actualités',
    RECAPITULATIF: 'Récapitulatif de mes structures',
  },
  rythmes: {
    IMMEDIAT: 'Tout de suite',
    QUOTIDIEN: 'Une fois par jour ouvré',
    HEBDOMADAIRE: 'Une fois par semaine',
    JAMAIS: 'Jamais',
  },
  choix: {
    titre: 'Quand recevoir chaque sujet',
    aide:
      '«\u00a0Tout de suite\u00a0»\u00a0: dans les minutes qui suivent. «\u00a0Une fois par jour ouvré\u00a0»\u00a0: un seul ' +
      'message, à partir de 7\u00a0h, heure de Paris. «\u00a0Une fois par semaine\u00a0»\u00a0: dans ce même message, le lundi, ou ' +
      'le premier jour ouvré qui le suit. Rien ne part s’il n’y a rien à dire.',
    seulGestionnaire:
      'Vous êtes le seul gestionnaire d’une structure\u00a0: les demandes qui vous attendent vous sont toujours rappelées.',
    apercu: 'Voir mon prochain récapitulatif',
    silence: 'Aucune notification',
    resume_one: '{{rythme}} ({{count}} sujet)',
    resume_other: '{{rythme}} ({{count}} sujets)',
  },
  aides: {
    RECAPITULATIF:
      'Arrivées, départs, demandes, services, espaces et abonnements de vos structures.',
    DEMANDES_A_DECIDER: 'Demandes reçues, et rappels de celles qui attendent.',
  },
  apercu: {
    titre: 'Aperçu du récapitulatif',
    part: 'Ce message partirait le {{jour}}, à partir de 7\u00a0h, à l’adresse {{adresse}}. Il dira aussi ce qui arrivera d’ici là.',
    vide: 'Rien à dire pour le moment\u00a0: aucun récapitulatif ne partirait.',
    videTexte:
      'Le prochain peut partir le {{jour}}, à partir de 7\u00a0h, s’il y a quelque chose à dire d’ici là.',
    eteint: 'Vous ne recevez pas de notifications\u00a0: aucun récapitulatif ne part.',
    sansAdresse:
      'Aucune adresse de contact n’est confirmée pour votre compte\u00a0: aucun récapitulatif ne part.',
    objet: 'Objet\u00a0: {{objet}}',
    retour: 'Choisir ce que je reçois',
  },
  releve: {
    objet: 'Vos notifications du {{jour}}',
    objetAlerte: 'Du nouveau sur votre compte',
    texte: 'Voici ce qui s’est passé depuis votre dernier récapitulatif.',
    texteAlerte: 'Voici ce qui vient de se passer.',
    surLeCompte: 'Mon compte',
    fois: '{{phrase}} ({{nombre}} fois)',
    autres_one: 'et {{count}} autre événement',
    autres_other: 'et {{count}} autres événements',
    plusDe: 'et plus de {{nombre}} autres événements',
    autresStructures_one: '{{count}} autre structure a du nouveau',
    autresStructures_other: '{{count}} autres structures ont du nouveau',
    lien: 'Voir tous mes événements',
    suite: 'Chaque ligne mène à la page dont elle parle.',
    actualites: 'Actualités',
  },
  mouvements: {
    titre: 'La semaine de «\u00a0{{designation}}\u00a0»',
    rattaches_one: '{{count}} rattachement créé ou étendu',
    rattaches_other: '{{count}} rattachements créés ou étendus',
    detaches_one: '{{count}} rattachement terminé',
    detaches_other: '{{count}} rattachements terminés',
    modifies_one: '{{count}} rattachement modifié, suspendu ou repris',
    modifies_other: '{{count}} rattachements modifiés, suspendus ou repris',
    demandesRecues_one: '{{count}} demande reçue',
    demandesRecues_other: '{{count}} demandes reçues',
    demandesDecidees_one: '{{count}} demande close',
    demandesDecidees_other: '{{count}} demandes closes',
    roles_one: '{{count}} changement de rôle ou de délégation',
    roles_other: '{{count}} changements de rôle ou de délégation',
    services_one: '{{count}} changement de service',
    services_other: '{{count}} changements de services',
    espaces_one: '{{count}} espace ouvert ou fermé',
    espaces_other: '{{count}} espaces ouverts ou fermés',
    abonnements_one: '{{count}} abonnement donné ou terminé',
    abonnements_other: '{{count}} abonnements donnés ou terminés',
    enAttente_one: '{{count}} demande attend une décision',
    enAttente_other: '{{count}} demandes attendent une décision',
    autres_one: '{{count}} autre structure a changé cette semaine',
    autres_other: '{{count}} autres structures ont changé cette semaine',
  },
  pied: {
    releve:
      '{{service}} envoie cette notification à {{adresse}}, adresse de contact du compte de {{nomComplet}}, parce que ce ' +
      'compte reçoit un récapitulatif de ces sujets\u00a0:',
    alerte:
      '{{service}} envoie cette notification à {{adresse}}, adresse de contact du compte de {{nomComplet}}, parce que ce ' +
      'compte reçoit ces sujets tout de suite\u00a0:',
    sujet: '{{sujet}}\u00a0: gérer mes préférences',
    desabonner: 'Ne plus recevoir ces messages',
  },
  desabonnement: {
    titre: 'Ne plus recevoir ces messages',
    texte:
      'Ce lien arrête les notifications du message qui le portait. Les messages de service (sécurité, décisions sur vos ' +
      'demandes) continuent de partir.',
    bouton: 'Ne plus les recevoir',
    faitTitre: 'C’est fait',
    fait:
      'Ces notifications ne partiront plus. Le seul gestionnaire d’une structure reste prévenu, une fois par semaine, des ' +
      'demandes qui l’attendent.',
    preferences: 'Choisir ce que je reçois',
    preferencesTexte: 'Pour les recevoir à nouveau, ou à un autre rythme\u00a0:',
  },
} as const;
