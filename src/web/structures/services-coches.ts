// The boxes of a form by which services are chosen.

import type { Saisies } from '../commun/formulaire.ts';
import { lireIdentifiant } from '../commun/identifiant.ts';

/** Each service's box has a name of its own: a form kept over a session holds one value a name. */
export const nomDeLaBoite = (serviceId: number) => `service-${serviceId}`;
const BOITE = /^service-(\d+)$/;

/** The services whose boxes are ticked. */
export function servicesCoches(saisies: Saisies): number[] {
  const ids = Object.keys(saisies).map((nom) => lireIdentifiant(BOITE.exec(nom)?.[1]));
  return ids.filter((id) => id !== null);
}
