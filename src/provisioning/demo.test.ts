// The demo's world (screens §10): the communes and its two files load entirely, once, and hold exactly
// the people of the table; the news are told in both languages.
import path from 'node:path';
import { expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { actualitesCourantes, retirerActualite } from '../domain/actualite/queries.ts';
import { ROOT } from '../platform/root.ts';
import { LANGUES } from '../platform/textes/index.ts';
import { chargerDemo, lireComptesPigp } from './demo.ts';
import { importerMadrhas } from './madrhas/importer.ts';
import { trouverPaquet } from './structures/communes/format.ts';

const { sql, clock, regler } = await baseDeTest();
await regler('2026-11-23T09:00:00Z');
const NEUF_COMMUNES = [
  "Commune d'Alvimare",
  'Commune de Cléville',
  'Commune de Cliponville',
  "Commune d'Envronville",
  'Commune de Foucart',
  "Commune d'Hattenville",
  'Commune de Normanville',
  'Commune de Rocquefort',
  "Commune d'Yébleron",
];
const { nom: PAQUET } = trouverPaquet();
await chargerDemo(sql, clock, () => undefined);

test('the communes and both files load with no line refused', async () => {
  expect(await sql`select * from import_rejet`).toEqual([]);
  const rapports = await sql`
    select source, fichier, etat, (compte_rendu ->> 'lus')::int as lus
      from import_rapport order by id`;
  expect(rapports.map((r) => ({ ...r }))).toEqual([
    { source: 'COMMUNES', fichier: PAQUET, etat: 'TERMINE', lus: 36_130 },
    { source: 'ANNUAIRE', fichier: 'demo/structures.jsonl', etat: 'TERMINE', lus: 3 },
    { source: 'MADRHAS', fichier: 'demo/madrhas.jsonl', etat: 'TERMINE', lus: 9 },
  ]);
});

test('the accounts are those of the table, with state and rattachements', async () => {
  const comptes = await sql`
    select c.identifiant_connexion as qui, c.etat, c.verifie_le is not null as verifie,
      c.referent_national as national,
      array(
        select r.role || ' ' || s.identifiant || coalesce(' ' || v.code, '')
        from rattachement r join structure s on s.id = r.structure_id
        join rattachement_ligne l on l.rattachement_id = r.id left
          join service v on v.id = l.service_id
        where r.compte_id = c.id order by 1
      ) as rattachements
    from compte c order by 1`;
  const ccas = '14700985600135';
  const mairie = '14700985600814';
  const communes = await sql<{ identifiant: string }[]>`
    select identifiant from structure
    where source = 'COMMUNES' and raison_sociale in ${sql(NEUF_COMMUNES)} and departement = '76'
    order by 1`;
  const actif = { etat: 'ACTIF', verifie: true, national: false };
  expect(comptes.map((compte) => ({ ...compte }))).toEqual([
    {
      ...actif,
      qui: 'ancien.mairie',
      etat: 'INACTIF',
      verifie: false,
      rattachements: [`UTILISATEUR ${mairie}`],
    },
    { ...actif, qui: 'collegue.ccas', rattachements: [`UTILISATEUR ${ccas}`] },
    { ...actif, qui: 'externe-xt', rattachements: [] },
    { ...actif, qui: 'gestion.mairie', rattachements: [`GESTIONNAIRE_PRINCIPAL ${mairie}`] },
    {
      ...actif,
      qui: 'pauline.dufour',
      verifie: false,
      rattachements: [`GESTIONNAIRE_PRINCIPAL ${ccas}`],
    },
    { ...actif, qui: 'referent.dgfip', national: true, rattachements: [] },
    { ...actif, qui: 'second.mairie', rattachements: [`GESTIONNAIRE_SECONDAIRE ${mairie}`] },
    {
      ...actif,
      qui: 'secretaire.multi',
      rattachements: communes.map(({ identifiant }) => `UTILISATEUR ${identifiant}`),
    },
    { ...actif, qui: 'simple.mairie', rattachements: [`UTILISATEUR ${mairie} URBS`] },
  ]);
  expect(communes.length).toBe(9);
});

test('Pauline DUFOUR has the guide’s data', async () => {
  const [pauline] = await sql`
    select civilite, nom, prenom, adresse_electronique, adresse_ligne, adresse_ville, adresse_pays,
      telephone, fax,
      langue from compte where identifiant_connexion = 'pauline.dufour'`;
  expect(pauline).toEqual({
    civilite: 'MME',
    nom: 'DUFOUR',
    prenom: 'Pauline',
    adresseElectronique: 'pauline_dufour@mairieterneuil.fr',
    adresseLigne: '3 rue de Crimée',
    adresseVille: 'Terneuil sur Seine',
    adressePays: 'FR',
    telephone: '+33148960012',
    fax: '+33148960054',
    langue: 'fr',
  });
});

test('the structures have their names and services, one of them is private', async () => {
  const rows = await sql`
    select s.designation, s.type_structure, array_agg(v.code || ' ' || v.libelle order by v.code)
      filter (where v.id is not null) as services
    from structure s left join service v on v.structure_id = s.id
    where s.source = 'GESTIONNAIRE' group by s.id order by 1`;
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { designation: 'CCAS Terneuil sur Seine', typeStructure: 'PUBLIQUE', services: null },
    {
      designation: 'Mairie de Terneuil sur Seine',
      typeStructure: 'PUBLIQUE',
      services: ['URBS Urbanisme', 'VOIRIE Voirie'],
    },
    { designation: 'Menuiserie Vasquelande', typeStructure: 'PRIVEE', services: null },
  ]);
});

test('a second start loads nothing again and touches no account', async () => {
  const avant = await sql`select id, version, modifie_le from compte order by id`;
  await regler('2026-11-24T09:00:00Z');
  await chargerDemo(sql, clock, () => undefined);
  expect(await sql`select id, version, modifie_le from compte order by id`).toEqual(avant);
  expect((await sql`select from import_rapport`).length).toBe(3);
});

test('two actualités are told in both languages; one that was withdrawn stays so', async () => {
  const montrees = async () => {
    const [fr, en] = await Promise.all(
      LANGUES.map((langue) => actualitesCourantes(sql, langue, '2026-11-24', 10)),
    );
    return [fr, en].map((lues) => lues?.map(({ identifiant }) => identifiant).toSorted());
  };
  const deux = ['aide-du-portail', 'bienvenue'];
  expect(await montrees()).toEqual([deux, deux]);
  await retirerActualite(sql, 'bienvenue', 'en', await clock());
  await chargerDemo(sql, clock, () => undefined);
  expect(await montrees()).toEqual([deux, ['aide-du-portail']]);
});

test('a load that was killed in the middle is taken up again', async () => {
  await sql`update import_rapport set etat = 'EN_COURS', termine_le = null`;
  await sql`update compte set verifie_le = null where identifiant_connexion = 'externe-xt'`;
  await chargerDemo(sql, clock, () => undefined);
  const etats = await sql<{ etat: string }[]>`select etat from import_rapport order by id`;
  expect(etats.map(({ etat }) => etat)).toEqual([
    ...['ARRETE', 'ARRETE', 'ARRETE'],
    ...['TERMINE', 'TERMINE', 'TERMINE'],
  ]);
  const [externe] = await sql`
    select verifie_le is not null as verifie from compte
      where identifiant_connexion = 'externe-xt'`;
  expect(externe?.['verifie']).toBe(true);
});

test('the same feed run again leaves every account unchanged', async () => {
  const fichier = path.join(ROOT, 'demo/madrhas.jsonl');
  const bilan = await importerMadrhas(sql, clock, { fichier, complet: true }, () => undefined);
  expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 9, inchanges: 9, desactives: 0 });
});

test('the PIGP knows the people of the feed, and one more who has no account', async () => {
  const personnes = await lireComptesPigp();
  expect(personnes.length).toBe(10);
  expect(personnes[0]).toEqual({
    identifiant: 'pauline.dufour',
    civilite: 'MME',
    nom: 'DUFOUR',
    prenom: 'Pauline',
  });
  expect(personnes.at(-1)?.identifiant).toBe('inconnu.madrhas');
});
