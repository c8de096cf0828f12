-- Up Migration
-- What the sweeper ends: rejected rows after their month, drawers of accounts deactivated for long (model §7).
create index piece_jointe_rejetee on piece_jointe (analysee_le) where etat = 'REJETEE';
create index compte_desactive on compte (desactive_le) where etat = 'INACTIF';

-- Down Migration
drop index piece_jointe_rejetee, compte_desactive;
