// Where to go back after a sign-in or a change of language: an address of this portal, or the home page.
import { adresses } from '../../domain/adresses.ts';

const ICI = 'http://portail.invalid';
const LONGUEUR_MAX = 2000;

/** The address when it stays on this portal; `/` for anything else (an open redirect does not pass). */
export function retourSur(valeur: unknown): string {
  if (typeof valeur !== 'string' || valeur.length > LONGUEUR_MAX) return adresses.accueil;
  if (!/^\/(?![/\\])/.test(valeur) || !URL.canParse(valeur, ICI)) return adresses.accueil;
  const url = new URL(valeur, ICI);
  const locale = url.origin === ICI && !url.pathname.startsWith('//');
  const enBoucle =
    url.pathname.startsWith(adresses.connexion) || url.pathname.startsWith(adresses.deconnexion);
  return locale && !enBoucle ? `${url.pathname}${url.search}` : adresses.accueil;
}

/** An address with a parameter added. */
export function avecParametre(chemin: string, nom: string, valeur: string): string {
  const url = new URL(`${ICI}${chemin}`);
  url.searchParams.set(nom, valeur);
  return `${url.pathname}${url.search}`;
}
