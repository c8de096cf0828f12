// SQL that writes requests for abonnements and what is granted of them (model §2).
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { SourceValeur } from '../structure/structure.ts';
import type { AbonnementDemande, DroitDEspace } from './abonnement.ts';
import type { LigneDemandee } from './acceptation.ts';

const colonnes = (droits: readonly DroitDEspace[]) => ({
  portees: droits.map(({ portee }) => portee),
  espaces: droits.map(({ espaceId }) => espaceId),
  modes: droits.map(({ mode }) => mode),
});

/** Stores a request with a line a scope and an espace; gives its id. */
export async function insererDemandeDAbonnement(
  tx: Transaction,
  compteId: number,
  { structureId, commentaire }: Pick<AbonnementDemande, 'structureId' | 'commentaire'>,
  droits: DroitDEspace[],
  instant: Date,
): Promise<number> {
  const [demande] = await tx<{ id: number }[]>`
    insert into demande (nature, compte_id, structure_id, commentaire, demandee_le, nombre_de_lignes)
    values ('ABONNEMENT', ${compteId}, ${structureId}, ${commentaire}, ${instant}, ${droits.length})
    returning id`;
  if (!demande) throw new Error('the request was not stored');
  const { portees, espaces, modes } = colonnes(droits);
  await tx`
    insert into demande_ligne (demande_id, nature, compte_id, structure_id, service_id, espace_id,
      mode, rang)
    select ${demande.id}, 'ABONNEMENT', ${compteId}, ${structureId}, portee, espace, mode, rang
    from unnest(${portees}::bigint[], ${espaces}::bigint[], ${modes}::text[])
      with ordinality d (portee, espace, mode, rang)`;
  return demande.id;
}

/** Writes what is granted of a pending request, line by line; the other lines are refused. */
export async function accorderLignesDAbonnement(
  tx: Transaction,
  demandeId: number,
  lignes: LigneDemandee[],
): Promise<void> {
  await tx`
    update demande_ligne l set etat = 'ACCEPTEE', accorde_mode = a.mode
    from unnest(${lignes.map(({ id }) => id)}::bigint[],
      ${lignes.map(({ mode }) => mode)}::text[]) a (id, mode)
    where l.demande_id = ${demandeId} and l.id = a.id and l.etat = 'EN_COURS_DE_VALIDATION'`;
  await tx`
    update demande_ligne set etat = 'REFUSEE'
    where demande_id = ${demandeId} and etat = 'EN_COURS_DE_VALIDATION'`;
}

/** An abonnement as the journal and the fil name it. */
export type AbonnementEcrit = {
  id: number;
  compteId: number;
  structureId: number;
  /** The code of its espace. */
  espace: string;
  mode: string;
};

type Beneficiaire = { compteId: number; rattachementId: number; structureId: number };

/** Grants rights; one that is there takes the wider mode. Gives those that changed. */
export async function octroyerAbonnements(
  tx: Transaction,
  { compteId, rattachementId, structureId }: Beneficiaire,
  droits: DroitDEspace[],
  { parCompteId, source }: { parCompteId: number; source: SourceValeur },
  instant: Date,
): Promise<AbonnementEcrit[]> {
  const { portees, espaces, modes } = colonnes(droits);
  return tx<AbonnementEcrit[]>`
    with ecrits as (
      insert into abonnement (compte_id, rattachement_id, structure_id, service_id, espace_id, mode,
        origine, accorde_par_compte_id, cree_le, modifie_le)
      select ${compteId}, ${rattachementId}, ${structureId}, portee, espace, mode, ${source},
        ${parCompteId}, ${instant}, ${instant}
      from unnest(${portees}::bigint[], ${espaces}::bigint[], ${modes}::text[])
        d (portee, espace, mode)
      on conflict (compte_id, structure_id, service_id, espace_id) where termine_le is null
      do update set mode = 'MODIFICATION', origine = excluded.origine,
        accorde_par_compte_id = excluded.accorde_par_compte_id, modifie_le = ${instant},
        version = abonnement.version + 1
      where abonnement.mode = 'CONSULTATION' and excluded.mode = 'MODIFICATION'
      returning id, compte_id, structure_id, espace_id, mode
    )
    select w.id, w.compte_id, w.structure_id, e.code as espace, w.mode
    from ecrits w join espace e on e.id = w.espace_id
    order by e.ordre, w.id`;
}
