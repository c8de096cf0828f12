// Applies lines by batches: fast when all is well, line by line when the database refuses
// something.

/** How many lines one transaction takes. */
export const LOT_LIGNES = 500;

/**
 * Integrity and data errors condemn the line itself; deadlocks and serialization ask for another
 * try.
 */
const REFUS = /^2[23]/;
const A_REESSAYER = /^40/;

/**
 * Cuts a stream of lines into batches and applies each. When the database refuses a batch, its
 * lines are applied one at a time: the refused one becomes what `refuser` makes of it, the others
 * go through. Other errors (an outage, a bug) end the run.
 */
export async function* parLots<L, R>(
  lignes: AsyncIterable<L>,
  appliquer: (lot: L[]) => Promise<R[]>,
  refuser: (ligne: L, motif: string) => R,
): AsyncGenerator<R[]> {
  let lot: L[] = [];
  for await (const ligne of lignes) {
    lot.push(ligne);
    if (lot.length < LOT_LIGNES) continue;
    yield await appliquerLot(lot, appliquer, refuser);
    lot = [];
  }
  if (lot.length > 0) yield await appliquerLot(lot, appliquer, refuser);
}

async function appliquerLot<L, R>(
  lot: L[],
  appliquer: (lot: L[]) => Promise<R[]>,
  refuser: (ligne: L, motif: string) => R,
): Promise<R[]> {
  try {
    return await appliquer(lot);
  } catch (error) {
    const code = sqlstate(error);
    if (!REFUS.test(code) && !A_REESSAYER.test(code)) throw error;
    const [ligne] = lot;
    if (lot.length === 1 && ligne !== undefined && REFUS.test(code)) {
      return [refuser(ligne, `refusée par la base (${nomDuRefus(error, code)})`)];
    }
    if (lot.length === 1) throw error;
    const resultats: R[] = [];
    for (const seule of lot) resultats.push(...(await appliquerLot([seule], appliquer, refuser)));
    return resultats;
  }
}

function sqlstate(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

// The constraint's name, never the message: that one quotes the values.
function nomDuRefus(error: unknown, code: string): string {
  const { constraint_name: contrainte } = error as { constraint_name?: unknown };
  return typeof contrainte === 'string' ? contrainte : code;
}
