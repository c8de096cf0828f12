// SQL of the sheet and of the services as managers keep them; what they change is marked theirs (model §1).
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { FicheGeree } from './fiche-modifiee.ts';
import type { ServiceGere } from './service.ts';
import type { FicheModifiable, ServiceSaisi } from './valeurs.ts';

/** The sheet with all that its managers read and change; in an act, of a structure that it holds locked. */
export async function ficheGeree(
  sql: Connection,
  structureId: number,
): Promise<FicheGeree | undefined> {
  const [fiche] = await sql<FicheGeree[]>`
    select id, type_identifiant, identifiant, designation, type_structure, statut, raison_sociale,
      libelle, departement, adresse_electronique, telephone, fax, adresse_ligne,
      adresse_complement_1 as "adresseComplement1", adresse_complement_2 as "adresseComplement2",
      adresse_code_postal, adresse_ville, adresse_pays, code_service_obligatoire,
      numero_engagement_obligatoire, service_ou_engagement_obligatoire,
      mise_en_paiement_non_remontee, emetteur_edi, recepteur_edi, est_moa, est_moa_uniquement,
      est_valideur_delegue, non_diffusible_insee, source, version
    from structure where id = ${structureId}`;
  return fiche;
}

const marquer = (champs: readonly string[]) =>
  Object.fromEntries(champs.map((champ) => [champ, 'GESTIONNAIRE']));

/** Stores the sheet; imports leave the fields named in `changes` alone from now on. */
export async function ecrireFiche(
  tx: Transaction,
  structureId: number,
  {
    adresseComplement1,
    adresseComplement2,
    ...valeurs
  }: FicheModifiable & { departement: string | null },
  changes: readonly string[],
  instant: Date,
): Promise<void> {
  await tx`
    update structure set ${tx(valeurs)}, adresse_complement_1 = ${adresseComplement1},
      adresse_complement_2 = ${adresseComplement2},
      sources = sources || ${tx.json(marquer(changes))}, modifie_le = ${instant},
      version = version + 1
    where id = ${structureId}`;
}

function colonnesDeService(sql: Connection) {
  return sql`id, code, libelle, description, date_debut, date_fin, engagement_obligatoire, source,
    version`;
}

/** A service of this structure, for its page. */
export async function serviceGere(
  sql: Connection,
  structureId: number,
  serviceId: number,
): Promise<ServiceGere | undefined> {
  const [service] = await sql<ServiceGere[]>`
    select ${colonnesDeService(sql)} from service
    where id = ${serviceId} and structure_id = ${structureId}`;
  return service;
}

/** The same, locked until the end of the transaction: an import of its register waits, or came before. */
export async function verrouillerService(
  tx: Transaction,
  structureId: number,
  serviceId: number,
): Promise<ServiceGere | undefined> {
  const [service] = await tx<ServiceGere[]>`
    select ${colonnesDeService(tx)} from service
    where id = ${serviceId} and structure_id = ${structureId}
    for no key update`;
  return service;
}

/** Creates a service; nothing when its code is taken, by an import of the same moment too. */
export async function insererService(
  tx: Transaction,
  structureId: number,
  service: ServiceSaisi,
  instant: Date,
): Promise<number | undefined> {
  const [cree] = await tx<{ id: number }[]>`
    insert into service ${tx({
      ...service,
      structureId,
      source: 'GESTIONNAIRE',
      creeLe: instant,
      modifieLe: instant,
    })}
    on conflict (structure_id, code) do nothing
    returning id`;
  return cree?.id;
}

/** True when another service of the structure has that code, whatever its capitals: suppliers copy codes by hand. */
export async function codeTenu(
  tx: Transaction,
  structureId: number,
  code: string,
  saufId: number | null = null,
): Promise<boolean> {
  const [tenu] = await tx`
    select from service
    where structure_id = ${structureId} and lower(code) = lower(${code})
      and id is distinct from ${saufId}`;
  return tenu !== undefined;
}

const CODE_PRIS = '23505';

/** Stores a service; false when its new code is taken. */
export async function ecrireService(
  tx: Transaction,
  serviceId: number,
  service: ServiceSaisi,
  changes: readonly string[],
  instant: Date,
): Promise<boolean> {
  try {
    // Two acts of managers come one after another; an import does not wait for them: the index decides.
    await tx.savepoint(
      (sp) => sp`
        update service set ${sp(service)}, sources = sources || ${sp.json(marquer(changes))},
          modifie_le = ${instant}, version = version + 1
        where id = ${serviceId}`,
    );
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === CODE_PRIS) return false;
    throw error;
  }
}

/** Gives a service its last day, or none any more. */
export async function ecrireFin(
  tx: Transaction,
  serviceId: number,
  dateFin: string | null,
  instant: Date,
): Promise<void> {
  await tx`
    update service set date_fin = ${dateFin}, sources = sources || ${tx.json(marquer(['dateFin']))},
      modifie_le = ${instant}, version = version + 1
    where id = ${serviceId}`;
}
