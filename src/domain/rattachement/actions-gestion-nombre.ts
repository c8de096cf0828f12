// The same act on many people of a structure (screens §9): each in its own transaction, each with its outcome.
import type { Sql } from '../../platform/postgres/sql.ts';
import { type Don, donnerEspaces, type ResultatDeDon } from '../abonnement/actions-gestion.ts';
import type { RefusDActe } from './actions-gestion.ts';
import { changerPeriode, type ResultatPeriode } from './actions-gestion-lignes.ts';
import {
  detacher,
  type ResultatDetachement,
  type ResultatReprise,
  type ResultatSuspension,
  reprendreRattachement,
  suspendreRattachement,
} from './actions-gestion-suspension.ts';
import type { NouvellePeriode } from './gestion-lignes.ts';

/** How many people one act may take. */
export const PERSONNES_MAX = 500;

export type ActeEnNombre =
  | { acte: 'suspension' | 'reprise' | 'detachement'; motif: string | null }
  | ({ acte: 'periode'; motif: string | null } & NouvellePeriode)
  | ({ acte: 'espaces'; motif: null } & Don);

/** What became of one of them. */
export type Suite = {
  rattachementId: number;
  kind: (
    | ResultatSuspension
    | ResultatReprise
    | ResultatDetachement
    | ResultatPeriode
    | ResultatDeDon
    | RefusDActe
  )['kind'];
};

export type ResultatEnNombre = { kind: 'faits'; suites: Suite[] } | { kind: 'tropDePersonnes' };

/** Does it to each; one that is refused does not keep the others from it. */
export async function agirEnNombre(
  sql: Sql,
  acteurId: number,
  { structureId, rattachementIds }: { structureId: number; rattachementIds: number[] },
  acte: ActeEnNombre,
  instant: Date,
): Promise<ResultatEnNombre> {
  const ids = [...new Set(rattachementIds)];
  if (ids.length > PERSONNES_MAX) return { kind: 'tropDePersonnes' };
  const suites: Suite[] = [];
  for (const rattachementId of ids) {
    const visee = { structureId, rattachementId, motif: acte.motif };
    const { kind } = await agir(sql, acteurId, visee, acte, instant);
    suites.push({ rattachementId, kind });
  }
  return { kind: 'faits', suites };
}

function agir(
  sql: Sql,
  acteurId: number,
  visee: Parameters<typeof detacher>[2],
  acte: ActeEnNombre,
  instant: Date,
) {
  switch (acte.acte) {
    case 'suspension':
      return suspendreRattachement(sql, acteurId, visee, instant);
    case 'reprise':
      return reprendreRattachement(sql, acteurId, visee, instant);
    case 'detachement':
      return detacher(sql, acteurId, visee, instant);
    case 'espaces': {
      const { espaces, mode } = acte;
      return donnerEspaces(sql, acteurId, { ...visee, espaces, mode }, instant);
    }
    case 'periode': {
      const { dateDebut, dateFin } = acte;
      return changerPeriode(sql, acteurId, { ...visee, dateDebut, dateFin }, instant);
    }
  }
}
