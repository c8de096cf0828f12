// Which actualités are shown on which day, in which language.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { apres, INSTANT, minutes } from '../../../tests/soutien/scene.ts';
import type { Langue } from '../../platform/textes/index.ts';
import type { ActualiteAPublier } from './actualite.ts';
import {
  actualiteConnue,
  actualiteCourante,
  actualitesCourantes,
  publierActualite,
  retirerActualite,
} from './queries.ts';

const { sql, proprietaire } = await baseDeTest();
const JOUR = '2026-11-23';

const publier = (identifiant: string, changes: Partial<ActualiteAPublier> = {}, quand = INSTANT) =>
  publierActualite(
    sql,
    {
      identifiant,
      langue: 'fr',
      titre: `Titre ${identifiant}`,
      resume: null,
      markdown: 'x',
      html: '<p>x</p>',
      du: '2026-11-01',
      au: null,
      ...changes,
    },
    quand,
  );
const montrees = async (jour = JOUR, langue: Langue = 'fr') =>
  (await actualitesCourantes(sql, langue, jour, 10)).map(({ identifiant }) => identifiant);

beforeEach(() => proprietaire`delete from actualite`);

describe('an actualité', () => {
  test('published again under its identifier replaces itself, in its language', async () => {
    expect(await publier('a')).toBe('publiee');
    expect(await publier('a', { langue: 'en' })).toBe('publiee');
    const plusTard = apres(INSTANT, minutes(5));
    expect(await publier('a', { titre: 'Autre', html: '<p>y</p>' }, plusTard)).toBe('modifiee');
    const lignes = await sql`
      select langue, titre, html, publiee_le, modifiee_le from actualite order by langue`;
    expect(lignes.map((ligne) => ({ ...ligne }))).toEqual([
      { langue: 'en', titre: 'Titre a', html: '<p>x</p>', publieeLe: INSTANT, modifieeLe: INSTANT },
      { langue: 'fr', titre: 'Autre', html: '<p>y</p>', publieeLe: INSTANT, modifieeLe: plusTard },
    ]);
  });

  test.each([
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('from the 1st to the 31st of December is shown on %s: %s', async (jour, montree) => {
    await publier('a', { du: '2026-12-01', au: '2026-12-31' });
    expect(await montrees(jour)).toEqual(montree ? ['a'] : []);
    expect((await actualiteCourante(sql, 'a', 'fr', jour)) !== undefined).toBe(montree);
  });

  test('withdrawn is not shown, in one language or both, until published again', async () => {
    await publier('a');
    await publier('a', { langue: 'en' });
    expect(await retirerActualite(sql, 'a', 'en', INSTANT)).toEqual(['en']);
    expect([await montrees(), await montrees(JOUR, 'en')]).toEqual([['a'], []]);
    expect(await retirerActualite(sql, 'a', null, INSTANT)).toEqual(['fr']);
    expect(await retirerActualite(sql, 'a', null, INSTANT)).toEqual([]);
    expect(await montrees()).toEqual([]);
    expect(await actualiteCourante(sql, 'a', 'fr', JOUR)).toBeUndefined();
    expect(await actualiteConnue(sql, 'a', 'fr')).toBe(true);
    await publier('a');
    expect(await montrees()).toEqual(['a']);
  });

  test('is read in the language wished, else in the one that there is', async () => {
    await publier('a', { titre: 'Français' });
    await publier('a', { langue: 'en', titre: 'English' });
    await publier('b', { langue: 'en', titre: 'Only' });
    const lire = async (identifiant: string, langue: Langue) =>
      (await actualiteCourante(sql, identifiant, langue, JOUR))?.titre;
    expect(await lire('a', 'fr')).toBe('Français');
    expect(await lire('a', 'en')).toBe('English');
    expect(await lire('b', 'fr')).toBe('Only');
    expect(await lire('c', 'fr')).toBeUndefined();
  });
});

describe('a list', () => {
  beforeAll(() => proprietaire`delete from actualite`);

  test('shows the newest first, the last published of a day before, as many as asked', async () => {
    await publier('ancienne', { du: '2026-10-01' });
    await publier('premiere');
    await publier('seconde');
    await publier('autre-langue', { langue: 'en' });
    expect(await montrees()).toEqual(['seconde', 'premiere', 'ancienne']);
    expect((await actualitesCourantes(sql, 'fr', JOUR, 2)).length).toBe(2);
  });
});
