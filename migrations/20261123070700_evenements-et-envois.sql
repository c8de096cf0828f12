-- Up Migration
-- Addressed to one account, or to the holders of a right at the moment of reading.
create table evenement (
  id bigint generated always as identity,
  recu_le timestamptz not null,
  survenu_le timestamptz not null,
  famille text not null check (famille in ('COMPTE', 'RATTACHEMENT', 'ABONNEMENT', 'STRUCTURE', 'FACTURE', 'SOLLICITATION')),
  quoi text not null,
  compte_id bigint,
  structure_id bigint,
  service_id bigint,
  espace_id bigint,
  details jsonb not null default '{}',
  -- Read by the digest to cut its window: an event that commits later belongs to the next one.
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (id, recu_le),
  -- An event of one account may name the structure and espace that it is about.
  check (compte_id is not null or (structure_id is not null and espace_id is not null))
) partition by range (recu_le);
create index evenement_compte on evenement (compte_id, id desc) where compte_id is not null;
create index evenement_droit on evenement (structure_id, espace_id, id desc) where compte_id is null;

-- What makes ingestion idempotent; not partitioned, so that its key stays unique.
create table evenement_recu (
  source text not null,
  id_externe text not null check (length(id_externe) <= 200),
  recu_le timestamptz not null,
  primary key (source, id_externe)
);
create index evenement_recu_a_purger on evenement_recu (recu_le);

-- Makes the partitions of the month of the instant and of the months after it; run at each migration and by a job.
create function creer_partitions_evenement(instant timestamptz, mois_d_avance integer) returns integer
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

-- Drops the months that ended more than 13 months before the instant (model §7).
create function supprimer_partitions_evenement(instant timestamptz) returns integer
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

-- A mail is claimed before it is sent; the claim carries its Message-ID, so a retry is the same mail.
create table envoi (
  id bigint generated always as identity primary key,
  compte_id bigint not null references compte on delete cascade,
  nature text not null,
  periode text not null,
  message_id text not null unique,
  reclame_le timestamptz not null,
  envoye_le timestamptz,
  unique (compte_id, nature, periode)
);

-- Down Migration
drop table envoi;
drop function supprimer_partitions_evenement(timestamptz);
drop function creer_partitions_evenement(timestamptz, integer);
drop table evenement_recu, evenement;
