-- Up Migration
create table type_piece_jointe (
  id bigint primary key,
  code text not null unique check (code ~ '^[A-Z_]+$'),
  libelle_fr text not null,
  libelle_en text not null,
  ordre integer not null unique
);
insert into type_piece_jointe (id, code, libelle_fr, libelle_en, ordre) values
  (1, 'DIVERS', 'Pièce jointe standard', 'Standard attachment', 1),
  (2, 'JUSTIFICATIF', 'Pièce justificative', 'Supporting document', 2),
  (3, 'BROCHURE', 'Brochure', 'Brochure', 3),
  (4, 'ATTESTATION', 'Attestation', 'Certificate', 4),
  (5, 'CERTIFICAT_IMMATRICULATION', 'Certificat d''immatriculation', 'Vehicle registration certificate', 5);

create table piece_jointe (
  id bigint generated always as identity primary key,
  compte_id bigint not null references compte,
  type_id bigint not null references type_piece_jointe,
  designation text not null check (length(designation) between 1 and 100),
  nom_fichier text not null check (length(nom_fichier) between 1 and 50),
  extension text not null,
  type_mime text,
  taille_octets bigint not null check (taille_octets > 0),
  empreinte_sha256 bytea check (length(empreinte_sha256) = 32),
  -- Random name in the file store: never what people typed.
  fichier uuid not null unique,
  -- One-time key of the form: the same form sent twice stores one file.
  cle_envoi uuid,
  etat text not null check (etat in ('RECUE', 'EN_ANALYSE', 'DISPONIBLE', 'REJETEE')),
  motif_rejet text,
  ajoutee_le timestamptz not null,
  analysee_le timestamptz,
  unique (compte_id, cle_envoi)
);
create index piece_jointe_compte on piece_jointe (compte_id, ajoutee_le desc, id desc);
create index piece_jointe_empreinte on piece_jointe (compte_id, empreinte_sha256);
create index piece_jointe_a_analyser on piece_jointe (id) where etat in ('RECUE', 'EN_ANALYSE');

-- Down Migration
drop table piece_jointe, type_piece_jointe;
