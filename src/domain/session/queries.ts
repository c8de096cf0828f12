// SQL of the sessions, found by the hash of their cookie.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { IdentiteOidc } from '../compte/compte.ts';
import { NATURES_A_DECIDER } from '../demande/file.ts';
import type { DureesDeSession, FinDeSession, SessionLue } from './session.ts';

/** The tab says « more than » beyond: each page pays for what is counted. */
export const DEMANDES_COMPTEES_A_L_ONGLET = 99;

const MINUTE_MS = 60_000;
const JOUR_MS = 86_400_000;

/**
 * The session, its account and its tabs in one statement: the first round trip of every page. The tabs are the espaces
 * of `espaces_tenus`, which a test compares: said again here, because no page needs to read each structure held.
 */
export async function lireSession(
  sql: Connection,
  cle: Buffer,
  jour: string,
): Promise<SessionLue | undefined> {
  const [session] = await sql<SessionLue[]>`
    select s.compte_id, c.prenom, c.nom, c.langue, c.verifie_le is not null as verifie, c.etat,
      (c.referent_national or c.referent_departements <> '{}') as referent,
      s.ouverte_le, s.vue_le, s.terminee_le, tient.onglets, tient.demandes
    from session s join compte c on c.id = s.compte_id
    cross join lateral (
      with tenus as materialized (select * from portees_actives(c.id, ${jour}))
      select (
        select json_agg(
          json_build_object('code', e.code, 'libelleFr', e.libelle_fr, 'libelleEn', e.libelle_en)
          order by e.ordre)
        from espace e
        where e.code = 'MON_COMPTE'
          or (e.par_defaut and exists (
            select from tenus t where t.gestion = (e.pour = 'GESTIONNAIRES')
              and (e.pour in ('TOUS', 'GESTIONNAIRES') or exists (
                select from structure p
                where p.id = t.structure_id and p.type_structure = e.pour))))
          or exists (
            select from abonnement a
            join tenus t on t.rattachement_id = a.rattachement_id and not t.gestion
              and (t.service_id is null or t.service_id = a.service_id)
            where a.compte_id = c.id and a.espace_id = e.id and a.termine_le is null
              and (e.pour <> 'GESTIONNAIRES' or exists (
                select from tenus g where g.gestion and g.structure_id = a.structure_id)))
      ) as onglets, (
        select count(*)::int from (
          select from (select distinct t.structure_id from tenus t where t.gestion) g
          cross join lateral (
            select from demande d
            where d.structure_id = g.structure_id and d.etat = 'EN_COURS_DE_VALIDATION'
              and d.nature = any (${[...NATURES_A_DECIDER]}) and d.compte_id <> c.id
            order by d.demandee_le, d.id
            limit ${DEMANDES_COMPTEES_A_L_ONGLET + 1}
          ) d
          limit ${DEMANDES_COMPTEES_A_L_ONGLET + 1}
        ) d
      ) as demandes
    ) tient
    where s.empreinte = ${cle}`;
  return session;
}

/** Remembers that the session was used. */
export async function noterVue(sql: Connection, cle: Buffer, instant: Date): Promise<void> {
  await sql`
    update session set vue_le = ${instant} where empreinte = ${cle} and terminee_le is null`;
}

export type NouvelleSession = {
  empreinte: Buffer;
  compteId: number;
  identite: IdentiteOidc;
  sid: string | null;
};

/** Opens a session. */
export async function insererSession(
  tx: Transaction,
  { empreinte, compteId, identite, sid }: NouvelleSession,
  instant: Date,
): Promise<void> {
  await tx`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, oidc_sid, ouverte_le, vue_le)
    values (${empreinte}, ${compteId}, ${identite.issuer}, ${identite.sub}, ${sid}, ${instant},
      ${instant})`;
}

/** Ends one session; gives its account when it was open. */
export async function terminerSession(
  tx: Transaction,
  cle: Buffer,
  fin: FinDeSession,
  instant: Date,
): Promise<number | undefined> {
  const [ended] = await tx<{ compteId: number }[]>`
    update session set terminee_le = ${instant}, fin = ${fin}
    where empreinte = ${cle} and terminee_le is null returning compte_id`;
  return ended?.compteId;
}

/** Ends every session of an account. */
export async function terminerSessionsDuCompte(
  tx: Transaction,
  compteId: number,
  fin: FinDeSession,
  instant: Date,
): Promise<void> {
  await tx`
    update session set terminee_le = ${instant}, fin = ${fin}
    where compte_id = ${compteId} and terminee_le is null`;
}

/**
 * Ends the sessions that a logout token names: one PIGP session (sid), or else all of the person (sub); gives
 * their accounts.
 */
export async function terminerSessionsPigp(
  tx: Transaction,
  { issuer, sid, sub }: { issuer: string; sid: string | null; sub: string | null },
  instant: Date,
): Promise<number[]> {
  const ended = await tx<{ compteId: number }[]>`
    update session set terminee_le = ${instant}, fin = 'DECONNEXION_PIGP'
    where oidc_issuer = ${issuer} and terminee_le is null
      and case when ${sid}::text is null then oidc_sub = ${sub}
        else oidc_sid = ${sid} and (${sub}::text is null or oidc_sub = ${sub}) end
    returning compte_id`;
  return ended.map(({ compteId }) => compteId);
}

/** Remembers a logout token; false when it was used before. */
export async function consommerJetonDeconnexion(
  tx: Transaction,
  issuer: string,
  jti: string,
  expireLe: Date,
): Promise<boolean> {
  const kept = await tx`
    insert into jeton_deconnexion (oidc_issuer, jti, expire_le)
    values (${issuer}, ${jti}, ${expireLe})
    on conflict do nothing returning jti`;
  return kept.length > 0;
}

/** Erases what ended more than a day ago (model §7): sessions, confirmations, kept forms, tokens, counters. */
export async function purgerSessions(
  sql: Connection,
  instant: Date,
  { inactiviteMinutes, maximumHeures }: DureesDeSession,
): Promise<void> {
  const veille = instant.getTime() - JOUR_MS;
  const vuesAvant = new Date(veille - inactiviteMinutes * MINUTE_MS);
  const ouvertesAvant = new Date(veille - maximumHeures * 60 * MINUTE_MS);
  await sql`
    delete from session
    where terminee_le < ${new Date(veille)} or vue_le < ${vuesAvant}
      or ouverte_le < ${ouvertesAvant}`;
  await sql`delete from confirmation_adresse where expire_le < ${new Date(veille)}`;
  await sql`delete from saisie_conservee where expire_le < ${instant}`;
  await sql`delete from jeton_deconnexion where expire_le < ${instant}`;
  await sql`delete from compteur_debit where fenetre < ${new Date(veille)}`;
}
