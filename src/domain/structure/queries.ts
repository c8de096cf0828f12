// SQL of the structures and services that registers bring.
import type { Transaction } from '../../platform/postgres/sql.ts';
import type { FicheFlux, ServiceFlux, StructureCourante, StructureFlux } from './flux.ts';

/** Locks and reads the structures that lines name, with their services. */
export async function verrouillerStructures(
  tx: Transaction,
  cles: Pick<StructureFlux, 'typeIdentifiant' | 'identifiant'>[],
): Promise<StructureCourante[]> {
  type Row = Omit<StructureCourante, 'fiche'> & FicheFlux;
  const rows = await tx<Row[]>`
    select s.id, s.type_identifiant, s.identifiant, s.source, s.flux, s.type_structure, s.statut,
      s.raison_sociale,
      s.libelle, s.adresse_ligne, s.adresse_complement_1 as adresse_complement,
        s.adresse_code_postal,
      s.adresse_ville, s.adresse_pays, s.departement, s.telephone, s.adresse_electronique,
        s.population,
      s.code_service_obligatoire, s.numero_engagement_obligatoire,
        s.service_ou_engagement_obligatoire,
      s.mise_en_paiement_non_remontee, s.emetteur_edi, s.recepteur_edi, s.est_moa,
        s.est_moa_uniquement,
      s.est_valideur_delegue, s.non_diffusible_insee,
      (
        select coalesce(json_agg(json_build_object('id', v.id, 'code', v.code, 'libelle', v.libelle,
          'dateDebut', v.date_debut, 'dateFin', v.date_fin, 'engagementObligatoire',
            v.engagement_obligatoire,
          'source', v.source, 'flux', v.flux)), '[]')
        from service v where v.structure_id = s.id
      ) as services
    from structure s
    where (s.type_identifiant, s.identifiant) in (
      select t.type_identifiant, t.identifiant from unnest(
        ${cles.map((c) => c.typeIdentifiant)}::text[], ${cles.map((c) => c.identifiant)}::text[]
      ) as t (type_identifiant, identifiant)
    )
    order by s.id
    for update of s`;
  return rows.map(({ id, typeIdentifiant, identifiant, source, flux, services, ...fiche }) => ({
    id,
    typeIdentifiant,
    identifiant,
    source,
    flux,
    services,
    fiche,
  }));
}

/** Creates a structure; gives its id. */
export async function insererStructure(
  tx: Transaction,
  { typeIdentifiant, identifiant, source, fiche }: StructureFlux,
  instant: Date,
): Promise<number> {
  const { adresseComplement, ...champs } = fiche;
  const [row] = await tx<{ id: number }[]>`
    insert into structure ${tx({
      ...champs,
      adresse_complement_1: adresseComplement,
      typeIdentifiant,
      identifiant,
      source,
      flux: tx.json(fiche),
      creeLe: instant,
      modifieLe: instant,
    })} returning id`;
  if (!row) throw new Error('the structure was not stored');
  return row.id;
}

/** Writes the sheet, and remembers what the register gave. */
export async function modifierStructure(
  tx: Transaction,
  id: number,
  valeurs: FicheFlux,
  flux: FicheFlux,
  instant: Date,
): Promise<void> {
  const { adresseComplement, ...champs } = valeurs;
  await tx`
    update structure
      set ${tx({ ...champs, adresse_complement_1: adresseComplement, flux: tx.json(flux) })},
      modifie_le = ${instant}, version = version + 1
    where id = ${id}`;
}

/** Adds a service to a structure. */
export async function insererService(
  tx: Transaction,
  structureId: number,
  source: StructureFlux['source'],
  service: ServiceFlux,
  instant: Date,
): Promise<void> {
  const flux = tx.json(service);
  const dates = { creeLe: instant, modifieLe: instant };
  await tx`insert into service ${tx({ ...service, structureId, source, flux, ...dates })}`;
}

/** Writes a service, and remembers what the register gave. */
export async function modifierService(
  tx: Transaction,
  id: number,
  valeurs: ServiceFlux,
  flux: ServiceFlux,
  instant: Date,
): Promise<void> {
  await tx`
    update service
      set ${tx({ ...valeurs, flux: tx.json(flux) })}, modifie_le = ${instant}, version = version + 1
    where id = ${id}`;
}
