// What a run of the MADRHAS feed did, counted; and why each refused line was.
import type { RaisonDeRejet, ResultatLigne } from '../../domain/compte/lot-flux.ts';

/** A line that was applied. */
export type Fait = Exclude<ResultatLigne, { kind: 'rejete' }>;

export type Bilan = {
  etat: 'TERMINE' | 'ARRETE';
  lus: number;
  crees: number;
  modifies: number;
  inchanges: number;
  /** By a line of the file, or because a complete file no longer names them. */
  desactives: number;
  reactives: number;
  rejetes: number;
  /** Fields that both the feed and the person changed: the person's value stayed. */
  aConfirmer: number;
  motifArret: string | null;
};

export function bilanVide(): Bilan {
  return {
    etat: 'ARRETE',
    lus: 0,
    crees: 0,
    modifies: 0,
    inchanges: 0,
    desactives: 0,
    reactives: 0,
    rejetes: 0,
    aConfirmer: 0,
    motifArret: null,
  };
}

const COMPTEURS = {
  cree: 'crees',
  modifie: 'modifies',
  inchange: 'inchanges',
  desactive: 'desactives',
  reactive: 'reactives',
} as const;

/** Counts one line: each in one place. */
export function compter(bilan: Bilan, { kind, aConfirmer }: Fait): void {
  bilan[COMPTEURS[kind]] += 1;
  bilan.aConfirmer += aConfirmer;
}

/** The summary that ends a run. */
export function resume(bilan: Bilan): string {
  const { lus, crees, modifies, inchanges, desactives, reactives, rejetes, aConfirmer } = bilan;
  const debut = bilan.etat === 'TERMINE' ? 'Import terminé' : 'Import arrêté';
  return (
    `${debut} : ${lus} lues, ${crees} créés, ${modifies} modifiés, ${inchanges} inchangés, ` +
    `${desactives} désactivés, ${reactives} réactivés, ${rejetes} rejetées, ` +
    `${aConfirmer} valeurs à confirmer par les personnes.`
  );
}

/** A reason of the domain, for the report. */
export function phraseDeRejet(raison: RaisonDeRejet): string {
  if (raison.kind === 'doublon') return 'idMadrhas : déjà nommé dans ce fichier';
  if (raison.kind === 'identifiantTenu')
    return 'identifiantConnexion : déjà celui d’un autre compte';
  if (raison.kind === 'structureInconnue') return `structure inconnue : ${raison.structure}`;
  return `service inconnu : ${raison.service} (${raison.structure})`;
}
