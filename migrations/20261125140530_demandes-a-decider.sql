-- Up Migration
-- What a manager granted of a line may be less than what was asked (model §3): the request keeps both, so that its page
-- shows them whatever becomes of the rattachement since.
alter table demande_ligne
  add column accordee_debut date,
  add column accordee_fin date,
  add constraint demande_ligne_accordee check (
    accordee_debut <= accordee_fin and (etat = 'ACCEPTEE' or (accordee_debut is null and accordee_fin is null)));
update demande_ligne set accordee_debut = date_debut, accordee_fin = date_fin
  where nature = 'RATTACHEMENT' and etat = 'ACCEPTEE';

-- The référents' queue reads one index, as the managers' does, and the structures of a département without their rows.
drop index demande_escaladee;
create index demande_escaladee on demande (structure_id, demandee_le, id) include (nature, tri, compte_id)
  where etat = 'EN_COURS_DE_VALIDATION' and escaladee_le is not null;
drop index structure_departement;
create index structure_departement on structure (departement, id);

-- Down Migration
drop index structure_departement;
create index structure_departement on structure (departement);
drop index demande_escaladee;
create index demande_escaladee on demande (structure_id, demandee_le, id)
  where etat = 'EN_COURS_DE_VALIDATION' and escaladee_le is not null;
alter table demande_ligne
  drop constraint demande_ligne_accordee, drop column accordee_debut, drop column accordee_fin;
