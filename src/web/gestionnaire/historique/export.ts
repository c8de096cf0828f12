// The history as CSV or XLSX: what its filter keeps, newest first, read as the visitor takes it.
import type { Readable } from 'node:stream';
import type { FiltreDHistorique, LigneDHistorique } from '../../../domain/journal/historique.ts';
import { historiqueDe } from '../../../domain/journal/queries-historique.ts';
import { jourCivil } from '../../../platform/clock.ts';
import type { Sql } from '../../../platform/postgres/sql.ts';
import { ecrireCsv } from '../../../platform/tableur/csv.ts';
import { ecrireXlsx } from '../../../platform/tableur/xlsx.ts';
import { formatHeure } from '../../../platform/textes/formats.ts';
import type { Langue, Translate } from '../../../platform/textes/index.ts';
import { auteurDe, nomDeLActe, phraseDe, qualiteDe } from './phrase.ts';
import { precisionsDe } from './precisions.ts';

const LIGNES_EXPORTEES_MAX = 100_000;
const LOT_LIGNES = 1_000;
const LARGEUR_PHRASE_CHARACTERS = 60;
const COLONNES_LARGES = [3, 7];

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];
export const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Lecteur = { t: Translate; langue: Langue };

/** The bytes of the file. */
export function ecrireHistorique(
  format: Format,
  sql: Sql,
  lecteur: Lecteur,
  structureId: number,
  filtre: FiltreDHistorique,
): Readable {
  const { t } = lecteur;
  const titres = titresDe(t);
  const lignes = lots(sql, lecteur, structureId, filtre);
  if (format === 'csv') return ecrireCsv(titres, lignes);
  const colonnes = titres.map((titre, rang) =>
    COLONNES_LARGES.includes(rang) ? { titre, largeur: LARGEUR_PHRASE_CHARACTERS } : { titre },
  );
  return ecrireXlsx({ feuille: t('historique.feuille'), colonnes }, lignes);
}

function titresDe(t: Translate): string[] {
  const noms = [
    'date',
    'heure',
    'acte',
    'quoi',
    'par',
    'qualite',
    'personne',
    'precisions',
  ] as const;
  return noms.map((nom) => t(`historique.colonnes.${nom}`));
}

// No connection waits for a slow visitor: each batch goes on from the last line of the one before.
async function* lots(
  sql: Sql,
  lecteur: Lecteur,
  structureId: number,
  filtre: FiltreDHistorique,
): AsyncGenerator<string[][]> {
  let depuis: { avant: number } | null = null;
  for (let ecrites = 0; ecrites < LIGNES_EXPORTEES_MAX; ) {
    const reste = Math.min(LOT_LIGNES, LIGNES_EXPORTEES_MAX - ecrites);
    const lignes: LigneDHistorique[] = await historiqueDe(sql, structureId, filtre, depuis, reste);
    yield lignes.map((ligne) => ligneDe(lecteur, ligne));
    const derniere = lignes.at(-1);
    if (!derniere || lignes.length < reste) return;
    depuis = { avant: derniere.id };
    ecrites += lignes.length;
  }
}

function ligneDe(lecteur: Lecteur, ligne: LigneDHistorique): string[] {
  const { t, langue } = lecteur;
  const { instant, acte, compteId, personne } = ligne;
  const concernee = compteId === null ? '' : (personne ?? t('historique.compteEfface'));
  return [
    // As the other exports write a day: it sorts, and a spreadsheet reads it as one.
    jourCivil(instant),
    formatHeure(langue, instant),
    nomDeLActe(t, acte),
    phraseDe(lecteur, ligne),
    auteurDe(lecteur, ligne),
    qualiteDe(lecteur, ligne),
    concernee,
    precisionsDe(lecteur, ligne),
  ];
}
