// Texts of the pages, in English.
import type { Traduction } from '../dictionnaire.ts';
import type { pages as fr } from '../fr/pages.ts';

export const pages: Traduction<typeof fr> = {
  accueil: {
    ajouterEspace: '+ Add an espace',
    ajouterEspaceTexte: 'One more tab, among the espaces open on your structures.',
    chercherStructure: 'Find a public structure',
    chercherStructureTexte: 'All public structures, their services and their managers.',
    titre: 'Home',
    bonjour: 'Hello {{prenom}}',
    acces: 'Shortcuts',
    monCompteTexte: 'Your data, settings, attachments to structures and subscriptions.',
  },
  premiereConnexion: {
    titre: 'My personal information',
    titreDocument: 'My personal information – First connection',
    intro:
      'Your account was created from MADRHAS. Check these data, correct them if needed, then submit: you will then ' +
      'enter the portal.',
  },
  monCompte: {
    titre: 'My account',
    menu: 'My account',
    modifier: 'Edit',
    voir: 'View',
    legendeObligatoire: 'Fields followed by * are required.',
    valider: 'Submit',
    annuler: 'Cancel',
    adresseEnAttente: '{{adresse}} awaits your confirmation',
    adresseEnAttenteTexte:
      'A link was sent to this address. It will be used once you have opened the link and confirmed; until then the ' +
      'present address stays in use.',
    adresseEnAttenteAnnuler: 'Cancel this change',
    desactivation:
      'To deactivate or reactivate your account, ask your DGFiP contact: it is done in MADRHAS, or by them on this portal.',
    enregistreMaintenant: 'Stored meanwhile:',
    conflitTitre: 'These data changed meanwhile',
    conflitTexte:
      'Another tab stored other values while you were filling in this form. What you typed is kept below, with the ' +
      'stored values beside it. Choose, then submit again.',
    saisieRetrouveeTitre: 'What you typed was found again',
    saisieRetrouveeTexte: 'It was not stored: your session had ended. Read it again, then submit.',
    aucunRattachement: 'You are not attached to any structure',
    aucunRattachementTexte:
      'Without an attachment, only “My account” is open to you. Search for your structure and request to be attached to ' +
      'it: its manager will decide.',
  },
  rattachements: {
    legende: 'My attachments',
    role: 'Role',
    identifiant: 'Structure identifier',
    designation: 'Name',
    statut: 'Status',
    servicesEtPeriode: 'Services and period',
    structureEntiere: 'The whole structure',
    depuis: 'Since {{debut}}',
    aPartirDu: 'From {{debut}}',
    duAu: 'From {{debut}} to {{fin}}',
  },
  abonnements: {
    voirTout: 'See my {{nombre}} subscriptions',
  },
  confirmationAdresse: {
    titre: 'Confirm my contact address',
    texte: 'Your new contact address will be:',
    bouton: 'Confirm this address',
    perimeTitre: 'This link no longer works',
    perimeTexte:
      'It was already used, it is more than an hour old, a newer request replaced it, or it is meant for another ' +
      'account. You can ask for the change again from your personal information.',
    retour: 'My personal information',
  },
  deconnexion: {
    titre: 'You are signed out',
    texte: 'Your session on this portal is closed. Your stored data are kept.',
    pigpTexte: 'Your PIGP session may still be open on this computer.',
    pigp: 'Also close my PIGP session',
    seReconnecter: 'Sign in again',
  },
  refus: {
    titre: 'No access',
    inconnu: 'PIGP knows you, but no account exists here in your name.',
    inconnuSuite:
      'Accounts come from MADRHAS. Ask your DGFiP contact (the dematerialisation correspondent of your directorate) to ' +
      'register you there, then come back.',
    inactif: 'Your account is deactivated.',
    inactifSuite:
      'If this is a mistake, ask your DGFiP contact to reactivate it; your data are kept.',
    lieAAutrui:
      'This account is already bound to another PIGP identity than the one you just used.',
    lieAAutruiSuite:
      'If your PIGP identifier was made anew or taken over from somebody else, ask your DGFiP contact to check your ' +
      'account in MADRHAS. The owner of the account is told, if there is a contact address.',
    reponse: 'The answer from PIGP matches no sign-in in progress.',
    reponseSuite:
      'The sign-in may have taken too long, have been used already, or have been started in another browser. Start ' +
      'again: nothing will be asked of you if your PIGP session is open.',
    recommencer: 'Start the sign-in again',
    fermerPigp: 'To try with another identity, leave PIGP first.',
    quitterPigp: 'Sign out of PIGP',
  },
  sessionTerminee: {
    titre: 'Your session has ended',
    texte:
      'You were inactive for too long, or you were signed out. What you just sent was not stored.',
    conservee:
      'What you typed is kept for 15 minutes: sign in with the same account and it will be shown to you again, to read ' +
      'before you submit.',
    seConnecter: 'Sign in and get it back',
    seConnecterSimple: 'Sign in',
  },
  messages: {
    abonnementDemande: 'Your request is sent to the managers. It is at the top of the list below.',
    abonnementAccorde: 'Done: your espaces are granted, their tabs are there.',
    abonnementDemandeEtAccorde:
      'A part is granted at once; the rest awaits the managers’ decision.',
    abonnementSupprime: 'Your subscription is deleted.',
    abonnementsSupprimes: 'Your subscriptions are deleted.',
    abonnementsIndisponibles: 'These subscriptions no longer exist: nothing was changed.',
    abonnementsACocher: 'First tick, in the list, the subscriptions to delete.',
    utilisateurEspacesDonnes: 'The espaces are given. The person is told.',
    utilisateurEspaceRetire: 'The subscription is withdrawn. The person is told why.',
    utilisateurEspaceFini: 'This subscription had already ended: nothing was changed.',
    acteDuReferent: 'Done. The person is told.',
    compteChangeSansCourriel:
      'Done. This account has no contact address: tell the person yourself.',
    etatDuCompteInchange: 'This account was already in that state: nothing was changed.',
    roleRepris: 'You are now main manager.',
    repriseDemandee: 'Your take-over request went to the DGFiP contact.',
    repriseOpposee: 'Your opposition is recorded.',
    repriseAcceptee: 'The take-over is accepted: the person is main manager.',
    repriseRefusee: 'The take-over is refused.',
    demandeRelancee: 'Those who decide are reminded.',
    relanceSansPersonne:
      'Nobody can be reminded for now: your request still waits. Ask your DGFiP contact.',
    demandeAcceptee: 'The request is accepted. The person is told.',
    demandeRefusee: 'The request is refused. The person is told.',
    demandesACocher: 'First tick, in the list, the requests to decide on.',
    utilisateurRattache: 'The person is attached, and told.',
    utilisateurModifie: 'The attachment is changed.',
    utilisateurInchange: 'There was nothing to change.',
    utilisateurSuspendu: 'The attachment is suspended.',
    utilisateurRepris: 'The attachment is no longer suspended.',
    utilisateurDetache: 'The person is detached, and told the reason.',
    utilisateurRole: 'The role is changed.',
    utilisateurDelegation: 'The delegation is given. The person is told.',
    utilisateurDelegationFin: 'The delegation has ended.',
    utilisateurDelegationFinie: 'This delegation had ended already.',
    utilisateurCopie: 'The rights are copied. Here is the person who got them.',
    utilisateurInterdit: 'You may not, or no longer, act on this person: nothing was changed.',
    utilisateurPrincipal:
      'The role of main manager changes by hand-over only: nothing was changed.',
    utilisateursACocher: 'First tick, in the list, the people concerned.',
    rattachementsACocher: 'First tick, in the list, the attachments to delete.',
    structureASelectionner: 'Select a structure in this list before you go on.',
    pasPrincipal:
      'You are no longer the main manager of this structure: there is nothing to hand over.',
    demandeEnvoyee: 'Your request is sent. Follow it below, under “My requests”.',
    demandeEnvoyeeSuite: 'Your request is sent. Choose the next structure.',
    rattachementEtendu: 'Your attachment is extended.',
    demandeRetiree: 'Your request is withdrawn.',
    demandeTerminee: 'This request was no longer pending: nothing was changed.',
    rattachementSupprime: 'Your attachment is deleted.',
    rattachementsSupprimes: 'Your attachments are deleted.',
    rattachementsIndisponibles: 'These attachments no longer exist: nothing was changed.',
    dernierGestionnaire:
      'You are the last active manager of one of these structures: that attachment is kept.',
    roleTransmis: 'Your role is handed over. You stay attached as a user.',
    informationsEnregistrees: 'Your information is stored.',
    adresseAConfirmer:
      'Your information is stored. A confirmation link was just sent to your new contact address: open it within the ' +
      'hour.',
    parametresEnregistres: 'Your settings are stored.',
    adresseConfirmee: 'Your new contact address is confirmed.',
    adresseAnnulee: 'The change of address is cancelled: the present address stays in use.',
    rienAAnnuler: 'No change of address was waiting.',
    ficheEnregistree: 'The sheet is stored.',
    serviceCree: 'The service is created.',
    serviceEnregistre: 'The service is stored.',
    serviceFerme: 'The end of the service is stored. Anybody touched is told.',
    serviceRouvert: 'The service is open again.',
    serviceDejaFerme: 'This service was already closed: nothing was changed.',
    serviceDejaOuvert: 'This service had no end: nothing was changed.',
    espaceOuvert: 'The espace is open.',
    espaceDejaOuvert: 'This espace was already open: nothing was changed.',
    espaceFerme: 'The espace is closed. Anybody touched is told.',
    espaceDejaFerme: 'This espace was already closed: nothing was changed.',
    structureSansOuverture:
      'This structure is inactive: nothing can be opened there any more. Nothing was changed.',
    pieceAjoutee: 'Your file is added.',
    pieceAjouteeDouble:
      'Your file is added. You already had a file with the same content: both are kept.',
    piecesAjoutees: 'Your files are added.',
    piecesAjouteesDouble:
      'Your files are added. At least one has the same content as another: all are kept.',
    pieceSupprimee: 'The file is deleted.',
    piecesSupprimees: 'The files are deleted.',
    piecesIndisponibles: 'These files are no longer there: nothing was changed.',
    piecesACocher: 'First tick, in the list, the files concerned.',
    pieceEnAnalyse: 'This file is being analysed: it will open once the analysis is over.',
    pieceRejetee: 'This file held a virus: it is erased.',
    piecesSansFichier: 'None of the ticked files is available: there is nothing to download yet.',
    evenementsLus: 'The events are marked as read.',
    bienvenue: 'Your account is checked. Welcome!',
    bienvenueAdresse:
      'Your account is checked. A confirmation link was just sent to your new contact address: open it within the hour.',
  },
};
