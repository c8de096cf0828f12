// A batch of feed lines: what each became, and why a line is refused as a whole (madrhas-feed.md).
import { cleStructure } from '../rattachement/flux.ts';
import type { Reperes } from '../rattachement/queries-flux.ts';
import type { CompteFlux, LigneFlux } from './flux.ts';

/** A validated line and its number in the file. */
export type LigneNumerotee = { numero: number; flux: LigneFlux };

export type RaisonDeRejet =
  | { kind: 'doublon' }
  | { kind: 'identifiantTenu' }
  | { kind: 'structureInconnue'; structure: string }
  | { kind: 'serviceInconnu'; structure: string; service: string };

export type ResultatLigne = { numero: number } & (
  | { kind: 'rejete'; raison: RaisonDeRejet }
  | {
      kind: 'cree' | 'modifie' | 'inchange' | 'desactive' | 'reactive';
      compteId: number;
      /** Fields that both the feed and the person changed: the person's value stayed. */
      aConfirmer: number;
    }
);

/** What a batch's lines are checked against; `titulaires`: who holds an identifiantConnexion. */
export type Scene = { titulaires: Map<string, string>; reperes: Reperes };

/**
 * Says why a line is refused, or takes its identifier in the scene: the lines of a batch are
 * checked in order, so an identifier that one line frees is free for the next.
 */
export function rejeter(
  flux: LigneFlux,
  compte: CompteFlux | undefined,
  { titulaires, reperes }: Scene,
): RaisonDeRejet | undefined {
  const titulaire = titulaires.get(flux.identifiantConnexion);
  if (titulaire !== undefined && titulaire !== flux.idMadrhas) return { kind: 'identifiantTenu' };
  for (const entree of flux.rattachements) {
    const structure = cleStructure(entree);
    const repere = reperes.get(structure);
    if (!repere) return { kind: 'structureInconnue', structure };
    const service = entree.services.find((code) => !repere.services.has(code));
    if (service !== undefined) return { kind: 'serviceInconnu', structure, service };
  }
  if (compte) titulaires.delete(compte.identifiantConnexion);
  titulaires.set(flux.identifiantConnexion, flux.idMadrhas);
  return undefined;
}
