-- Up Migration
-- From which transaction on a choice holds. `depuis`: the events that the rhythm before it had not told yet are told by the
-- new one; after « never », those that come from the choice on.
alter table preference_notification
  add column choisie xid8 not null default pg_current_xact_id(),
  add column depuis xid8 not null default pg_current_xact_id();
-- When notifications were last switched on: what happened before is not told.
alter table compte add column notifications_depuis xid8;

-- A digest holds several subjects: its link stops all that come by digest (RELEVE), or at once (ALERTE).
alter table jeton_desabonnement rename column sujet to cible;
alter table jeton_desabonnement alter column cible type text,
  add check (cible in ('COMPTE', 'RATTACHEMENT', 'ABONNEMENT', 'STRUCTURE', 'FACTURE', 'FACTURE_BLOQUEE', 'SOLLICITATION',
    'DEMANDES_A_DECIDER', 'ACTUALITE', 'RECAPITULATIF', 'RELEVE', 'ALERTE'));

-- A passage of the digests: the events of transactions below `coupe` are told, from the cut before it on. Cut at the
-- oldest running transaction: what commits later belongs to the next one, and none falls between.
create table releve (
  id bigint generated always as identity primary key,
  rythme rythme_notification not null check (rythme in ('IMMEDIAT', 'QUOTIDIEN')),
  jour date not null,
  -- The first of its week, which holds what comes weekly too.
  hebdomadaire boolean not null,
  depuis xid8 not null,
  depuis_hebdo xid8 not null,
  coupe xid8 not null,
  coupe_le timestamptz not null,
  -- Where the events of the two windows begin, so that the indexes by account and by right are read from there on.
  evenements_depuis bigint not null,
  evenements_depuis_hebdo bigint not null,
  recus_depuis timestamptz not null,
  recus_depuis_hebdo timestamptz not null,
  journal_depuis bigint not null
);
create unique index releve_un_par_jour on releve (jour) where rythme = 'QUOTIDIEN';
create index releve_dernier on releve (rythme, id desc);

-- Some hundreds of accounts that one worker takes at once, under an advisory lock.
create table releve_lot (
  id bigint generated always as identity primary key,
  releve_id bigint not null references releve on delete cascade,
  comptes bigint[] not null,
  prepare_le timestamptz,
  termine_le timestamptz,
  essais integer not null default 0,
  prochain_essai timestamptz
);
create index releve_lot_ouvert on releve_lot (releve_id, id) where termine_le is null;

-- Claimed and not sent yet: at most one an account and rhythm, which the next passage takes over.
create table releve_envoi (
  envoi_id bigint primary key references envoi on delete cascade,
  compte_id bigint not null references compte on delete cascade,
  rythme rythme_notification not null,
  lot_id bigint not null references releve_lot,
  -- The passage with whose window this one begins.
  depuis_releve_id bigint not null references releve,
  unique (compte_id, rythme)
);
create index releve_envoi_lot on releve_envoi (lot_id);
create index releve_envoi_releve on releve_envoi (depuis_releve_id);

-- Claims of digests are erased by age; they are written in its order.
create index envoi_age on envoi using brin (reclame_le);
create index evenement_transaction on evenement (transaction_id) include (id, recu_le);

-- Digests tell what happens from now on.
insert into releve (rythme, jour, hebdomadaire, depuis, depuis_hebdo, coupe, coupe_le, evenements_depuis, evenements_depuis_hebdo,
  recus_depuis, recus_depuis_hebdo, journal_depuis)
select rythme, '2000-01-03', rythme = 'QUOTIDIEN', x, x, x, '2000-01-03', 0, 0, '2000-01-03', '2000-01-03', 0
from pg_current_xact_id() x, unnest(array['IMMEDIAT', 'QUOTIDIEN']) rythme;

-- Up to which transaction the events of an account were told at a rhythm. A passage that has not come to the account, or a
-- mail that has not left, tells nothing yet.
create function releve_couvert(le_compte bigint, le_rythme rythme_notification) returns xid8
  language sql stable
begin atomic
  select coalesce(
    (select case when le_rythme = 'HEBDOMADAIRE' then r.depuis_hebdo else r.depuis end
      from releve_envoi e join releve r on r.id = e.depuis_releve_id
      where e.compte_id = le_compte
        and e.rythme = case when le_rythme = 'IMMEDIAT' then 'IMMEDIAT' else 'QUOTIDIEN' end),
    (select r.coupe from releve r
      where r.rythme = case when le_rythme = 'IMMEDIAT' then 'IMMEDIAT' else 'QUOTIDIEN' end
        and (le_rythme <> 'HEBDOMADAIRE' or r.hebdomadaire)
        and not exists (select from releve_lot l where l.releve_id = r.id and l.termine_le is null and l.prepare_le is null
          and le_compte = any (l.comptes))
      order by r.id desc limit 1));
end;

grant select, insert, update, delete on releve, releve_lot, releve_envoi to portail;

-- Down Migration
drop function releve_couvert(bigint, rythme_notification);
drop index evenement_transaction, envoi_age;
drop table releve_envoi, releve_lot, releve;
delete from jeton_desabonnement where cible in ('RELEVE', 'ALERTE');
alter table jeton_desabonnement drop constraint jeton_desabonnement_cible_check;
alter table jeton_desabonnement alter column cible type sujet_notification;
alter table jeton_desabonnement rename column cible to sujet;
alter table compte drop column notifications_depuis;
alter table preference_notification drop column depuis, drop column choisie;
