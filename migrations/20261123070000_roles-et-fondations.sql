-- Up Migration
-- Roles (model §1): the owner runs this file; programs join the group role « portail », which may not do DDL.
do $$
begin
  if not exists (select from pg_roles where rolname = 'portail') then
    create role portail nologin;
  end if;
end
$$;

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

revoke create on schema public from public;
grant usage on schema public to portail;

-- What every name search folds to: no accent, no case. unaccent() alone is only « stable », so it cannot be
-- indexed; naming its dictionary makes this immutable.
create function sans_accent(texte text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, texte));

-- Where a value comes from (model §1). An import touches only what it brought itself.
create domain source_valeur as text
  check (value in ('MADRHAS', 'ANNUAIRE', 'COMMUNES', 'GESTIONNAIRE', 'PERSONNE', 'REFERENT'));
create domain code_langue as text check (value in ('fr', 'en'));
create domain code_pays as text check (value ~ '^[A-Z]{2}$');
create domain type_identifiant as text
  check (value in ('SIRET', 'UE_HORS_FRANCE', 'HORS_UE', 'RIDET', 'TAHITI', 'AUTRE', 'PARTICULIER'));
create domain role_rattachement as text
  check (value in ('GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE', 'UTILISATEUR'));
create domain mode_abonnement as text check (value in ('CONSULTATION', 'MODIFICATION'));
-- A right and a request for it are two things; their lines share one sequence of ids (model §2).
create sequence ligne_id_seq as bigint maxvalue 9007199254740991;

-- Down Migration
drop sequence ligne_id_seq;
drop domain mode_abonnement, role_rattachement, type_identifiant, code_pays, code_langue, source_valeur;
drop function sans_accent(text);
drop extension btree_gist;
drop extension unaccent;
drop extension pg_trgm;
