// Adding and deleting pièces jointes (screens §8): the file first, then the row that names it; the reverse to delete.
import { detecter } from '../../platform/fichiers/detection.ts';
import type { Magasin } from '../../platform/fichiers/magasin.ts';
import { sourceDe } from '../../platform/fichiers/source.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, surCompte, verrouillerActif } from '../compte/acte.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliser, journaliserTout } from '../journal/queries.ts';
import type { Depot } from './depot.ts';
import { FORMATS } from './formats.ts';
import type { LimitesDesPieces } from './limites.ts';
import {
  decideContenu,
  decidePlace,
  type EtatPiece,
  type NomDeFichier,
  type RefusDeContenu,
  type RefusDePlace,
} from './piece-jointe.ts';
import {
  contenuDejaGarde,
  ecrirePiece,
  effacerPieces,
  pieceDeLaCle,
  usageDuCompte,
} from './queries.ts';
import { demanderAnalyse } from './queries-analyse.ts';

/** A form that is whole: its file is in the store, under a name that nobody else has. */
export type Ajout = {
  depot: Depot;
  nom: NomDeFichier;
  designation: string;
  typeId: number;
  /** One-time key of the form; null when the browser did not send it. */
  cle: string | null;
};

export type ResultatAjout =
  /** `enDouble`: the account already kept this content. */
  | { kind: 'ajoutee'; id: number; etat: EtatPiece; enDouble: boolean }
  /** The same form came before. */
  | { kind: 'dejaAjoutee'; id: number; etat: EtatPiece }
  | { kind: 'refus'; refus: RefusDeContenu | RefusDePlace }
  | CompteIndisponible;

export type CadreDesPieces = {
  magasin: Magasin;
  limites: LimitesDesPieces;
  /** Files wait for an antivirus before they are served. */
  analyse: boolean;
};

/**
 * Keeps a deposited file, if its content agrees with its name and there is room. Whatever else it answers, the deposit is
 * gone. If the transaction fails, its outcome may be unknown: the deposit is then left to the sweeper, since a row might
 * name it.
 */
export async function ajouterPiece(
  sql: Sql,
  cadre: CadreDesPieces,
  compteId: number,
  ajout: Ajout,
  instant: Date,
): Promise<ResultatAjout> {
  const { magasin } = cadre;
  const { fichier } = ajout.depot;
  const lu = await lireContenu(magasin, ajout).catch(async (error: unknown) => {
    await magasin.supprimer(fichier);
    throw error;
  });
  const resultat =
    lu.decision === 'conforme'
      ? await sql.begin((tx) => ecrire(tx, cadre, compteId, { ...ajout, ...lu }, instant))
      : ({ kind: 'refus', refus: lu.decision } as const);
  if (resultat.kind !== 'ajoutee') await magasin.supprimer(fichier);
  return resultat;
}

async function lireContenu(
  magasin: Magasin,
  { depot, nom: { extension } }: Ajout,
): Promise<{ decision: ReturnType<typeof decideContenu>; typeMime: string }> {
  const source = sourceDe(magasin, depot.fichier, depot.tailleOctets);
  const detection = await detecter(source);
  const { mime } = FORMATS[extension];
  const decision = decideContenu(extension, detection);
  if (decision !== 'conforme' || !mime.startsWith('text/')) return { decision, typeMime: mime };
  const utf8 = await estUtf8(await source.lire());
  return { decision, typeMime: `${mime}; charset=${utf8 ? 'utf-8' : 'windows-1252'}` };
}

// Browsers guess neither: a text in UTF-8 without its mark would show « Ã© ».
async function estUtf8(contenu: AsyncIterable<Buffer>): Promise<boolean> {
  const decodeur = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const morceau of contenu) decodeur.decode(morceau, { stream: true });
    decodeur.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function ecrire(
  tx: Transaction,
  { limites, analyse }: CadreDesPieces,
  compteId: number,
  { depot, nom, designation, typeId, cle, typeMime }: Ajout & { typeMime: string },
  instant: Date,
): Promise<ResultatAjout> {
  // The lock on the account makes two forms wait for each other: neither counts without the other.
  if (!(await verrouillerActif(tx, compteId, instant))) return { kind: 'indisponible' };
  const deja = cle === null ? undefined : await pieceDeLaCle(tx, compteId, cle);
  if (deja) return { kind: 'dejaAjoutee', ...deja };
  const place = decidePlace(await usageDuCompte(tx, compteId), depot.tailleOctets, limites);
  if (place !== 'place') return { kind: 'refus', refus: place };
  const enDouble = await contenuDejaGarde(tx, compteId, depot.empreinteSha256);
  const etat: EtatPiece = analyse ? 'RECUE' : 'DISPONIBLE';
  const id = await ecrirePiece(tx, {
    ...depot,
    compteId,
    typeId,
    designation,
    nomFichier: nom.nom,
    extension: nom.extension,
    typeMime,
    cleEnvoi: cle,
    etat,
    ajouteeLe: instant,
  });
  await journaliser(tx, ligneDeJournal(compteId, id, 'PIECE_AJOUTEE', instant));
  if (analyse) await demanderAnalyse(tx, id);
  return { kind: 'ajoutee', id, etat, enDouble };
}

/**
 * Deletes pieces of an account, those of them that there are. The rows go first: a file that stays behind is the sweeper's,
 * a row without its file would be a loss.
 */
export async function supprimerPieces(
  sql: Sql,
  magasin: Magasin,
  compteId: number,
  ids: readonly number[],
  instant: Date,
): Promise<{ kind: 'supprimees'; nombre: number } | CompteIndisponible> {
  const effacees = await sql.begin(async (tx) => {
    if (!(await verrouillerActif(tx, compteId, instant))) return null;
    const pieces = await effacerPieces(tx, compteId, ids);
    await journaliserTout(
      tx,
      pieces.map(({ id }) => ligneDeJournal(compteId, id, 'PIECE_SUPPRIMEE', instant)),
    );
    return pieces;
  });
  if (effacees === null) return { kind: 'indisponible' };
  await Promise.allSettled(effacees.map(({ fichier }) => magasin.supprimer(fichier)));
  return { kind: 'supprimees', nombre: effacees.length };
}

function ligneDeJournal(
  compteId: number,
  pieceId: number,
  acte: 'PIECE_AJOUTEE' | 'PIECE_SUPPRIMEE',
  instant: Date,
): LigneDeJournal {
  return { ...surCompte(compteId, instant), acte, objet: 'piece_jointe', objetId: pieceId };
}
