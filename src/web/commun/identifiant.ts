// The id that an address names; anything else than a number of ours is nobody's.

/** The id, or null: the page then does not exist. */
export function lireIdentifiant(valeur: unknown): number | null {
  if (typeof valeur !== 'string' || !/^[1-9]\d{0,15}$/.test(valeur)) return null;
  const id = Number(valeur);
  return Number.isSafeInteger(id) ? id : null;
}

/** Ids as a form (several fields) or an address (one field, commas) gives them, each once. */
export function lireIdentifiants(valeur: unknown): number[] {
  const valeurs = Array.isArray(valeur) ? valeur : String(valeur ?? '').split(',');
  return [...new Set(valeurs.map(lireIdentifiant).filter((id) => id !== null))];
}

/** The id that `:id` of the route names. */
export function idDuChemin(params: unknown): number | null {
  return lireIdentifiant((params as { id?: unknown }).id);
}
