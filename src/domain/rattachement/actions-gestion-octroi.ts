// What attaching somebody and copying rights share: the person named by identifiant, attached already or not.
import type { Sql } from '../../platform/postgres/sql.ts';
import { type ActeSurStructure, agirSurStructure, permettre } from '../droits/acte.ts';
import type { EspaceTenu } from '../espace/espace.ts';
import { permettreSur, type RefusDActe, raconterActe, type SurCible } from './actions-gestion.ts';
import { accepterDemandesServies } from './actions-gestion-demandes.ts';
import { type Cible, type RefusDOctroi, refusDOctroi } from './gestion.ts';
import type { LigneVoulue } from './gestion-lignes.ts';
import { couvre } from './portee.ts';
import { obtenirRattachement, octroyerLignes } from './queries-octroi.ts';
import { compteParIdentifiant, verrouillerCible } from './queries-utilisateurs-cible.ts';

/** Somebody named by the identifiant by which they sign in. */
export type Designee = { structureId: number; identifiant: string; motif: string | null };

export type RefusDOctroiA =
  | { kind: RefusDOctroi | 'compteInconnu' }
  /** All of it is already theirs. */
  | { kind: 'dejaRattache' }
  | RefusDActe;

/** An act on somebody who may be attached, or not yet. */
export type SurDesignee = ActeSurStructure &
  Pick<SurCible, 'enQualite' | 'motif'> & { compteId: number; cible: Cible | undefined };

/** Opens the transaction of an act that gives rights to somebody named, and asks the matrix. */
export async function agirSurDesignee<R>(
  sql: Sql,
  acteurId: number,
  { structureId, identifiant, motif }: Designee,
  instant: Date,
  faire: (sur: SurDesignee) => Promise<R>,
  autres: number[] = [],
): Promise<R | RefusDOctroiA> {
  const compteId = await compteParIdentifiant(sql, identifiant);
  const comptes = compteId === undefined ? autres : [compteId, ...autres];
  const cadre = { acteurId, structureId, comptes };
  return agirSurStructure<R | RefusDOctroiA>(sql, cadre, instant, async (sur) => {
    const qui = { structureId, compteId: compteId ?? 0 };
    const cible = compteId && (await verrouillerCible(sur.tx, qui, sur.jour));
    const permission = cible
      ? permettreSur(sur, cible, motif)
      : permettre(sur, 'GERER_UTILISATEUR', { surSoi: compteId === acteurId }, motif);
    if (permission.kind !== 'permis') return permission;
    // Only those who may attach people learn which identifiants are known.
    if (!compteId) return { kind: 'compteInconnu' };
    const refus = refusDOctroi(sur.structure.statut, sur.comptes.get(compteId) === 'ACTIF');
    if (refus) return { kind: refus };
    const { enQualite } = permission;
    return faire({ ...sur, enQualite, motif, compteId, cible: cible || undefined });
  });
}

/** The lines that are not theirs yet. */
export function aDonner(voulues: LigneVoulue[], cible: Cible | undefined): LigneVoulue[] {
  const lignes = cible?.lignes ?? [];
  return voulues.filter((v) => !lignes.some((ligne) => couvre(ligne, v.portee, v)));
}

type Donne = { id: number; nouveau: boolean; acceptees: number };

/** Gives lines; a pending request for the same is accepted by it. */
export async function octroyer(sur: SurDesignee, lignes: LigneVoulue[]): Promise<Donne> {
  const { tx, compteId, structure, instant } = sur;
  const structureId = structure.id;
  const { id, nouveau } = await obtenirRattachement(tx, compteId, structureId, instant);
  await octroyerLignes(tx, { id, structureId }, lignes, instant);
  return { id, nouveau, acceptees: await accepterDemandesServies(sur, compteId) };
}

/** Writes what was given, and tells the person; `avecEspaces`: what was given with it. */
export async function raconterOctroi(
  sur: SurDesignee,
  { id, nouveau, acceptees }: Donne,
  details: Record<string, number>,
  avecEspaces: EspaceTenu[] = [],
): Promise<void> {
  const gain = nouveau ? 'RATTACHEMENT' : 'ETENDU';
  await raconterActe(sur, sur.compteId, {
    acte: nouveau ? 'RATTACHEMENT_CREE' : 'RATTACHEMENT_MODIFIE',
    details,
    objet: { objet: 'rattachement', objetId: id },
    evenement: nouveau ? 'RATTACHEMENT_ACCORDE' : 'RATTACHEMENT_MODIFIE',
    // The answer to their request says it already.
    courriel: acceptees > 0 ? null : { nature: 'RATTACHEMENT_ACCORDE', gain, avecEspaces },
  });
}
