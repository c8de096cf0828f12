-- Up Migration
create table compte (
  id bigint generated always as identity primary key,
  id_madrhas text unique,
  -- Kept case-folded: PIGP and MADRHAS do not agree on capitals.
  identifiant_connexion text not null unique
    check (identifiant_connexion = lower(identifiant_connexion) and length(identifiant_connexion) <= 100),
  -- The OpenID identity, bound at the first sign-in and never moved (model §2).
  oidc_issuer text,
  oidc_sub text,
  etat text not null check (etat in ('ACTIF', 'INACTIF')),
  civilite text check (civilite in ('M', 'MME')),
  nom text not null check (length(nom) between 1 and 100),
  prenom text not null check (length(prenom) between 1 and 100),
  -- Not unique: small town halls share a mailbox.
  adresse_electronique text check (length(adresse_electronique) <= 254),
  adresse_ligne text check (length(adresse_ligne) <= 200),
  adresse_complement text check (length(adresse_complement) <= 200),
  adresse_code_postal text check (length(adresse_code_postal) <= 20),
  adresse_ville text check (length(adresse_ville) <= 100),
  adresse_pays code_pays,
  telephone text check (telephone ~ '^\+[0-9]{4,15}$'),
  fax text check (fax ~ '^\+[0-9]{4,15}$'),
  langue code_langue not null default 'fr',
  recevoir_notifications boolean not null default true,
  -- Départements (codes) of a référent DGFiP; both empty: not a référent.
  referent_national boolean not null default false,
  referent_departements text[] not null default '{}',
  -- The last line that the feed gave (three-way merge, model §5) and the source of each field changed since.
  flux_madrhas jsonb,
  sources jsonb not null default '{}',
  evenements_lus_jusqu_a bigint not null default 0,
  verifie_le timestamptz,
  cree_le timestamptz not null,
  active_le timestamptz,
  desactive_le timestamptz,
  modifie_le timestamptz not null,
  -- One for each form, so that saving one does not put the other out of date.
  version integer not null default 1,
  version_parametres integer not null default 1,
  check ((oidc_issuer is null) = (oidc_sub is null)),
  check ((etat = 'INACTIF') = (desactive_le is not null)),
  unique (oidc_issuer, oidc_sub)
);
create index compte_referent on compte using gin (referent_departements)
  where referent_departements <> '{}';
create index compte_referent_national on compte (id) where referent_national;

-- A contact address counts once proved (model §6): 60 minutes, once, a newer one cancels the older.
create table confirmation_adresse (
  id bigint generated always as identity primary key,
  compte_id bigint not null references compte on delete cascade,
  adresse text not null check (length(adresse) <= 254),
  jeton_empreinte bytea not null unique,
  demandee_le timestamptz not null,
  expire_le timestamptz not null,
  terminee_le timestamptz,
  issue text check (issue in ('CONFIRMEE', 'REMPLACEE', 'ANNULEE')),
  check ((terminee_le is null) = (issue is null)),
  check (demandee_le < expire_le)
);
create unique index confirmation_adresse_en_cours on confirmation_adresse (compte_id)
  where terminee_le is null;
create index confirmation_adresse_recentes on confirmation_adresse (compte_id, demandee_le);
create index confirmation_adresse_a_purger on confirmation_adresse (expire_le);

-- Sessions (issue « The portal stands »): only the hash of the cookie's value is kept.
create table session (
  empreinte bytea primary key,
  compte_id bigint not null references compte on delete cascade,
  oidc_issuer text not null,
  oidc_sub text not null,
  oidc_sid text,
  ouverte_le timestamptz not null,
  vue_le timestamptz not null,
  terminee_le timestamptz,
  fin text check (fin in ('DECONNEXION', 'DECONNEXION_PIGP', 'COMPTE_DESACTIVE', 'NOUVELLE_CONNEXION')),
  check ((terminee_le is null) = (fin is null))
);
create index session_compte on session (compte_id) where terminee_le is null;
create index session_sid on session (oidc_issuer, oidc_sid) where terminee_le is null;
create index session_sub on session (oidc_issuer, oidc_sub) where terminee_le is null;
create index session_a_purger on session (vue_le);
create index session_terminees on session (terminee_le) where terminee_le is not null;
create index session_ouvertes on session (ouverte_le);

-- What was typed in a form sent after the session ended: shown again to the same account, 15 minutes.
create table saisie_conservee (
  jeton_empreinte bytea primary key,
  compte_id bigint not null references compte on delete cascade,
  chemin text not null,
  champs jsonb not null,
  expire_le timestamptz not null
);
create index saisie_conservee_compte on saisie_conservee (compte_id);
create index saisie_conservee_a_purger on saisie_conservee (expire_le);

-- A logout token is accepted once (OpenID Connect Back-Channel Logout 1.0 §2.6, jti).
create table jeton_deconnexion (
  oidc_issuer text not null,
  jti text not null,
  expire_le timestamptz not null,
  primary key (oidc_issuer, jti)
);
create index jeton_deconnexion_a_purger on jeton_deconnexion (expire_le);

-- Rate counters shared by all web processes; losing them in a crash is fine.
create unlogged table compteur_debit (
  cle text not null,
  fenetre timestamptz not null,
  nombre integer not null,
  primary key (cle, fenetre)
);
create index compteur_debit_a_purger on compteur_debit (fenetre);

-- Reports of imports and the lines they refused (13 months, model §7).
create table import_rapport (
  id bigint generated always as identity primary key,
  source source_valeur not null,
  fichier text not null,
  commence_le timestamptz not null,
  termine_le timestamptz,
  etat text not null check (etat in ('EN_COURS', 'TERMINE', 'ARRETE')),
  compte_rendu jsonb not null default '{}'
);
create table import_rejet (
  import_id bigint not null references import_rapport on delete cascade,
  -- An import may read several files.
  fichier text not null default '',
  ligne integer not null,
  motif text not null,
  contenu text not null,
  primary key (import_id, fichier, ligne)
);

-- Down Migration
drop table import_rejet, import_rapport, compteur_debit, jeton_deconnexion, saisie_conservee, session,
  confirmation_adresse, compte;
