// What every act on a structure shares: locks in order, who acts in which quality, the matrix (model §3).
import { jourCivil } from '../../platform/clock.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import type { CompteIndisponible } from '../compte/acte.ts';
import type { EtatCompte } from '../compte/compte.ts';
import { verrouillerComptes } from '../compte/queries.ts';
import { QUALITES_D_ETAPE, qualiteDe, situationOrdinaire } from '../demande/qualite.ts';
import {
  type DroitsSurStructure,
  droitsSurStructure,
  type StructureVerrouillee,
} from '../demande/queries-situation.ts';
import { type Acte, decideDroit, type Qualite, type Situation } from './droits.ts';
import { estReferentDe, verrouillerStructure } from './queries.ts';

/** An act on a structure under way: everything in it is locked. */
export type ActeSurStructure = {
  tx: Transaction;
  instant: Date;
  /** The civil day of the act. */
  jour: string;
  acteurId: number;
  structure: StructureVerrouillee;
  /** What the actor holds there. */
  acteur: DroitsSurStructure;
  qualites: Qualite[];
  /** The state of the accounts concerned, the actor's among them. */
  comptes: Map<number, EtatCompte>;
};

type Cadre = {
  acteurId: number;
  structureId: number;
  /** The accounts, other than the actor's, that the act writes to. */
  comptes?: number[];
};

/**
 * Opens the transaction of an act on a structure and locks accounts by id, then the structure: the
 * acts that change who manages it come one after another.
 */
export function agirSurStructure<R>(
  sql: Sql,
  { acteurId, structureId, comptes = [] }: Cadre,
  instant: Date,
  acte: (sur: ActeSurStructure) => Promise<R>,
): Promise<R | { kind: 'introuvable' } | CompteIndisponible> {
  return sql.begin(async (tx) => {
    const etats = await verrouillerComptes(tx, [acteurId, ...comptes]);
    if (etats.get(acteurId) !== 'ACTIF') return { kind: 'indisponible' } as const;
    const structure = await verrouillerStructure(tx, structureId);
    if (!structure) return { kind: 'introuvable' } as const;
    const jour = jourCivil(instant);
    const acteur = await droitsSurStructure(tx, acteurId, structureId, jour);
    const qualites = await qualitesDe(tx, acteurId, structureId, acteur);
    return acte({ tx, instant, jour, acteurId, structure, acteur, qualites, comptes: etats });
  }) as Promise<R | { kind: 'introuvable' } | CompteIndisponible>;
}

async function qualitesDe(
  tx: Transaction,
  compteId: number,
  structureId: number,
  droits: DroitsSurStructure,
): Promise<Qualite[]> {
  const referent = await estReferentDe(tx, compteId, structureId);
  return referent ? [qualiteDe(droits), 'REFERENT'] : [qualiteDe(droits)];
}

/** The quality that the journal names, or why the act stops. */
export type Permission =
  | { kind: 'permis'; enQualite: EnQualite }
  /** The actor may not know that the target exists. */
  | { kind: 'introuvable' }
  /** The actor sees it and may not do this: a role lost meanwhile, their own case. */
  | { kind: 'interdit' }
  /** A référent says why. */
  | { kind: 'motifRequis' };
export type EnQualite = (typeof QUALITES_D_ETAPE)[keyof typeof QUALITES_D_ETAPE];

/** Asks the matrix whether the actor may do this now, on the locked rows. */
export function permettre(
  { qualites, acteur }: Pick<ActeSurStructure, 'qualites' | 'acteur'>,
  acte: Acte,
  situation: Pick<Situation, 'surSoi'> & Partial<Situation>,
  motif: string | null = null,
): Permission {
  const ordinaire = situationOrdinaire(situation.surSoi, acteur.role !== null);
  const droit = decideDroit(acte, qualites, { ...ordinaire, ...situation });
  if (droit.kind === 'refuse') return { kind: droit.visible ? 'interdit' : 'introuvable' };
  if (droit.kind === 'demande' || droit.enQualite === 'UTILISATEUR') return { kind: 'interdit' };
  if (droit.motifObligatoire && motif === null) return { kind: 'motifRequis' };
  return { kind: 'permis', enQualite: QUALITES_D_ETAPE[droit.enQualite] };
}
