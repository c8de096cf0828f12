// How much an account may keep in its drawer of files; the operator sets the last two.

/** The longest file, in bytes: « 10 Mo » of Chorus Pro. */
export const OCTETS_MAX = 10 * 1024 * 1024;

export type LimitesDesPieces = {
  /** Of one file. */
  octetsMax: number;
  /** Files of one account. */
  fichiersMax: number;
  /** Of all the files of one account. */
  quotaOctets: number;
};
