// What every act on somebody attached to a structure shares: locks, the right, what is told (model §3).
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, destinataireDe } from '../compte/acte.ts';
import { trouverCompte } from '../compte/queries.ts';
import {
  type ActeSurStructure,
  agirSurStructure,
  type EnQualite,
  permettre,
} from '../droits/acte.ts';
import type { Acte } from '../droits/droits.ts';
import type { Quoi } from '../evenement/evenement.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliser } from '../journal/queries.ts';
import type { Courriel, DroitsAccordes, DroitsRetires } from '../notification/notification.ts';
import { mettreEnFile } from '../notification/queries.ts';
import type { SourceValeur } from '../structure/structure.ts';
import { acteSur, type Cible } from './gestion.ts';
import { compteDuRattachement, verrouillerCible } from './queries-utilisateurs-cible.ts';

/** Whom an act is about, and why; a référent always says why. */
export type Visee = { structureId: number; rattachementId: number; motif: string | null };

/** Why an act is not done, whatever it is. */
export type RefusDActe =
  /** Nobody attached there any more, or a structure that the actor may not know of. */
  | { kind: 'introuvable' }
  /** The actor sees the person and may not do this: a role lost meanwhile, their own case. */
  | { kind: 'interdit' }
  /** A gestionnaire principal changes by hand-over only. */
  | { kind: 'principal' }
  | { kind: 'motifRequis' }
  | CompteIndisponible;

/** An act on somebody under way: the accounts, the structure and the rattachement are locked. */
export type SurCible = ActeSurStructure & {
  cible: Cible;
  enQualite: EnQualite;
  motif: string | null;
};

/**
 * Opens the transaction of an act on somebody's rattachement and asks the matrix. `acte` says which
 * of its rows, where it is not the one that the person's own role says.
 */
export async function agirSurRattachement<R>(
  sql: Sql,
  acteurId: number,
  { structureId, rattachementId, motif }: Visee,
  instant: Date,
  faire: (sur: SurCible) => Promise<R>,
  acte?: Acte,
): Promise<R | RefusDActe> {
  const compteId = await compteDuRattachement(sql, { structureId, rattachementId });
  if (compteId === undefined) return { kind: 'introuvable' };
  const cadre = { acteurId, structureId, comptes: [compteId] };
  return agirSurStructure<R | RefusDActe>(sql, cadre, instant, async (sur) => {
    const cible = await verrouillerCible(sur.tx, { structureId, compteId }, sur.jour);
    if (cible?.rattachementId !== rattachementId) return { kind: 'introuvable' };
    const permission = permettreSur(sur, cible, motif, acte);
    if (permission.kind !== 'permis') return permission;
    return faire({ ...sur, cible, enQualite: permission.enQualite, motif });
  });
}

/** Asks the matrix about somebody who is attached; a principal is touched by nobody here. */
export function permettreSur(
  sur: ActeSurStructure,
  cible: Cible,
  motif: string | null,
  acte: Acte = acteSur(cible, sur.jour),
): { kind: 'permis'; enQualite: EnQualite } | Exclude<RefusDActe, CompteIndisponible> {
  const principal = cible.role === 'GESTIONNAIRE_PRINCIPAL';
  const demande = principal ? 'GERER_PRINCIPAL' : acte;
  const surSoi = cible.compteId === sur.acteurId;
  const permission = permettre(sur, demande, { surSoi }, motif);
  return principal && permission.kind === 'interdit' ? { kind: 'principal' } : permission;
}

/** Whose value it is from now on (model §1). */
export function sourceDe(enQualite: EnQualite): SourceValeur {
  return enQualite === 'REFERENT' ? 'REFERENT' : 'GESTIONNAIRE';
}

/** What an act tells: a line of the journal, an event, a mail where rights are won or lost. */
export type Recit = Pick<LigneDeJournal, 'acte' | 'details'> & {
  objet: { objet: 'rattachement' | 'delegation'; objetId: number };
  /** null: there is nothing to tell the person. */
  evenement: Quoi | null;
  courriel: DroitsAccordes | DroitsRetires | null;
};

/** Writes what was done: to the journal, to the person's fil, to their mailbox. */
export async function raconterActe(
  sur: Pick<SurCible, 'tx' | 'instant' | 'acteurId' | 'structure' | 'enQualite' | 'motif'>,
  compteId: number,
  { acte, details = {}, objet, evenement, courriel }: Recit,
): Promise<void> {
  const { tx, instant, acteurId, structure, enQualite, motif } = sur;
  const structureId = structure.id;
  const acteur = { acteurCompteId: acteurId, enQualite };
  await journaliser(tx, { instant, ...acteur, acte, ...objet, compteId, structureId, details });
  if (evenement) await annoncerAuCompte(tx, compteId, evenement, instant, structureId);
  if (!courriel) return;
  const entier = { ...courriel, structure: structure.designation, motif };
  // One mail an act and a person.
  const periode = `${objet.objet}-${objet.objetId}-${instant.getTime()}`;
  await ecrireA(tx, compteId, entier, periode, instant);
}

/** Queues a mail to an account that has an address. */
export async function ecrireA(
  tx: Transaction,
  compteId: number,
  courriel: Courriel,
  periode: string,
  instant: Date,
): Promise<void> {
  const compte = await trouverCompte(tx, compteId, instant);
  if (!compte || compte.adresseElectronique === null) return;
  const destinataire = destinataireDe(compte, compte.adresseElectronique);
  await mettreEnFile(tx, courriel, destinataire, periode, instant);
}
