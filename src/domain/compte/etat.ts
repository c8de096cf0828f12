// Whether a référent may change the state of an account (model §3): decided on the locked rows, said on the page before.
import { situationOrdinaire } from '../demande/qualite.ts';
import { decideDroit } from '../droits/droits.ts';

/** What surrounds the act. */
export type SituationDEtat = {
  /** The account is the référent's own. */
  surSoi: boolean;
  /** The référent is attached to a structure of the account. */
  rattache: boolean;
  /** The account is a référent's too. */
  cibleReferente: boolean;
  /** The référent has the whole country. */
  national: boolean;
};

/** Why the page has no form, and the act is refused. */
export type RefusDEtat = 'soi' | 'rattache' | 'referente';

/**
 * Nothing when the référent may act. Never on their own account, nor where they are attached: who is gestionnaire
 * secondaire there would make the role of the principal vacant for themselves. A référent's account is for those of
 * the whole country.
 */
export function refusDEtat(situation: SituationDEtat): RefusDEtat | null {
  const { surSoi, rattache, cibleReferente, national } = situation;
  if (surSoi) return 'soi';
  const droit = decideDroit('ACTIVER_COMPTE', ['REFERENT'], situationOrdinaire(false, rattache));
  if (droit.kind !== 'permis') return 'rattache';
  return cibleReferente && !national ? 'referente' : null;
}
