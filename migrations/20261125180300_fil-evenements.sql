-- Up Migration
-- The fil d'événements is read scope by scope, newest first (ADR 030): by the structure for who holds a right on the
-- whole of it, by the service for who holds it on that one. The columns beside the key spare the rows of other pages.
drop index evenement_compte;
create index evenement_compte on evenement (compte_id, id desc) include (recu_le, famille, structure_id)
  where compte_id is not null;
drop index evenement_droit;
create index evenement_droit on evenement (structure_id, espace_id, id desc) include (recu_le, famille)
  where compte_id is null;
create index evenement_service on evenement (service_id, espace_id, id desc) include (recu_le, famille)
  where compte_id is null and service_id is not null;

-- In which months each scope has events for its holders, so that a page looks only where it finds some. Service 0: the
-- whole structure.
create table evenement_mois (
  structure_id bigint not null,
  service_id bigint not null,
  espace_id bigint not null,
  famille text not null,
  mois date not null,
  primary key (structure_id, service_id, espace_id, famille, mois)
);
create function noter_mois_evenement() returns trigger language plpgsql as $$
begin
  -- In one order, so that two statements never wait for each other.
  insert into evenement_mois (structure_id, service_id, espace_id, famille, mois)
  select distinct n.structure_id, portee.service_id, n.espace_id, n.famille,
    date_trunc('month', n.recu_le at time zone 'Europe/Paris')::date
  from nouveaux n
  cross join lateral (values (0::bigint), (n.service_id)) portee (service_id)
  where n.compte_id is null and portee.service_id is not null
  order by 1, 2, 3, 4, 5
  on conflict do nothing;
  return null;
end
$$;
create trigger noter_mois after insert on evenement
  referencing new table as nouveaux for each statement execute function noter_mois_evenement();
insert into evenement_mois
select distinct n.structure_id, portee.service_id, n.espace_id, n.famille,
  date_trunc('month', n.recu_le at time zone 'Europe/Paris')::date
from evenement n
cross join lateral (values (0::bigint), (n.service_id)) portee (service_id)
where n.compte_id is null and portee.service_id is not null;

-- Tokens of the programs that write to the portal: the token itself is shown once, its hash is kept.
create table jeton_api (
  id bigint generated always as identity primary key,
  -- The program that holds it; two tokens of one source stand for each other, so that one may replace the other.
  source text not null check (length(source) between 1 and 50 and source !~ '[[:cntrl:]]'),
  portee text not null check (portee ~ '^[a-z-]+$'),
  empreinte bytea not null unique check (length(empreinte) = 32),
  cree_le timestamptz not null,
  expire_le timestamptz not null,
  revoque_le timestamptz,
  utilise_le timestamptz,
  check (cree_le < expire_le)
);

grant select, insert on evenement_mois to portail;
grant select, insert, update on jeton_api to portail;

-- Down Migration
drop table jeton_api;
drop trigger noter_mois on evenement;
drop function noter_mois_evenement();
drop table evenement_mois;
drop index evenement_service;
drop index evenement_droit;
create index evenement_droit on evenement (structure_id, espace_id, id desc) where compte_id is null;
drop index evenement_compte;
create index evenement_compte on evenement (compte_id, id desc) where compte_id is not null;
