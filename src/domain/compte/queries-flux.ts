// SQL of what the MADRHAS feed reads and writes of the accounts.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { CompteFlux } from './flux.ts';
import type { ComptePassant } from './passage.ts';

/** The accounts that ids of MADRHAS name; locked, in one order, when `verrou` is asked. */
export async function lireComptesFlux(
  sql: Connection,
  idsMadrhas: string[],
  { verrou }: { verrou: boolean },
): Promise<Map<string, CompteFlux>> {
  if (idsMadrhas.length === 0) return new Map();
  const comptes = await sql<CompteFlux[]>`
    select id, id_madrhas, identifiant_connexion, etat, verifie_le, civilite, nom, prenom,
      adresse_electronique,
      adresse_ligne, adresse_complement, adresse_code_postal, adresse_ville, adresse_pays,
        telephone, fax, langue,
      referent_national, referent_departements, sources, flux_madrhas as flux
    from compte where id_madrhas = any (${idsMadrhas}::text[])
    order by id ${verrou ? sql`for no key update` : sql``}`;
  return new Map(comptes.map((compte) => [compte.idMadrhas, compte]));
}

/** Which accounts hold the identifiers given. */
export async function identifiantsTenus(
  sql: Connection,
  identifiants: string[],
): Promise<Map<string, number>> {
  const tenus = await sql<{ identifiantConnexion: string; id: number }[]>`
    select identifiant_connexion, id from compte
    where identifiant_connexion = any (${identifiants}::text[])`;
  return new Map(tenus.map(({ identifiantConnexion, id }) => [identifiantConnexion, id]));
}

/** The accounts, by id, that ids of MADRHAS name. */
export async function idsDeMadrhas(sql: Connection, idsMadrhas: string[]): Promise<number[]> {
  if (idsMadrhas.length === 0) return [];
  const rows = await sql<{ id: number }[]>`
    select id from compte where id_madrhas = any (${idsMadrhas}::text[])`;
  return rows.map(({ id }) => id);
}

/** Active accounts that the feed brought, by id, after `apres`; at most `limite`. */
export async function actifsDeMadrhas(
  sql: Connection,
  apres: number,
  limite: number,
): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from compte
    where id > ${apres} and etat = 'ACTIF' and flux_madrhas is not null
    order by id limit ${limite}`;
  return rows.map(({ id }) => id);
}

/** Deactivates those of the accounts that are still active; gives them. */
export async function desactiver(
  tx: Transaction,
  ids: number[],
  instant: Date,
): Promise<ComptePassant[]> {
  return tx<ComptePassant[]>`
    with actifs as (
      select id from compte where id = any (${ids}::bigint[])
        and etat = 'ACTIF' order by id for no key update
    )
    update compte c set etat = 'INACTIF', desactive_le = ${instant}, modifie_le = ${instant},
      version = version + 1
    from actifs a where c.id = a.id
    returning c.id, c.langue, c.nom, c.prenom, c.adresse_electronique`;
}

/** Marks as verified those of the accounts that are not yet; gives their ids. */
export async function marquerVerifies(
  tx: Transaction,
  identifiants: string[],
  instant: Date,
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    update compte set verifie_le = ${instant}, active_le = ${instant}, modifie_le = ${instant},
      version = version + 1
    where identifiant_connexion = any (${identifiants}::text[]) and verifie_le is null
    returning id`;
  return rows.map(({ id }) => id);
}
