// What every act on the sheet of a structure shares: its lock, and the right to change it (model §3).
import type { Sql } from '../../platform/postgres/sql.ts';
import type { CompteIndisponible } from '../compte/acte.ts';
import {
  type ActeSurStructure,
  agirSurStructure,
  type EnQualite,
  permettre,
} from '../droits/acte.ts';
import type { LigneDeJournal } from '../journal/journal.ts';

/** An act that the matrix allows, in the quality that the journal names. */
export type ActeSurFiche = ActeSurStructure & { enQualite: EnQualite };

/** Why nothing was done: not theirs to know, a role lost meanwhile, an account switched off. */
export type RefusSurFiche = { kind: 'introuvable' } | { kind: 'interdit' } | CompteIndisponible;

type Cadre = { acteurId: number; structureId: number; comptes?: number[] };

/** Runs an act of a manager on the sheet, in its transaction. */
export function agirSurFiche<R>(
  sql: Sql,
  cadre: Cadre,
  instant: Date,
  acte: (sur: ActeSurFiche) => Promise<R>,
): Promise<R | RefusSurFiche> {
  return agirSurStructure<R | RefusSurFiche>(sql, cadre, instant, async (sur) => {
    const permission = permettre(sur, 'MODIFIER_FICHE', { surSoi: false });
    if (permission.kind === 'permis') return acte({ ...sur, enQualite: permission.enQualite });
    return { kind: permission.kind === 'interdit' ? 'interdit' : 'introuvable' };
  });
}

type Objet = Pick<LigneDeJournal, 'objet' | 'objetId'>;

/** The journal line of such an act, its name and details apart. */
export function ligneSur(
  { acteurId, enQualite, structure, instant }: ActeSurFiche,
  objet: Objet,
): Omit<LigneDeJournal, 'acte'> {
  return {
    instant,
    acteurCompteId: acteurId,
    enQualite,
    ...objet,
    compteId: null,
    structureId: structure.id,
  };
}
