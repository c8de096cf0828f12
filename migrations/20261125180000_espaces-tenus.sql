-- Up Migration
-- The espaces that an account holds on a civil day, scope by scope (model §4): the default ones, computed, and those
-- granted by an abonnement, which counts as long as a live line of its rattachement covers it. Lists, events and mails
-- read it; the tabs of a session say the same rule again in their own statement, and a test compares the two. « Mon
-- compte », always held and on no structure, is not among them.
-- An espace for managers counts only for who manages the structure that day: a role lost takes it along.
create function espaces_tenus(le_compte bigint, jour date)
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

-- Down Migration
drop function espaces_tenus(bigint, date);
