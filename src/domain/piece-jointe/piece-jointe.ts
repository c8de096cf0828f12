// A pièce jointe (screens §8): what its name, its size and its content may be, and how it comes to be available.
import type { Verdict } from '../../platform/antivirus/antivirus.ts';
import type { Detection } from '../../platform/fichiers/detection.ts';
import { contenuConforme, type Extension, estExtension } from './formats.ts';
import type { LimitesDesPieces } from './limites.ts';

/** Nothing is served before DISPONIBLE. */
export type EtatPiece = 'RECUE' | 'EN_ANALYSE' | 'DISPONIBLE' | 'REJETEE';
/** Why a file was taken away after it had been received. */
export type MotifDeRejet = 'VIRUS';

/** What it keeps now; what waits for its analysis counts, what was rejected does not. */
export type Usage = { fichiers: number; octets: number };

export type TypeDePiece = { id: number; code: string; libelle: string };

export type PieceJointe = {
  id: number;
  designation: string;
  nomFichier: string;
  extension: Extension;
  /** The label of its type, in the reader's language. */
  type: string;
  tailleOctets: number;
  etat: EtatPiece;
  motifRejet: MotifDeRejet | null;
  ajouteeLe: Date;
};

/** A piece as it is served: where its content is, and what it is. */
export type PieceAServir = Pick<
  PieceJointe,
  'id' | 'nomFichier' | 'extension' | 'tailleOctets' | 'etat' | 'ajouteeLe'
> & {
  /** Its random name in the store. */
  fichier: string;
  typeMime: string;
  empreinteSha256: Buffer;
};

export const NOM_MAX = 50;
export const DESIGNATION_MAX = 100;

export type RefusDeNom =
  | 'fichierManquant'
  | 'nomCaracteres'
  | 'nomPoints'
  | 'nomTropLong'
  | 'extension';
export type NomDeFichier = { nom: string; extension: Extension };

// Control and formatting characters (right-to-left marks make « exe.pdf » of « fdp.exe »), what separates folders, and
// what Windows takes in no name.
const INTERDITS = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\ufffd]/u;

/** The name that a browser gave to a file, as it is kept; its length is what PostgreSQL counts. */
export function lireNomDeFichier(
  recu: string | undefined,
): ({ kind: 'nom' } & NomDeFichier) | { kind: 'refus'; refus: RefusDeNom } {
  const refus = (pourquoi: RefusDeNom) => ({ kind: 'refus', refus: pourquoi }) as const;
  const nom = (recu ?? '').normalize('NFC').trim();
  if (nom === '') return refus('fichierManquant');
  if (INTERDITS.test(nom)) return refus('nomCaracteres');
  const point = nom.lastIndexOf('.');
  if (point >= 0 && /^\.*$/.test(nom.slice(0, point))) return refus('nomPoints');
  if ([...nom].length > NOM_MAX) return refus('nomTropLong');
  const extension = point < 0 ? '' : nom.slice(point + 1).toLowerCase();
  return estExtension(extension) ? { kind: 'nom', nom, extension } : refus('extension');
}

export type RefusDePlace = 'nombre' | 'quota';

/** Whether an account has room for one more file of this size. */
export function decidePlace(
  { fichiers, octets }: Usage,
  tailleOctets: number,
  { fichiersMax, quotaOctets }: LimitesDesPieces,
): 'place' | RefusDePlace {
  if (fichiers + 1 > fichiersMax) return 'nombre';
  return octets + tailleOctets > quotaOctets ? 'quota' : 'place';
}

export type RefusDeContenu = 'contenu' | 'archive';

/** What an archive may say that it unpacks to. */
const ARCHIVE_OCTETS_MAX = 1024 ** 3;
const ARCHIVE_RAPPORT_MAX = 100;

/** Whether a content agrees with the extension of its name, and unpacks to something reasonable. */
export function decideContenu(
  extension: Extension,
  { genre, archive }: Detection,
): 'conforme' | RefusDeContenu {
  if (!contenuConforme(extension, genre)) return 'contenu';
  if (!archive) return 'conforme';
  const { octetsDeclares, rapport } = archive;
  return octetsDeclares > ARCHIVE_OCTETS_MAX || rapport > ARCHIVE_RAPPORT_MAX
    ? 'archive'
    : 'conforme';
}

/** What becomes of a file once the antivirus spoke; `null`: there is none, and nothing to wait for. */
export function decideAnalyse(verdict: Verdict | null):
  | { kind: 'disponible' }
  | { kind: 'rejetee'; motif: MotifDeRejet }
  /** The antivirus cannot tell, or does not answer at all: the file stays « en analyse ». */
  | { kind: 'indecise' }
  | { kind: 'attend' } {
  switch (verdict?.kind) {
    case undefined:
    case 'sain':
      return { kind: 'disponible' };
    case 'infecte':
      return { kind: 'rejetee', motif: 'VIRUS' };
    case 'sans_verdict':
      return { kind: 'indecise' };
    case 'indisponible':
      return { kind: 'attend' };
  }
}

/** The names of several files in one folder: the second « a.pdf » becomes « a (2).pdf ». Case does not tell two apart. */
export function nomsUniques(noms: readonly string[]): string[] {
  const pris = new Set<string>();
  return noms.map((nom) => {
    const point = nom.lastIndexOf('.');
    const [base, fin] = [nom.slice(0, point), nom.slice(point)];
    let unique = nom;
    for (let rang = 2; pris.has(unique.toLowerCase()); rang += 1)
      unique = `${base} (${rang})${fin}`;
    pris.add(unique.toLowerCase());
    return unique;
  });
}

export const COLONNES_DE_TRI = ['designation', 'nom', 'type', 'taille', 'ajoutee'] as const;
export type TriDesPieces = {
  colonne: (typeof COLONNES_DE_TRI)[number];
  sens: 'croissant' | 'decroissant';
};
