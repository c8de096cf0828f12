-- Up Migration
-- The directory at national size: one inverted index answers every criterion of the search (screens §6.1), and a
-- dictionary of the words in use mends a slip. Public structures only: the others are found by their identifier.

-- A text as a search compares it: each word after one space, without accent, case or punctuation, « St » and « Ste »
-- written out: « Saint-Étienne » → ' saint etienne'.
create function plier(texte text) returns text
  language plpgsql immutable strict parallel safe as $$
begin
  return rtrim(replace(replace(
    ' ' || regexp_replace(public.sans_accent(texte), '[^[:alnum:]]+', ' ', 'g') || ' ',
    ' st ', ' saint '), ' ste ', ' sainte '));
end
$$;

-- The words of a folded text.
create function mots_de(texte text) returns text[]
  language plpgsql immutable strict parallel safe as $$
begin
  return string_to_array(ltrim(public.plier(texte)), ' ');
end
$$;

-- A postal code as a search compares it: « SW1A 1AA » → 'sw1a1aa'.
create function plier_code_postal(code text) returns text
  language plpgsql immutable strict parallel safe as $$
begin
  return regexp_replace(lower(code), '[^[:alnum:]]+', '', 'g');
end
$$;

-- What the index holds of a structure, each value behind the letter of its criterion: n: word of a name, k: the same in
-- a name of four words at most (the best matches of a common word), l: word of the libellé, v: word of the town,
-- p: postal code, d: its first two characters, c: country and e: other than France, i: type of identifier other than SIRET, s: inactive.
create function mots_de_recherche(
  raison_sociale text, libelle text, ville text, code_postal text, pays text, type_identifiant text, statut text
) returns tsvector
  language plpgsql immutable parallel safe as $$
declare
  noms text := public.plier(coalesce(raison_sociale, '') || ' ' || coalesce(libelle, ''));
  r text := replace(noms, ' ', ' n:');
begin
  if length(noms) - length(replace(noms, ' ', '')) <= 4 then r := r || replace(noms, ' ', ' k:'); end if;
  if libelle is not null then r := r || replace(public.plier(libelle), ' ', ' l:'); end if;
  if ville is not null then r := r || replace(public.plier(ville), ' ', ' v:'); end if;
  if code_postal is not null then
    r := r || ' p:' || public.plier_code_postal(code_postal)
      || ' d:' || left(public.plier_code_postal(code_postal), 2);
  end if;
  if pays <> 'FR' then r := r || ' e: c:' || pays; end if;
  if type_identifiant <> 'SIRET' then r := r || ' i:' || type_identifiant; end if;
  if statut <> 'ACTIF' then r := r || ' s:inactif'; end if;
  return array_to_tsvector(array_remove(string_to_array(ltrim(r), ' '), ''));
end
$$;

-- The words that say nothing of a name: indexed, asked only when nothing else is.
create function mots_demandes(texte text) returns text[]
  language sql immutable strict parallel safe
return (
  select coalesce(nullif(array_agg(m) filter (where m <> all (
    '{a,au,aux,d,de,des,du,en,et,l,la,le,les}'::text[])), '{}'), array_agg(m))
  from unnest(mots_de(texte)) m where m <> ''
);

-- The words of a text as a query on the letter of a criterion, all of them wanted.
create function requete_de(lettre text, texte text) returns tsquery
  language sql immutable strict parallel safe
return (
  select string_agg(quote_literal(lettre || ':' || m), ' & ')::tsquery from unnest(mots_demandes(texte)) m
);

-- A postal code, whole or its beginning, as a query; its first two characters have an entry of their own.
create function requete_de_code_postal(code text) returns tsquery
  language sql immutable strict parallel safe
return (
  select case when length(c) = 2 then quote_literal('d:' || c)::tsquery
    else (quote_literal('p:' || c) || ':*')::tsquery end
  from plier_code_postal(code) c
);

drop index structure_identifiant, structure_code_postal, structure_ville, structure_mots;
alter table structure
  drop column mots,
  -- What a manager changed is marked in « sources » (model §1): the last line of the register is not needed.
  drop column flux,
  add column structure_origine_id bigint references structure,
  add column tri text not null generated always as (
    ltrim(plier(coalesce(libelle, raison_sociale, nullif(trim(coalesce(prenom, '') || ' ' || coalesce(nom, '')), ''),
      identifiant)))
  ) stored,
  add column recherche tsvector not null generated always as (
    mots_de_recherche(raison_sociale, libelle, adresse_ville, adresse_code_postal, adresse_pays, type_identifiant, statut)
  ) stored;
-- A small pending list: a search reads it whole (32 pages at most), an import still writes by batches.
create index structure_recherche on structure using gin (recherche) with (gin_pending_list_limit = 256)
  where type_structure = 'PUBLIQUE';
create index structure_identifiant on structure (identifiant collate "C");
create index structure_origine on structure (structure_origine_id) where structure_origine_id is not null;
-- What an import closes: the structures of its own source.
create index structure_source on structure (source, id) where statut = 'ACTIF';

alter table service
  drop column flux,
  add column adresse_ligne text check (length(adresse_ligne) <= 200),
  add column adresse_complement_1 text check (length(adresse_complement_1) <= 200),
  add column adresse_complement_2 text check (length(adresse_complement_2) <= 200),
  add column adresse_code_postal text check (length(adresse_code_postal) <= 20),
  add column adresse_ville text check (length(adresse_ville) <= 100),
  add column adresse_pays code_pays,
  add column telephone text,
  add column fax text;

-- The words of the public structures, each with itself less one letter: two words one slip apart share one of these.
create table mot_de_structure (
  mot text primary key,
  variantes text[] not null
);
-- The shortest pending list there is: 8 pages, that a look-up reads whole.
create index mot_de_structure_variantes on mot_de_structure using gin (variantes) with (gin_pending_list_limit = 64);
grant select, insert on mot_de_structure to portail;

create function variantes_de(mot text) returns text[]
  language plpgsql immutable strict parallel safe as $$
declare
  variantes text[] := array[mot];
begin
  for n in 1..length(mot) loop
    variantes := variantes || (left(mot, n - 1) || substr(mot, n + 1));
  end loop;
  return variantes;
end
$$;

-- Short words have too many neighbours, and numbers are not misspelt.
create function apprendre_mots() returns trigger language plpgsql as $$
begin
  insert into mot_de_structure (mot, variantes)
  select m, variantes_de(m) from (
    select distinct m from nouvelles n
    cross join unnest(mots_de(concat_ws(' ', n.raison_sociale, n.libelle, n.adresse_ville))) m
    where n.type_structure = 'PUBLIQUE' and length(m) between 4 and 40 and m !~ '[0-9]'
  ) mots
  where not exists (select from mot_de_structure connu where connu.mot = m)
  order by m
  on conflict do nothing;
  return null;
end
$$;
create trigger mots_appris after insert on structure
  referencing new table as nouvelles for each statement execute function apprendre_mots();
create trigger mots_repris after update on structure
  referencing new table as nouvelles for each statement execute function apprendre_mots();
insert into mot_de_structure (mot, variantes)
select m, variantes_de(m) from (
  select distinct m from structure n
  cross join unnest(mots_de(concat_ws(' ', n.raison_sociale, n.libelle, n.adresse_ville))) m
  where n.type_structure = 'PUBLIQUE' and length(m) between 4 and 40 and m !~ '[0-9]'
) mots;

-- True when one slip at most leads from one word to the other: a letter added, left out, taken for another, or two
-- neighbours exchanged.
create function a_une_faute(a text, b text) returns boolean
  language plpgsql immutable strict parallel safe as $$
declare
  n int := 1;
begin
  if abs(length(a) - length(b)) > 1 then return false; end if;
  while n <= length(a) and substr(a, n, 1) = substr(b, n, 1) loop n := n + 1; end loop;
  if length(a) > length(b) then return substr(a, n + 1) = substr(b, n); end if;
  if length(a) < length(b) then return substr(a, n) = substr(b, n + 1); end if;
  return substr(a, n + 1) = substr(b, n + 1)
    or (substr(a, n, 2) = reverse(substr(b, n, 2)) and substr(a, n + 2) = substr(b, n + 2));
end
$$;

-- The same query, forgiving: each word as it is, or a word in use one slip away, or, when nobody uses it, a word that it
-- begins. Short words are asked as they are: too many others begin like them.
create function requete_souple(lettre text, texte text) returns tsquery
  language plpgsql stable strict parallel safe as $$
declare
  demande text;
  proches text[];
  requete tsquery;
begin
  foreach demande in array coalesce(mots_demandes(texte), '{}') loop
    proches := '{}';
    if length(demande) >= 4 then
      proches := array(
        select connu.mot from mot_de_structure connu
        where connu.variantes && variantes_de(demande) and a_une_faute(connu.mot, demande)
        order by connu.mot
      );
    end if;
    requete := coalesce(requete && mot, mot) from (
      select (quote_literal(lettre || ':' || demande)
        || case when length(demande) >= 4 and not demande = any (proches) then ':*' else '' end
        || coalesce((select string_agg(' | ' || quote_literal(lettre || ':' || m), '') from unnest(proches) m), '')
      )::tsquery as mot
    ) m;
  end loop;
  return requete;
end
$$;

-- Down Migration
drop function requete_souple(text, text);
drop function a_une_faute(text, text);
drop trigger mots_appris on structure;
drop trigger mots_repris on structure;
drop function apprendre_mots();
drop table mot_de_structure;
drop function variantes_de(text);
alter table service
  drop column adresse_ligne, drop column adresse_complement_1, drop column adresse_complement_2,
  drop column adresse_code_postal, drop column adresse_ville, drop column adresse_pays, drop column telephone,
  drop column fax, add column flux jsonb;
drop index structure_recherche, structure_identifiant, structure_origine, structure_source;
alter table structure
  drop column recherche, drop column tri, drop column structure_origine_id,
  add column flux jsonb,
  add column mots text not null generated always as (
    sans_accent(coalesce(raison_sociale, '') || ' ' || coalesce(libelle, '') || ' ' || coalesce(nom, '')
      || ' ' || coalesce(prenom, '') || ' ' || coalesce(adresse_ville, ''))
  ) stored;
create index structure_identifiant on structure (identifiant text_pattern_ops);
create index structure_mots on structure using gin (to_tsvector('simple', mots));
create index structure_code_postal on structure (adresse_code_postal);
create index structure_ville on structure (sans_accent(adresse_ville));
drop function requete_de_code_postal(text);
drop function requete_de(text, text);
drop function mots_demandes(text);
drop function mots_de_recherche(text, text, text, text, text, text, text);
drop function plier_code_postal(text);
drop function mots_de(text);
drop function plier(text);
