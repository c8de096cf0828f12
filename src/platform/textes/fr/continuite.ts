// Continuity (model §3): take-over, opposition, the pages of the référents DGFiP.
export const continuite = {
  titre: 'Continuité',
} as const;
