-- Up Migration
-- News of the portal, published by its operator from a Markdown file; the HTML is what remained once sanitised. Shown
-- from a civil day to another, both included; withdrawn ones stay, so that what was said can be told.
create table actualite (
  id bigint generated always as identity primary key,
  identifiant text not null check (identifiant ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(identifiant) <= 80),
  langue text not null check (langue in ('fr', 'en')),
  titre text not null check (length(titre) between 1 and 150),
  resume text check (length(resume) between 1 and 255),
  markdown text not null,
  html text not null check (html <> ''),
  du date not null,
  -- Without an end: 'infinity', so that one comparison finds what is not over.
  au date not null,
  publiee_le timestamptz not null,
  modifiee_le timestamptz not null,
  retiree_le timestamptz,
  unique (identifiant, langue),
  check (au >= du)
);
create index actualite_courante on actualite (langue, au) where retiree_le is null;

grant select, insert, update on actualite to portail;

-- Down Migration
drop table actualite;
