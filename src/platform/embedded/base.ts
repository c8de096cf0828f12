// Prepares a database of the embedded cluster: the two roles of model §1 and the addresses of each.
import postgres from 'postgres';
import type { Cluster } from './postgres-server.ts';

export type AdressesBase = { proprietaire: string; portail: string; utilisateurPortail: string };

const PROPRIETAIRE = 'chorus_proprietaire';
const PORTAIL = 'chorus_portail';

/** Makes the logins and the database when they are missing; gives the address of each role. */
export async function preparerBase(server: Cluster, base: string): Promise<AdressesBase> {
  const sql = postgres(server.adminUrl('postgres'), { max: 1, onnotice: () => undefined });
  try {
    for (const [login, rights] of [
      [PROPRIETAIRE, 'createrole'],
      [PORTAIL, ''],
    ] as const) {
      const [known] = await sql`select from pg_roles where rolname = ${login}`;
      if (!known)
        await sql.unsafe(`create role ${login} login ${rights} password '${server.password}'`);
    }
    const [known] = await sql`select from pg_database where datname = ${base}`;
    if (!known) await sql.unsafe(`create database "${base}" owner ${PROPRIETAIRE}`);
  } finally {
    await sql.end();
  }
  return adressesBase(server.adminUrl(base));
}

/** The addresses of the two roles on the database that a superuser's address names. */
export function adressesBase(adminUrl: string): AdressesBase {
  const as = (login: string) => adminUrl.replace('postgres://postgres:', `postgres://${login}:`);
  return { proprietaire: as(PROPRIETAIRE), portail: as(PORTAIL), utilisateurPortail: PORTAIL };
}
