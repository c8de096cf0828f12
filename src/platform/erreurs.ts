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
