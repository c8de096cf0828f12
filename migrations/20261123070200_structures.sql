-- Up Migration
-- The official sheet (reference/chorus-pro.md §7.2).
create table structure (
  id bigint generated always as identity primary key,
  type_identifiant type_identifiant not null,
  -- Kept without spaces, capitals.
  identifiant text not null check (length(identifiant) between 1 and 50 and identifiant !~ '\s' and identifiant = upper(identifiant)),
  type_structure text not null check (type_structure in ('PUBLIQUE', 'PRIVEE')),
  statut text not null check (statut in ('ACTIF', 'INACTIF')),
  raison_sociale text check (length(raison_sociale) <= 300),
  libelle text check (length(libelle) <= 300),
  -- A particulier has a name instead of a raison sociale.
  nom text check (length(nom) <= 100),
  prenom text check (length(prenom) <= 100),
  designation text not null generated always as (
    coalesce(libelle, raison_sociale, nullif(trim(coalesce(prenom, '') || ' ' || coalesce(nom, '')), ''), identifiant)
  ) stored,
  adresse_ligne text,
  adresse_complement_1 text,
  adresse_complement_2 text,
  adresse_code_postal text,
  adresse_ville text,
  adresse_pays code_pays,
  departement text,
  telephone text,
  fax text,
  adresse_electronique text check (length(adresse_electronique) <= 254),
  numero_rcs text,
  numero_tva text,
  population integer check (population >= 0),
  -- Parameters: what an invoice sent to this structure must carry.
  code_service_obligatoire boolean not null default false,
  numero_engagement_obligatoire boolean not null default false,
  service_ou_engagement_obligatoire boolean not null default false,
  mise_en_paiement_non_remontee boolean not null default false,
  emetteur_edi boolean not null default false,
  recepteur_edi boolean not null default false,
  est_moa boolean not null default false,
  est_moa_uniquement boolean not null default false,
  est_valideur_delegue boolean not null default false,
  non_diffusible_insee boolean not null default false,
  -- The words that a search compares: names and town, folded.
  mots text not null generated always as (
    sans_accent(coalesce(raison_sociale, '') || ' ' || coalesce(libelle, '') || ' ' || coalesce(nom, '')
      || ' ' || coalesce(prenom, '') || ' ' || coalesce(adresse_ville, ''))
  ) stored,
  source source_valeur not null,
  sources jsonb not null default '{}',
  flux jsonb,
  cree_le timestamptz not null,
  modifie_le timestamptz not null,
  version integer not null default 1,
  unique (type_identifiant, identifiant)
);
create index structure_identifiant on structure (identifiant text_pattern_ops);
create index structure_mots on structure using gin (to_tsvector('simple', mots));
create index structure_code_postal on structure (adresse_code_postal);
create index structure_ville on structure (sans_accent(adresse_ville));
create index structure_departement on structure (departement);

create table service (
  id bigint generated always as identity primary key,
  structure_id bigint not null references structure,
  code text not null check (length(code) between 1 and 100),
  libelle text not null check (length(libelle) between 1 and 200),
  description text check (length(description) <= 1000),
  date_debut date,
  date_fin date,
  engagement_obligatoire boolean not null default false,
  mise_en_paiement boolean not null default false,
  source source_valeur not null,
  sources jsonb not null default '{}',
  flux jsonb,
  cree_le timestamptz not null,
  modifie_le timestamptz not null,
  version integer not null default 1,
  check (date_debut <= date_fin),
  unique (structure_id, code),
  unique (id, structure_id)
);

-- Down Migration
drop table service, structure;
