-- Up Migration
-- What a person is told by mail beside service mails (model §6), subject by subject. A family of events is a subject;
-- invoices that are rejected or suspended, requests to decide, news and the managers' weekly recap are subjects of their own.
create domain sujet_notification as text check (value in ('COMPTE', 'RATTACHEMENT', 'ABONNEMENT', 'STRUCTURE', 'FACTURE',
  'FACTURE_BLOQUEE', 'SOLLICITATION', 'DEMANDES_A_DECIDER', 'ACTUALITE', 'RECAPITULATIF'));
create domain rythme_notification as text check (value in ('IMMEDIAT', 'QUOTIDIEN', 'HEBDOMADAIRE', 'JAMAIS'));

-- Only what somebody chose: without a row, the default of the subject holds.
create table preference_notification (
  compte_id bigint not null references compte on delete cascade,
  sujet sujet_notification not null,
  rythme rythme_notification not null,
  modifiee_le timestamptz not null,
  primary key (compte_id, sujet)
);

-- One-click unsubscription (RFC 8058): an opaque token an account and subject, that tells nothing and needs no sign-in.
create table jeton_desabonnement (
  jeton text primary key check (length(jeton) >= 32),
  compte_id bigint not null references compte on delete cascade,
  sujet sujet_notification not null,
  unique (compte_id, sujet)
);

grant select, insert, update, delete on preference_notification, jeton_desabonnement to portail;

-- Down Migration
drop table jeton_desabonnement, preference_notification;
drop domain rythme_notification, sujet_notification;
