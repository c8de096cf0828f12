-- Up Migration
-- A long reader of events (a backup, a report) must not hold back every act: a month is made beside the table and
-- attached, which waits for no reader; one that had its time is dropped within a second, or at the next passage.
create or replace function creer_partitions_evenement(instant timestamptz, mois_d_avance integer) returns integer
  language plpgsql set lock_timeout = '1s' as $$
declare
  premier timestamp := date_trunc('month', instant at time zone 'Europe/Paris');
  mois timestamp;
  nom text;
  crees integer := 0;
begin
  for n in 0..mois_d_avance loop
    mois := premier + make_interval(months => n);
    nom := 'evenement_' || to_char(mois, 'YYYY_MM');
    if to_regclass(nom) is null then
      execute format('create table %I (like evenement including defaults including constraints)', nom);
      execute format('alter table evenement attach partition %I for values from (%L) to (%L)', nom,
        mois at time zone 'Europe/Paris', (mois + interval '1 month') at time zone 'Europe/Paris');
      crees := crees + 1;
    end if;
  end loop;
  return crees;
end
$$;

-- One month at most, the oldest: its exclusive lock, which everybody waits behind, is had in a second or given up.
create or replace function supprimer_partitions_evenement(instant timestamptz) returns integer
  language plpgsql set lock_timeout = '1s' as $$
declare
  premier text := 'evenement_' || to_char(instant at time zone 'Europe/Paris' - interval '13 months', 'YYYY_MM');
  nom text;
begin
  select min(c.relname::text collate "C") into nom
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'evenement'::regclass and c.relname::text collate "C" < premier collate "C";
  if nom is null then
    return 0;
  end if;
  execute format('drop table %I', nom);
  return 1;
end
$$;

-- What was noted of the months that are gone; apart, so that it holds no lock of the events.
create function oublier_mois_evenement(instant timestamptz) returns void
  language sql as $$
  delete from evenement_mois
  where mois < date_trunc('month', instant at time zone 'Europe/Paris' - interval '13 months')
$$;

-- Down Migration
drop function oublier_mois_evenement(timestamptz);
create or replace function supprimer_partitions_evenement(instant timestamptz) returns integer
  language plpgsql as $$
declare
  limite text := 'evenement_' || to_char(instant at time zone 'Europe/Paris' - interval '14 months', 'YYYY_MM');
  nom text;
  supprimees integer := 0;
begin
  for nom in
    select inhrelid::regclass::text from pg_inherits where inhparent = 'evenement'::regclass
  loop
    if nom collate "C" < limite collate "C" then
      execute format('drop table %I', nom);
      supprimees := supprimees + 1;
    end if;
  end loop;
  return supprimees;
end
$$;
create or replace function creer_partitions_evenement(instant timestamptz, mois_d_avance integer) returns integer
  language plpgsql as $$
declare
  debut timestamptz;
  crees integer := 0;
begin
  for n in 0..mois_d_avance loop
    debut := (date_trunc('month', instant at time zone 'Europe/Paris') + make_interval(months => n)) at time zone 'Europe/Paris';
    if to_regclass(format('evenement_%s', to_char(debut at time zone 'Europe/Paris', 'YYYY_MM'))) is null then
      execute format('create table evenement_%s partition of evenement for values from (%L) to (%L)',
        to_char(debut at time zone 'Europe/Paris', 'YYYY_MM'), debut,
        (date_trunc('month', debut at time zone 'Europe/Paris') + interval '1 month') at time zone 'Europe/Paris');
      crees := crees + 1;
    end if;
  end loop;
  return crees;
end
$$;
