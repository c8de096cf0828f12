// What the days do to a request that waits (model §2): reminders, the référent, expiry. Numbers are configuration.

/** How long each thing waits, in civil days. */
export type DelaisDeDemande = {
  /** Ages at which the managers are reminded, ascending. */
  rappelsJours: readonly number[];
  /** Between two « Relancer » of the author. */
  relanceJours: number;
  escaladeJours: number;
  expirationJours: number;
  /** To oppose a take-over. */
  oppositionJours: number;
};
