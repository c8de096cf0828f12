// What a manager gives somebody without a request (issue of the espaces): espaces on all that the person is attached to.
import type { EtatCompte } from '../compte/compte.ts';
import {
  type Cadre,
  comprend,
  type DroitDEspace,
  type Mode,
  porteesTenues,
  type RefusDEspace,
  refusDEspace,
} from './abonnement.ts';

export type RefusDeDon =
  | RefusDEspace
  | 'structureInactive'
  | 'compteInactif'
  | 'espaceManquant'
  | 'dejaAcquis';

export type DecisionDeDon = { kind: 'donner'; droits: DroitDEspace[] } | { kind: RefusDeDon };

/** Decides a gift: each espace on each scope that the person holds that day, where it adds something. */
export function decideDon(
  { espaces: codes, mode }: { espaces: string[]; mode: Mode },
  situation: Cadre & { etatCompte: EtatCompte },
): DecisionDeDon {
  const { jour, lignes, espaces, acquis } = situation;
  if (situation.statutStructure === 'INACTIF') return { kind: 'structureInactive' };
  if (situation.etatCompte === 'INACTIF') return { kind: 'compteInactif' };
  if (codes.length === 0) return { kind: 'espaceManquant' };
  const portees = porteesTenues(lignes, jour);
  if (portees.length === 0) return { kind: 'nonRattache' };
  const droits: DroitDEspace[] = [];
  for (const code of new Set(codes)) {
    const espace = espaces.find((connu) => connu.code === code);
    for (const portee of portees) {
      const refus = refusDEspace(espace, portee, situation);
      // A service that closed while its line ran on is left out, the others are given.
      if (refus === 'serviceFerme') continue;
      if (refus) return { kind: refus };
      if (espace) droits.push({ portee, espaceId: espace.id, mode });
    }
  }
  const nouveaux = droits.filter((droit) => !acquis.some((tenu) => comprend(tenu, droit)));
  if (nouveaux.length > 0) return { kind: 'donner', droits: nouveaux };
  return { kind: droits.length === 0 ? 'serviceFerme' : 'dejaAcquis' };
}
