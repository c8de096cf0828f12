// The structure's sheet as managers edit it, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { ficheGestion as fr } from '../fr/fiche-gestion.ts';

export const ficheGestion: Traduction<typeof fr> = {
  titre: 'Change the sheet',
  registre: {
    titre: 'What is not changed here',
    texte: 'These data identify the structure. Their origin: {{origine}}.',
    insee: 'Not to be published by INSEE',
  },
  blocs: { contact: 'Contact', adresse: 'Address', parametres: 'Parameters' },
  champs: {
    adresseElectronique: 'E-mail address',
    telephone: 'Telephone',
    fax: 'Fax',
    adresseLigne: 'Address',
    adresseComplement1: 'Address, line 2',
    adresseComplement2: 'Address, line 3',
    adresseCodePostal: 'Postcode',
    adresseVille: 'Town',
    adressePays: 'Country',
  },
  aides: {
    adresseElectronique: 'That of the structure, which the people attached to it read.',
    parametres: 'What invoices to the structure must carry, and how it works.',
    serviceOuEngagementObligatoire:
      'Either of them is enough: this box prevails over the two before.',
    changees: 'What you change here stays: updates of the directory leave it alone from then on.',
  },
  lire: 'Read the sheet',
  modifier: 'Change the sheet',
  valider: 'Submit',
  annuler: 'Cancel',
  conflitTexte:
    'Somebody else, another tab or an update of the directory stored other values while you were filling in this form. ' +
    'What you typed is kept below, with the stored values beside it. Choose, then submit again.',
  unSeulGestionnaire: {
    titre: 'This structure has one single manager',
    texte:
      'If they are away or leave their post, nobody can decide on requests any more. Two are better.',
    nommer: 'Appoint a secondary manager',
  },
  services: {
    titre: 'Services',
    intro: 'Services route invoices inside the structure, and people’s rights.',
    creer: 'Create a service',
    modifier: 'Change',
    fermer: 'Close',
    rouvrir: 'Open again',
    champs: {
      code: 'Code',
      libelle: 'Name',
      description: 'Description',
      dateDebut: 'Start date',
      engagementObligatoire: 'Commitment number required on invoices to this service',
    },
    aides: {
      code: '100 characters at most, one of a kind in the structure. Suppliers write it on their invoices.',
      codeDuRegistre: 'It comes from the directory of structures and is not changed here.',
      description: '1,000 characters at most.',
      dateDebut: 'The first day on which it receives invoices.',
      changees:
        'This service comes from the directory of structures. What you change here stays: updates of the directory ' +
        'leave it alone from then on.',
    },
    facultatif: '(optional)',
    titreCreation: 'Create a service',
    titreService: 'Service: {{service}}',
    fin: {
      titre: 'Opening and closing',
      ouvert: 'This service is open, without an end date.',
      fermeLe: 'This service is closed since its last day, {{jour}}.',
      fermeraLe: 'Its last day is {{jour}}.',
      fermer: 'Close this service',
      changer: 'Change the last day',
      rouvrir: 'Open this service again',
      annulerLaFin: 'Cancel this end',
    },
    refus: {
      codePris: '“Code”: another service of the structure has this code, open or closed.',
      debutApresFin: '“Start date”: it comes after the last day of this service.',
      structureInactive: 'This structure is inactive: nothing can be opened there any more.',
      jour: '“Last day”: type a date, for example 31/12/2026.',
      jourPasse: '“Last day”: this date is past. The earliest is today.',
      avantOuverture:
        '“Last day”: this service is not open yet on that day. Change its start date first.',
      principalSeul:
        'The main manager is attached by this service alone, and their attachment cannot have an end. Attach ' +
        'them to the whole structure first, or to another service.',
      derniersGestionnaires:
        'After that day no manager would be active: all of them are attached by this service alone. Attach one of them ' +
        'to the whole structure first, or to another service.',
    },
    fermeture: {
      titre: 'Close the service',
      titreDocument: 'Close the service {{code}} – {{designation}}',
      question: 'You are about to close the service “{{service}}” ({{code}}).',
      dernierJour: 'Last day',
      dernierJourAide: 'Included: the service still receives invoices on that day.',
      lignes:
        'Attachments to this service end on that day; those that were to start later disappear.',
      abonnements: 'Subscriptions granted on this service end on that day.',
      demandes: 'Requests pending on this service expire at once.',
      prevenus: 'Each person touched is told by mail.',
      bouton: 'Close the service',
      impossible: 'This service cannot be closed',
    },
    reouverture: {
      titre: 'Open the service again',
      titreDocument: 'Open the service {{code}} again – {{designation}}',
      question:
        'You are about to open the service “{{service}}” ({{code}}) again, without an end date.',
      rien:
        'Opening again gives nothing back: the attachments, subscriptions and requests that ended with it stay ended. ' +
        'People will have to ask again, or be attached again.',
      bouton: 'Open the service again',
    },
    dernierJour: 'Last day: {{jour}}',
    premierJour: 'From {{jour}}',
    aucunTexte: 'This structure is not divided into services.',
  },
  espaces: {
    titre: 'Espaces',
    intro:
      'Open here the espaces to which the people attached may ask for a subscription. “Invoices sent” and “Invoices ' +
      'received” are open to everyone by default.',
    espace: 'Espace',
    etat: 'State',
    ouvert: 'Open',
    ferme: 'Closed',
    ouverture: 'Opened',
    depuis: 'On {{jour}}',
    depuisPar: 'On {{jour}}, by {{personne}}',
    ouvrir: 'Open',
    fermer: 'Close',
    fermeture: {
      titre: 'Close the espace',
      titreDocument: 'Close the espace {{espace}} – {{designation}}',
      question: 'You are about to close the espace “{{espace}}” on this structure, at once.',
      abonnements: 'Subscriptions granted on this espace end at once.',
      demandes: 'Pending requests for a subscription expire.',
      prevenus: 'Each person touched is told by mail.',
      rien: 'Opening the espace again later will not give these subscriptions back.',
      bouton: 'Close the espace',
    },
  },
  consequences: {
    titre: 'Who is touched',
    personnes: 'People touched',
    abonnements: 'Subscriptions granted',
    demandes: 'Requests pending',
    aucune: 'Nobody is touched.',
  },
};
