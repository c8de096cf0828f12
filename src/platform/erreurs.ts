// The one table of errors (design §6.7): a stable code, its HTTP status; the public text is in the dictionaries.

export const ERREURS = {
  FORMAT_REFUSE: 400,
  ORIGINE_REFUSEE: 403,
  VERIFICATION_REQUISE: 403,
  PAGE_INCONNUE: 404,
  CORPS_TROP_GRAND: 413,
  TROP_DE_DEMANDES: 429,
  INTERNE: 500,
  INDISPONIBLE: 503,
} as const;
export type CodeErreur = keyof typeof ERREURS;

/** What a program that writes to the portal is told of a whole call, beside the codes above. */
export const ERREURS_D_API = {
  JETON_MANQUANT: 401,
  JETON_REFUSE: 401,
  PORTEE_REFUSEE: 403,
  ADRESSE_INCONNUE: 404,
  METHODE_REFUSEE: 405,
  RIEN_DE_LISIBLE: 400,
  TROP_DE_LIGNES: 413,
  CORPS_TROP_GRAND: 413,
  TYPE_REFUSE: 415,
  TROP_D_APPELS: 429,
  INTERNE: 500,
  INDISPONIBLE: 503,
} as const;
export type CodeErreurApi = keyof typeof ERREURS_D_API;

/** Why a line of a call is refused, the others being taken. */
export const REFUS_DE_LIGNE = [
  'LIGNE_ILLISIBLE',
  'LIGNE_TROP_LONGUE',
  'CHAMP_INVALIDE',
  'DATE_TROP_ANCIENNE',
  'DATE_A_VENIR',
  'STRUCTURE_INCONNUE',
  'SERVICE_INCONNU',
] as const;
export type RefusDeLigne = (typeof REFUS_DE_LIGNE)[number];

const BY_STATUS: Partial<Record<number, CodeErreur>> = {
  400: 'FORMAT_REFUSE',
  413: 'CORPS_TROP_GRAND',
  415: 'FORMAT_REFUSE',
  429: 'TROP_DE_DEMANDES',
  503: 'INDISPONIBLE',
};

// PostgreSQL's classes 08 (connection), 53 (resources), 57 (operator, time limit), 25006 (read-only replica), 55P03 (lock not had in time), and what the
// driver and the system say when nobody answers.
const UNREACHABLE =
  /^(08|53|57)|^25006$|^55P03$|^CONNECT|^CONNECTION_|^ECONN|^ENOTFOUND$|^ETIMEDOUT$|^EAI_/;

/** An outage of something the portal relies on; shown as INDISPONIBLE. */
export class ServiceIndisponible extends Error {
  override name = 'ServiceIndisponible';
}

/** The code under which an exception is shown: outages apart from bugs. */
export function classerErreur(error: unknown): CodeErreur {
  if (error instanceof ServiceIndisponible) return 'INDISPONIBLE';
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && UNREACHABLE.test(code)) return 'INDISPONIBLE';
  return (typeof statusCode === 'number' && BY_STATUS[statusCode]) || 'INTERNE';
}
