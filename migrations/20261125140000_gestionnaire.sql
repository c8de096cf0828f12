-- Up Migration
-- « Activités du gestionnaire »: lists of ten thousand people and five thousand requests read one index, never the people
-- one by one; so the folded name of the person stands on their rattachement and on their request.

-- « DUFOUR Pauline (pauline.dufour) » → 'dufour pauline pauline dufour': what lists sort by and search in.
create function tri_de_personne(nom text, prenom text, identifiant_connexion text) returns text
  language plpgsql immutable strict parallel safe as $$
begin
  return ltrim(public.plier(nom || ' ' || prenom || ' ' || identifiant_connexion));
end
$$;

alter table rattachement add column tri text collate "C" not null default '';
alter table demande
  add column tri text collate "C" not null default '',
  -- The last reminder sent to the managers, in days of age (3, 7, 14); none yet: 0.
  add column rappel_jours smallint not null default 0,
  -- When its author last reminded the managers of it.
  add column relancee_le timestamptz,
  -- A take-over request that a manager opposed, until a référent overrides (model §3).
  add column opposee_le timestamptz;
update rattachement r set tri = tri_de_personne(c.nom, c.prenom, c.identifiant_connexion)
  from compte c where c.id = r.compte_id;
update demande d set tri = tri_de_personne(c.nom, c.prenom, c.identifiant_connexion)
  from compte c where c.id = d.compte_id;

create function poser_tri() returns trigger language plpgsql as $$
begin
  new.tri := coalesce((
    select tri_de_personne(c.nom, c.prenom, c.identifiant_connexion) from compte c where c.id = new.compte_id), '');
  return new;
end
$$;
create trigger tri_pose before insert or update of compte_id on rattachement
  for each row execute function poser_tri();
create trigger tri_pose before insert or update of compte_id on demande
  for each row execute function poser_tri();

create function reporter_tri() returns trigger language plpgsql as $$
begin
  update rattachement set tri = tri_de_personne(new.nom, new.prenom, new.identifiant_connexion)
    where compte_id = new.id;
  update demande set tri = tri_de_personne(new.nom, new.prenom, new.identifiant_connexion)
    where compte_id = new.id;
  return null;
end
$$;
create trigger tri_reporte after update on compte for each row
  when ((old.nom, old.prenom, old.identifiant_connexion) is distinct from (new.nom, new.prenom, new.identifiant_connexion))
  execute function reporter_tri();

create index rattachement_tri on rattachement (structure_id, tri, id) include (role, compte_id)
  where supprime_le is null;
-- Everything of an account, its ended rattachements too: what a change of name reaches.
create index rattachement_compte on rattachement (compte_id);
drop index demande_file;
create index demande_file on demande (structure_id, demandee_le, id) include (nature, tri, compte_id)
  where etat = 'EN_COURS_DE_VALIDATION';
create index demande_escaladee on demande (structure_id, demandee_le, id)
  where etat = 'EN_COURS_DE_VALIDATION' and escaladee_le is not null;
create index delegation_structure on delegation (structure_id, date_fin) where terminee_le is null;

-- Seals: which transactions the last batch had seen ended (model §2); what began later is looked at next time.
alter table journal_sceau add column horizon xid8;
create index journal_transaction on journal (transaction_id, id);

-- Down Migration
drop index journal_transaction;
alter table journal_sceau drop column horizon;
drop index delegation_structure, demande_escaladee, demande_file, rattachement_compte, rattachement_tri;
create index demande_file on demande (structure_id, demandee_le, id) where etat = 'EN_COURS_DE_VALIDATION';
drop trigger tri_reporte on compte;
drop function reporter_tri();
drop trigger tri_pose on demande;
drop trigger tri_pose on rattachement;
drop function poser_tri();
alter table demande drop column tri, drop column rappel_jours, drop column relancee_le, drop column opposee_le;
alter table rattachement drop column tri;
drop function tri_de_personne(text, text, text);
