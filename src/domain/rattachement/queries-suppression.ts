// SQL of the end of a rattachement and of the hand-over of the role of gestionnaire principal (screens §6.3).
import { jourCivil } from '../../platform/clock.ts';
import { lirePage, type PageLue } from '../../platform/postgres/pages.ts';
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import { finirAvec, finirPerdus } from '../abonnement/fins.ts';
import { prevenirDesPerdus } from '../abonnement/prevenir.ts';
import type { StatutStructure } from '../structure/structure.ts';
import { terminerLignes } from './queries-flux-ecriture.ts';
import type { Role } from './rattachement.ts';
import type { Successeur } from './suppression.ts';

/** A rattachement of the acting account, locked with its structure. */
export type RattachementVerrouille = {
  id: number;
  structureId: number;
  designation: string;
  role: Role;
  gereAujourdHui: boolean;
  autresGestionnairesActifs: number;
};

/**
 * Locks live rattachements of an account, their structures first: the acts that change the managers
 * of a structure come one after another. Gives them by id; those of others are left out.
 */
export async function verrouillerMesRattachements(
  tx: Transaction,
  compteId: number,
  ids: number[],
  jour: string,
): Promise<RattachementVerrouille[]> {
  if (ids.length === 0) return [];
  await tx`
    select from structure
    where id in (
      select structure_id from rattachement
      where id = any (${ids}::bigint[]) and compte_id = ${compteId} and supprime_le is null
    )
    order by id
    for no key update`;
  await tx`
    select from rattachement
    where id = any (${ids}::bigint[]) and compte_id = ${compteId} and supprime_le is null
    order by id
    for update`;
  return tx<RattachementVerrouille[]>`
    select r.id, r.structure_id, s.designation, r.role, ${gestion(tx, jour)}
    from rattachement r join structure s on s.id = r.structure_id
    where r.id = any (${ids}::bigint[]) and r.compte_id = ${compteId} and r.supprime_le is null
    order by r.id`;
}

/** The same, read for the confirmation page, with how many people could take the role over. */
export type RattachementASupprimer = RattachementVerrouille & {
  identifiant: string;
  statutStructure: StatutStructure;
  candidats: number;
};

/** Live rattachements of an account among these ids, by name of structure. */
export async function rattachementsASupprimer(
  sql: Connection,
  compteId: number,
  ids: number[],
  jour: string,
): Promise<RattachementASupprimer[]> {
  if (ids.length === 0) return [];
  return sql<RattachementASupprimer[]>`
    select r.id, r.structure_id, s.designation, s.identifiant, s.statut as statut_structure, r.role,
      ${gestion(sql, jour)},
      case when r.role = 'GESTIONNAIRE_PRINCIPAL' then (
        select count(*)::int from rattachement_ligne l
        join rattachement autre on autre.id = l.rattachement_id and autre.supprime_le is null
        join compte c on c.id = autre.compte_id and c.etat = 'ACTIF'
        where l.structure_id = r.structure_id and autre.id <> r.id and ${entiere(sql, jour)}
      ) else 0 end as candidats
    from rattachement r join structure s on s.id = r.structure_id
    where r.id = any (${ids}::bigint[]) and r.compte_id = ${compteId} and r.supprime_le is null
    order by s.tri, r.id`;
}

// Who manages the structure of `r` that day: its owner, and how many others.
function gestion(sql: Connection, jour: string) {
  return sql`
    exists (select from gestionnaires_actifs(r.structure_id, ${jour}) g
      where g.compte_id = r.compte_id) as gere_aujourd_hui,
    (select count(*)::int from gestionnaires_actifs(r.structure_id, ${jour}) g
      where g.compte_id <> r.compte_id) as autres_gestionnaires_actifs`;
}

// Line `l` covers the whole structure that day.
function entiere(sql: Connection, jour: string) {
  return sql`l.service_id is null and l.statut = 'VALIDEE' and l.date_debut <= ${jour}
    and (l.date_fin is null or l.date_fin >= ${jour})`;
}

/** A stand-in as manager that an act ended with the rattachement. */
export type DelegationFinie = { id: number; compteId: number; structureId: number };

/**
 * Ends rattachements with all that hangs on them: lines, granted abonnements, stand-ins as manager
 * that are not over, which it gives: each is for the caller to journal and to tell. The abonnements
 * are told here.
 */
export async function terminerRattachements(
  tx: Connection,
  ids: number[],
  instant: Date,
): Promise<DelegationFinie[]> {
  if (ids.length === 0) return [];
  await tx`
    update rattachement_ligne set statut = 'SUPPRIMEE', modifie_le = ${instant}
    where rattachement_id = any (${ids}::bigint[]) and statut <> 'SUPPRIMEE'`;
  await finirAvec(tx, ids, instant);
  const delegations = await tx<DelegationFinie[]>`
    update delegation d set terminee_le = ${instant} from rattachement r
    where r.id = any (${ids}::bigint[]) and d.compte_id = r.compte_id
      and d.structure_id = r.structure_id and d.terminee_le is null
      and d.date_fin >= ${jourCivil(instant)}
    returning d.id, d.compte_id, d.structure_id`;
  await tx`
    update rattachement set supprime_le = ${instant}, modifie_le = ${instant},
      version = version + 1
    where id = any (${ids}::bigint[])`;
  return delegations;
}

/** The live rattachement of the person designated, locked; nothing when they have none on the structure. */
export async function verrouillerSuccesseur(
  tx: Transaction,
  { compteId, structureId }: { compteId: number; structureId: number },
  jour: string,
): Promise<({ rattachementId: number } & Omit<Successeur, 'soi'>) | undefined> {
  await tx`
    select from rattachement
    where compte_id = ${compteId} and structure_id = ${structureId} and supprime_le is null
    for update`;
  const [successeur] = await tx<({ rattachementId: number } & Omit<Successeur, 'soi'>)[]>`
    select r.id as rattachement_id, c.etat = 'ACTIF' as compte_actif,
      exists (select from portees_actives(r.compte_id, ${jour}) p
        where p.rattachement_id = r.id and not p.gestion and p.service_id is null
      ) as structure_entiere
    from rattachement r join compte c on c.id = r.compte_id
    where r.compte_id = ${compteId} and r.structure_id = ${structureId} and r.supprime_le is null`;
  return successeur;
}

/**
 * Gives the role of gestionnaire principal to one rattachement of the structure, in place of another
 * if any. A principal has no end (model §3): what still runs loses its own, what does not is not
 * revived.
 */
export async function transmettreRole(
  tx: Transaction,
  { ancien, nouveau }: { ancien: number | null; nouveau: number },
  instant: Date,
): Promise<void> {
  await prevenirDesPerdus(tx, await finirPerdus(tx, [nouveau], instant), instant);
  if (ancien !== null)
    await tx`
      update rattachement set role = 'UTILISATEUR', modifie_le = ${instant},
        version = version + 1
      where id = ${ancien}`;
  await tx`
    update rattachement set role = 'GESTIONNAIRE_PRINCIPAL', modifie_le = ${instant},
      version = version + 1
    where id = ${nouveau}`;
  const sansSuite = await lignesSansSuite(tx, nouveau, jourCivil(instant));
  await terminerLignes(tx, nouveau, sansSuite, instant);
  await tx`
    update rattachement_ligne set date_fin = null, fin_annoncee_jours = null,
      modifie_le = ${instant}
    where rattachement_id = ${nouveau} and statut <> 'SUPPRIMEE' and date_fin is not null`;
  // Espaces for managers go with the role.
  if (ancien !== null) await finirPerdus(tx, [ancien], instant);
}

// The lines that cannot go on without an end: those that are over, and, beside the whole structure,
// those on a service that has one.
async function lignesSansSuite(
  tx: Transaction,
  rattachementId: number,
  jour: string,
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select ligne.id from rattachement_ligne ligne left join service v on v.id = ligne.service_id
    where ligne.rattachement_id = ${rattachementId} and ligne.statut <> 'SUPPRIMEE'
      and (ligne.date_fin < ${jour} or (v.date_fin is not null and exists (
        select from rattachement_ligne l
        where l.rattachement_id = ligne.rattachement_id and ${entiere(tx, jour)})))`;
  return rows.map(({ id }) => id);
}

/** Somebody who may become gestionnaire principal. */
export type Candidat = {
  compteId: number;
  nom: string;
  prenom: string;
  identifiantConnexion: string;
  role: Role;
};

export type RechercheDeSuccesseur = {
  compteId: number;
  rattachementId: number;
  /** Part of a name or of an identifiant; '' for all. */
  recherche: string;
};

/** The active people attached to the whole structure today, apart from its principal, who asks. */
export async function candidatsSuccession(
  sql: Connection,
  { compteId, rattachementId, recherche }: RechercheDeSuccesseur,
  jour: string,
  limite: number,
): Promise<PageLue<Candidat>> {
  const rows = await sql<(Candidat & { total: number })[]>`
    select c.id as compte_id, c.nom, c.prenom, c.identifiant_connexion, r.role,
      count(*) over ()::int as total
    from rattachement principal
    join rattachement_ligne l on l.structure_id = principal.structure_id and ${entiere(sql, jour)}
    join rattachement r on r.id = l.rattachement_id and r.supprime_le is null
    join compte c on c.id = r.compte_id and c.etat = 'ACTIF'
    where principal.id = ${rattachementId} and principal.compte_id = ${compteId}
      and r.id <> principal.id
      and strpos(sans_accent(c.prenom || ' ' || c.nom || ' ' || c.identifiant_connexion),
        sans_accent(${recherche})) > 0
    order by sans_accent(c.nom), sans_accent(c.prenom), c.id
    limit ${limite}`;
  return lirePage<Candidat>(rows);
}
