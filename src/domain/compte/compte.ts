// The account of a person (guide p.5–8): its facts, and the decisions about sign-in and contact address.
import type { Langue } from '../../platform/textes/index.ts';
import {
  CHAMPS_PERSONNELS,
  type ChampPersonnel,
  type InformationsPersonnelles,
} from './valeurs.ts';

export type EtatCompte = 'ACTIF' | 'INACTIF';

/** The person's data as stored: MADRHAS may have left any of them empty but the names. */
export type InformationsEnregistrees = Record<ChampPersonnel, string | null> & {
  nom: string;
  prenom: string;
};

export type Compte = InformationsEnregistrees & {
  id: number;
  identifiantConnexion: string;
  etat: EtatCompte;
  langue: Langue;
  recevoirNotifications: boolean;
  verifieLe: Date | null;
  creeLe: Date;
  activeLe: Date | null;
  desactiveLe: Date | null;
  modifieLe: Date;
  /** Raised by each change of the personal data, and of the settings: two forms, two versions. */
  version: number;
  versionParametres: number;
  /** The contact address asked for and not yet confirmed. */
  adresseEnAttente: string | null;
};

/** What an OpenID provider proved about who signs in. */
export type IdentiteOidc = {
  issuer: string;
  sub: string;
  /** The value of the configured claim, case-folded: an `identifiantConnexion`. */
  identifiant: string;
};

/** The account as a sign-in needs it. */
export type CompteAConnecter = {
  id: number;
  etat: EtatCompte;
  oidcIssuer: string | null;
  oidcSub: string | null;
};

export type DecisionConnexion =
  | { kind: 'ouverte'; compteId: number; lier: boolean }
  | { kind: 'refusee'; raison: RaisonDeRefus; compteId: number | null };
export type RaisonDeRefus = 'inconnu' | 'inactif' | 'lieAAutrui';

/**
 * Decides a sign-in (model §2). `lie`: the account already bound to (issuer, sub); `nomme`: the one whose
 * identifiant the claim gives. Binding happens once, only to an unbound account.
 */
export function decideConnexion(
  identite: IdentiteOidc,
  lie: CompteAConnecter | undefined,
  nomme: CompteAConnecter | undefined,
): DecisionConnexion {
  const compte = lie ?? nomme;
  if (!compte) return { kind: 'refusee', raison: 'inconnu', compteId: null };
  if (!lie && compte.oidcSub !== null) {
    return { kind: 'refusee', raison: 'lieAAutrui', compteId: compte.id };
  }
  if (compte.etat === 'INACTIF') return { kind: 'refusee', raison: 'inactif', compteId: compte.id };
  const lier = compte.oidcIssuer !== identite.issuer || compte.oidcSub !== identite.sub;
  return { kind: 'ouverte', compteId: compte.id, lier };
}

export const CONFIRMATION_MINUTES = 60;
const CONFIRMATIONS_PAR_HEURE = 5;

export type DecisionAdresse = 'inchangee' | 'aConfirmer' | 'tropDeDemandes';

/** What becomes of a contact address that a form gives (model §6): the proved one serves until the new one is. */
export function decideAdresse(
  prouvee: string | null,
  saisie: string,
  demandesDansLHeure: number,
  enAttente: string | null = null,
): DecisionAdresse {
  if (prouvee !== null && memeAdresse(prouvee, saisie)) return 'inchangee';
  // Without a proved address the form shows the one that waits: sending it again is no new request.
  if (prouvee === null && enAttente !== null && memeAdresse(enAttente, saisie)) return 'inchangee';
  return demandesDansLHeure >= CONFIRMATIONS_PAR_HEURE ? 'tropDeDemandes' : 'aConfirmer';
}

/** Two addresses reach the same mailbox, as far as capitals go. */
export function memeAdresse(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export type Conflit = { champ: ChampPersonnel; enregistree: string | null };

/** The fields where what was typed differs from what another tab stored meanwhile. */
export function conflits(
  saisie: InformationsPersonnelles,
  enregistree: InformationsEnregistrees,
): Conflit[] {
  const differe = (champ: ChampPersonnel) =>
    champ === 'adresseElectronique'
      ? !memeAdresse(saisie[champ], enregistree[champ] ?? '')
      : saisie[champ] !== enregistree[champ];
  return CHAMPS_PERSONNELS.filter(differe).map((champ) => ({
    champ,
    enregistree: enregistree[champ],
  }));
}
