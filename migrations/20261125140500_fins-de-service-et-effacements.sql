-- Up Migration
-- What hangs on a service ends with it: the last day that was already applied. An end that comes with time, that an
-- import gave or that changed since, is not yet: the job and the imports apply it.
alter table service add column fin_appliquee date;
create index service_fin_a_appliquer on service (date_fin)
  where date_fin is not null and fin_appliquee is distinct from date_fin;

create function oublier_fin_appliquee() returns trigger language plpgsql as $$
begin
  new.fin_appliquee := null;
  return new;
end
$$;
-- Opened again, then closed on the same day: that end is to be applied anew.
create trigger fin_oubliee before update of date_fin on service for each row
  when (old.date_fin is distinct from new.date_fin) execute function oublier_fin_appliquee();

-- Lines that had their six years go with their seals (model §7): the last one erased, from which the chain goes on.
create table journal_effacement (
  rang bigint primary key check (rang > 0),
  empreinte bytea not null check (length(empreinte) = 32),
  efface_le timestamptz not null
);
grant select on journal_effacement to portail;

-- Down Migration
drop table journal_effacement;
drop trigger fin_oubliee on service;
drop function oublier_fin_appliquee();
drop index service_fin_a_appliquer;
alter table service drop column fin_appliquee;
