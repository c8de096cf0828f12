// Cuts a body into its lines (NDJSON) as it comes: a line in memory, never the whole.

/**
 * A line is an invoice's event with the longest of reasons, every letter of it escaped, and room to
 * spare.
 */
export const OCTETS_PAR_LIGNE = 8 * 1024;
/** Ten thousand lines of 1,600 bytes; a line of ours has about 500. */
export const OCTETS_PAR_APPEL = 16 * 1024 * 1024;

/** A line, by its number from 1 on; null: longer than it may be. */
export type LigneLue = { ligne: number; octets: Buffer | null };

/** Lines that say something; as many blank ones may stand between them. */
export const LIGNES_PAR_APPEL = 10_000;
const LIGNES_PHYSIQUES_MAX = 2 * LIGNES_PAR_APPEL;

/** The body is larger than it may be: the lines before this were given. */
export class AppelTropGrand extends Error {
  override name = 'AppelTropGrand';
  readonly arret: 'TROP_DE_LIGNES' | 'CORPS_TROP_GRAND';

  constructor(arret: AppelTropGrand['arret']) {
    super(arret);
    this.arret = arret;
  }
}

const SAUT = 0x0a;
const RETOUR = 0x0d;

/** The lines that say something: blank ones count in the numbers, and are left out. */
export async function* lireLignes(
  corps: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<LigneLue, void> {
  let ligne = 1;
  let pleines = 0;
  let recus = 0;
  let debut: Buffer[] = [];
  let longueur = 0;
  const garder = (morceau: Buffer) => {
    longueur += morceau.length;
    // Of a line too long nothing is kept but its length.
    if (longueur > OCTETS_PAR_LIGNE) debut = [];
    else if (morceau.length > 0) debut.push(morceau);
  };
  const finir = (): LigneLue | null => {
    const lue = longueur > OCTETS_PAR_LIGNE ? null : nettoyer(Buffer.concat(debut), ligne);
    const dite = lue === null || lue.length > 0 ? { ligne, octets: lue } : null;
    if (dite) pleines += 1;
    if (pleines > LIGNES_PAR_APPEL || ligne > LIGNES_PHYSIQUES_MAX)
      throw new AppelTropGrand('TROP_DE_LIGNES');
    ligne += 1;
    debut = [];
    longueur = 0;
    return dite;
  };
  for await (const morceau of corps) {
    recus += morceau.length;
    if (recus > OCTETS_PAR_APPEL) throw new AppelTropGrand('CORPS_TROP_GRAND');
    let depuis = 0;
    for (let fin = morceau.indexOf(SAUT); fin !== -1; fin = morceau.indexOf(SAUT, depuis)) {
      garder(morceau.subarray(depuis, fin));
      depuis = fin + 1;
      const dite = finir();
      if (dite) yield dite;
    }
    garder(morceau.subarray(depuis));
  }
  if (longueur === 0) return;
  const derniere = finir();
  if (derniere) yield derniere;
}

const BOM = Buffer.from('\ufeff');

// Neither what Windows writes before the first line and after each one, nor a line of spaces.
function nettoyer(octets: Buffer, ligne: number): Buffer {
  const sansBom = ligne === 1 && octets.subarray(0, BOM.length).equals(BOM);
  const debut = sansBom ? octets.subarray(BOM.length) : octets;
  const entiere = debut.at(-1) === RETOUR ? debut.subarray(0, -1) : debut;
  return entiere.every((octet) => octet === 0x20 || octet === 0x09) ? Buffer.alloc(0) : entiere;
}
