-- Up Migration
-- What an account holds on a civil day: each scope that an active line covers, and once more, with « gestion »,
-- each structure that it manages as principal, secondaire or delegate (model §3, §4). The one place that says
-- what « active » means.
create function portees_actives(le_compte bigint, jour date)
  returns table (rattachement_id bigint, structure_id bigint, service_id bigint, gestion boolean)
  language sql stable parallel safe
  -- Most people hold a handful of scopes: without this the planner expects a thousand and scans services.
  rows 10
begin atomic
  select r.id, r.structure_id, l.service_id, false
  from rattachement r
  join rattachement_ligne l on l.rattachement_id = r.id and l.statut = 'VALIDEE'
    and l.date_debut <= jour and (l.date_fin is null or l.date_fin >= jour)
  where r.compte_id = le_compte and r.supprime_le is null
  union all
  select r.id, r.structure_id, null, true
  from rattachement r
  where r.compte_id = le_compte and r.supprime_le is null
    and r.role in ('GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE')
    and exists (
      select from rattachement_ligne l where l.rattachement_id = r.id and l.statut = 'VALIDEE'
        and l.date_debut <= jour and (l.date_fin is null or l.date_fin >= jour)
    )
  union
  select null, d.structure_id, null, true
  from delegation d
  where d.compte_id = le_compte and d.terminee_le is null and d.date_debut <= jour and d.date_fin >= jour;
end;

-- Down Migration
drop function portees_actives(bigint, date);
