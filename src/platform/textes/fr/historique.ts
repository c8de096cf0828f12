// The history of a structure: each act of the journal in words.
export const historique = {
  titre: 'Historique',
} as const;
