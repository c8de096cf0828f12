-- Up Migration
-- The civil day on which notifications were last switched on, for what is told by days and not by transactions: news that
-- began before are not told.
alter table compte add column notifications_depuis_jour date;

-- Down Migration
alter table compte drop column notifications_depuis_jour;
