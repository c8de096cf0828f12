// SQL of the account: one exported function a query.
import { jourCivil } from '../../platform/clock.ts';
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { Compte, CompteAConnecter, EtatCompte, IdentiteOidc } from './compte.ts';
import type { InformationsPersonnelles } from './valeurs.ts';

/** The account with its pending contact address, at the instant that says which request still lives. */
export async function trouverCompte(
  sql: Connection,
  id: number,
  instant: Date,
): Promise<Compte | undefined> {
  const [compte] = await sql<Compte[]>`
    select c.id, c.identifiant_connexion, c.etat, c.nom, c.prenom, c.adresse_electronique, c.adresse_ligne,
      c.adresse_complement, c.adresse_code_postal, c.adresse_ville, c.adresse_pays, c.telephone, c.fax, c.langue,
      c.recevoir_notifications, c.verifie_le, c.cree_le, c.active_le, c.desactive_le, c.modifie_le, c.version, c.version_parametres,
      a.adresse as adresse_en_attente
    from compte c
    left join confirmation_adresse a
      on a.compte_id = c.id and a.terminee_le is null and a.expire_le > ${instant}
    where c.id = ${id}`;
  return compte;
}

/**
 * Locks the account for the rest of the transaction and reads it. Not against what only refers to it: a mail queued for
 * somebody never waits for an act of theirs, nor the reverse.
 */
export async function verrouillerCompte(
  tx: Transaction,
  id: number,
  instant: Date,
): Promise<Compte | undefined> {
  await tx`select from compte where id = ${id} for no key update`;
  return trouverCompte(tx, id, instant);
}

/** Locks accounts for the rest of the transaction, in the order that keeps two acts from waiting for each other. */
export async function verrouillerComptes(
  tx: Transaction,
  ids: number[],
): Promise<Map<number, EtatCompte>> {
  const comptes = await tx<{ id: number; etat: EtatCompte }[]>`
    select id, etat from compte where id = any (${ids}::bigint[]) order by id for no key update`;
  return new Map(comptes.map(({ id, etat }) => [id, etat]));
}

/** The accounts that a sign-in may mean: bound to this identity, or named by its claim; locked. */
export async function comptesAConnecter(
  tx: Transaction,
  identite: IdentiteOidc,
): Promise<{ lie: CompteAConnecter | undefined; nomme: CompteAConnecter | undefined }> {
  const comptes = await tx<(CompteAConnecter & { lie: boolean })[]>`
    select id, etat, oidc_issuer, oidc_sub,
      (oidc_issuer is not distinct from ${identite.issuer} and oidc_sub is not distinct from ${identite.sub}) as lie
    from compte
    where (oidc_issuer = ${identite.issuer} and oidc_sub = ${identite.sub})
      or identifiant_connexion = ${identite.identifiant}
    order by id
    for no key update`;
  return { lie: comptes.find((c) => c.lie), nomme: comptes.find((c) => !c.lie) };
}

/** Binds an account to an OpenID identity, for good. */
export async function lierIdentite(
  tx: Transaction,
  id: number,
  { issuer, sub }: IdentiteOidc,
): Promise<void> {
  await tx`update compte set oidc_issuer = ${issuer}, oidc_sub = ${sub} where id = ${id} and oidc_sub is null`;
}

/** Stores the person's own values, all but the contact address, which must be confirmed first. */
export async function modifierInformations(
  tx: Transaction,
  id: number,
  valeurs: InformationsPersonnelles,
  changes: string[],
  instant: Date,
): Promise<void> {
  const { adresseElectronique: _, ...champs } = valeurs;
  const sources = Object.fromEntries(changes.map((champ) => [champ, 'PERSONNE']));
  await tx`
    update compte set ${tx(champs)}, sources = sources || ${tx.json(sources)},
      verifie_le = coalesce(verifie_le, ${instant}), active_le = coalesce(active_le, ${instant}),
      modifie_le = ${instant}, version = version + 1
    where id = ${id}`;
}

/** Stores the settings; notifications switched on again tell what happens from now on. */
export async function modifierParametres(
  tx: Transaction,
  id: number,
  { langue, recevoirNotifications }: { langue: Langue; recevoirNotifications: boolean },
  instant: Date,
): Promise<void> {
  await tx`
    update compte set langue = ${langue}, recevoir_notifications = ${recevoirNotifications},
      notifications_depuis = case when ${recevoirNotifications} and not recevoir_notifications
        then pg_current_xact_id() else notifications_depuis end,
      notifications_depuis_jour = case when ${recevoirNotifications} and not recevoir_notifications
        then ${jourCivil(instant)}::date else notifications_depuis_jour end,
      modifie_le = ${instant}, version_parametres = version_parametres + 1
    where id = ${id}`;
}

/** Makes the settings form that somebody has open out of date. */
export async function noterParametresChanges(tx: Transaction, id: number): Promise<void> {
  await tx`update compte set version_parametres = version_parametres + 1 where id = ${id}`;
}

/** Stores the language alone; a settings form opened before is out of date, one of personal data is not. */
export async function modifierLangue(tx: Transaction, id: number, langue: Langue): Promise<void> {
  await tx`
    update compte set langue = ${langue}, version_parametres = version_parametres + 1 where id = ${id}`;
}

/** Makes a confirmed contact address the one that serves. */
export async function remplacerAdresse(
  tx: Transaction,
  id: number,
  adresse: string,
  instant: Date,
): Promise<void> {
  await tx`
    update compte set adresse_electronique = ${adresse},
      sources = sources || '{"adresseElectronique": "PERSONNE"}', modifie_le = ${instant}, version = version + 1
    where id = ${id}`;
}

/** Deactivates an account, or reactivates it; the form of its personal data that somebody has open is out of date. */
export async function changerEtat(
  tx: Transaction,
  id: number,
  etat: EtatCompte,
  instant: Date,
): Promise<void> {
  await tx`
    update compte set etat = ${etat}, modifie_le = ${instant}, version = version + 1,
      desactive_le = ${etat === 'INACTIF' ? instant : null}
    where id = ${id}`;
}
