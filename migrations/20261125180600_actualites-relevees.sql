-- Up Migration
-- Digests tell the titles of news: in the window in which they were published, as events are.
alter table actualite add column transaction_id xid8 not null default pg_current_xact_id();

-- Down Migration
alter table actualite drop column transaction_id;
