// Texts that the shared components and the frame of every page own (screens §3).
export const composants = {
  page: { erreur: 'Erreur – ' },
  acces: {
    titre: 'Accès rapide',
    contenu: 'Contenu',
    menu: 'Menu',
    piedDePage: 'Pied de page',
  },
  entete: {
    accroche: 'Votre compte pour la facturation électronique publique',
    demonstration: "Démonstration\u00a0: ceci n'est pas le site officiel Chorus Pro.",
    monCompte: 'Mon compte\u00a0: ',
    seConnecter: 'Se connecter',
    seDeconnecter: 'Se déconnecter',
  },
  espaces: 'Espaces',
  filAriane: 'Vous êtes ici',
  alerte: {
    info: 'Information\u00a0: ',
    success: 'Succès\u00a0: ',
    warning: 'Attention\u00a0: ',
    error: 'Erreur\u00a0: ',
  },
  erreurs: {
    titre_one: 'Une erreur est à corriger',
    titre_other: '{{count}} erreurs sont à corriger',
  },
  pied: {
    titre: 'Informations sur le site',
    accessibilite: 'Accessibilité\u00a0: audit à venir',
    mentionsLegales: 'Mentions légales',
    donneesPersonnelles: 'Données personnelles',
    aide: 'Aide',
  },
} as const;
