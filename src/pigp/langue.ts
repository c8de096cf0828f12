// The language of the PIGP's pages: the cookie of the switch, else what the application asks, the browser's, French.
import type Provider from 'oidc-provider';
import { estLangue, type Langue } from '../platform/textes/index.ts';

const COOKIE_SECONDS = 365 * 24 * 3600;

/** What both oidc-provider's contexts and ours can do. */
export type Navigateur = Pick<
  ReturnType<Provider['createContext']>,
  'cookies' | 'acceptsLanguages' | 'originalUrl' | 'method'
>;

/** The reader's language. */
export function langueDe(navigateur: Navigateur, cookie: string): Langue {
  const choisie = navigateur.cookies.get(cookie, { signed: false });
  if (estLangue(choisie)) return choisie;
  const [, requete = ''] = navigateur.originalUrl.split('?');
  const demandee =
    langueDemandee(new URLSearchParams(requete)) ??
    navigateur.cookies.get(demandeeDe(cookie), { signed: false }) ??
    navigateur.acceptsLanguages('fr', 'en');
  return estLangue(demandee) ? demandee : 'fr';
}

/** The first language of ours that an application asks for (OpenID Connect Core §3.1.2.1, `ui_locales`). */
export function langueDemandee(requete: URLSearchParams): Langue | undefined {
  const demandees = (requete.get('ui_locales') ?? '').split(' ');
  return demandees.map((une) => une.slice(0, 2).toLowerCase()).find(estLangue);
}

const demandeeDe = (cookie: string) => `${cookie}-demandee`;

/** Keeps what an application asks until the browser closes: the pages after a request do not repeat it. */
export function retenirDemande(navigateur: Navigateur, cookie: string, langue: Langue): void {
  navigateur.cookies.set(demandeeDe(cookie), langue, {
    signed: false,
    httpOnly: true,
    sameSite: 'lax',
  });
}

/** Keeps the reader's choice. */
export function retenirLangue(navigateur: Navigateur, cookie: string, langue: Langue): void {
  const maxAge = COOKIE_SECONDS * 1000;
  navigateur.cookies.set(cookie, langue, {
    signed: false,
    httpOnly: true,
    sameSite: 'lax',
    maxAge,
  });
}

/** The same page in another language; after a POST, the page that it came from. */
export function adresseEn(langue: Langue, navigateur: Navigateur): string {
  const [chemin = '/', requete = ''] = navigateur.originalUrl.split('?');
  const parametres = new URLSearchParams(navigateur.method === 'GET' ? requete : '');
  parametres.set('langue', langue);
  return `${chemin}?${parametres}`;
}
