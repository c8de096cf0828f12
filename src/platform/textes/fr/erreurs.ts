// What went wrong, in words: fields of a form, and pages of error (design §6.7, §6.8).
export const erreurs = {
  champ: {
    obligatoire: '«\u00a0{{champ}}\u00a0»\u00a0: ce champ est obligatoire.',
    tropLong: '«\u00a0{{champ}}\u00a0»\u00a0: {{max}} caractères au plus.',
    caracteres:
      '«\u00a0{{champ}}\u00a0»\u00a0: retirez les caractères < et > et les caractères invisibles.',
    adresseElectronique:
      '«\u00a0{{champ}}\u00a0»\u00a0: saisissez une adresse complète, par exemple nom@mairie.fr.',
    telephone:
      "«\u00a0{{champ}}\u00a0»\u00a0: saisissez un numéro complet, avec l'indicatif du pays, par exemple +33 1 48 96 00 12.",
    pays: '«\u00a0{{champ}}\u00a0»\u00a0: choisissez un pays de la liste.',
    codePostal: '«\u00a0{{champ}}\u00a0»\u00a0: un code postal français a cinq chiffres.',
    jour: '«\u00a0{{champ}}\u00a0»\u00a0: saisissez une date, par exemple 30/11/2026.',
    tropDeDemandes:
      '«\u00a0{{champ}}\u00a0»\u00a0: cinq changements ont été demandés depuis une heure. Attendez avant le suivant.',
    langue: '«\u00a0{{champ}}\u00a0»\u00a0: choisissez une langue de la liste.',
    rythme: '«\u00a0{{champ}}\u00a0»\u00a0: choisissez un rythme de la liste.',
    version: 'Ce formulaire était incomplet\u00a0: relisez-le, puis validez de nouveau.',
  },
  code: 'Code de l’erreur\u00a0: {{code}}',
  api: {
    JETON_MANQUANT: 'Aucun jeton n’accompagne cet appel (en-tête Authorization).',
    JETON_REFUSE: 'Ce jeton est inconnu, expiré ou révoqué.',
    PORTEE_REFUSEE: 'Ce jeton n’a pas été créé pour cet usage.',
    ADRESSE_INCONNUE: 'Cette adresse n’existe pas.',
    METHODE_REFUSEE: 'Cette adresse n’accepte que POST.',
    RIEN_DE_LISIBLE: 'Aucune ligne de cet appel n’est un objet JSON.',
    TROP_DE_LIGNES:
      'Un appel compte au plus {{nombre}} lignes. Celles d’avant sont traitées\u00a0; le reste n’a pas été lu.',
    CORPS_TROP_GRAND:
      'Un appel compte au plus {{nombre}} octets. Les lignes comptées ici sont traitées\u00a0; le reste n’a pas été lu.',
    TYPE_REFUSE: 'Le corps de l’appel est attendu en application/x-ndjson.',
    TROP_D_APPELS: 'Trop d’appels\u00a0: attendez une minute.',
    INTERNE:
      'Une erreur est survenue. Recommencez\u00a0: ce qui est déjà reçu ne sera pas reçu deux fois.',
    INDISPONIBLE:
      'Service momentanément indisponible. Recommencez plus tard\u00a0: ce qui est déjà reçu ne sera pas reçu deux fois.',
  },
  lignes: {
    LIGNE_ILLISIBLE: 'Cette ligne n’est pas un objet JSON en UTF-8.',
    LIGNE_TROP_LONGUE: 'Cette ligne dépasse {{nombre}} octets.',
    CHAMP_INVALIDE: '{{champ}}\u00a0: valeur absente ou invalide.',
    DATE_TROP_ANCIENNE: 'dateEvenement\u00a0: plus de treize mois.',
    DATE_A_VENIR: 'dateEvenement\u00a0: plus d’un jour dans l’avenir.',
    STRUCTURE_INCONNUE: 'Aucune structure à prévenir de cet événement n’est connue de l’annuaire.',
    SERVICE_INCONNU: 'destinataire.codeService\u00a0: le destinataire n’a pas ce service.',
  },
  pages: {
    PAGE_INCONNUE: {
      titre: 'Page introuvable',
      texte: "Cette adresse ne mène à aucune page. Vérifiez-la, ou repartez de l'accueil.",
    },
    ORIGINE_REFUSEE: {
      titre: 'Demande refusée',
      texte:
        "Ce formulaire n'a pas été envoyé depuis ce portail. Ouvrez la page dans le portail et recommencez.",
    },
    VERIFICATION_REQUISE: {
      titre: 'Vérifiez d’abord vos données',
      texte: 'Avant toute autre action, vérifiez et validez les données de votre compte.',
    },
    CORPS_TROP_GRAND: {
      titre: 'Envoi trop volumineux',
      texte:
        'Ce que vous avez envoyé dépasse la taille permise. Revenez en arrière et raccourcissez votre saisie.',
    },
    FORMAT_REFUSE: {
      titre: 'Envoi illisible',
      texte: "Ce que le navigateur a envoyé n'a pas pu être lu. Revenez en arrière et recommencez.",
    },
    TROP_DE_DEMANDES: {
      titre: 'Trop de demandes',
      texte:
        'Beaucoup de demandes viennent de votre réseau. Attendez une minute, puis recommencez.',
    },
    INDISPONIBLE: {
      titre: 'Service momentanément indisponible',
      texte:
        "Un des services dont dépend le portail ne répond pas. Rien n'a été enregistré. Attendez quelques minutes, puis " +
        'recommencez.',
    },
    INTERNE: {
      titre: 'Une erreur est survenue',
      texte:
        "La demande n'a pas abouti et rien n'a été enregistré. Recommencez\u00a0; si l'erreur revient, signalez son code.",
    },
  },
  retourAccueil: "Revenir à l'accueil",
} as const;
