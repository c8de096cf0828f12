// The PIGP stand-in's pages, in French (screens §1); « » labels are the guide's.
export const pigp = {
  cadre: {
    nom: 'Portail de la Gestion Publique',
    erreur: 'Erreur – ',
    evitement: 'Aller au contenu',
    doublure:
      "Site de démonstration\u00a0: ce n'est pas le véritable Portail de la Gestion Publique (PIGP) de la DGFiP.",
    pied: "Cette doublure du PIGP sert aux essais et à la démonstration. N'y saisissez aucun mot de passe réel.",
    autreLangue: 'English',
  },
  civilite: { m: 'M.', mme: 'Mme' },
  connexion: {
    onglet: 'Connexion',
    titre: 'Bienvenue sur le Portail de la Gestion Publique',
    sousTitre: 'Connexion',
    rappel:
      "En entrant sur le système d'information de la Direction générale des Finances publiques, vous vous engagez à respecter les recommandations de\u00a0:",
    charte: "la charte d'usage des Technologies de l'Information et de la Communication\u00a0;",
    politique: "la Politique générale de sécurité du système d'information.",
    identifiant: 'Identifiant',
    identifiantAide:
      "La partie gauche (avant l'@) de votre adresse mél, ou votre identifiant en « -xt » si vous êtes une personne extérieure.",
    motDePasse: 'Mot de passe',
    valider: 'Se connecter',
    deconnecte: 'Votre session est fermée.',
    erreurs_one: "La connexion n'a pas abouti",
    erreurs_other: "La connexion n'a pas abouti\u00a0: {{count}} champs à corriger",
    identifiantVide: 'Saisissez votre identifiant.',
    motDePasseVide: 'Saisissez votre mot de passe.',
    refuse_one:
      'Identifiant ou mot de passe incorrect. Il vous reste {{count}} essai avant le verrouillage pendant une heure.',
    refuse_other:
      'Identifiant ou mot de passe incorrect. Il vous reste {{count}} essais avant le verrouillage pendant une heure.',
    verrouille:
      "Après cinq échecs, cet identifiant est verrouillé pendant une heure, jusqu'à {{heure}} (heure de Paris).",
  },
  applications: {
    onglet: 'Applications disponibles',
    titre: 'Liste des applications disponibles pour {{personne}}',
    demat: 'Recevoir et suivre les factures, gérer son compte utilisateur.',
    autre: 'Ne fait pas partie de ce système.',
    expiration: 'Expiration de votre mot de passe le\u00a0: {{jour}} à {{heure}}',
    deconnexion: 'Déconnexion',
  },
  horsSysteme: {
    texte:
      'Cette application ne fait pas partie de ce système. Elle figure dans la liste pour que la page ressemble à celle du véritable PIGP.',
    retour: 'Revenir à la liste des applications',
  },
  fermeture: {
    onglet: 'Fermer la session PIGP',
    titre: 'Fermer aussi votre session PIGP\u00a0?',
    texte:
      'Si vous la fermez, vous sortez de toutes les applications du Portail de la Gestion Publique ouvertes dans ce navigateur. Sinon, vous pourrez y revenir sans ressaisir votre mot de passe.',
    oui: 'Fermer ma session PIGP',
    non: 'Garder ma session PIGP ouverte',
  },
  messages: {
    accueil: "Revenir à l'accueil du PIGP",
    code: 'Motif technique\u00a0: {{code}}',
    fermee: {
      titre: 'Votre session est fermée',
      texte: 'Vous pouvez fermer cette fenêtre, ou vous connecter de nouveau.',
    },
    refus: {
      titre: "La demande n'a pas pu aboutir",
      texte:
        "L'application qui vous envoie ici a fait une demande que le PIGP ne peut pas accepter. Revenez à cette application et recommencez.",
    },
    expiree: {
      titre: 'La demande de connexion a expiré',
      texte: "Revenez à l'application et recommencez, ou passez par l'accueil du PIGP.",
    },
    autreSite: {
      titre: 'La demande a été refusée',
      texte:
        'Elle ne vient pas de ce site. Ouvrez la page depuis le PIGP lui-même, puis recommencez.',
    },
    introuvable: {
      titre: 'Page introuvable',
      texte: "Il n'y a pas de page à cette adresse.",
    },
    panne: {
      titre: 'Une erreur est survenue',
      texte: "Votre demande n'a pas été traitée. Recommencez dans un instant.",
    },
  },
} as const;
