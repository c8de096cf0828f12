// Reads the file of an actualité: a header, then Markdown; each thing wrong is one sentence that
// names its field.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type ActualiteAPublier,
  deciderActualite,
  enIdentifiant,
  IDENTIFIANT_MAX,
  RESUME_MAX,
  type RefusActualite,
  TITRE_MAX,
} from '../../domain/actualite/actualite.ts';
import { lireEntete } from '../../platform/front-matter.ts';
import { rendreMarkdown, texteDuHtml } from '../../platform/markdown.ts';

/** Far beyond what anybody reads on a home page. */
const FICHIER_MAX_BYTES = 100_000;

export type LectureActualite =
  | { kind: 'lue'; actualite: ActualiteAPublier; retires: string[] }
  | { kind: 'refusee'; phrases: string[] };

/** Reads and checks the file; nothing is stored here. */
export async function lireActualite(fichier: string): Promise<LectureActualite> {
  if ((await stat(fichier)).size > FICHIER_MAX_BYTES)
    return refusee(`Le fichier est trop gros : ${FICHIER_MAX_BYTES / 1000} ko au plus.`);
  const contenu = enTexte(await readFile(fichier));
  if (contenu === undefined) return refusee('Le fichier n’est pas du texte en UTF-8.');
  const document = lireEntete(contenu);
  if (document.kind === 'absent')
    return refusee('L’en-tête manque : le fichier commence par « --- », les champs, puis « --- ».');
  if (document.kind === 'illisible') {
    const ou = document.ligne === null ? '' : `, ligne ${document.ligne}`;
    return refusee(
      `L’en-tête est illisible${ou} : écrivez « champ: valeur », un champ par ligne. ${GUILLEMETS}`,
    );
  }
  const decision = deciderActualite(document.entete, identifiantDuFichier(fichier));
  const phrases = decision.kind === 'refusee' ? decision.refus.map(phrase) : [];
  const markdown = document.corps.replaceAll('\r\n', '\n').normalize('NFC').trim();
  const rendu = rendre(markdown);
  if (!rendu || texteDuHtml(rendu.html) === '')
    phrases.push('Le texte manque : écrivez-le en Markdown sous l’en-tête.');
  if (decision.kind === 'refusee' || !rendu || phrases.length > 0)
    return { kind: 'refusee', phrases };
  const { html, retires } = rendu;
  return { kind: 'lue', actualite: { ...decision.entete, markdown, html }, retires };
}

function refusee(phrase: string): LectureActualite {
  return { kind: 'refusee', phrases: [phrase] };
}

// PostgreSQL takes no NUL in a text.
function enTexte(octets: Buffer): string | undefined {
  try {
    const texte = new TextDecoder('utf-8', { fatal: true }).decode(octets);
    return texte.includes('\0') ? undefined : texte;
  } catch {
    return undefined;
  }
}

// Thousands of quotes one in another are more than a parser can hold: as good as no text.
function rendre(markdown: string): ReturnType<typeof rendreMarkdown> | undefined {
  try {
    return rendreMarkdown(markdown);
  } catch {
    return undefined;
  }
}

/** « maintenance.fr.md » and « maintenance.en.md » tell the same thing in two languages. */
function identifiantDuFichier(fichier: string): string {
  return enIdentifiant(
    path
      .basename(fichier)
      .replace(/\.(md|markdown)$/i, '')
      .replace(/\.(fr|en)$/i, ''),
  );
}

const EXEMPLE_DE_DATE = 'une date, par exemple 2026-12-31';
const LONGUEURS: Record<string, number> = {
  titre: TITRE_MAX,
  resume: RESUME_MAX,
  identifiant: IDENTIFIANT_MAX,
};

const GUILLEMETS =
  'Mettez entre guillemets droits une valeur qui contient deux-points ou commence par un signe, ' +
  'par exemple titre: "Coupure : samedi".';

function phrase({ champ, motif }: RefusActualite): string {
  const quoi = `« ${champ} »`;
  switch (motif) {
    case 'manquant':
      return `${quoi} manque dans l’en-tête.`;
    case 'pasUnTexte':
      return `${quoi} n’est pas un texte. ${GUILLEMETS}`;
    case 'tropLong':
      return `${quoi} est trop long : ${LONGUEURS[champ]} caractères au plus.`;
    case 'caracteres':
      return champ === 'identifiant'
        ? `${quoi} : des minuscules sans accent, des chiffres et des tirets, par exemple maintenance-de-mars.`
        : `${quoi} tient sur une ligne, sans caractère invisible.`;
    case 'langue':
      return `${quoi} : fr ou en.`;
    case 'date':
      return `${quoi} : ${EXEMPLE_DE_DATE}.`;
    case 'finAvantDebut':
      return `${quoi} vient avant « du » : la fin ne peut pas précéder le début.`;
    case 'inconnu':
      return `${quoi} n’est pas un champ connu : titre, resume, langue, du, au, identifiant.`;
  }
}
