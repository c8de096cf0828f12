// Remembers the failures of each identifier, in memory and bounded: known and unknown ones alike.
import { ajouterEchec, type Compteur, decideVerrou, type EtatVerrou, estEchu } from './verrou.ts';

const IDENTIFIANTS_MAX = 10_000;

export type Essais = {
  etat(cle: string, now: Date): EtatVerrou;
  echec(cle: string, now: Date): EtatVerrou;
  oublier(cle: string): void;
};

/** Counters by identifier; when full, the lapsed ones go first, then the oldest. */
export function creerEssais(max = IDENTIFIANTS_MAX): Essais {
  const compteurs = new Map<string, Compteur>();

  function faireDeLaPlace(now: Date): void {
    for (const [cle, compteur] of compteurs) {
      if (estEchu(compteur, now)) compteurs.delete(cle);
    }
    for (const cle of compteurs.keys()) {
      if (compteurs.size < max) return;
      compteurs.delete(cle);
    }
  }

  return {
    etat: (cle, now) => decideVerrou(compteurs.get(cle), now),
    echec(cle, now) {
      const suivant = ajouterEchec(compteurs.get(cle), now);
      compteurs.delete(cle);
      if (compteurs.size >= max) faireDeLaPlace(now);
      compteurs.set(cle, suivant);
      return decideVerrou(suivant, now);
    },
    oublier: (cle) => void compteurs.delete(cle),
  };
}
