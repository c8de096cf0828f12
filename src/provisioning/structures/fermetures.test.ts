// A complete file closes what it brought and no longer names, within the guard.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerStructure } from '../../../tests/soutien/scene.ts';
import { essai, organisme, organismes, siret } from './essai.test-helper.ts';

const base = await baseDeTest();
const { sql, proprietaire, regler } = base;
const { importer } = await essai(base);

beforeEach(async () => {
  await proprietaire`truncate structure, service, import_rapport, import_rejet cascade`;
  await regler('2026-11-25T09:00:00Z');
});

const statuts = async () => {
  const rows = await sql<{ statut: string }[]>`
    select statut from structure order by source, identifiant`;
  return rows.map(({ statut }) => statut);
};
const VINGT = organismes(20);

describe('a complete file', () => {
  test('closes the structures that it no longer names, and only its own', async () => {
    await creerStructure(sql, { source: 'COMMUNES' });
    await creerStructure(sql, { source: 'GESTIONNAIRE' });
    await importer(VINGT);
    const { bilan, imprime } = await importer(VINGT.slice(1));
    expect(bilan).toMatchObject({ etat: 'TERMINE', fermees: 1, inchangees: 19, modifiees: 0 });
    expect(imprime.at(-1)).toContain('1 fermées');
    expect(await statuts()).toEqual(['INACTIF', ...Array(21).fill('ACTIF')]);
  });

  test('opens again one that comes back, and closes nothing twice', async () => {
    await importer(VINGT);
    await importer(VINGT.slice(1));
    expect((await importer(VINGT.slice(1))).bilan).toMatchObject({ fermees: 0, inchangees: 19 });
    expect((await importer(VINGT)).bilan).toMatchObject({ rouvertes: 1, fermees: 0, modifiees: 0 });
    expect(new Set(await statuts())).toEqual(new Set(['ACTIF']));
  });

  test('closes one that it says inactive, and opens it when it says so', async () => {
    await importer(VINGT);
    const inactive = [organisme(1, { StructureActive: 'false' }), ...VINGT.slice(1)];
    expect((await importer(inactive)).bilan).toMatchObject({ fermees: 1, modifiees: 0 });
    expect((await importer(inactive)).bilan).toMatchObject({ fermees: 0, inchangees: 20 });
    expect((await importer(VINGT)).bilan).toMatchObject({ rouvertes: 1 });
  });

  test('leaves open one whose line is refused, when its identifier can be read', async () => {
    await importer(VINGT);
    const cassees = [
      organisme(1, { RaisonSociale: '' }),
      organisme(2, { Ville: 'L\u0007' }),
      `SIRET;${siret(3)};trop court`,
      `SIRET;${siret(4)};"jamais fermé`,
      ...VINGT.slice(4),
    ];
    const { bilan } = await importer(cassees);
    expect(bilan).toMatchObject({ etat: 'TERMINE', rejetes: 4, fermees: 0, inchangees: 16 });
    expect(new Set(await statuts())).toEqual(new Set(['ACTIF']));
  });

  test('leaves what a manager decided of a structure’s state', async () => {
    await importer(VINGT);
    await sql`
      update structure set sources = '{"statut": "GESTIONNAIRE"}' where identifiant = ${siret(1)}`;
    expect((await importer(VINGT.slice(1))).bilan).toMatchObject({ fermees: 0 });
  });
});

describe('the guard', () => {
  const ARRET =
    '2 structure(s) sur 20 seraient fermées, plus que le seuil de 5 %. Rien n’a été changé (--seuil ou --forcer pour passer outre).';

  test('stops a file that would close more than 5 % and changes nothing', async () => {
    await importer(VINGT);
    const { bilan, imprime } = await importer([...VINGT.slice(2), organisme(30)]);
    expect(bilan).toMatchObject({ etat: 'ARRETE', motifArret: ARRET, creees: 0, fermees: 0 });
    expect(imprime).toContain(ARRET);
    expect(imprime.at(-1)).toContain('Import arrêté : 19 lues');
    expect(await statuts()).toEqual(Array(20).fill('ACTIF'));
    const [rapport] = await sql`select etat from import_rapport order by id desc limit 1`;
    expect(rapport).toEqual({ etat: 'ARRETE' });
  });

  test('counts what the lines themselves close', async () => {
    await importer(VINGT);
    const inactives = VINGT.map((_, n) => organisme(n + 1, { StructureActive: '0' }));
    expect((await importer(inactives)).bilan).toMatchObject({ etat: 'ARRETE', fermees: 0 });
  });

  test('yields to a higher threshold, and to --forcer', async () => {
    await importer(VINGT);
    expect((await importer(VINGT.slice(2), { seuil: 0.1 })).bilan).toMatchObject({ fermees: 2 });
    const { bilan } = await importer(VINGT.slice(15), { forcer: true });
    expect(bilan).toMatchObject({ etat: 'TERMINE', fermees: 13 });
  });

  test('never lets a file without a valid line through', async () => {
    await importer(VINGT);
    for (const lignes of [[], [organisme(1, { RaisonSociale: '' })]]) {
      const { bilan } = await importer(lignes, { forcer: true });
      expect(bilan).toMatchObject({
        etat: 'ARRETE',
        motifArret: 'Le fichier de structures n’a aucune ligne valable. Rien n’a été changé.',
      });
    }
    expect(await statuts()).toEqual(Array(20).fill('ACTIF'));
  });
});
