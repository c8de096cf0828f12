-- Up Migration
-- What a manager granted of a line that asks for an abonnement may be less than what was asked: the request keeps both.
alter table demande_ligne
  add column accorde_mode mode_abonnement,
  add constraint demande_ligne_accorde_mode check (
    accorde_mode is null or (nature = 'ABONNEMENT' and etat = 'ACCEPTEE'));

-- An espace for managers counts only for who manages the structure that day: a role lost takes it along.
create or replace function espaces_tenus(le_compte bigint, jour date)
  returns table (espace_id bigint, structure_id bigint, service_id bigint, mode text, abonnement_id bigint)
  language sql stable parallel safe
  rows 20
begin atomic
  with tenus as materialized (select * from portees_actives(le_compte, jour))
  select distinct e.id, t.structure_id, t.service_id, 'MODIFICATION', null::bigint
  from tenus t
  join espace e on e.par_defaut and e.code <> 'MON_COMPTE' and (e.pour = 'GESTIONNAIRES') = t.gestion
  -- The structure itself is read only for the espaces of one kind of structure.
  left join lateral (
    select s.type_structure from structure s where s.id = t.structure_id and e.pour in ('PUBLIQUE', 'PRIVEE')
    offset 0
  ) s on true
  where e.pour in ('TOUS', 'GESTIONNAIRES') or e.pour = s.type_structure
  union all
  select a.espace_id, a.structure_id, a.service_id, a.mode, a.id
  from abonnement a join espace e on e.id = a.espace_id
  where a.compte_id = le_compte and a.termine_le is null and exists (
    select from tenus t
    where t.rattachement_id = a.rattachement_id and not t.gestion
      and (t.service_id is null or t.service_id = a.service_id))
    and (e.pour <> 'GESTIONNAIRES' or exists (
      select from tenus t where t.gestion and t.structure_id = a.structure_id));
end;

-- The stand-ins that just ended, whose espaces for managers end with them.
create index delegation_fin on delegation (date_fin) where terminee_le is null;

-- Down Migration
drop index delegation_fin;
create or replace function espaces_tenus(le_compte bigint, jour date)
  returns table (espace_id bigint, structure_id bigint, service_id bigint, mode text, abonnement_id bigint)
  language sql stable parallel safe
  rows 20
begin atomic
  with tenus as materialized (select * from portees_actives(le_compte, jour))
  select distinct e.id, t.structure_id, t.service_id, 'MODIFICATION', null::bigint
  from tenus t
  join espace e on e.par_defaut and e.code <> 'MON_COMPTE' and (e.pour = 'GESTIONNAIRES') = t.gestion
  -- The structure itself is read only for the espaces of one kind of structure.
  left join lateral (
    select s.type_structure from structure s where s.id = t.structure_id and e.pour in ('PUBLIQUE', 'PRIVEE')
    offset 0
  ) s on true
  where e.pour in ('TOUS', 'GESTIONNAIRES') or e.pour = s.type_structure
  union all
  select a.espace_id, a.structure_id, a.service_id, a.mode, a.id
  from abonnement a
  where a.compte_id = le_compte and a.termine_le is null and exists (
    select from tenus t
    where t.rattachement_id = a.rattachement_id and not t.gestion
      and (t.service_id is null or t.service_id = a.service_id));
end;
alter table demande_ligne drop constraint demande_ligne_accorde_mode, drop column accorde_mode;
