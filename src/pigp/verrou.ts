// Five failures lock an identifier for one hour (screens §1): the decision, without storage.

const ECHECS_MAX = 5;
const VERROU_SECONDS = 3600;

/** The failures of one identifier, and the instant of the last one. */
export type Compteur = { readonly echecs: number; readonly dernier: Date };

export type EtatVerrou =
  | { readonly kind: 'ouvert'; readonly restants: number }
  | { readonly kind: 'verrouille'; readonly jusqua: Date };

/** May this identifier be tried now? Failures lapse one hour after the last one. */
export function decideVerrou(compteur: Compteur | undefined, now: Date): EtatVerrou {
  if (!compteur || estEchu(compteur, now)) return { kind: 'ouvert', restants: ECHECS_MAX };
  if (compteur.echecs < ECHECS_MAX) {
    return { kind: 'ouvert', restants: ECHECS_MAX - compteur.echecs };
  }
  return { kind: 'verrouille', jusqua: finDe(compteur) };
}

/** The counter after one more failure; a locked one stays as it is: trying does not lengthen it. */
export function ajouterEchec(compteur: Compteur | undefined, now: Date): Compteur {
  if (!compteur || estEchu(compteur, now)) return { echecs: 1, dernier: now };
  if (compteur.echecs >= ECHECS_MAX) return compteur;
  return { echecs: compteur.echecs + 1, dernier: now };
}

/** True when the counter no longer says anything. */
export function estEchu(compteur: Compteur, now: Date): boolean {
  return now >= finDe(compteur);
}

function finDe({ dernier }: Compteur): Date {
  return new Date(dernier.getTime() + VERROU_SECONDS * 1000);
}
