// SQL of the pending requests of somebody on a structure, that an act of its managers answers (model §2).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeDroit } from '../demande/acceptation.ts';

export type DemandeEnCours = {
  id: number;
  nature: 'RATTACHEMENT' | 'ABONNEMENT' | 'REPRISE';
  /** What it still asks for a rattachement; nothing where it asks something else. */
  lignes: LigneDeDroit[];
};

/** Locks and reads the pending requests of an account on a structure. */
export async function verrouillerDemandesSur(
  tx: Transaction,
  { compteId, structureId }: { compteId: number; structureId: number },
): Promise<DemandeEnCours[]> {
  await tx`
    select from demande
    where compte_id = ${compteId} and structure_id = ${structureId}
      and etat = 'EN_COURS_DE_VALIDATION'
    order by id
    for update`;
  return tx<DemandeEnCours[]>`
    select d.id, d.nature,
      (select coalesce(json_agg(json_build_object('portee', l.service_id,
          'dateDebut', l.date_debut, 'dateFin', l.date_fin) order by l.id), '[]')
        from demande_ligne l
        where l.demande_id = d.id and l.etat = 'EN_COURS_DE_VALIDATION'
          and d.nature = 'RATTACHEMENT') as lignes
    from demande d
    where d.compte_id = ${compteId} and d.structure_id = ${structureId}
      and d.etat = 'EN_COURS_DE_VALIDATION'
    order by d.id`;
}
