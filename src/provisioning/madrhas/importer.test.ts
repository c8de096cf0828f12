// The feed creates and updates accounts, refuses what is wrong line by line, and may be run again
// (madrhas-feed.md).
import { appendFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { LOT_LIGNES } from '../lots.ts';
import { attache, essai, personne } from './essai.test-helper.ts';
import { importerMadrhas } from './importer.ts';

const base = await baseDeTest();
const { sql, clock, proprietaire, regler } = base;
const { importer, structures, vider, fichier } = await essai(base);

beforeEach(async () => {
  await vider(proprietaire);
  await regler('2026-11-23T09:00:00Z');
});

async function compte(n: number) {
  const [row] = await sql`select * from compte where id_madrhas = ${`M${n}`}`;
  return row ?? {};
}

async function verifier(n: number, valeurs: Record<string, string>) {
  const sources = Object.fromEntries(Object.keys(valeurs).map((champ) => [champ, 'PERSONNE']));
  await sql`
    update compte set ${sql(valeurs)}, verifie_le = '2026-11-23',
      sources = sources || ${sql.json(sources)}
    where id_madrhas = ${`M${n}`}`;
}

describe('a partial feed', () => {
  test('creates accounts with the values brought to one form', async () => {
    const { bilan } = await importer([
      personne(1, { identifiantConnexion: 'Anne.PETIT', nom: '  LE   GOFF ', adresse: null }),
    ]);
    expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 1, crees: 1, rejetes: 0 });
    expect(await compte(1)).toMatchObject({
      identifiantConnexion: 'anne.petit',
      nom: 'LE GOFF',
      telephone: '+33199000001',
      adressePays: null,
      etat: 'ACTIF',
      verifieLe: null,
      creeLe: new Date('2026-11-23T09:00:00Z'),
    });
    const journal = await sql`select acte, acteur_compte_id, details from journal`;
    expect(journal[0]).toEqual({
      acte: 'COMPTE_CREE',
      acteurCompteId: null,
      details: { source: 'MADRHAS' },
    });
  });

  test('updates what changed, and says which fields, never their values', async () => {
    await importer([personne(1), personne(2)]);
    const { bilan } = await importer([personne(1, { nom: 'LEROY' }), personne(2)]);
    expect(bilan).toMatchObject({ modifies: 1, inchanges: 1, crees: 0 });
    expect(await compte(1)).toMatchObject({ nom: 'LEROY', version: 2 });
    const journal = await sql`select details from journal where acte = 'COMPTE_MODIFIE'`;
    expect(journal[0]?.['details']).toEqual({ champs: ['nom'], source: 'MADRHAS' });
  });

  test('touches nothing when the same file is run again', async () => {
    await structures(1);
    const lignes = [
      personne(1, { rattachements: [attache(1, 'UTILISATEUR', { services: ['B', 'A'] })] }),
      personne(2, { referent: { departements: ['76', '27'] } }),
    ];
    await importer(lignes);
    const avant = await sql`select id, xmin::text, version from compte order by id`;
    await regler('2026-11-24T09:00:00Z');
    const { bilan } = await importer(lignes);
    expect(bilan).toMatchObject({ lus: 2, inchanges: 2, modifies: 0 });
    expect(await sql`select id, xmin::text, version from compte order by id`).toEqual(avant);
  });

  test('keeps the value of a person who verified the account, to be confirmed', async () => {
    await importer([personne(1)]);
    await verifier(1, { telephone: '+33199000077' });
    expect((await importer([personne(1)])).bilan).toMatchObject({ inchanges: 1, aConfirmer: 0 });
    const change = personne(1, { telephone: '+33199000002', nom: 'LEROY' });
    expect((await importer([change])).bilan).toMatchObject({ modifies: 1, aConfirmer: 1 });
    expect(await compte(1)).toMatchObject({
      telephone: '+33199000077',
      nom: 'LEROY',
      sources: { telephone: 'PERSONNE' },
    });
  });

  test('makes a référent, and takes the right away', async () => {
    await importer([personne(1, { referent: { departements: ['76', '2A'] } })]);
    expect(await compte(1)).toMatchObject({ referentDepartements: ['2A', '76'] });
    await importer([personne(1, { referent: { departements: 'national' } })]);
    expect(await compte(1)).toMatchObject({ referentDepartements: [], referentNational: true });
    await importer([personne(1)]);
    expect(await compte(1)).toMatchObject({ referentNational: false });
  });

  test('moves an identifier to another account when the line before frees it', async () => {
    await importer([personne(1), personne(2)]);
    const { bilan } = await importer([
      personne(1, { identifiantConnexion: 'autre' }),
      personne(2, { identifiantConnexion: 'personne.1' }),
      personne(3, { identifiantConnexion: 'personne.2' }),
    ]);
    expect(bilan).toMatchObject({ modifies: 2, crees: 1, rejetes: 0 });
    expect(await compte(2)).toMatchObject({ identifiantConnexion: 'personne.1' });
  });

  test('reads a gzip file', async () => {
    const { bilan } = await importer([personne(1), '', personne(2)], { gz: true });
    expect(bilan).toMatchObject({ lus: 2, crees: 2 });
  });

  test('stops at a gzip file cut short, with a report that says so', async () => {
    const cut = `${fichier}.gz`;
    const octets = gzipSync(JSON.stringify(personne(1)));
    await appendFile(cut, octets.subarray(0, octets.length - 12));
    const options = { fichier: cut, complet: true };
    await expect(importerMadrhas(sql, clock, options, () => undefined)).rejects.toThrow();
    const [rapport] = await sql`select etat from import_rapport`;
    expect(rapport?.['etat']).toBe('ARRETE');
  });
});

describe('a line that is refused', () => {
  test.each<[string, object | string, string]>([
    ['bad JSON', '{"idMadrhas":', 'JSON illisible'],
    ['not an object', '42', 'ligne : valeur absente ou mal formée'],
    ['a missing field', { idMadrhas: 'M9' }, 'identifiantConnexion : valeur absente ou mal formée'],
    ['an empty name', personne(9, { nom: ' ' }), 'nom : obligatoire'],
    ['markup in a name', personne(9, { nom: '<b>' }), 'nom : caractères interdits'],
    [
      'a bad telephone',
      personne(9, { telephone: 'abc' }),
      'telephone : pas un numéro de téléphone',
    ],
    [
      'a bad mail address',
      personne(9, { adresseElectronique: 'x' }),
      'adresseElectronique : pas une adresse',
    ],
    [
      'spaces in the identifier',
      personne(9, { identifiantConnexion: 'a b' }),
      'identifiantConnexion : caractères',
    ],
    ['an unknown state', personne(9, { etat: 'PARTI' }), 'etat : valeur absente'],
    [
      'an unknown role',
      personne(9, { rattachements: [attache(1, 'CHEF')] }),
      'rattachements.0.role : valeur',
    ],
    [
      'a date that is none',
      personne(9, { rattachements: [attache(1, 'UTILISATEUR', { dateDebut: '2026-02-30' })] }),
      'rattachements.0.dateDebut : valeur',
    ],
    [
      'an end before the start',
      personne(9, { rattachements: [attache(1, 'UTILISATEUR', { dateFin: '2025-01-01' })] }),
      'rattachements.0.dateFin : avant la date de début',
    ],
    [
      'a principal with an end',
      personne(9, {
        rattachements: [attache(1, 'GESTIONNAIRE_PRINCIPAL', { dateFin: '2027-01-01' })],
      }),
      'rattachements.0.dateFin : un gestionnaire principal n’a pas de date de fin',
    ],
    [
      'the same structure twice',
      personne(9, { rattachements: [attache(1, 'UTILISATEUR'), attache(1, 'UTILISATEUR')] }),
      'rattachements : deux fois la même structure',
    ],
    [
      'an unknown structure',
      personne(9, { rattachements: [attache(1, 'UTILISATEUR'), attache(8, 'UTILISATEUR')] }),
      'structure inconnue : SIRET S8',
    ],
    [
      'an unknown service',
      personne(9, { rattachements: [attache(1, 'UTILISATEUR', { services: ['Z'] })] }),
      'service inconnu : Z (SIRET S1)',
    ],
    [
      'somebody else’s identifier',
      personne(9, { identifiantConnexion: 'PERSONNE.1' }),
      'identifiantConnexion : déjà',
    ],
    [
      'the same account again',
      personne(1, { nom: 'AUTRE' }),
      'idMadrhas : déjà nommé dans ce fichier',
    ],
  ])('changes nothing, for %s, and the others go through', async (_, mauvaise, motif) => {
    await structures(1);
    const { bilan, imprime } = await importer([personne(1), mauvaise, personne(2)]);
    expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 3, crees: 2, rejetes: 1 });
    const rejets = await sql`select ligne, motif, contenu from import_rejet`;
    expect(rejets[0]).toMatchObject({
      ligne: 2,
      motif: expect.stringContaining(motif),
      contenu: typeof mauvaise === 'string' ? mauvaise : JSON.stringify(mauvaise),
    });
    expect(imprime[0]).toContain(`Ligne 2 rejetée : ${motif}`);
    expect((await sql`select from compte`).length).toBe(2);
    expect(await compte(1)).toMatchObject({ nom: 'PETIT' });
  });

  test('is refused when it is not UTF-8, instead of losing accents', async () => {
    await importer([personne(1)]);
    await appendFile(
      fichier,
      Buffer.from(`\n${JSON.stringify(personne(2, { nom: 'LÉA' }))}`, 'latin1'),
    );
    const options = { fichier, complet: false };
    const bilan = await importerMadrhas(sql, clock, options, () => undefined);
    expect(bilan).toMatchObject({ inchanges: 1, rejetes: 1 });
  });

  test('does not take its batch with it when only the database sees the fault', async () => {
    // « İ » folds to two characters: 60 of them no longer fit the column's 100.
    const { bilan } = await importer([
      personne(1),
      personne(2, { identifiantConnexion: 'İ'.repeat(60) }),
      personne(3),
    ]);
    const [rejet] = await sql<{ motif: string }[]>`select motif from import_rejet`;
    expect({ ...bilan, motif: rejet?.motif }).toMatchObject({ crees: 2, rejetes: 1 });
    expect(rejet?.motif).toMatch(/^refusée par la base/);
  });
});

describe('a run that dies in the middle', () => {
  test('keeps its first batches and closes its report; the next run does the rest', async () => {
    const lignes = Array.from({ length: LOT_LIGNES + 10 }, (_, n) => personne(n));
    let appels = 0;
    const dying = async () => {
      appels += 1;
      if (appels === 3) throw new Error('killed');
      return clock();
    };
    await writeFile(fichier, lignes.map((l) => JSON.stringify(l)).join('\n'));
    const options = { fichier, complet: false };
    await expect(importerMadrhas(sql, dying, options, () => undefined)).rejects.toThrow('killed');
    expect((await sql`select from compte`).length).toBe(LOT_LIGNES);
    const [rapport] = await sql`select etat from import_rapport order by id desc limit 1`;
    expect(rapport?.['etat']).toBe('ARRETE');
    expect((await importer(lignes)).bilan).toMatchObject({ inchanges: LOT_LIGNES, crees: 10 });
  });

  test('is not run twice at the same time', async () => {
    await importer([personne(1)]);
    const [premier, second] = await Promise.allSettled([
      importerMadrhas(sql, clock, { fichier, complet: false }, () => undefined),
      importerMadrhas(sql, clock, { fichier, complet: false }, () => undefined),
    ]);
    const refus = [premier, second].filter((issue) => issue?.status === 'rejected');
    expect(refus).toHaveLength(1);
    expect(String((refus[0] as PromiseRejectedResult).reason)).toContain('déjà en cours');
  });
});
