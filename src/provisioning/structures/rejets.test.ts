// What an import of the directory refuses: told, kept, and written beside the file.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { STRUCTURES } from './annuaire/entete.ts';
import { essai, organisme, organismes, service } from './essai.test-helper.ts';

const base = await baseDeTest();
const { sql, proprietaire, regler } = base;
const { chemin, importer, importerFichier, lire } = await essai(base);
const REJETS = 'annuaire.csv.rejets.csv';

beforeEach(async () => {
  await proprietaire`truncate structure, service, import_rapport, import_rejet cascade`;
  await regler('2026-11-25T09:00:00Z');
});

describe('a refused line', () => {
  test('is printed, kept with the report and written in the file of rejects', async () => {
    const fausse = organisme(2, { EstMOA: 'peut-être' });
    const { bilan, imprime } = await importer([organisme(1), fausse]);
    expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 2, creees: 1, rejetes: 1 });
    expect(imprime).toContain('Ligne 3 rejetée : EstMOA : true ou false attendu');
    expect(imprime).toContain(`Lignes rejetées : ${chemin(REJETS)}`);
    const [rejet] = await sql`select fichier, ligne, motif, contenu from import_rejet`;
    const motif = 'EstMOA : true ou false attendu';
    expect(rejet).toEqual({ fichier: '', ligne: 3, motif, contenu: fausse });
    expect(await lire(REJETS)).toBe(`ligne;motif;contenu\n3;${motif};"${fausse}"\n`);
  });

  test('leaves no file behind when there is none any more', async () => {
    await importer([organisme(1), 'SIRET;1']);
    expect(existsSync(chemin(REJETS))).toBe(true);
    await importer([organisme(1)]);
    expect(existsSync(chemin(REJETS))).toBe(false);
  });

  test('that names a structure again gives way to the first, after the others', async () => {
    const encore = organisme(1, { RaisonSociale: 'Encore' });
    const { bilan } = await importer([organisme(1), organisme(2), encore, organisme(3), encore]);
    expect(bilan).toMatchObject({ lus: 5, creees: 3, inchangees: 0, rejetes: 2 });
    const rejets = await sql`select ligne, contenu from import_rejet order by ligne`;
    expect(rejets.map((row) => ({ ...row }))).toEqual([
      { ligne: 4, contenu: encore },
      { ligne: 6, contenu: encore },
    ]);
    const [premiere] = await sql`select raison_sociale from structure order by identifiant`;
    expect(premiere).toEqual({ raisonSociale: 'Organisme 1' });
  });

  test('does not stand in the way of a good one that follows', async () => {
    const { bilan } = await importer([organisme(1, { RaisonSociale: '' }), organisme(1)]);
    expect(bilan).toMatchObject({ creees: 1, rejetes: 1 });
  });

  test('that is not UTF-8 leaves the others alone', async () => {
    const lignes = [STRUCTURES.noms.join(';'), organisme(1, { Ville: 'Évreux' }), organisme(2)];
    await writeFile(chemin('latin.csv'), Buffer.from(lignes.join('\n'), 'latin1'));
    const { bilan, imprime } = await importerFichier(chemin('latin.csv'));
    expect(bilan).toMatchObject({ creees: 1, rejetes: 1 });
    expect(imprime).toContain('Ligne 2 rejetée : n’est pas de l’UTF-8');
  });

  test('beyond the first hundred is not printed, beyond ten thousand only in the file', async () => {
    const lignes = Array.from({ length: 10_600 }, () => 'SIRET');
    const { bilan, imprime } = await importer([organisme(1), ...lignes]);
    expect(bilan).toMatchObject({ lus: 10_601, rejetes: 10_600 });
    expect(imprime.filter((line) => line.startsWith('Ligne '))).toHaveLength(100);
    expect(imprime).toContain('Les rejets suivants sont dans le fichier seulement.');
    const [gardes] = await sql`select count(*) as nombre from import_rejet`;
    expect(gardes).toEqual({ nombre: 10_000 });
    expect((await lire(REJETS)).split('\n')).toHaveLength(10_602);
  });
});

describe('the file of rejects', () => {
  const FAUX = [organisme(1), 'SIRET'];

  test('goes where --rejets says, the services’ beside it', async () => {
    const rejets = chemin('a-corriger.csv');
    await importer(FAUX, { rejets, services: [service(1, '')] });
    expect(await lire('a-corriger.csv')).toContain('3;1 colonnes, 21 attendues;SIRET\n');
    expect(await lire('a-corriger.services.csv')).toContain('2;code : obligatoire;');
  });

  test.each(['absent/r.csv', '.'])('stops the import when it cannot be %s', async (nom) => {
    const run = importer(FAUX, { rejets: chemin(nom) });
    await expect(run).rejects.toThrow('donnez-en un autre par --rejets');
    expect((await sql`select from structure`).length).toBe(0);
  });
});

describe('a file is refused whole, with one sentence, when', () => {
  const COURT = STRUCTURES.noms.slice(0, -1).join(';');
  test.each([
    ['it is empty', '', 'Le fichier « f.csv » est vide.'],
    ['a column is missing', COURT, '20 colonnes, 21 sont attendues'],
    [
      'a column has another name',
      STRUCTURES.noms.join(';').replace('RaisonSociale', 'Nom'),
      "la colonne 3 s'appelle « Nom », « RaisonSociale » est attendue",
    ],
    ['it has no header', organisme(1), "la colonne 1 s'appelle « SIRET »"],
    ['it is a workbook', 'PK\u0003\u0004', 'Première ligne attendue : TypeIdentifiant;Identifiant'],
  ])('%s', async (_, contenu, phrase) => {
    await writeFile(chemin('f.csv'), contenu);
    await expect(importerFichier(chemin('f.csv'))).rejects.toThrow(phrase);
    const [rapport] = await sql`select etat from import_rapport`;
    expect(rapport).toEqual({ etat: 'ARRETE' });
  });

  test('its services file is another', async () => {
    await importer(organismes(1));
    await writeFile(chemin('s.csv'), 'identifiant;code\n');
    const run = importerFichier(chemin('annuaire.csv'), {}, chemin('s.csv'));
    await expect(run).rejects.toThrow("L'en-tête de « s.csv » n'est pas le bon");
  });

  test('its archive is cut', async () => {
    await importer(organismes(50), { gz: true });
    const entier = await readFile(chemin('annuaire.csv.gz'));
    await writeFile(chemin('coupe.csv.gz'), entier.subarray(0, entier.length - 20));
    await proprietaire`truncate structure cascade`;
    await expect(importerFichier(chemin('coupe.csv.gz'))).rejects.toThrow();
    expect((await sql`select from structure`).length).toBe(0);
  });
});
