// Legal pages: short, true, kept with the program.
export const mentions = {
  accessibilite: {
    titre: 'Accessibilité',
    intro: 'Ce portail vise la conformité au RGAA 4 et aux WCAG 2.2, niveau AA.',
    etat: 'État de conformité',
    etatTexte:
      "Aucun audit n'a encore été mené par un tiers\u00a0: aucun taux n'est annoncé. Chaque page est vérifiée par un outil " +
      'automatique, au clavier et sans JavaScript à chaque modification, ce qui ne remplace pas un audit.',
    signaler: 'Signaler une difficulté',
    signalerTexte:
      "Écrivez à l'exploitant de ce portail, ou à votre référent DGFiP, en indiquant la page et ce qui vous a arrêté.",
  },
  legales: {
    titre: 'Mentions légales',
    intro: "Ce logiciel est libre\u00a0; il n'est pas le site officiel Chorus Pro.",
    exploitant: 'Exploitant',
    exploitantTexte:
      "L'organisme qui met ce portail en service en est responsable\u00a0; il complète cette page par ses coordonnées.",
    marques: 'Marques',
    marquesTexte:
      "Chorus Pro est un service de l'État. Ce portail ne porte ni ses marques ni celles de l'État.",
  },
  donnees: {
    titre: 'Données personnelles',
    intro: 'Ce que le portail garde sur vous, pourquoi et combien de temps.',
    quoi: 'Ce qui est gardé',
    quoiTexte:
      'Votre identité et vos coordonnées, venues de MADRHAS et corrigées par vous\u00a0; vos rattachements, vos abonnements et ' +
      'vos demandes\u00a0; le journal des actes, sans leur contenu. Le nom des gestionnaires d’une structure se lit sur sa ' +
      'fiche.',
    cookies: 'Cookies',
    cookiesTexte:
      'Seuls des cookies nécessaires\u00a0: votre session, la connexion en cours et la langue. Aucune mesure d’audience.',
    durees: 'Durées',
    dureesTexte:
      'Sessions et confirmations\u00a0: un jour après leur fin. Événements et comptes rendus d’import\u00a0: 13 mois. Demandes ' +
      'closes\u00a0: 24 mois, puis anonymes. Journal\u00a0: 6 ans au moins.',
    droits: 'Vos droits',
    droitsTexte:
      "Vous corrigez vous-même vos données dans « Mon compte ». Pour toute autre demande, adressez-vous à l'exploitant.",
  },
} as const;
