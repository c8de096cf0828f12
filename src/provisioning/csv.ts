// Reads a register's CSV file: a header, then one record a line (reference/chorus-api.md §12.3).
import path from 'node:path';
import { texte } from '../domain/compte/valeurs.ts';
import { ErreurDeDemarrage } from '../platform/erreur-de-demarrage.ts';
import { LIGNE_MAX_BYTES, type LigneLue, lireLignes } from './lignes.ts';

const SEPARATEUR = ';';
// The rules of one-line texts, asked of a whole line at once: no control character, spaces single, NFC.
const LIGNE = texte(LIGNE_MAX_BYTES);

/** The columns of a file: their names in order, and each one's rank. */
export type Entete<N extends string> = { noms: readonly N[]; rangs: ReadonlyMap<N, number> };

export function entete<N extends string>(noms: readonly N[]): Entete<N> {
  return { noms, rangs: new Map(noms.map((nom, rang) => [nom, rang])) };
}

/** The lines under the header; a header that is not the one expected stops the import with a sentence. */
export async function* lireLignesCsv(
  fichier: string,
  noms: readonly string[],
  surOctets?: (lus: number) => void,
): AsyncGenerator<LigneLue> {
  let attendue = true;
  for await (const ligne of lireLignes(fichier, surOctets)) {
    if (attendue) verifierEntete(path.basename(fichier), decouper(ligne.texte) ?? [], noms);
    else yield ligne;
    attendue = false;
  }
  if (attendue) throw new ErreurDeDemarrage(`Le fichier « ${path.basename(fichier)} » est vide.`);
}

function verifierEntete(fichier: string, lus: string[], noms: readonly string[]): void {
  const faux = noms.findIndex((nom, n) => lus[n]?.trim().toLowerCase() !== nom.toLowerCase());
  if (faux < 0 && lus.length === noms.length) return;
  const constat =
    lus.length === noms.length
      ? `la colonne ${faux + 1} s'appelle « ${lus[faux]} », « ${noms[faux]} » est attendue`
      : `${lus.length} colonnes, ${noms.length} sont attendues`;
  throw new ErreurDeDemarrage(
    `L'en-tête de « ${fichier} » n'est pas le bon : ${constat}. Première ligne attendue : ${noms.join(SEPARATEUR)}`,
  );
}

/** The values of a line, or why it has none. */
export type LectureCsv =
  | { kind: 'lue'; valeurs: string[] }
  | { kind: 'refusee'; motif: string; valeurs: string[] };

/** Cuts a line; one that is refused gives what could be read of it all the same. */
export function lireCsv(ligne: LigneLue, noms: readonly string[]): LectureCsv {
  const brut = ligne.texte.endsWith('\r') ? ligne.texte.slice(0, -1) : ligne.texte;
  const net = LIGNE.safeParse(brut);
  const valeurs = decouper(net.data ?? brut);
  const refusee = (motif: string): LectureCsv => ({
    kind: 'refusee',
    motif,
    valeurs: valeurs ?? brut.split(SEPARATEUR),
  });
  if (ligne.refus === 'utf8') return refusee('n’est pas de l’UTF-8');
  if (ligne.refus === 'tropLongue') return refusee('ligne trop longue');
  if (!valeurs) return refusee('guillemet ouvert et jamais fermé');
  if (valeurs.length !== noms.length) {
    return refusee(`${valeurs.length} colonnes, ${noms.length} attendues`);
  }
  if (net.success) return { kind: 'lue', valeurs };
  const faux = noms.filter((_, n) => !LIGNE.safeParse(valeurs[n]).success);
  return refusee(faux.map((nom) => `${nom} : caractères interdits`).join(' ; '));
}

const ENTRE_GUILLEMETS = /"([^"]*(?:""[^"]*)*)"(?:;|$)/y;

/**
 * Cuts a line at its separators; undefined when a quote that opens a value is not closed. A line is a record: whatever
 * its quotes, the next one is read all the same.
 */
export function decouper(ligne: string): string[] | undefined {
  if (!ligne.includes('"')) return ligne.split(SEPARATEUR);
  const valeurs: string[] = [];
  let debut = 0;
  for (;;) {
    let fin = ligne.indexOf(SEPARATEUR, debut);
    if (ligne[debut] === '"') {
      ENTRE_GUILLEMETS.lastIndex = debut;
      const lue = ENTRE_GUILLEMETS.exec(ligne);
      if (!lue) return undefined;
      valeurs.push((lue[1] ?? '').replaceAll('""', '"'));
      fin = lue[0].endsWith(SEPARATEUR) ? ENTRE_GUILLEMETS.lastIndex - 1 : -1;
    } else {
      valeurs.push(ligne.slice(debut, fin < 0 ? undefined : fin));
    }
    if (fin < 0) return valeurs;
    debut = fin + 1;
  }
}
