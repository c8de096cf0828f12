-- Up Migration
-- « Requests » are what people ask managers for; these two are the enquiries of Chorus Pro.
update espace set libelle_en = 'Enquiries sent' where code = 'SOLLICITATIONS_EMISES' and libelle_en = 'Requests sent';
update espace set libelle_en = 'Enquiries received' where code = 'SOLLICITATIONS_RECUES' and libelle_en = 'Requests received';

-- Down Migration
update espace set libelle_en = 'Requests sent' where code = 'SOLLICITATIONS_EMISES' and libelle_en = 'Enquiries sent';
update espace set libelle_en = 'Requests received' where code = 'SOLLICITATIONS_RECUES' and libelle_en = 'Enquiries received';
