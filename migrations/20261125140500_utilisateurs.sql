-- Up Migration
-- « Utilisateurs rattachés »: the state of ten thousand people is read from their lines' index alone (screens §9).
create index rattachement_ligne_etats on rattachement_ligne (structure_id, rattachement_id)
  include (statut, date_debut, date_fin)
  where statut <> 'SUPPRIMEE';

-- Down Migration
drop index rattachement_ligne_etats;
