-- Up Migration
-- Whether what hung on the last day of a line, or of a stand-in, was ended: the clock looks at those where it was not,
-- however long ago that day was, and never twice.
alter table rattachement_ligne add column fin_appliquee date;
create index rattachement_ligne_fin_due on rattachement_ligne (date_fin, id)
  where statut <> 'SUPPRIMEE' and date_fin is not null and fin_appliquee is distinct from date_fin;
alter table delegation add column fin_appliquee boolean not null default false;
drop index delegation_fin;
create index delegation_fin_due on delegation (date_fin, id) where terminee_le is null and not fin_appliquee;

-- Only a period, or a line that comes back, may give a principal an end: what is noted beside locks no rattachement.
drop trigger principal_sans_fin on rattachement_ligne;
create constraint trigger principal_sans_fin after insert or update of date_fin, statut on rattachement_ligne
  deferrable initially deferred for each row
  when (new.date_fin is not null) execute function verifier_principal_sans_fin();

-- How many lines a request was made of: the queue shows four of them and this number, without reading the others.
alter table demande add column nombre_de_lignes integer not null default 1;
update demande d set nombre_de_lignes = n.nombre
from (select demande_id, count(*) as nombre from demande_ligne group by demande_id having count(*) <> 1) n
where d.id = n.demande_id;
-- Its first lines, from an index that holds no other.
alter table demande_ligne add column rang integer not null default 1;
update demande_ligne l set rang = r.rang
from (select id, row_number() over (partition by demande_id order by id) as rang from demande_ligne) r
where l.id = r.id and r.rang > 1;
create index demande_ligne_premieres on demande_ligne (demande_id, rang)
  include (id, service_id, espace_id, mode, date_debut, date_fin) where rang <= 4;

-- Down Migration
drop index demande_ligne_premieres;
alter table demande_ligne drop column rang;
alter table demande drop column nombre_de_lignes;
drop trigger principal_sans_fin on rattachement_ligne;
create constraint trigger principal_sans_fin after insert or update on rattachement_ligne
  deferrable initially deferred for each row
  when (new.date_fin is not null) execute function verifier_principal_sans_fin();
drop index delegation_fin_due;
create index delegation_fin on delegation (date_fin) where terminee_le is null;
alter table delegation drop column fin_appliquee;
drop index rattachement_ligne_fin_due;
alter table rattachement_ligne drop column fin_appliquee;
