// Receives the form of a pièce jointe: its file goes to the store as it comes, whatever the order of the fields.
import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { deposerFichier } from '../../../../domain/piece-jointe/depot.ts';
import { decidePlace, lireNomDeFichier } from '../../../../domain/piece-jointe/piece-jointe.ts';
import { usageDuCompte } from '../../../../domain/piece-jointe/queries.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { WebContext } from '../../../commun/contexte.ts';
import { lireSaisies, type Saisies } from '../../../commun/formulaire.ts';
import type { FichierRecu } from './form.ts';

const CHAMP_MAX_OCTETS = 4_096;
const CHAMPS_MAX = 10;
/** What is read and dropped behind the limit, so that a browser hears why its file is refused. */
const RESTE_MAX_OCTETS = 40 * 1024 * 1024;

const SANS_FICHIER: FichierRecu = { kind: 'refus', refus: 'fichierManquant' };

export type FormulaireRecu = { saisies: Saisies; fichier: FichierRecu };

/** Reads the whole form; broken off, it leaves nothing in the store. */
export async function recevoir(
  request: FastifyRequest,
  context: WebContext,
): Promise<FormulaireRecu> {
  if (!request.isMultipart()) return { saisies: lireSaisies(request.body), fichier: SANS_FICHIER };
  const { octetsMax } = context.limitesDesPieces;
  // Before the body flows: nothing of it may be missed while the database answers.
  const plein = await manqueDePlace(request, context);
  const champs: Record<string, unknown> = {};
  let fichier = SANS_FICHIER;
  let depot: Readable | null = null;
  borner(request, octetsMax + RESTE_MAX_OCTETS);
  try {
    const parties = request.parts({
      // The name as it came: a path in it is refused, not cut.
      preservePath: true,
      limits: {
        fileSize: octetsMax + 1,
        files: 1,
        fields: CHAMPS_MAX,
        fieldSize: CHAMP_MAX_OCTETS,
      },
    });
    for await (const partie of parties) {
      if (partie.type === 'field') {
        champs[partie.fieldname] = partie.value;
        continue;
      }
      depot = partie.file;
      fichier = await deposer(partie, plein, context);
      depot = null;
    }
  } catch (error) {
    if (fichier.kind === 'depose') await context.magasin.supprimer(fichier.depot.fichier);
    // The store failed, or else what was sent: the parser's own errors have no code.
    if (depot && !depot.errored) throw error;
    throw Object.assign(error as Error, { statusCode: codeDe(error) });
  }
  return { saisies: lireSaisies(champs), fichier };
}

function codeDe(error: unknown): number {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 400;
}

async function manqueDePlace(
  request: FastifyRequest,
  { sql, limitesDesPieces }: WebContext,
): Promise<FichierRecu | null> {
  const usage = await usageDuCompte(sql, agentDe(request).compteId);
  const place = decidePlace(usage, 1, limitesDesPieces);
  return place === 'place' ? null : { kind: 'refus', refus: place };
}

async function deposer(
  { file, filename, fieldname }: MultipartFile,
  plein: FichierRecu | null,
  { magasin, limitesDesPieces }: WebContext,
): Promise<FichierRecu> {
  try {
    if (fieldname !== 'fichier') return SANS_FICHIER;
    const nom = lireNomDeFichier(filename);
    if (nom.kind === 'refus') return nom;
    if (plein) return plein;
    const recu = await deposerFichier(magasin, file, limitesDesPieces.octetsMax);
    if (recu.kind === 'refus') return recu;
    return { kind: 'depose', depot: recu.depot, nom };
  } finally {
    // What is not kept is read all the same: the fields behind it are wanted.
    file.resume();
  }
}

/** Breaks a request off that sends more than any form of ours. */
function borner({ raw }: FastifyRequest, octetsMax: number): void {
  let recus = 0;
  raw.on('data', (morceau: Buffer) => {
    recus += morceau.length;
    if (recus > octetsMax) raw.destroy();
  });
}
