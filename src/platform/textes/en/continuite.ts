// Continuity and référents, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { continuite as fr } from '../fr/continuite.ts';

export const continuite: Traduction<typeof fr> = {
  motif: 'Reason',
  motifAide: 'The reason is limited to 255 characters. The person will read it.',
  annuler: 'Cancel',
  refus: {
    departement: '“Département”: type its number, for instance 76 or 2A.',
    personne: '“Person concerned”: choose somebody in the list.',
    acte: '“What you do”: choose an act.',
    dateDebut: '“First day”: type a date, for instance 30/11/2026.',
    dateFin:
      '“Last day”: type a date, for instance 30/11/2026; or, for a period without an end, tick “No end date” only.',
    structureInactive: 'This structure is inactive: it needs no manager any more.',
    roleTenu: 'This structure has a main manager: the role is not to be taken over.',
    secondairePresent: 'This structure still has a secondary manager: the role is theirs to take.',
    pasEntiere: 'Only somebody attached to the whole structure today may ask for this role.',
    dejaDemande: 'You asked for this role already: your request is under way.',
    repreneurRefuse:
      'This person can no longer receive the role: their account is not active, or they are no longer attached to the ' +
      'whole structure.',
    opposable: 'A manager may still oppose it until {{jour}} included.',
    tropTard: 'It could be opposed until {{jour}} included only.',
    dejaOpposee: 'Another manager opposed this request already.',
    tropTot: 'You may remind those who decide from {{jour}} on.',
  },
  refusDActe: {
    interdit: 'You cannot do this for that person: only their managers can.',
    principal: 'The main manager only changes by hand-over or take-over.',
    motifRequis: '“Reason”: say why, in a few words.',
    inchange: 'It is so already: nothing was changed.',
    entiereRequise: 'A secondary manager must be attached to the whole structure today.',
    dernierGestionnaire:
      'This person is the last active manager of the structure: appoint another one first.',
    structureInactive: 'This structure is inactive.',
    compteInactif: 'The account of this person is not active.',
    dejaSuspendu: 'This attachment is suspended already.',
    pasSuspendu: 'This attachment is not suspended.',
    dejaGestionnaire: 'This person is a manager already: they need no delegation.',
    sansDroits: 'This person has no active attachment when the delegation begins.',
    finAvantDebut: '“Last day”: it comes before the first.',
    periodePassee: '“Last day”: it is past. To stop at once, suspend or detach.',
    droitsFinis: 'All rights of this person are over: there is no period to change.',
    rienDeDemande: 'All the rights of this person have ended: there is no period left to change.',
    tropDeServices: 'This person has too many services to change at once: their managers can.',
    serviceInconnu: 'The services of this person changed meanwhile: try again.',
    serviceFerme: 'A service of this person closes before the first day of the period.',
    conflit: 'This attachment changed meanwhile: try again.',
    delegationTropLongue: 'A delegation lasts one year at most.',
    delegationChevauche: 'This person has a delegation on a part of that period already.',
  },
  vacance: {
    titre: 'This structure has no main manager any more',
    texte: 'You are attached to it: you can see to it that it has one again.',
    lien: 'Take over as main manager',
  },
  reprise: {
    titre: 'Take over as main manager',
    prendreTexte:
      'Nobody is main manager of “{{designation}}” any more. As its secondary manager, you can take the role over in one ' +
      'act: the other managers are told.',
    prendre: 'Take this role over',
    demanderTexte:
      'Nobody manages “{{designation}}” any more. Say why you ask for this role: a DGFiP contact of your département will ' +
      'decide.',
    opposition_one:
      'Should a manager come back or stand in for another, they have {{count}} day to oppose your request.',
    opposition_other:
      'Should a manager come back or stand in for another, they have {{count}} days to oppose your request.',
    motifManquant: '“Reason”: say why you ask for this role.',
    motifAide: 'In 255 characters at most, for instance: “Mrs Martin has retired.”',
    demander: 'Send the take-over request',
    demande: 'Take-over request: {{designation}}',
    objet: 'Take-over as main manager',
    suivre: 'Follow my take-over request',
    sOpposer: 'Oppose this take-over',
    sOpposerTexte:
      'Your opposition stops the request, unless a DGFiP contact overrides it, saying why.',
    accepter: 'Accept the take-over',
    accepterTexte:
      'If you accept, the person becomes main manager of the structure from now on. To refuse, give a reason.',
    opposee: 'A manager opposed it: to override, give a reason.',
    refuser: 'Refuse the take-over',
    decision: 'Your decision',
  },
  relance: {
    bouton: 'Remind the managers',
    texte: 'A message is sent to them. You may remind them again in a few days.',
  },
  referent: {
    titre: 'DGFiP contact',
    intro: 'The requests and structures of your départements that have nobody left to decide.',
    demandes: 'Requests to decide on',
    voirDemandes: 'See the requests to decide on as a DGFiP contact',
    aucuneDemande: 'No request waits for your decision',
    aucuneDemandeTexte:
      'Requests that managers leave without an answer, and take-over requests, will show here.',
    demande: 'Request',
    demandeur: 'Requester',
    structure: 'Structure',
    depuis: 'Since',
    nature: 'Kind',
    natures: {
      RATTACHEMENT: 'Attachment',
      ABONNEMENT: 'Subscription',
      REPRISE: 'Take-over as main manager',
    },
    decider: 'Decide',
    structures: 'Structures without a manager',
    structuresTexte: 'People are attached to them or ask to be, and no manager is active there.',
    departement: 'Département',
    departementAide: 'Its number, for instance 76 or 2A.',
    afficher: 'Show',
    aucuneStructure: 'No structure without a manager in this département',
    sansDepartement: 'Structures whose département is not known',
    aucuneSansDepartement:
      'No structure without a manager among those whose département is not known',
    chercherDemande: 'Search',
    identifiant: 'Identifier',
    rattaches: 'People attached',
    demandesEnAttente: 'Requests waiting',
    gerer: 'See the managers',
    gestionnaires: 'Managers: {{designation}}',
    compteInactif: 'account deactivated',
    personne: 'None',
    principal: 'Main manager',
    secondaires: 'Secondary managers',
    agir: 'Act on a manager',
    agirTexte:
      'The person is told, with your reason. The main manager only changes by hand-over or take-over.',
    chercher: 'Search among the users',
    aucunePersonne: 'Nobody is attached to this structure',
    aucuneTrouvee: 'Nobody matches this search',
    choisirPersonne: 'Person concerned',
    choisirActe: 'What you do',
    actes: {
      NOMMER: 'Appoint a secondary manager',
      RETIRER: 'Take the role of secondary manager back',
      PERIODE: 'Change the period of a secondary manager',
      SUSPENDRE: 'Suspend a secondary manager',
      REPRENDRE: 'End the suspension of a secondary manager',
      DETACHER: 'Detach a secondary manager from the structure',
      DELEGUER: 'Give a delegation',
    },
    jours: 'Days, for a delegation or a change of period',
    premierJour: 'First day',
    premierJourAide: 'Of a period: leave it empty to keep the present first day.',
    dernierJour: 'Last day',
    dernierJourAide: 'Included. A delegation lasts one year at most.',
    sansFin: 'No end date',
    sansFinAide: 'For a change of period: then leave “Last day” empty.',
    valider: 'Confirm',
  },
  compte: {
    titre: 'Account of {{personne}}',
    chercher: 'Search for an account',
    texte:
      'Somebody left, or is back, and MADRHAS does not say so yet? Deactivate or reactivate their account.',
    identifiant: 'Sign-in identifier',
    identifiantAide: 'In full, as the person types it on PIGP.',
    ouvrir: 'Open the account',
    vide: '“Sign-in identifier”: type it in full.',
    aucun: 'No account in your charge has this identifier',
    aucunTexte:
      'The person must be attached to a structure in your charge. Check the identifier with them.',
    compte: 'Account',
    etat: 'State',
    etats: { ACTIF: 'Active', INACTIF: 'Deactivated' },
    creeLe: 'Created on',
    desactiveLe: 'Deactivated on',
    structures: 'Structures in your charge',
    aucuneStructure: 'This account is attached to no structure',
    ailleurs_one: 'This account is also attached to {{count}} structure in the charge of others.',
    ailleurs_other:
      'This account is also attached to {{count}} structures in the charge of others.',
    autres_one: 'And {{count}} more structure.',
    autres_other: 'And {{count}} more structures.',
    role: 'Role',
    seul: 'Only manager',
    sansAutre: 'No active manager',
    desactiver: 'Deactivate the account',
    desactiverTexte:
      'The person can no longer enter, and their sessions end. Their data and attachments are kept, their files ' +
      'for 180 days. A structure that they alone manage is left without a manager: the requests that wait there go to the ' +
      'DGFiP contacts.',
    reactiver: 'Reactivate the account',
    reactiverTexte:
      'The person can enter again, and finds the attachments and roles that are still theirs.',
    madrhas: 'MADRHAS has the last word: the account takes the state that an update gives it.',
    refus: {
      soi: 'This is your own account: only another DGFiP contact may deactivate it.',
      rattache:
        'You are attached to a structure of this person: another DGFiP contact must act on their account.',
      referente:
        'This is the account of a DGFiP contact: only one of the whole country may act on it.',
    },
  },
};
