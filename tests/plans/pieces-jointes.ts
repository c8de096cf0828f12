// The queries of the drawer of files, for the tests that read plans: an account that keeps two hundred of them.
import {
  contenuDejaGarde,
  effacerPieces,
  pieceDeLaCle,
  piecesAServir,
  piecesChoisies,
  piecesDuCompte,
  usageDuCompte,
} from '../../src/domain/piece-jointe/queries.ts';
import {
  commencerAnalyse,
  conclureAnalyse,
  piecesEnAttente,
} from '../../src/domain/piece-jointe/queries-analyse.ts';
import {
  effacerRejetees,
  fichiersNommes,
  piecesApres,
  toujoursNommees,
  viderTiroirs,
} from '../../src/domain/piece-jointe/queries-balayage.ts';
import type { Query } from './expliquer.ts';

const COMPTE = 77;
/** Of this account: it is the 200th of its drawer. */
const PIECE = 49_826;
const UUID = '6dd0b4a6-41a5-4d57-a9a4-7a1f4c1f5f10';
const INSTANT = new Date('2026-11-23T09:30:00Z');
const FILTRE = {
  texte: '',
  tri: { colonne: 'ajoutee', sens: 'decroissant' },
  page: 1,
  parPage: 10,
} as const;

export const DES_PIECES: [name: string, run: Query][] = [
  ['the list', (s) => piecesDuCompte(s, COMPTE, FILTRE, 'fr')],
  ['a search in it', (s) => piecesDuCompte(s, COMPTE, { ...FILTRE, texte: 'été' }, 'fr')],
  ['the room taken', (s) => usageDuCompte(s, COMPTE)],
  ['the ticked rows', (s) => piecesChoisies(s, COMPTE, [PIECE, PIECE + 1], 'fr')],
  ['what is served', (s) => piecesAServir(s, COMPTE, [PIECE])],
  ['what a form stored', (s) => pieceDeLaCle(s, COMPTE, UUID)],
  ['the same content', (s) => contenuDejaGarde(s, COMPTE, Buffer.alloc(32))],
  ['what is deleted', (s) => effacerPieces(s, COMPTE, [PIECE])],
  ['the start of an analysis', (s) => commencerAnalyse(s, PIECE)],
  ['its end', (s) => conclureAnalyse(s, PIECE, null, INSTANT)],
  ['what waits', (s) => piecesEnAttente(s, INSTANT, 100)],
  ['the files that rows name', (s) => fichiersNommes(s, [UUID])],
  ['rows in their order', (s) => piecesApres(s, PIECE, 500)],
  ['rows that are still there', (s) => toujoursNommees(s, [PIECE])],
  ['rejected rows that have had their time', (s) => effacerRejetees(s, INSTANT)],
  ['drawers that have had their time', (s) => viderTiroirs(s, INSTANT, 500)],
];
