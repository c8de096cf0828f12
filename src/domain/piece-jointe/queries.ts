// SQL of the pièces jointes of an account: list, room taken, what is served, what is written.
import type { PendingQuery, Row } from 'postgres';
import {
  debutDePage,
  lirePage,
  type PageLue,
  type PageVoulue,
} from '../../platform/postgres/pages.ts';
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type {
  EtatPiece,
  PieceAServir,
  PieceJointe,
  TriDesPieces,
  TypeDePiece,
  Usage,
} from './piece-jointe.ts';

type Fragment = PendingQuery<Row[]>;

/** What narrows the list, its order, and which page of it. */
export type FiltrePieces = PageVoulue & {
  /** Letters of the désignation or of the name; '' for all. */
  texte: string;
  tri: TriDesPieces;
};

const TRIS: Record<TriDesPieces['colonne'], (sql: Connection) => Fragment> = {
  designation: (sql) => sql`plier(designation)`,
  nom: (sql) => sql`plier(nom_fichier)`,
  type: (sql) => sql`plier(type)`,
  taille: (sql) => sql`taille_octets`,
  ajoutee: (sql) => sql`ajoutee_le`,
};

function libelle(sql: Connection, langue: Langue): Fragment {
  return langue === 'en' ? sql`t.libelle_en` : sql`t.libelle_fr`;
}

/** A page of the pièces jointes of an account; an account has few of them. */
export async function piecesDuCompte(
  sql: Connection,
  compteId: number,
  { texte, tri, ...page }: FiltrePieces,
  langue: Langue,
): Promise<PageLue<PieceJointe>> {
  const sens = tri.sens === 'croissant' ? sql`asc` : sql`desc`;
  const rows = await sql<(PieceJointe & { total: number })[]>`
    with retenues as (
      select p.id, p.designation, p.nom_fichier, p.extension, ${libelle(sql, langue)} as type,
        p.taille_octets, p.etat, p.motif_rejet, p.ajoutee_le
      from piece_jointe p join type_piece_jointe t on t.id = p.type_id
      where p.compte_id = ${compteId} and (${texte} = '' or (btrim(plier(${texte})) <> ''
        and position(btrim(plier(${texte})) in plier(p.designation || ' ' || p.nom_fichier)) > 0))
    ), compte as (select count(*)::int as total from retenues)
    select r.*, c.total from retenues r, compte c
    order by ${TRIS[tri.colonne](sql)} ${sens}, id ${sens}
    limit ${page.parPage} offset ${debutDePage(sql, page, sql`(select total from compte)`)}`;
  return lirePage<PieceJointe>(rows);
}

/** The pieces of an account among these ids, by name. */
export async function piecesChoisies(
  sql: Connection,
  compteId: number,
  ids: readonly number[],
  langue: Langue,
): Promise<PieceJointe[]> {
  return sql<PieceJointe[]>`
    select p.id, p.designation, p.nom_fichier, p.extension, ${libelle(sql, langue)} as type,
      p.taille_octets, p.etat, p.motif_rejet, p.ajoutee_le
    from piece_jointe p join type_piece_jointe t on t.id = p.type_id
    where p.compte_id = ${compteId} and p.id = any (${[...ids]}::bigint[])
    order by plier(p.designation), p.id`;
}

/** The pieces of an account among these ids, as they are served, whatever their state. */
export async function piecesAServir(
  sql: Connection,
  compteId: number,
  ids: readonly number[],
): Promise<PieceAServir[]> {
  return sql<PieceAServir[]>`
    select id, nom_fichier, extension, taille_octets, etat, ajoutee_le, fichier, type_mime,
      empreinte_sha256
    from piece_jointe
    where compte_id = ${compteId} and id = any (${[...ids]}::bigint[])
    order by plier(nom_fichier), id`;
}

/** How many files an account keeps, and their size; what was rejected is gone. */
export async function usageDuCompte(sql: Connection, compteId: number): Promise<Usage> {
  const [usage] = await sql<Usage[]>`
    select count(*)::int as fichiers, coalesce(sum(taille_octets), 0)::bigint as octets
    from piece_jointe where compte_id = ${compteId} and etat <> 'REJETEE'`;
  return usage ?? { fichiers: 0, octets: 0 };
}

/** The types of the reference table, in its order. */
export async function typesDePiece(sql: Connection, langue: Langue): Promise<TypeDePiece[]> {
  return sql<TypeDePiece[]>`
    select t.id, t.code, ${libelle(sql, langue)} as libelle
    from type_piece_jointe t order by t.ordre`;
}

/** The piece that the form of this one-time key already stored. */
export async function pieceDeLaCle(
  sql: Connection,
  compteId: number,
  cle: string,
): Promise<{ id: number; etat: EtatPiece } | undefined> {
  const [piece] = await sql<{ id: number; etat: EtatPiece }[]>`
    select id, etat from piece_jointe where compte_id = ${compteId} and cle_envoi = ${cle}`;
  return piece;
}

/** True when the account already keeps a file of this content. */
export async function contenuDejaGarde(
  tx: Transaction,
  compteId: number,
  empreinteSha256: Buffer,
): Promise<boolean> {
  const [meme] = await tx`
    select from piece_jointe
    where compte_id = ${compteId} and empreinte_sha256 = ${empreinteSha256} and etat <> 'REJETEE'
    limit 1`;
  return meme !== undefined;
}

export type PieceAEcrire = {
  compteId: number;
  typeId: number;
  designation: string;
  nomFichier: string;
  extension: string;
  typeMime: string;
  tailleOctets: number;
  empreinteSha256: Buffer;
  fichier: string;
  cleEnvoi: string | null;
  etat: EtatPiece;
  ajouteeLe: Date;
};

/** Writes the row of a file that the store holds; gives its id. */
export async function ecrirePiece(tx: Transaction, piece: PieceAEcrire): Promise<number> {
  const [ecrite] = await tx<{ id: number }[]>`
    insert into piece_jointe ${tx(piece)} returning id`;
  if (!ecrite) throw new Error('a row that was written gives its id');
  return ecrite.id;
}

/** Deletes rows of an account; gives those that there were. */
export async function effacerPieces(
  tx: Transaction,
  compteId: number,
  ids: readonly number[],
): Promise<{ id: number; fichier: string }[]> {
  return tx<{ id: number; fichier: string }[]>`
    delete from piece_jointe where compte_id = ${compteId} and id = any (${[...ids]}::bigint[])
    returning id, fichier`;
}
