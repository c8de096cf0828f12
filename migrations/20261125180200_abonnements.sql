-- Up Migration
-- What a manager granted of a line that asks for an abonnement may be less than what was asked: the request keeps both.
alter table demande_ligne
  add column accorde_mode mode_abonnement,
  add constraint demande_ligne_accorde_mode check (
    accorde_mode is null or (nature = 'ABONNEMENT' and etat = 'ACCEPTEE'));

-- The stand-ins that just ended, whose espaces for managers end with them.
create index delegation_fin on delegation (date_fin) where terminee_le is null;

-- Down Migration
drop index delegation_fin;
alter table demande_ligne drop constraint demande_ligne_accorde_mode, drop column accorde_mode;
