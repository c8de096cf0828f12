// The id that an address names; anything else than a number of ours is nobody's.

/** The id, or null: the page then does not exist. */
export function lireIdentifiant(valeur: unknown): number | null {
  if (typeof valeur !== 'string' || !/^[1-9]\d{0,15}$/.test(valeur)) return null;
  const id = Number(valeur);
  return Number.isSafeInteger(id) ? id : null;
}

/** The id that `:id` of the route names. */
export function idDuChemin(params: unknown): number | null {
  return lireIdentifiant((params as { id?: unknown }).id);
}
