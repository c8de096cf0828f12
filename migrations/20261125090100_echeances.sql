-- Up Migration
-- How many days before its end the person was last told of it (30, then 7): each notice leaves once a line and an end.
alter table rattachement_ligne add column fin_annoncee_jours smallint;
-- The candidates of a hand-over: the lines that cover the whole structure.
create index rattachement_ligne_structure_entiere on rattachement_ligne (structure_id, rattachement_id)
  where service_id is null and statut = 'VALIDEE';

-- Down Migration
drop index rattachement_ligne_structure_entiere;
alter table rattachement_ligne drop column fin_annoncee_jours;
