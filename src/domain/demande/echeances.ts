// What the days do to a request that waits: reminded, sent to the référents, expired. Numbers
// are configuration.

/** How long each thing waits, in civil days. */
export type DelaisDeDemande = {
  /** Ages at which the managers are reminded, ascending. */
  rappelsJours: readonly number[];
  /** Between two « Relancer » of the author, and before the first. */
  relanceJours: number;
  escaladeJours: number;
  expirationJours: number;
  /** To oppose a take-over. */
  oppositionJours: number;
};

const JOUR_MS = 86_400_000;

/** The civil day so many days after another. */
export function jourPlus(jour: string, jours: number): string {
  return new Date(Date.parse(jour) + jours * JOUR_MS).toISOString().slice(0, 10);
}

export type DecisionRelance =
  | { kind: 'relancer' }
  /** `des`: the first civil day on which it may be. */
  | { kind: 'tropTot'; des: string };

/** Decides whether the author may remind the managers today; `derniere` is the last time, or the request itself. */
export function decideRelance(
  derniere: string,
  jour: string,
  { relanceJours }: Pick<DelaisDeDemande, 'relanceJours'>,
): DecisionRelance {
  const des = jourPlus(derniere, relanceJours);
  return jour >= des ? { kind: 'relancer' } : { kind: 'tropTot', des };
}
