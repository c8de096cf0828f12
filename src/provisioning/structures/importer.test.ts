// The directory's file: what a run creates, changes and leaves alone (model §1).
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerStructure } from '../../../tests/soutien/scene.ts';
import { STRUCTURES } from './annuaire/entete.ts';
import { essai, organisme, organismes, siret } from './essai.test-helper.ts';

const base = await baseDeTest();
const { sql, proprietaire, regler } = base;
const { importer } = await essai(base);

beforeEach(async () => {
  await proprietaire`truncate structure, service, import_rapport, import_rejet cascade`;
  await regler('2026-11-25T09:00:00Z');
});

const structure = async (n: number) => {
  const [row] = await sql`select * from structure where identifiant = ${siret(n)}`;
  return row;
};

describe('an import of the directory', () => {
  test('makes public structures of its lines, with all that their columns say', async () => {
    const champs = {
      GestionService: 'OUI',
      GestionEngagement: '1',
      GestionStatutMiseEnPaiement: 'no',
      EstMOA: 'Yes',
      ComplementAdresse1: 'Bâtiment A',
      NumTelephone: '02.61.91.00.12',
    };
    const { bilan } = await importer([organisme(1, champs)]);
    expect(bilan).toMatchObject({ etat: 'TERMINE', lus: 1, creees: 1, avertissements: 0 });
    expect(await structure(1)).toMatchObject({
      typeIdentifiant: 'SIRET',
      typeStructure: 'PUBLIQUE',
      statut: 'ACTIF',
      raisonSociale: 'Organisme 1',
      adresseLigne: '1 place de la Mairie',
      adresseComplement1: 'Bâtiment A',
      adresseComplement2: null,
      adresseCodePostal: '76640',
      adresseVille: 'Alvimare',
      adressePays: 'FR',
      departement: '76',
      telephone: '+33261910012',
      adresseElectronique: 'contact@organisme.example',
      codeServiceObligatoire: true,
      numeroEngagementObligatoire: true,
      serviceOuEngagementObligatoire: false,
      miseEnPaiementNonRemontee: true,
      emetteurEdi: false,
      recepteurEdi: true,
      estMoa: true,
      estMoaUniquement: false,
      source: 'ANNUAIRE',
      creeLe: new Date('2026-11-25T09:00:00Z'),
      version: 1,
    });
  });

  test('run again changes nothing, not even the date of a row', async () => {
    await importer(organismes(3));
    const avant = await sql`select id, xmin::text, modifie_le, version from structure order by id`;
    await regler('2026-11-26T09:00:00Z');
    const { bilan } = await importer(organismes(3));
    expect(bilan).toMatchObject({ lus: 3, creees: 0, modifiees: 0, inchangees: 3 });
    expect(
      await sql`select id, xmin::text, modifie_le, version from structure order by id`,
    ).toEqual(avant);
  });

  test('writes only the rows that it changes, and says when', async () => {
    await importer(organismes(2));
    await regler('2026-11-26T09:00:00Z');
    const { bilan } = await importer([organisme(1, { Ville: 'Yvetot' }), organisme(2)]);
    expect(bilan).toMatchObject({ modifiees: 1, inchangees: 1 });
    expect(await structure(1)).toMatchObject({
      adresseVille: 'Yvetot',
      modifieLe: new Date('2026-11-26T09:00:00Z'),
      version: 2,
    });
    expect(await structure(2)).toMatchObject({ version: 1 });
  });

  test('leaves what a manager changed, field by field, and takes the rest', async () => {
    await importer(organismes(1));
    await sql`
      update structure set adresse_ligne = '2 rue du Bourg', adresse_complement_1 = null,
        sources = '{"adresseLigne": "GESTIONNAIRE", "adresseComplement1": "GESTIONNAIRE"}'`;
    const { bilan: rien } = await importer(organismes(1));
    expect(rien).toMatchObject({ inchangees: 1, modifiees: 0 });
    const neuve = { Adresse: '9 quai', ComplementAdresse1: 'B', RaisonSociale: 'Nouveau nom' };
    expect((await importer([organisme(1, neuve)])).bilan).toMatchObject({ modifiees: 1 });
    expect(await structure(1)).toMatchObject({
      adresseLigne: '2 rue du Bourg',
      adresseComplement1: null,
      raisonSociale: 'Nouveau nom',
    });
  });

  test('leaves the columns that the directory does not have', async () => {
    await importer(organismes(1));
    await sql`update structure set libelle = 'Chez nous', population = 12`;
    await importer([organisme(1, { Ville: 'Yvetot' })]);
    expect(await structure(1)).toMatchObject({ libelle: 'Chez nous', population: 12 });
  });

  test('leaves the rows of another source, and counts them apart', async () => {
    await creerStructure(sql, { identifiant: siret(1), raisonSociale: 'A', source: 'COMMUNES' });
    await creerStructure(sql, {
      identifiant: siret(2),
      raisonSociale: 'B',
      source: 'GESTIONNAIRE',
    });
    const { bilan, imprime } = await importer(organismes(3));
    expect(bilan).toMatchObject({ lus: 3, creees: 1, autreSource: 2, inchangees: 0 });
    expect(imprime.at(-1)).toContain('2 tenues par une autre source');
    expect(await structure(1)).toMatchObject({
      raisonSociale: 'A',
      source: 'COMMUNES',
      version: 1,
    });
  });

  test('keeps a SIRET without its key with a warning, La Poste’s without', async () => {
    const lignes = [
      organisme(1, { Identifiant: '14700985600135' }),
      organisme(2, { Identifiant: '35600000049837' }),
    ];
    const { bilan, imprime } = await importer(lignes);
    expect(bilan).toMatchObject({ creees: 2, avertissements: 1, rejetes: 0 });
    expect(imprime).toContain('Ligne 2, avertissement : Identifiant : SIRET sans sa clé');
  });

  test('prints the first warnings only', async () => {
    const lignes = Array.from({ length: 14 }, (_, n) => organisme(n, { Courriel: 'rien' }));
    const { bilan, imprime } = await importer(lignes);
    expect(bilan).toMatchObject({ creees: 14, avertissements: 14 });
    expect(imprime.filter((line) => line.includes('avertissement :'))).toHaveLength(10);
    expect(imprime).toContain('Les avertissements suivants sont comptés seulement.');
  });

  test('reads a gzip file, a BOM, ends of line of Windows, quotes and the separator in them', async () => {
    expect((await importer(organismes(2), { gz: true })).bilan).toMatchObject({ creees: 2 });
    const lignes = [
      `${organisme(3, { RaisonSociale: '"Eau ; ""Vallée"""' })}\r`,
      `${organisme(4, { RaisonSociale: 'Lycée "Les Lilas"' })}\r`,
      '\r',
    ];
    const entete = `\uFEFF${STRUCTURES.noms.join(';')}\r`;
    await importer([...organismes(2), ...lignes], { entete });
    expect(await structure(3)).toMatchObject({ raisonSociale: 'Eau ; "Vallée"' });
    expect(await structure(4)).toMatchObject({
      raisonSociale: 'Lycée "Les Lilas"',
      adressePays: 'FR',
    });
  });

  test('takes other types of identifiers, by their name or their number', async () => {
    const lignes = [
      organisme(1, { TypeIdentifiant: '0' }),
      organisme(2, { TypeIdentifiant: 'tahiti', Identifiant: 'a12 345' }),
      organisme(3, { TypeIdentifiant: '1', Identifiant: 'DE811569869', CodePays: 'DE' }),
    ];
    expect((await importer(lignes)).bilan).toMatchObject({ creees: 3, rejetes: 0 });
    const rows = await sql`select type_identifiant, identifiant from structure order by id`;
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual(
      [`SIRET ${siret(1)}`, 'TAHITI A12345', 'UE_HORS_FRANCE DE811569869'].toSorted(),
    );
  });

  test('ends with a report that holds the counts', async () => {
    await importer(organismes(2));
    const [rapport] = await sql`select source, fichier, etat, compte_rendu from import_rapport`;
    expect(rapport).toMatchObject({
      source: 'ANNUAIRE',
      fichier: expect.stringMatching(/annuaire\.csv$/),
      etat: 'TERMINE',
      compteRendu: { lus: 2, creees: 2, rejetes: 0 },
    });
  });
});
