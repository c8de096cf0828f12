// SQL of one pending request, whatever its nature, locked for an act that the days or continuity bring about.
import type { Transaction } from '../../platform/postgres/sql.ts';

export type NatureDemande = 'RATTACHEMENT' | 'ABONNEMENT' | 'REPRISE';

export type DemandeEnCours = {
  id: number;
  nature: NatureDemande;
  compteId: number;
  structureId: number;
  designation: string;
  demandeeLe: Date;
  relanceeLe: Date | null;
  escaladeeLe: Date | null;
  opposeeLe: Date | null;
};

/** Locks a request; nothing when it is over, or when another transaction holds it and `attendre` is false. */
export async function verrouillerEnCours(
  tx: Transaction,
  id: number,
  { attendre }: { attendre: boolean },
): Promise<DemandeEnCours | undefined> {
  const [demande] = await tx<DemandeEnCours[]>`
    select d.id, d.nature, d.compte_id, d.structure_id, s.designation, d.demandee_le,
      d.relancee_le, d.escaladee_le, d.opposee_le
    from demande d join structure s on s.id = d.structure_id
    where d.id = ${id} and d.etat = 'EN_COURS_DE_VALIDATION'
    for update of d ${attendre ? tx`` : tx`skip locked`}`;
  return demande;
}
