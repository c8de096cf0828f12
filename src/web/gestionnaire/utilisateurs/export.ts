// « Exporter » (screens §9): all the people that the list finds, a row a line of theirs, as CSV or XLSX, streamed.
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { idsUtilisateurs } from '../../../domain/rattachement/queries-utilisateurs.ts';
import {
  type UtilisateurExporte,
  utilisateursAExporter,
} from '../../../domain/rattachement/queries-utilisateurs-export.ts';
import { etatAffiche } from '../../../domain/rattachement/rattachement.ts';
import { EXPORT_UTILISATEURS_MAX } from '../../../domain/rattachement/utilisateurs.ts';
import type { Sql } from '../../../platform/postgres/sql.ts';
import { ecrireCsv } from '../../../platform/tableur/csv.ts';
import { ecrireXlsx } from '../../../platform/tableur/xlsx.ts';
import { type Translate, textesDe } from '../../../platform/textes/index.ts';
import type { WebContext } from '../../commun/contexte.ts';
import { lireListe } from './filtre.ts';
import type { DansStructure } from './gardes.ts';

const LOT_PERSONNES = 1_000;
const LARGEUR_NOM_CHARACTERS = 30;

export type Format = 'csv' | 'xlsx';
const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Sends the file of the list that the address asks for, all pages included. */
export async function exporter(
  request: FastifyRequest,
  reply: FastifyReply,
  { sql }: WebContext,
  { structure, jour }: DansStructure,
  format: Format,
): Promise<FastifyReply> {
  const t = textesDe(request.langue);
  const filtre = lireListe(request.query);
  const limite = EXPORT_UTILISATEURS_MAX;
  const ids = await idsUtilisateurs(sql, structure.id, filtre, jour, limite);
  const nom = `${t('utilisateurs.export.fichier')}.${format}`;
  return reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="${nom}"`)
    .send(ecrire(format, t, lots(sql, t, { structureId: structure.id, ids, jour })));
}

function ecrire(format: Format, t: Translate, lignes: AsyncIterable<string[][]>): Readable {
  const titres = titresDe(t);
  if (format === 'csv') return ecrireCsv(titres, lignes);
  const colonnes = titres.map((titre, rang) =>
    rang < 2 ? { titre, largeur: LARGEUR_NOM_CHARACTERS } : { titre },
  );
  return ecrireXlsx({ feuille: t('utilisateurs.export.feuille'), colonnes }, lignes);
}

function titresDe(t: Translate): string[] {
  return [
    t('utilisateurs.personne.nom'),
    t('utilisateurs.personne.prenom'),
    t('utilisateurs.personne.identifiant'),
    t('utilisateurs.export.compte'),
    t('utilisateurs.personne.role'),
    t('utilisateurs.export.code'),
    t('utilisateurs.export.service'),
    t('utilisateurs.personne.dateDebut'),
    t('utilisateurs.personne.dateFin'),
    t('utilisateurs.personne.statut'),
    t('utilisateurs.export.delegue'),
  ];
}

// Read as the visitor takes them: no connection waits for a slow one.
async function* lots(
  sql: Sql,
  t: Translate,
  { structureId, ids, jour }: { structureId: number; ids: number[]; jour: string },
): AsyncGenerator<string[][]> {
  for (let debut = 0; debut < ids.length; debut += LOT_PERSONNES) {
    const lot = ids.slice(debut, debut + LOT_PERSONNES);
    const lignes = await utilisateursAExporter(sql, structureId, lot, jour);
    yield lignes.map((ligne) => ligneDe(ligne, t, jour));
  }
}

function ligneDe(ligne: UtilisateurExporte, t: Translate, jour: string): string[] {
  return [
    ligne.nom,
    ligne.prenom,
    ligne.identifiantConnexion,
    t(`compte.etat.${ligne.etatCompte}`),
    t(`compte.roles.${ligne.role}`),
    ligne.code ?? '',
    ligne.service ?? t('pages.rattachements.structureEntiere'),
    ligne.dateDebut,
    ligne.dateFin ?? '',
    t(`compte.statuts.${etatAffiche(ligne, jour)}`),
    ligne.delegueJusquAu ?? '',
  ];
}
