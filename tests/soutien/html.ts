// Reads a page as browsers and assistive tools do: elements, fields, the text that people see.

export type Balise = { nom: string; attributs: Record<string, string> };

const BALISE = /<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUT = /([^\s=]+)(?:="([^"]*)")?/g;
const ENTITES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

function decoder(texte: string): string {
  return texte.replace(/&(lt|gt|quot|amp|#39);/g, (_, nom: string) => ENTITES[nom] ?? '');
}

/** The elements of a page in order, or those of one name; the renderer quotes every attribute. */
export function balises(html: string, nom?: string): Balise[] {
  const toutes = [...html.matchAll(BALISE)].map(([, balise = '', suite = '']) => ({
    nom: balise,
    attributs: Object.fromEntries(
      [...suite.matchAll(ATTRIBUT)].map(([, cle = '', valeur = '']) => [cle, decoder(valeur)]),
    ),
  }));
  return nom ? toutes.filter((balise) => balise.nom === nom) : toutes;
}

/** The text that people see: no markup, single spaces. */
export function texteVisible(html: string): string {
  const corps = html.replace(/^.*?<body/s, '<body').replace(/<[^>]+>/g, ' ');
  return decoder(corps).replace(/\s+/g, ' ').trim();
}

/** The first element of a name, without its markup. */
function contenu(html: string, nom: string): string {
  const trouve = new RegExp(`<${nom}[^>]*>(.*?)</${nom}>`, 's').exec(html)?.[1] ?? '';
  return decoder(trouve.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

export const titre = (html: string) => contenu(html, 'title');
export const h1 = (html: string) => contenu(html, 'h1');

/** The text of the element that has this id. */
export function texteDe(html: string, id: string): string {
  const trouve = new RegExp(`<(\\w+)[^>]* id="${id}"[^>]*>(.*?)</\\1>`, 's').exec(html);
  return decoder((trouve?.[2] ?? '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every id of the page, in order. */
export function ids(html: string): string[] {
  return balises(html).flatMap(({ attributs }) => (attributs['id'] ? [attributs['id']] : []));
}

/** What the summary of a refused form lists: where each error leads, and its sentence. */
export function resume(html: string): { ancre: string; phrase: string }[] {
  const bloc = /<section[^>]*pc-errors[^>]*>(.*?)<\/section>/s.exec(html)?.[1] ?? '';
  return [...bloc.matchAll(/<a href="#([^"]*)">(.*?)<\/a>/g)].map(
    ([, ancre = '', phrase = '']) => ({
      ancre,
      phrase: decoder(phrase),
    }),
  );
}

/** Where the errors of a refused form lead, in order. */
export const ancres = (html: string) => resume(html).map(({ ancre }) => ancre);

/** What the form with this action (query apart) would send if nothing was typed. */
export function valeursDuFormulaire(html: string, action: string): Record<string, string> {
  const morceau = formulaire(html, action);
  const valeurs: Record<string, string> = {};
  for (const { attributs } of balises(morceau, 'input')) {
    const boite = attributs['type'] === 'checkbox' || attributs['type'] === 'radio';
    const coche = !boite || 'checked' in attributs;
    if (attributs['name'] && coche) valeurs[attributs['name']] = attributs['value'] ?? '';
  }
  for (const [, nom = '', texte = ''] of morceau.matchAll(TEXTAREA))
    valeurs[nom] = decoder(texte.replace(/^\n/, ''));
  for (const [, nom = '', options = ''] of morceau.matchAll(SELECT)) {
    const choisie = balises(options, 'option').find(({ attributs }) => 'selected' in attributs);
    const premiere = balises(options, 'option')[0];
    valeurs[nom] = (choisie ?? premiere)?.attributs['value'] ?? '';
  }
  return valeurs;
}

const TEXTAREA = /<textarea[^>]* name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs;
const SELECT = /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs;

function formulaire(html: string, action: string): string {
  const formulaires = html.match(/<form.*?<\/form>/gs) ?? [];
  const trouve = formulaires.find((un) => {
    const vers = balises(un, 'form')[0]?.attributs['action'];
    return vers === action || vers?.startsWith(`${action}?`);
  });
  if (!trouve) throw new Error(`no form leads to ${action}`);
  return trouve;
}

/** Where the first link whose text contains these words leads. */
export function lienVers(html: string, mots: string): string {
  for (const [, adresse = '', texte = ''] of html.matchAll(
    /<a[^>]* href="([^"]*)"[^>]*>(.*?)<\/a>/gs,
  ))
    if (texte.includes(mots)) return decoder(adresse);
  throw new Error(`no link says ${mots}`);
}
