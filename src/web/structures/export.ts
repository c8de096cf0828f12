// « Exporter » (guide p.10): all the public results of a search as CSV or XLSX, streamed.
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  idsAExporter,
  type StructureExportee,
  structuresAExporter,
} from '../../domain/structure/queries-export.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { ecrireCsv } from '../../platform/tableur/csv.ts';
import { ecrireXlsx } from '../../platform/tableur/xlsx.ts';
import { type Langue, type Translate, textesDe } from '../../platform/textes/index.ts';
import type { WebContext } from '../commun/contexte.ts';
import { nomPays } from '../commun/pays.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { lireRecherche, lireTri } from './form.ts';

const LOT_LIGNES = 1_000;
const LARGEUR_NOM_CHARACTERS = 50;

type Format = 'csv' | 'xlsx';
const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Sends the file; criteria that find nothing by themselves have no export. */
export async function exporter(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  format: Format,
): Promise<FastifyReply> {
  const { criteres, erreurs, particulier, vierge } = lireRecherche(request.query);
  if (vierge || particulier || erreurs.length > 0)
    return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { langue } = request;
  const t = textesDe(langue);
  const ids = await idsAExporter(context.sql, criteres, lireTri(request.query));
  return reply
    .type(TYPES[format])
    .header(
      'content-disposition',
      `attachment; filename="${t('annuaire.export.fichier')}.${format}"`,
    )
    .send(ecrire(format, t, lots(context.sql, { t, langue }, ids)));
}

function ecrire(format: Format, t: Translate, lignes: AsyncIterable<string[][]>): Readable {
  const titres = titresDe(t);
  if (format === 'csv') return ecrireCsv(titres, lignes);
  const colonnes = titres.map((titre, rang) =>
    rang === COLONNE_DU_NOM ? { titre, largeur: LARGEUR_NOM_CHARACTERS } : { titre },
  );
  return ecrireXlsx({ feuille: t('annuaire.export.feuille'), colonnes }, lignes);
}

const COLONNE_DU_NOM = 2;

function titresDe(t: Translate): string[] {
  return [
    t('annuaire.criteres.typeIdentifiant'),
    t('annuaire.criteres.identifiant'),
    t('annuaire.resultats.designation'),
    t('annuaire.criteres.statut'),
    t('annuaire.export.adresse'),
    t('annuaire.criteres.codePostal'),
    t('annuaire.criteres.ville'),
    t('annuaire.criteres.pays'),
    t('annuaire.export.codeService'),
    t('annuaire.export.engagement'),
    t('annuaire.export.serviceOuEngagement'),
  ];
}

type Lecteur = { t: Translate; langue: Langue };

// Read as the visitor takes them: no connection waits for a slow one.
async function* lots(sql: Sql, lecteur: Lecteur, ids: number[]): AsyncGenerator<string[][]> {
  for (let debut = 0; debut < ids.length; debut += LOT_LIGNES) {
    const structures = await structuresAExporter(sql, ids.slice(debut, debut + LOT_LIGNES));
    yield structures.map((structure) => ligneDe(structure, lecteur));
  }
}

// In the words of the list, and the country's of the sheet.
function ligneDe(structure: StructureExportee, { t, langue }: Lecteur): string[] {
  const ouiNon = (valeur: boolean) => t(valeur ? 'compte.oui' : 'compte.non');
  return [
    t(`annuaire.typesIdentifiant.${structure.typeIdentifiant}`),
    structure.identifiant,
    structure.designation,
    t(`annuaire.statuts.${structure.statut}`),
    structure.adresse ?? '',
    structure.codePostal ?? '',
    structure.ville ?? '',
    structure.pays ? nomPays(langue, structure.pays) : '',
    ouiNon(structure.codeServiceObligatoire),
    ouiNon(structure.numeroEngagementObligatoire),
    ouiNon(structure.serviceOuEngagementObligatoire),
  ];
}
