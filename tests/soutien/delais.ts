// The delays of requests, as they are by default.
import type { DelaisDeDemande } from '../../src/domain/demande/echeances.ts';

export const DELAIS: DelaisDeDemande = {
  rappelsJours: [3, 7, 14],
  relanceJours: 3,
  escaladeJours: 21,
  expirationJours: 90,
  oppositionJours: 7,
};
