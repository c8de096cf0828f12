// For the tests of abonnements: opens espaces, files requests, reads what is held.
import type { AbonnementDemande } from '../../src/domain/abonnement/abonnement.ts';
import { demanderAbonnement } from '../../src/domain/abonnement/actions-demande.ts';
import type { Connection, Sql } from '../../src/platform/postgres/sql.ts';
import { INSTANT } from './scene.ts';

/** Opens espaces on a structure, as its managers would. */
export async function ouvrirEspaces(
  sql: Connection,
  structureId: number,
  codes: string[],
): Promise<void> {
  await sql`
    insert into espace_structure (structure_id, espace_id, ouvert_le)
    select ${structureId}, id, ${INSTANT} from espace where code = any (${codes}::text[])`;
}

/** « Engagements » on the whole structure, in consultation, unless told. */
export function saisieDAbonnement(
  structureId: number,
  champs: Partial<AbonnementDemande> = {},
): AbonnementDemande {
  const mode = 'CONSULTATION';
  return {
    ...{ structureId, portees: [null], espaces: ['ENGAGEMENTS'], mode, commentaire: null },
    ...champs,
  };
}

/** Files a request that must go to the managers; gives its id. */
export async function deposerAbonnement(
  sql: Sql,
  compteId: number,
  structureId: number,
  champs: Partial<AbonnementDemande> = {},
  instant = INSTANT,
): Promise<number> {
  const saisie = saisieDAbonnement(structureId, champs);
  const fait = await demanderAbonnement(sql, compteId, saisie, instant);
  if (fait.kind !== 'demandee') throw new Error(`not filed: ${fait.kind}`);
  return fait.demandeId;
}

export type AbonnementStocke = {
  espace: string;
  portee: number | null;
  mode: string;
  origine: string;
  par: number | null;
};

/** The live granted abonnements of an account. */
export async function abonnementsStockes(
  sql: Connection,
  compteId: number,
): Promise<AbonnementStocke[]> {
  const rows = await sql<AbonnementStocke[]>`
    select e.code as espace, a.service_id as portee, a.mode, a.origine,
      a.accorde_par_compte_id as par
    from abonnement a join espace e on e.id = a.espace_id
    where a.compte_id = ${compteId} and a.termine_le is null
    order by e.ordre, a.service_id nulls first`;
  return [...rows];
}
