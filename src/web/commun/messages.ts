// What an act says after its redirect: a key in the address, its sentence in the dictionaries, no storage.
import type { Cle, Translate } from '../../platform/textes/index.ts';
import { avecParametre } from './retour.ts';

type Message =
  Extract<Cle, `pages.messages.${string}`> extends `pages.messages.${infer M}` ? M : never;

/** How each message is shown. */
const CONNUS: Record<Message, 'success' | 'info' | 'warning'> = {
  abonnementDemande: 'success',
  abonnementAccorde: 'success',
  abonnementDemandeEtAccorde: 'success',
  abonnementSupprime: 'success',
  abonnementsSupprimes: 'success',
  abonnementsIndisponibles: 'info',
  abonnementsACocher: 'warning',
  utilisateurEspacesDonnes: 'success',
  utilisateurEspaceRetire: 'success',
  utilisateurEspaceFini: 'info',
  acteDuReferent: 'success',
  compteChangeSansCourriel: 'warning',
  etatDuCompteInchange: 'info',
  roleRepris: 'success',
  repriseDemandee: 'success',
  repriseOpposee: 'success',
  repriseAcceptee: 'success',
  repriseRefusee: 'success',
  demandeRelancee: 'success',
  relanceSansPersonne: 'info',
  demandeAcceptee: 'success',
  demandeRefusee: 'success',
  demandesACocher: 'warning',
  utilisateurRattache: 'success',
  utilisateurModifie: 'success',
  utilisateurInchange: 'info',
  utilisateurSuspendu: 'success',
  utilisateurRepris: 'success',
  utilisateurDetache: 'success',
  utilisateurRole: 'success',
  utilisateurDelegation: 'success',
  utilisateurDelegationFin: 'success',
  utilisateurDelegationFinie: 'info',
  utilisateurCopie: 'success',
  utilisateurInterdit: 'warning',
  utilisateurPrincipal: 'warning',
  utilisateursACocher: 'warning',
  demandeEnvoyee: 'success',
  demandeEnvoyeeSuite: 'success',
  rattachementEtendu: 'success',
  demandeRetiree: 'success',
  demandeTerminee: 'info',
  rattachementSupprime: 'success',
  rattachementsSupprimes: 'success',
  rattachementsIndisponibles: 'info',
  dernierGestionnaire: 'warning',
  roleTransmis: 'success',
  rattachementsACocher: 'warning',
  structureASelectionner: 'warning',
  pasPrincipal: 'info',
  informationsEnregistrees: 'success',
  adresseAConfirmer: 'success',
  parametresEnregistres: 'success',
  adresseConfirmee: 'success',
  adresseAnnulee: 'success',
  rienAAnnuler: 'info',
  ficheEnregistree: 'success',
  serviceCree: 'success',
  serviceEnregistre: 'success',
  serviceFerme: 'success',
  serviceRouvert: 'success',
  serviceDejaFerme: 'info',
  serviceDejaOuvert: 'info',
  espaceOuvert: 'success',
  espaceDejaOuvert: 'info',
  espaceFerme: 'success',
  espaceDejaFerme: 'info',
  structureSansOuverture: 'warning',
  pieceAjoutee: 'success',
  pieceAjouteeDouble: 'success',
  piecesAjoutees: 'success',
  piecesAjouteesDouble: 'success',
  pieceSupprimee: 'success',
  piecesSupprimees: 'success',
  piecesIndisponibles: 'info',
  piecesACocher: 'warning',
  pieceEnAnalyse: 'info',
  pieceRejetee: 'warning',
  piecesSansFichier: 'info',
  evenementsLus: 'success',
  bienvenue: 'success',
  bienvenueAdresse: 'success',
};

export type MessageAffiche = {
  kind: 'success' | 'info' | 'warning';
  title: string;
  /** What was just done is read first, wherever it stands in the page. */
  focus: true;
};

/** The address to redirect to, carrying a message. */
export function avecMessage(chemin: string, message: Message): string {
  return avecParametre(chemin, 'message', message);
}

/** The message that the address carries, if it is one of ours. */
export function messageDe(query: unknown, t: Translate): MessageAffiche | null {
  const { message } = query as { message?: unknown };
  if (typeof message !== 'string' || !Object.hasOwn(CONNUS, message)) return null;
  const connu = message as Message;
  return { kind: CONNUS[connu], title: t(`pages.messages.${connu}`), focus: true };
}
