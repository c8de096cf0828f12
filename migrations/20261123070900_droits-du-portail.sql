-- Up Migration
-- The portal's role reads and writes rows; it makes no table and never rewrites the journal (model §1).
grant select, insert, update, delete on all tables in schema public to portail;
revoke update, delete, truncate on journal, journal_sceau from portail;
revoke insert, update, delete, truncate on espace, type_piece_jointe from portail;
revoke all on pgmigrations from portail;
grant select on pgmigrations to portail;
grant usage, select on all sequences in schema public to portail;

-- Down Migration
revoke all on all tables in schema public from portail;
revoke all on all sequences in schema public from portail;
