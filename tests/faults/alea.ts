// Draws that a seed repeats (mulberry32).

/** A generator of numbers from 0 to 1, 1 excluded. */
export function alea(graine: number): () => number {
  let etat = graine | 0;
  return () => {
    etat = (etat + 0x6d2b79f5) | 0;
    let melange = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    melange = (melange + Math.imul(melange ^ (melange >>> 7), 61 | melange)) ^ melange;
    return ((melange ^ (melange >>> 14)) >>> 0) / 2 ** 32;
  };
}
