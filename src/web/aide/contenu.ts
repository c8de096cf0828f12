// The pages of the help: Markdown files of aide/, read and rendered once; no page of them costs the
// database anything.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lireEntete } from '../../platform/front-matter.ts';
import { rendreMarkdown, texteDuHtml } from '../../platform/markdown.ts';
import { memo } from '../../platform/memo.ts';
import { ROOT } from '../../platform/root.ts';
import type { Langue } from '../../platform/textes/index.ts';
import { EnteteDAide, type PageDAide, THEMES } from './entete.ts';
import { type Recherche, rechercheDans } from './recherche.ts';
import type { ValeursDAide } from './valeurs.ts';

export type Aide = {
  /** In the order of the contents. */
  pages: PageDAide[];
  parSlug: Map<string, PageDAide>;
  rechercher: Recherche;
};

const DOSSIER_DE_L_AIDE = path.join(ROOT, 'aide');

const aideDe = memo((valeurs: string): Record<Langue, Aide> => {
  const lues = JSON.parse(valeurs) as ValeursDAide;
  return { fr: lireAide('fr', lues.fr), en: lireAide('en', lues.en) };
});

/**
 * The help in every language, with this portal's own delays and limits; read once for the whole
 * process.
 */
export function chargerAide(valeurs: ValeursDAide): Record<Langue, Aide> {
  return aideDe(JSON.stringify(valeurs));
}

function lireAide(langue: Langue, valeurs: ValeursDAide[Langue]): Aide {
  const dossier = path.join(DOSSIER_DE_L_AIDE, langue);
  const pages = readdirSync(dossier)
    .filter((nom) => nom.endsWith('.md'))
    .map((nom) => lirePage(path.join(dossier, nom), valeurs))
    .toSorted((a, b) => rang(a) - rang(b) || a.ordre - b.ordre);
  return {
    pages,
    parSlug: new Map(pages.map((page) => [page.slug, page])),
    rechercher: rechercheDans(langue, pages),
  };
}

const rang = ({ theme }: PageDAide) => THEMES.indexOf(theme);

const TROU = /\{\{(\w+)\}\}/g;

function lirePage(fichier: string, valeurs: Record<string, string>): PageDAide {
  const lu = lireEntete(readFileSync(fichier, 'utf8'));
  if (lu.kind !== 'lu') throw new Error(`${fichier}: no header that can be read`);
  const remplir = (texte: string) =>
    texte.replace(TROU, (_, nom: string) => {
      const valeur = valeurs[nom];
      if (valeur === undefined) throw new Error(`${fichier}: {{${nom}}} is not a value of ours`);
      return valeur;
    });
  const entete = EnteteDAide.parse(lu.entete);
  const { html } = rendreMarkdown(remplir(lu.corps));
  return { ...entete, slug: path.basename(fichier, '.md'), html, texte: texteDuHtml(html) };
}
