// A service as its managers keep it: what may be closed, opened again or changed, decided on locked rows.
import { type Conflit, conflitsDe } from './fiche-modifiee.ts';
import type { SourceValeur } from './structure.ts';
import { CHAMPS_DE_SERVICE, type ChampDeService, type ServiceSaisi } from './valeurs.ts';

/** A service as stored, with what an act on it needs. */
export type ServiceGere = ServiceSaisi & {
  id: number;
  dateFin: string | null;
  source: SourceValeur;
  version: number;
};

/** The code is the register's where the register brought the service: invoices are routed by it. */
export function codeModifiable({ source }: Pick<ServiceGere, 'source'>): boolean {
  return source === 'GESTIONNAIRE';
}

/** The fields where what was typed differs from what is stored. */
export function conflitsDeService(
  saisi: ServiceSaisi,
  stocke: ServiceGere,
): Conflit<ChampDeService>[] {
  return conflitsDe(CHAMPS_DE_SERVICE, saisi, stocke);
}

/** What surrounds the end of a service, read on locked rows. */
export type SituationDeFermeture = {
  /** The civil day of the act. */
  jour: string;
  dateDebut: string | null;
  dateFin: string | null;
  /** The gestionnaire principal, who has no end date, is attached by this service alone. */
  principalSeul: boolean;
  /** Somebody manages the structure the day after, and nobody would without this service. */
  derniersGestionnaires: boolean;
};

export type RefusDeFermeture =
  | 'dejaFerme'
  | 'jourPasse'
  | 'avantOuverture'
  | 'principalSeul'
  | 'derniersGestionnaires';

/** Decides the end of a service: its last day, today or later. One that is to end may end on another day. */
export function decideFermeture(
  dernierJour: string,
  situation: SituationDeFermeture,
): { kind: 'fermer' } | { kind: RefusDeFermeture } {
  const { jour, dateDebut, dateFin } = situation;
  if (dateFin !== null && dateFin < jour) return { kind: 'dejaFerme' };
  if (dernierJour < jour) return { kind: 'jourPasse' };
  if (dateDebut !== null && dernierJour < dateDebut) return { kind: 'avantOuverture' };
  if (situation.principalSeul) return { kind: 'principalSeul' };
  return { kind: situation.derniersGestionnaires ? 'derniersGestionnaires' : 'fermer' };
}
