-- Up Migration
-- How many days before its end the person was last told of it (30, then 7): each notice leaves once a line and an end.
alter table rattachement_ligne add column fin_annoncee_jours smallint;
-- The candidates of a hand-over: the lines that cover the whole structure.
create index rattachement_ligne_structure_entiere on rattachement_ligne (structure_id, rattachement_id)
  where service_id is null and statut = 'VALIDEE';

-- Who manages a structure on a civil day, delegates apart: an active account, the role, an active line. The one place
-- that says what « active manager » means (model §3).
create function gestionnaires_actifs(la_structure bigint, jour date)
  returns table (compte_id bigint, role text)
  language sql stable parallel safe
  rows 3
begin atomic
  select r.compte_id, r.role
  from rattachement r join compte c on c.id = r.compte_id and c.etat = 'ACTIF'
  where r.structure_id = la_structure and r.supprime_le is null
    and r.role in ('GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE')
    and exists (
      select from rattachement_ligne l where l.rattachement_id = r.id and l.statut = 'VALIDEE'
        and l.date_debut <= jour and (l.date_fin is null or l.date_fin >= jour)
    );
end;

-- Down Migration
drop function gestionnaires_actifs(bigint, date);
drop index rattachement_ligne_structure_entiere;
alter table rattachement_ligne drop column fin_annoncee_jours;
