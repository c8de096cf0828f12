-- Up Migration
-- A mail that the relay refuses for good is not tried again before the next passage, and is given up after some days.
alter table releve_envoi
  add column refuse boolean not null default false,
  add column refuse_le timestamptz;
-- Only mails of an earlier passage, with nothing new in them: they keep their Message-ID.
alter table releve_lot add column reprise boolean not null default false;
-- Passages are erased with their batches, those that are over included.
create index releve_lot_passage on releve_lot (releve_id);
-- Asked each minute: who chose to be told at once since the last passage.
create index preference_notification_immediate on preference_notification (choisie) where rythme = 'IMMEDIAT';

-- Whoever comes back is told what happens from then on.
create function reprendre_notifications() returns trigger language plpgsql as $$
begin
  new.notifications_depuis := pg_current_xact_id();
  return new;
end
$$;
create trigger reprendre_notifications before update of etat on compte
  for each row when (old.etat = 'INACTIF' and new.etat = 'ACTIF') execute function reprendre_notifications();

-- Down Migration
drop trigger reprendre_notifications on compte;
drop function reprendre_notifications();
drop index preference_notification_immediate, releve_lot_passage;
alter table releve_lot drop column reprise;
alter table releve_envoi drop column refuse, drop column refuse_le;
