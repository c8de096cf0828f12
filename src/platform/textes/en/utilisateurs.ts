// The people attached to a structure, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { utilisateurs as fr } from '../fr/utilisateurs.ts';
import { refus } from './utilisateurs-refus.ts';

export const utilisateurs: Traduction<typeof fr> = {
  titre: 'Attached users',
  titreStructure: 'Attached users – {{designation}}',
  rattacher: 'Attach somebody',
  annuler: 'Cancel',
  facultatif: '(optional)',
  delegue: 'Stands in until {{jour}}',
  compteInactif: 'Account deactivated',
  liste: {
    legende: 'Attached people',
    chercher: 'Last name, first name or identifier',
    role: 'Role',
    tousLesRoles: 'All roles',
    statut: 'Status',
    tousLesEtats: 'All statuses',
    filtrer: 'Show',
    toutAfficher: 'Show everybody',
    personne: 'Person',
    services: 'Services and period',
    selectionner: 'Select {{nom}}, {{identifiant}}',
    autres_one: 'and {{nombre}} other service',
    autres_other: 'and {{nombre}} other services',
    aucun: 'Nobody is attached to this structure',
    aucunTexte: 'Attach somebody by the identifier they sign in with.',
    aucunFiltre: 'Nobody matches',
    aucunFiltreTexte: 'Try other words, or show everybody.',
    trop: 'More than {{nombre}} people match',
    tropTexte:
      'The first {{nombre}} in alphabetical order are shown. Search by name to find the others. The export has them all.',
    cochees: 'Act on the ticked people:',
    toutes: 'Take the whole list: {{nombre}} people, next pages included',
    exporter: 'Export this list',
    exporterAide: 'As a spreadsheet, one row a service, with the same filters.',
    exporterCsv: 'Export (CSV)',
    exporterXlsx: 'Export (XLSX)',
  },
  export: {
    fichier: 'users',
    feuille: 'Users',
    compte: 'Account',
    code: 'Service code',
    service: 'Service',
    delegue: 'Stands in until',
  },
  delegations: {
    titre: 'Delegations',
    texte: 'While it lasts, the person acts as a secondary manager: for holidays, for instance.',
    aucune: 'No delegation, present or to come.',
    legende: 'Delegations, present and to come',
    periode: 'Period',
    terminer: 'End the delegation',
  },
  personne: {
    identite: 'The person',
    nom: 'Last name',
    prenom: 'First name',
    identifiant: 'Sign-in identifier',
    compte: 'Account',
    role: 'Role',
    statut: 'Status',
    abonnements: 'Granted subscriptions',
    droits: 'Their rights on the structure',
    code: 'Code',
    service: 'Service',
    dateDebut: 'Start date',
    dateFin: 'End date',
    actes: 'What you can do',
    principal:
      'This is the main manager: that role changes by hand-over only, from their own “My attachments to structures”.',
    soi: 'This is you: nobody decides on their own attachment. Another manager can.',
    reserve:
      'This is a secondary or stand-in manager: only the main manager may change their rights.',
    services: 'Change services and period',
    nommer: 'Appoint as secondary manager',
    retirer: 'Take back the role of secondary manager',
    entiereRequise:
      'To be appointed secondary manager, the person must have the whole structure today, without a suspension.',
    donnerEntiere: 'Give them the whole structure',
    deleguer: 'Delegate',
    copier: 'Copy their rights to somebody else',
  },
  champs: {
    identifiant: 'Sign-in identifier',
    identifiantAide:
      'The one the person signs in to PIGP with: the beginning of their address, or an identifier in -xt.',
    periode: 'Period',
    dateDebut: 'Start date',
    dateDebutGardee_one: 'Leave empty to change nothing there.',
    dateDebutGardee_other: 'Leave empty for each to keep their own.',
    dateFin: 'End date',
    dateFinAide: 'Leave empty for an attachment without an end.',
    dateFinIncluse: 'That day is included. One year at most.',
    dateFinOuSans_one: 'That day is included. After it, their rights stop.',
    dateFinOuSans_other: 'That day is included. After it, their rights stop.',
    sansFin: 'No end date',
    sansFinAide_one:
      'Tick it instead of a date: the end date they have today is removed, and their rights last until somebody takes them away.',
    sansFinAide_other:
      'Tick it instead of a date: the end dates they have today are removed, and their rights last until somebody takes them away.',
    services: 'Services',
    entiere: 'The whole structure',
    entiereAide: 'With all its services, present and to come.',
    ouServices: 'Otherwise, tick only the services where the person works.',
    cocherService: 'Give the service {{service}}',
  },
  nouveau: {
    intro: 'Without waiting for their request. The person is told by mail.',
    valider: 'Attach',
  },
  services: {
    titre: 'Change services and period',
    titreDocument: 'Change services and period – {{nom}}',
    intro:
      'What is ticked replaces what {{nom}} has today, with one period for all. Subscriptions on a service taken away end.',
    suspendu: 'This attachment is suspended: it stays so.',
    conflit: 'This attachment has changed meanwhile',
    conflitTexte:
      'Somebody else changed it while you filled in this page. Nothing was stored. The present rights are recalled below; ' +
      'what you typed is kept: read it again, then submit.',
    valider: 'Submit',
  },
  role: {
    titreNommer: 'Appoint as secondary manager',
    titreRetirer: 'Take back the role of secondary manager',
    documentNommer: 'Appoint as secondary manager – {{nom}}',
    documentRetirer: 'Take back the role of secondary manager – {{nom}}',
    nommer:
      '{{nom}} will decide on requests and manage the users, sheet, services and espaces of this structure.',
    retirer: '{{nom}} will stay attached as a user, with the same services.',
    validerNommer: 'Appoint',
    validerRetirer: 'Take the role back',
  },
  delegation: {
    titre: 'Delegate',
    titreDocument: 'Delegate – {{nom}}',
    intro:
      'From the first day to the last, {{nom}} will act as a secondary manager. The delegation ends by itself; you may also ' +
      'end it before.',
    valider: 'Delegate',
    titreFin: 'End the delegation',
    titreFinDocument: 'End the delegation – {{nom}}',
    fin: '{{nom}}: {{periode}}.',
    validerFin: 'End it',
  },
  copie: {
    titre: 'Copy the rights of {{nom}}',
    intro:
      'The person whom you name gets these rights on top of their own. The manager’s role is not copied.',
    abonnements_one: '{{nombre}} granted subscription will be copied too.',
    abonnements_other: '{{nombre}} granted subscriptions will be copied too.',
    vers: 'Sign-in identifier of the person who gets these rights',
    versAide: 'Already attached to this structure or not.',
    valider: 'Copy',
  },
  actes: {
    espaces: {
      bouton: 'Give an espace',
      titre_one: 'Give an espace to one person',
      titre_other: 'Give an espace to {{count}} people',
      texte_one:
        'Without waiting for their request. Their rights count at once, and they are told by mail.',
      texte_other:
        'Without waiting for their request. Their rights count at once, and they are told by mail.',
      valider: 'Give',
    },
    suspension: {
      bouton: 'Suspend',
      titre_one: 'Suspend one person',
      titre_other: 'Suspend {{count}} people',
      texte_one:
        'Their rights on the structure stop at once, until you resume them. Services, periods and subscriptions are kept. A ' +
        'delegation ends.',
      texte_other:
        'Their rights on the structure stop at once, until you resume them. Services, periods and subscriptions are kept. A ' +
        'delegation ends.',
      valider: 'Suspend',
    },
    reprise: {
      bouton: 'Resume',
      titre_one: 'End the suspension of one person',
      titre_other: 'End the suspension of {{count}} people',
      texte_one: 'They have their rights again at once, each within its period.',
      texte_other: 'They have their rights again at once, each within its period.',
      valider: 'Resume',
    },
    detachement: {
      bouton: 'Detach',
      titre_one: 'Detach one person',
      titre_other: 'Detach {{count}} people',
      texte_one:
        'Their attachment ends, with their subscriptions, delegations and pending requests on this structure. To come back, ' +
        'they must ask again, or you attach them anew.',
      texte_other:
        'Their attachment ends, with their subscriptions, delegations and pending requests on this structure. To come back, ' +
        'they must ask again, or you attach them anew.',
      valider: 'Detach',
    },
    periode: {
      bouton: 'Change the period',
      titre_one: 'Change the period of one person',
      titre_other: 'Change the period of {{count}} people',
      texte_one:
        'The new period holds for all their services, present and to come. What is over does not start again; on a service that ' +
        'closes, the end is the day it closes at the latest.',
      texte_other:
        'The new period holds for all their services, present and to come. What is over does not start again; on a service that ' +
        'closes, the end is the day it closes at the latest.',
      valider: 'Change the period',
    },
    legende_one: 'Person concerned',
    legende_other: 'People concerned',
  },
  rapport: {
    titre: 'Report',
    titres: {
      espaces: 'Report – Give an espace',
      suspension: 'Report – Suspend',
      reprise: 'Report – Resume',
      detachement: 'Report – Detach',
      periode: 'Report – Change the period',
    },
    faits_one: 'Done for {{nombre}} person',
    faits_other: 'Done for {{nombre}} people',
    aucun: 'Nothing was changed',
    refus_one: '{{nombre}} person was left out: the row says why.',
    refus_other: '{{nombre}} people were left out: each row says why.',
    legende: 'What became of each person',
    suite: 'Outcome',
    retour: 'Back to the list',
  },
  suites: {
    donne: 'Espaces given',
    dejaAcquis: 'Had all of it already, in this mode or more.',
    nonRattache: 'Their attachment does not count today: suspended, ended or not begun.',
    horsDePortee: 'Their attachment does not cover this.',
    espaceFerme: 'One of the espaces is no longer open on the structure.',
    espaceParDefaut: 'One of the espaces is granted by default.',
    espaceReserve: 'One of the espaces is for managers only.',
    espaceManquant: 'No espace chosen.',
    suspendu: 'Suspended',
    repris: 'Resumed',
    detache: 'Detached',
    modifie: 'Period changed',
    inchange: 'They had this period already.',
    dejaSuspendu: 'Suspended already: nothing to change.',
    pasSuspendu: 'Was not suspended: nothing to change.',
    introuvable: 'No longer attached to this structure.',
    interdit: 'You may not act on this person.',
    principal: 'Main manager: the role changes by hand-over only.',
    indisponible: 'Your account is no longer active.',
    motifRequis: 'A reason is needed.',
    conflit: 'Changed meanwhile by somebody else.',
    droitsFinis:
      'Their rights are over already: to give them again, change their services and period.',
    dernierGestionnaire: 'Last active manager of the structure: appoint another one first.',
    entiereRequise: 'A secondary manager keeps the whole structure.',
    structureInactive: 'The structure is inactive.',
    compteInactif: 'Their account is deactivated.',
    rienDeDemande: 'No service: nothing to change.',
    tropDeServices: 'More than 200 services.',
    serviceInconnu: 'One of their services is no more.',
    serviceFerme: 'One of their services is closed.',
    finAvantDebut: 'The end would come before the start.',
    periodePassee: 'This period is already over.',
  },
  refus,
};
