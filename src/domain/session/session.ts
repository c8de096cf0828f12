// A session of the portal: opened by a sign-in, ended by time, sign-out, PIGP or the account's deactivation.
import type { Langue } from '../../platform/textes/index.ts';
import type { EspaceTenu } from '../espace/espace.ts';

/** Who is signed in, and what each page's frame shows of them. */
export type Agent = {
  compteId: number;
  prenom: string;
  nom: string;
  langue: Langue;
  /** The first connection is done (screens §2). */
  verifie: boolean;
  /** A référent DGFiP, of some départements or of the whole country. */
  referent: boolean;
  /** The tabs, in order (screens §3). */
  onglets: EspaceTenu[];
  /** The requests that wait for their decision, counted up to a bound: it stands in the manager's tab. */
  demandes: number;
};

export type SessionLue = Agent & {
  etat: 'ACTIF' | 'INACTIF';
  ouverteLe: Date;
  vueLe: Date;
  termineeLe: Date | null;
};

/** How long a session lives: without activity, and at most. */
export type DureesDeSession = { inactiviteMinutes: number; maximumHeures: number };

export type DecisionSession =
  | { kind: 'ouverte'; agent: Agent; noterVue: boolean }
  /** A session of this site that is over: what its form sent may be kept for the same account. */
  | { kind: 'terminee'; compteId: number; langue: Langue };

const NOTER_VUE_MS = 60_000;
const MINUTE_MS = 60_000;

/** Decides whether a session still lives; « seen » is written at most once a minute (design §6.10). */
export function decideSession(
  session: SessionLue,
  { inactiviteMinutes, maximumHeures }: DureesDeSession,
  instant: Date,
): DecisionSession {
  const depuisVue = instant.getTime() - session.vueLe.getTime();
  const depuisOuverture = instant.getTime() - session.ouverteLe.getTime();
  const over =
    session.termineeLe !== null ||
    session.etat !== 'ACTIF' ||
    depuisVue >= inactiviteMinutes * MINUTE_MS ||
    depuisOuverture >= maximumHeures * 60 * MINUTE_MS;
  if (over) return { kind: 'terminee', compteId: session.compteId, langue: session.langue };
  const { etat, ouverteLe, vueLe, termineeLe, ...agent } = session;
  return { kind: 'ouverte', agent, noterVue: depuisVue >= NOTER_VUE_MS };
}

/** Why a session ended. */
export type FinDeSession =
  | 'DECONNEXION'
  | 'DECONNEXION_PIGP'
  | 'COMPTE_DESACTIVE'
  | 'NOUVELLE_CONNEXION';

export const SAISIE_CONSERVEE_MINUTES = 15;
