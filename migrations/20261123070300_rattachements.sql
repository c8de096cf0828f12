-- Up Migration
-- The role of one account on one structure; what it covers is in its lines.
create table rattachement (
  id bigint generated always as identity primary key,
  compte_id bigint not null references compte,
  structure_id bigint not null references structure,
  role role_rattachement not null,
  origine source_valeur not null,
  -- The role that the feed last gave (model §5).
  flux jsonb,
  cree_le timestamptz not null,
  modifie_le timestamptz not null,
  supprime_le timestamptz,
  version integer not null default 1,
  unique (id, structure_id),
  unique (id, structure_id, compte_id)
);
create unique index rattachement_vivant on rattachement (compte_id, structure_id) where supprime_le is null;
create unique index rattachement_un_seul_principal on rattachement (structure_id)
  where role = 'GESTIONNAIRE_PRINCIPAL' and supprime_le is null;
create index rattachement_structure on rattachement (structure_id, role) where supprime_le is null;

-- service NULL = the whole structure. Expired is read from the period, never stored.
create table rattachement_ligne (
  id bigint primary key default nextval('ligne_id_seq'),
  rattachement_id bigint not null,
  structure_id bigint not null,
  service_id bigint,
  date_debut date not null,
  date_fin date,
  statut text not null check (statut in ('VALIDEE', 'DESACTIVEE', 'SUPPRIMEE')),
  origine source_valeur not null,
  flux jsonb,
  cree_le timestamptz not null,
  modifie_le timestamptz not null,
  check (date_debut <= date_fin),
  foreign key (rattachement_id, structure_id) references rattachement (id, structure_id),
  -- A line can only cover a service of its own structure.
  foreign key (service_id, structure_id) references service (id, structure_id)
);
create unique index rattachement_ligne_vivante on rattachement_ligne (rattachement_id, service_id)
  nulls not distinct where statut <> 'SUPPRIMEE';
create index rattachement_ligne_service on rattachement_ligne (service_id) where statut <> 'SUPPRIMEE';
create index rattachement_ligne_fin on rattachement_ligne (date_fin)
  where statut = 'VALIDEE' and date_fin is not null;

-- A principal's lines have no end date (model §3), whichever of the two rows changes.
create function verifier_principal_sans_fin() returns trigger language plpgsql as $$
declare
  le_rattachement bigint := coalesce(to_jsonb(new)->>'rattachement_id', to_jsonb(new)->>'id')::bigint;
begin
  -- Two acts at once, one on each table: the second waits here and sees what the first committed.
  perform from rattachement where id = le_rattachement for no key update;
  if exists (
    select from rattachement r join rattachement_ligne l on l.rattachement_id = r.id
    where r.id = le_rattachement
      and r.role = 'GESTIONNAIRE_PRINCIPAL' and r.supprime_le is null
      and l.statut <> 'SUPPRIMEE' and l.date_fin is not null
  ) then
    raise exception using errcode = 'check_violation', constraint = 'principal_sans_fin',
      message = 'a gestionnaire principal has no end date';
  end if;
  return null;
end
$$;
create constraint trigger principal_sans_fin after insert or update on rattachement
  deferrable initially deferred for each row
  when (new.role = 'GESTIONNAIRE_PRINCIPAL') execute function verifier_principal_sans_fin();
create constraint trigger principal_sans_fin after insert or update on rattachement_ligne
  deferrable initially deferred for each row
  when (new.date_fin is not null) execute function verifier_principal_sans_fin();

-- A dated stand-in as gestionnaire secondaire; two periods of the same person never overlap.
create table delegation (
  id bigint generated always as identity primary key,
  structure_id bigint not null references structure,
  compte_id bigint not null references compte,
  date_debut date not null,
  date_fin date not null,
  par_compte_id bigint not null references compte,
  cree_le timestamptz not null,
  terminee_le timestamptz,
  check (date_debut <= date_fin),
  constraint delegation_sans_recouvrement exclude using gist (
    compte_id with =, structure_id with =, daterange(date_debut, date_fin, '[]') with &&
  ) where (terminee_le is null)
);
create index delegation_compte on delegation (compte_id, date_debut, date_fin, structure_id) where terminee_le is null;

-- Down Migration
drop table delegation, rattachement_ligne, rattachement;
drop function verifier_principal_sans_fin();
