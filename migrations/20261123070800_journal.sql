-- Up Migration
-- Who, what, on what, when: account ids and codes, no personal content (design §6.12).
create table journal (
  id bigint generated always as identity primary key,
  instant timestamptz not null,
  -- NULL: the portal itself or an import.
  acteur_compte_id bigint,
  en_qualite text,
  acte text not null check (acte ~ '^[A-Z_]+$'),
  objet text not null check (objet ~ '^[a-z_]+$'),
  objet_id bigint,
  compte_id bigint,
  structure_id bigint,
  details jsonb not null default '{}',
  -- Lets the sealing job stay below the oldest running transaction.
  transaction_id xid8 not null default pg_current_xact_id()
);
create index journal_structure on journal (structure_id, id desc) where structure_id is not null;
create index journal_compte on journal (compte_id, id desc) where compte_id is not null;
create index journal_acteur on journal (acteur_compte_id, id desc) where acteur_compte_id is not null;
create index journal_instant on journal using brin (instant);

-- Lines are sealed after they are committed, in order: the rank has no gap, the hash covers the previous seal.
create table journal_sceau (
  rang bigint primary key check (rang > 0),
  journal_id bigint not null unique references journal,
  empreinte bytea not null check (length(empreinte) = 32),
  scelle_le timestamptz not null
);

-- Down Migration
drop table journal_sceau, journal;
