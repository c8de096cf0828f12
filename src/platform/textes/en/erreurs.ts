// What went wrong, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { erreurs as fr } from '../fr/erreurs.ts';

export const erreurs: Traduction<typeof fr> = {
  champ: {
    obligatoire: '“{{champ}}”: this field is required.',
    tropLong: '“{{champ}}”: {{max}} characters at most.',
    caracteres: '“{{champ}}”: remove the characters < and > and any invisible character.',
    adresseElectronique: '“{{champ}}”: type a complete address, for example name@townhall.fr.',
    telephone:
      '“{{champ}}”: type a complete number with its country code, for example +33 1 48 96 00 12.',
    pays: '“{{champ}}”: choose a country of the list.',
    codePostal: '“{{champ}}”: a French postcode has five digits.',
    jour: '“{{champ}}”: type a date, for example 30/11/2026.',
    tropDeDemandes:
      '“{{champ}}”: five changes were requested in the last hour. Wait before the next one.',
    langue: '“{{champ}}”: choose a language of the list.',
    rythme: '“{{champ}}”: choose a rhythm of the list.',
    version: 'This form was incomplete: read it again, then submit.',
  },
  code: 'Error code: {{code}}',
  api: {
    JETON_MANQUANT: 'This call carries no token (Authorization header).',
    JETON_REFUSE: 'This token is unknown, expired or revoked.',
    PORTEE_REFUSEE: 'This token was not made for this use.',
    ADRESSE_INCONNUE: 'This address does not exist.',
    METHODE_REFUSEE: 'This address takes POST only.',
    RIEN_DE_LISIBLE: 'No line of this call is a JSON object.',
    TROP_DE_LIGNES:
      'A call has at most {{nombre}} lines. Those before are processed; the rest was not read.',
    CORPS_TROP_GRAND:
      'A call has at most {{nombre}} bytes. The lines counted here are processed; the rest was not read.',
    TYPE_REFUSE: 'The body of the call must be application/x-ndjson.',
    TROP_D_APPELS: 'Too many calls: wait a minute.',
    INTERNE: 'An error occurred. Try again: what was received is not received twice.',
    INDISPONIBLE:
      'Service temporarily unavailable. Try again later: what was received is not received twice.',
  },
  lignes: {
    LIGNE_ILLISIBLE: 'This line is not a JSON object in UTF-8.',
    LIGNE_TROP_LONGUE: 'This line is longer than {{nombre}} bytes.',
    CHAMP_INVALIDE: '{{champ}}: missing or invalid value.',
    DATE_TROP_ANCIENNE: 'dateEvenement: more than thirteen months ago.',
    DATE_A_VENIR: 'dateEvenement: more than a day ahead.',
    STRUCTURE_INCONNUE: 'The directory knows no structure to tell of this event.',
    SERVICE_INCONNU: 'destinataire.codeService: the recipient has no such service.',
  },
  pages: {
    PAGE_INCONNUE: {
      titre: 'Page not found',
      texte: 'This address leads to no page. Check it, or start again from the home page.',
    },
    ORIGINE_REFUSEE: {
      titre: 'Request refused',
      texte: 'This form was not sent from this portal. Open the page in the portal and try again.',
    },
    VERIFICATION_REQUISE: {
      titre: 'Check your data first',
      texte: 'Before anything else, check and submit the data of your account.',
    },
    CORPS_TROP_GRAND: {
      titre: 'Too much was sent',
      texte: 'What you sent is larger than allowed. Go back and shorten what you typed.',
    },
    FORMAT_REFUSE: {
      titre: 'Unreadable request',
      texte: 'What the browser sent could not be read. Go back and try again.',
    },
    TROP_DE_DEMANDES: {
      titre: 'Too many requests',
      texte: 'Many requests come from your network. Wait a minute, then try again.',
    },
    INDISPONIBLE: {
      titre: 'Service unavailable for the moment',
      texte:
        'One of the services that the portal relies on does not answer. Nothing was stored. Wait a few minutes, then try ' +
        'again.',
    },
    INTERNE: {
      titre: 'Something went wrong',
      texte:
        'The request failed and nothing was stored. Try again; if the error comes back, report its code.',
    },
  },
  retourAccueil: 'Back to the home page',
};
