-- Up Migration
-- A request is not a right (model §2): accepting one writes the right in the same transaction.
create domain etat_demande as text
  check (value in ('EN_COURS_DE_VALIDATION', 'ACCEPTEE', 'REFUSEE', 'RETIREE', 'EXPIREE'));
create domain nature_demande as text check (value in ('RATTACHEMENT', 'ABONNEMENT', 'REPRISE'));

create table demande (
  id bigint generated always as identity primary key,
  nature nature_demande not null,
  -- NULL once anonymised, 24 months after its end (model §7).
  compte_id bigint references compte,
  structure_id bigint not null references structure,
  etat etat_demande not null default 'EN_COURS_DE_VALIDATION',
  commentaire text check (length(commentaire) <= 255),
  motif text check (length(motif) <= 255),
  demandee_le timestamptz not null,
  terminee_le timestamptz,
  decidee_par_compte_id bigint references compte,
  decidee_en_qualite text check (decidee_en_qualite in ('GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE', 'DELEGUE', 'REFERENT')),
  escaladee_le timestamptz,
  version integer not null default 1,
  check ((etat = 'EN_COURS_DE_VALIDATION') = (terminee_le is null)),
  check (etat <> 'EN_COURS_DE_VALIDATION' or compte_id is not null),
  check (etat <> 'REFUSEE' or motif is not null or compte_id is null),
  unique (id, structure_id, nature),
  unique (id, compte_id)
);
create index demande_file on demande (structure_id, demandee_le, id) where etat = 'EN_COURS_DE_VALIDATION';
create index demande_compte on demande (compte_id, demandee_le desc);
create index demande_echeances on demande (demandee_le) where etat = 'EN_COURS_DE_VALIDATION';
create index demande_a_anonymiser on demande (terminee_le) where compte_id is not null and terminee_le is not null;

create table demande_ligne (
  id bigint primary key default nextval('ligne_id_seq'),
  demande_id bigint not null,
  nature nature_demande not null,
  compte_id bigint,
  structure_id bigint not null,
  service_id bigint,
  espace_id bigint references espace,
  mode mode_abonnement,
  date_debut date,
  date_fin date,
  etat etat_demande not null default 'EN_COURS_DE_VALIDATION',
  check (date_debut <= date_fin),
  check (nature <> 'RATTACHEMENT' or (date_debut is not null and espace_id is null and mode is null)),
  check (nature <> 'ABONNEMENT' or (espace_id is not null and mode is not null)),
  check (nature <> 'REPRISE' or (service_id is null and espace_id is null)),
  check (etat <> 'EN_COURS_DE_VALIDATION' or compte_id is not null),
  foreign key (demande_id, structure_id, nature) references demande (id, structure_id, nature),
  foreign key (demande_id, compte_id) references demande (id, compte_id) on update cascade,
  foreign key (service_id, structure_id) references service (id, structure_id)
);
create index demande_ligne_demande on demande_ligne (demande_id);
create index demande_ligne_service on demande_ligne (service_id) where etat = 'EN_COURS_DE_VALIDATION';
-- One live request a line asked.
create unique index demande_ligne_vivante on demande_ligne (compte_id, structure_id, nature, service_id, espace_id)
  nulls not distinct where etat = 'EN_COURS_DE_VALIDATION';

-- The timeline that both sides read. No account: the portal itself acted.
create table demande_etape (
  id bigint generated always as identity primary key,
  demande_id bigint not null references demande,
  quoi text not null check (quoi in ('DEMANDEE', 'RAPPELEE', 'RELANCEE', 'ESCALADEE', 'OPPOSEE', 'OPPOSITION_LEVEE',
    'ACCEPTEE', 'REFUSEE', 'RETIREE', 'EXPIREE')),
  par_compte_id bigint references compte,
  en_qualite text check (en_qualite in ('DEMANDEUR', 'GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE', 'DELEGUE', 'REFERENT')),
  commentaire text check (length(commentaire) <= 255),
  instant timestamptz not null
);
create index demande_etape_demande on demande_etape (demande_id, id);

-- Down Migration
drop table demande_etape, demande_ligne, demande;
drop domain nature_demande, etat_demande;
