// A database at national size, built once for the tests that read plans: a million of each big table.
import type postgres from 'postgres';
import { remplirAnnuaire } from '../soutien/annuaire-en-base.ts';
import type { BaseDeTest } from '../soutien/base-de-test.ts';
import { AGENT_DE_300_SERVICES, GESTIONNAIRE_DE_300 } from './fil.ts';

const MILLION = 1_000_000;

/** The structure with ten thousand people attached and five thousand requests, and its principal. */
export const GRANDE = 150_000;
export const PRINCIPAL_DE_LA_GRANDE = 200_001;

/** Référents: of one département, of the whole country. */
export const REFERENT_76 = 300_001;
export const REFERENT_NATIONAL = 300_002;

const FILL = [
  `insert into service (structure_id, code, libelle, source, cree_le, modifie_le)
   select n, 'S' || n, 'Service ' || n, 'ANNUAIRE', '2026-01-01', '2026-01-01'
   from generate_series(1, 100000) n`,
  `insert into compte (id_madrhas, identifiant_connexion, oidc_issuer, oidc_sub, etat, nom, prenom,
     adresse_electronique, verifie_le, cree_le, modifie_le)
   select 'M' || n, 'agent.' || n, 'https://pigp', 'sub-' || n, 'ACTIF', 'Nom ' || n, 'Prénom', 'a@b.fr',
     '2026-01-01', '2026-01-01', '2026-01-01'
   from generate_series(1, $million) n`,
  `update compte set referent_departements = '{76}' where id = ${REFERENT_76}`,
  `update compte set referent_national = true where id = ${REFERENT_NATIONAL}`,
  // One person in ten is the principal of a structure.
  `insert into rattachement (compte_id, structure_id, tri, role, origine, cree_le, modifie_le)
   select n, 1 + n % 100000, 'nom ' || n || ' prenom agent ' || n, case when n <= 100000 then 'GESTIONNAIRE_PRINCIPAL' else 'UTILISATEUR' end, 'MADRHAS',
     '2026-01-01', '2026-01-01'
   from generate_series(1, $million) n`,
  // One in three covers a service, the others the whole structure.
  `insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut, date_fin, statut, origine,
     cree_le, modifie_le)
   select n, 1 + n % 100000, case when n % 3 = 0 then 1 + n % 100000 end, '2026-01-01',
     case when n % 50 = 1 then '2026-06-30'::date + n % 2000 end, 'VALIDEE', 'MADRHAS', '2026-01-01', '2026-01-01'
   from generate_series(1, $million) n`,
  `insert into demande (nature, compte_id, structure_id, tri, etat, motif, demandee_le, terminee_le)
   select 'RATTACHEMENT', 1 + n % 200000, 1 + n % 100000, 'nom ' || n || ' prenom agent ' || n, case n % 4 when 0 then 'EN_COURS_DE_VALIDATION'
     when 1 then 'REFUSEE' else 'ACCEPTEE' end, case n % 4 when 1 then 'Non' end, '2026-10-01',
     case when n % 4 > 0 then '2026-10-02'::date end
   from generate_series(1, $million, 2) n`,
  // One structure of ten thousand people and five thousand pending requests.
  `insert into rattachement (compte_id, structure_id, tri, role, origine, cree_le, modifie_le)
   select n, ${GRANDE}, 'nom ' || n || ' prenom agent ' || n,
     case when n = ${PRINCIPAL_DE_LA_GRANDE} then 'GESTIONNAIRE_PRINCIPAL' else 'UTILISATEUR' end, 'MADRHAS', '2026-01-01', '2026-01-01'
   from generate_series(${PRINCIPAL_DE_LA_GRANDE}, 210000) n`,
  `insert into rattachement_ligne (rattachement_id, structure_id, date_debut, statut, origine, cree_le, modifie_le)
   select id, structure_id, '2026-01-01', 'VALIDEE', 'MADRHAS', '2026-01-01', '2026-01-01'
   from rattachement where structure_id = ${GRANDE}`,
  `insert into demande (nature, compte_id, structure_id, tri, demandee_le)
   select 'RATTACHEMENT', n, ${GRANDE}, 'nom ' || n || ' prenom agent ' || n,
     '2026-10-01'::timestamptz + n * interval '1 second'
   from generate_series(220001, 225000) n`,
  `insert into demande_ligne (demande_id, nature, compte_id, structure_id, date_debut, etat)
   select id, nature, compte_id, structure_id, '2026-10-01', etat from demande`,
  `insert into demande_etape (demande_id, quoi, par_compte_id, en_qualite, instant)
   select id, 'DEMANDEE', compte_id, 'DEMANDEUR', '2026-10-01' from demande`,
  `insert into abonnement (compte_id, rattachement_id, structure_id, espace_id, mode, origine, cree_le, modifie_le)
   select n, n, 1 + n % 100000, 7, 'CONSULTATION', 'GESTIONNAIRE', '2026-01-01', '2026-01-01'
   from generate_series(1, $million, 5) n`,
  `insert into delegation (structure_id, compte_id, date_debut, date_fin, par_compte_id, cree_le)
   select 1 + n % 100000, n, '2026-01-01', '2026-12-31', 1, '2026-01-01'
   from generate_series(1, $million, 10) n`,
  `insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, oidc_sid, ouverte_le, vue_le)
   select sha256(n::text::bytea), n, 'https://pigp', 'sub-' || n, 'sid-' || n, '2026-11-23', '2026-11-23'
   from generate_series(1, $million) n`,
  // Each structure sends and receives, over fourteen months, half of it on a service; a manager of three hundred, and
  // somebody on three hundred services, read their feeds.
  `insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, service_id, espace_id, details)
   select recu_le, recu_le, 'FACTURE', 'FACTURE', 1 + n * 7 % 100000,
     case when n / 100000 % 2 = 0 then 1 + n * 7 % 100000 end, 2 + n % 2, '{"numero": "F", "statut": "DEPOSEE"}'
   from generate_series(1, $million) n
   cross join lateral (select '2025-10-05'::timestamptz + n * interval '35.5 seconds' as recu_le) i`,
  // The large structure had twelve thousand invoices in a week.
  `insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, espace_id, details)
   select '2026-11-20', '2026-11-20', 'FACTURE', 'FACTURE', ${GRANDE}, 3, '{"numero": "F", "statut": "DEPOSEE"}'
   from generate_series(1, 12000) n`,
  `insert into evenement (recu_le, survenu_le, famille, quoi, compte_id)
   select '2026-11-23', '2026-11-23', 'COMPTE', 'COMPTE_VERIFIE', n from generate_series(1, $million) n`,
  // As the trigger would, which does not run here.
  `insert into evenement_mois (structure_id, service_id, espace_id, famille, mois)
   select distinct structure_id, portee.service_id, espace_id, famille,
     date_trunc('month', recu_le at time zone 'Europe/Paris')::date
   from evenement v
   cross join lateral (values (0::bigint), (v.service_id)) portee (service_id)
   where v.structure_id is not null and portee.service_id is not null`,
  ...[
    [GESTIONNAIRE_DE_300, 301, 'GESTIONNAIRE_SECONDAIRE', 'null'],
    [AGENT_DE_300_SERVICES, 307, 'UTILISATEUR', 'structure_id'],
  ].flatMap(([compteId, pas, role, serviceId]) => [
    `insert into rattachement (compte_id, structure_id, tri, role, origine, cree_le, modifie_le)
     select ${compteId}, n * ${pas}, 'nom', '${role}', 'MADRHAS', '2026-01-01', '2026-01-01'
     from generate_series(1, 300) n`,
    `insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut, statut, origine,
       cree_le, modifie_le)
     select id, structure_id, ${serviceId}::bigint, '2026-01-01', 'VALIDEE', 'MADRHAS', '2026-01-01', '2026-01-01'
     from rattachement where compte_id = ${compteId} and structure_id % ${pas} = 0`,
  ]),
  `insert into preference_notification (compte_id, sujet, rythme, modifiee_le)
   select n, 'FACTURE', (array['JAMAIS', 'HEBDOMADAIRE', 'IMMEDIAT'])[1 + n % 3], '2026-01-01'
   from generate_series(1, 200000) n`,
  // Batches of two months, closed.
  `insert into releve_lot (releve_id, comptes, prepare_le, termine_le)
   select -(n % 450), array[n], '2026-11-01', '2026-11-01' from generate_series(1, 20000) n`,
  `insert into confirmation_adresse (compte_id, adresse, jeton_empreinte, demandee_le, expire_le)
   select n, 'a@b.fr', sha256(n::text::bytea), '2026-11-23 10:00', '2026-11-23 11:00'
   from generate_series(1, $million, 10) n`,
  `insert into saisie_conservee (jeton_empreinte, compte_id, chemin, champs, expire_le)
   select sha256(n::text::bytea), n, '/mon-compte', '{}', '2026-11-23 11:00'
   from generate_series(7, $million, 10) n`,
  // One structure has a long history.
  `insert into journal (instant, acteur_compte_id, acte, objet, objet_id, compte_id, structure_id)
   select '2026-11-23', 1 + n % 1000, 'DEMANDE_ACCEPTEE', 'demande', n, n,
     case when n % 20 = 1 then 77 else 1 + n % 100000 end
   from generate_series(1, $million, 5) n`,
  `insert into envoi (compte_id, nature, periode, message_id, reclame_le)
   select n, 'ADRESSE_CHANGEE', 'demande-' || n, 'message-' || n, '2026-11-23'
   from generate_series(1, $million, 10) n`,
  // Two hundred and fifty drawers, each full.
  `insert into piece_jointe (compte_id, type_id, designation, nom_fichier, extension, type_mime, taille_octets,
     empreinte_sha256, fichier, cle_envoi, etat, ajoutee_le, analysee_le)
   select 1 + n % 250, 1 + n % 5, 'Relevé ' || n, 'releve-' || n || '.pdf', 'pdf', 'application/pdf', 1000,
     sha256(n::text::bytea), gen_random_uuid(), gen_random_uuid(),
     case n % 1000 when 0 then 'REJETEE' when 1 then 'EN_ANALYSE' else 'DISPONIBLE' end, '2026-11-23', '2026-11-23'
   from generate_series(1, 50000) n`,
  // Years of news, all over but the last ones.
  `insert into actualite (identifiant, langue, titre, markdown, html, du, au, publiee_le, modifiee_le)
   select 'actualite-' || n, case n % 2 when 0 then 'fr' else 'en' end, 'Titre ' || n, 'x', '<p>x</p>',
     '2026-11-23'::date - n, case when n < 20 then 'infinity' else '2026-11-23'::date - n + 15 end, '2026-01-01',
     '2026-01-01'
   from generate_series(1, 20000) n`,
];

/** Fills the database; foreign keys are not checked row by row, the rows being consistent by construction. */
export async function remplir(
  { proprietaire }: BaseDeTest,
  superuser: postgres.Sql,
): Promise<void> {
  await proprietaire`select creer_partitions_evenement('2025-10-05', 14)`;
  await superuser.unsafe("set session_replication_role = 'replica'");
  await remplirAnnuaire(superuser, MILLION);
  for (const text of FILL) await superuser.unsafe(text.replaceAll('$million', String(MILLION)));
  await superuser.unsafe('vacuum analyze');
}
