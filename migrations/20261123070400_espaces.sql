-- Up Migration
create table espace (
  id bigint primary key,
  code text not null unique check (code ~ '^[A-Z_]+$'),
  libelle_fr text not null,
  libelle_en text not null,
  pour text not null check (pour in ('TOUS', 'PUBLIQUE', 'PRIVEE', 'GESTIONNAIRES')),
  par_defaut boolean not null,
  validation_requise boolean not null,
  ordre integer not null unique
);
insert into espace (id, code, libelle_fr, libelle_en, pour, par_defaut, validation_requise, ordre) values
  (1, 'MON_COMPTE', 'Mon compte', 'My account', 'TOUS', true, false, 120),
  (2, 'FACTURES_EMISES', 'Factures émises', 'Invoices sent', 'TOUS', true, false, 10),
  (3, 'FACTURES_RECUES', 'Factures reçues', 'Invoices received', 'TOUS', true, false, 20),
  (4, 'FACTURES_A_VALIDER', 'Factures à valider', 'Invoices to validate', 'TOUS', false, true, 30),
  (5, 'FACTURES_DE_TRAVAUX', 'Factures de travaux', 'Works invoices', 'TOUS', false, true, 40),
  (6, 'ACTIVITES_DU_GESTIONNAIRE', 'Activités du gestionnaire', 'Manager''s activities', 'GESTIONNAIRES', true, false, 50),
  (7, 'SOLLICITATIONS_EMISES', 'Sollicitations émises', 'Requests sent', 'TOUS', false, true, 60),
  (8, 'SOLLICITATIONS_RECUES', 'Sollicitations reçues', 'Requests received', 'PUBLIQUE', false, true, 70),
  (9, 'ENGAGEMENTS', 'Engagements', 'Commitments', 'PUBLIQUE', false, true, 80),
  (10, 'MEMOIRES_DE_FRAIS_DE_JUSTICE', 'Mémoires de frais de justice', 'Statements of legal costs', 'TOUS', false, true, 90),
  (11, 'DEMANDES_DE_REMBOURSEMENT_TIC', 'Demandes de remboursement TIC', 'Excise duty refund claims', 'PRIVEE', false, true, 100),
  (12, 'RACCORDEMENTS', 'Raccordements', 'System connections', 'GESTIONNAIRES', false, true, 110);

-- What the manager opened on a structure.
create table espace_structure (
  id bigint generated always as identity primary key,
  structure_id bigint not null references structure,
  espace_id bigint not null references espace,
  ouvert_le timestamptz not null,
  ouvert_par_compte_id bigint references compte,
  ferme_le timestamptz
);
create unique index espace_structure_ouvert on espace_structure (structure_id, espace_id) where ferme_le is null;

-- Granted rights only: default ones are computed (model §4).
create table abonnement (
  id bigint generated always as identity primary key,
  compte_id bigint not null references compte,
  rattachement_id bigint not null,
  structure_id bigint not null,
  service_id bigint,
  espace_id bigint not null references espace,
  mode mode_abonnement not null,
  origine source_valeur not null,
  accorde_par_compte_id bigint references compte,
  cree_le timestamptz not null,
  modifie_le timestamptz not null,
  termine_le timestamptz,
  version integer not null default 1,
  -- The rattachement that carries the right is this account's, on this structure.
  foreign key (rattachement_id, structure_id, compte_id)
    references rattachement (id, structure_id, compte_id),
  foreign key (service_id, structure_id) references service (id, structure_id)
);
create unique index abonnement_vivant on abonnement (compte_id, structure_id, service_id, espace_id)
  nulls not distinct where termine_le is null;
create index abonnement_rattachement on abonnement (rattachement_id) where termine_le is null;
create index abonnement_structure on abonnement (structure_id, espace_id) where termine_le is null;
create index abonnement_service on abonnement (service_id) where termine_le is null;

-- Down Migration
drop table abonnement, espace_structure, espace;
