// Markdown to HTML that may be shown whoever wrote it (ADR 033): a short list of elements, titles
// below the page's own, links that lead where they may.
import { Marked, type Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';

export type Rendu = {
  html: string;
  /** The elements that were not kept, for who wrote them: « img », « script », « lien »… */
  retires: string[];
};

const TITRES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const BALISES = [
  ...TITRES,
  ...['p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'strong', 'em', 'a'],
  ...['div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
/**
 * The frame of a table of ours (components/data-table): rows become cards where columns have no
 * room.
 */
const CADRE = ['fr-table', 'fr-table__wrapper', 'fr-table__container'];
/** Only there to tell our own addresses: nothing of it is shown. */
const NOTRE_ORIGINE = 'http://notre.invalid';
/** Not in the list: the text of a refused link stays, the link does not. */
const SANS_EFFET = 'span';
const NIVEAUX_MAX = 30;
const PREMIER_NIVEAU = 2;
const DERNIER_NIVEAU = 6;

const marked = new Marked({
  gfm: true,
  renderer: {
    table({ header, rows }: Tokens.Table): string {
      const titres = header.map(({ tokens }) => this.parser.parseInline(tokens));
      const cellule = ({ tokens }: Tokens.TableCell, n: number) => {
        const contenu = this.parser.parseInline(tokens);
        // The first cell names its row, as in every table of the portal.
        if (n === 0) return `<th scope="row">${contenu}</th>`;
        return `<td data-label="${echapper(texteDuHtml(titres[n] ?? ''))}">${contenu}</td>`;
      };
      const tete = titres.map((titre) => `<th scope="col">${titre}</th>`).join('');
      const corps = rows.map((row) => `<tr>${row.map(cellule).join('')}</tr>`).join('');
      const table = `<table><thead><tr>${tete}</tr></thead><tbody>${corps}</tbody></table>`;
      return CADRE.reduceRight((dedans, classe) => `<div class="${classe}">${dedans}</div>`, table);
    },
  },
});

/** Renders Markdown, raw HTML included, and keeps only what may be shown. */
export function rendreMarkdown(markdown: string): Rendu {
  const retires = new Set<string>();
  const html = sanitizeHtml(marked.parse(markdown, { async: false }), {
    allowedTags: BALISES,
    allowedAttributes: {
      a: ['href'],
      ol: ['start'],
      th: ['scope'],
      td: ['data-label'],
      div: ['class'],
    },
    allowedClasses: { div: CADRE },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: NIVEAUX_MAX,
    onOpenTag: (nom) => {
      if (!BALISES.includes(nom)) retires.add(nom);
    },
    transformTags: {
      a: (tagName, { href }): sanitizeHtml.Tag => {
        if (href && lienPermis(href)) return { tagName, attribs: { href } };
        retires.add('lien');
        return { tagName: SANS_EFFET, attribs: {} };
      },
    },
  });
  return { html: ordonnerTitres(html).trim(), retires: [...retires] };
}

// Read as a browser would: « /\host » and a tab after the first slash lead elsewhere.
function lienPermis(href: string): boolean {
  if (href.startsWith('/')) return URL.parse(href, NOTRE_ORIGINE)?.origin === NOTRE_ORIGINE;
  return /^(https?:\/\/|mailto:)/i.test(href) && URL.canParse(href);
}

/**
 * The page has one h1, its title: titles begin at h2 here, and none is deeper than the one above it
 * by more than one.
 */
function ordonnerTitres(html: string): string {
  const ouverts: { lu: number; ecrit: number }[] = [];
  return html.replace(/<h([1-6])>(.*?)<\/h\1>/gs, (_, niveau: string, texte: string) => {
    const lu = Number(niveau);
    while ((ouverts.at(-1)?.lu ?? 0) >= lu) ouverts.pop();
    const ecrit = Math.min((ouverts.at(-1)?.ecrit ?? PREMIER_NIVEAU - 1) + 1, DERNIER_NIVEAU);
    ouverts.push({ lu, ecrit });
    return `<h${ecrit}>${texte}</h${ecrit}>`;
  });
}

const ENTITES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

/** The text of such HTML: no markup, single spaces, those that do not break kept. */
export function texteDuHtml(html: string): string {
  return (
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(lt|gt|quot|amp|#39);/g, (_, nom: string) => ENTITES[nom] ?? '')
      // All spaces but those that keep a sign with its word.
      .replace(/[^\S\u00a0\u202f]+/g, ' ')
      .replace(/ ([.,)])/g, '$1')
      .trim()
  );
}

function echapper(texte: string): string {
  return texte.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
