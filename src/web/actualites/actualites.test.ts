// News on the home page, in their list and alone: in the reader's language, on their days.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../tests/soutien/compte-rempli.ts';
import { balises, h1, lienVers, texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirPortail } from '../../../tests/soutien/portail.ts';
import { INSTANT, ouvrirMois } from '../../../tests/soutien/scene.ts';
import type { ActualiteAPublier } from '../../domain/actualite/actualite.ts';
import { publierActualite, retirerActualite } from '../../domain/actualite/queries.ts';
import { adresseActualite, adresses } from '../../domain/adresses.ts';

const base = await baseDeTest();
const { sql, proprietaire, regler } = base;
await regler(INSTANT);
await ouvrirMois(proprietaire);
const portail = await ouvrirPortail(base);
const agent = await portail.connecter(await creerCompteRempli(sql));
const reader = await portail.connecter(await creerCompteRempli(sql, { langue: 'en' }));

const publier = (identifiant: string, changes: Partial<ActualiteAPublier> = {}) =>
  publierActualite(
    sql,
    {
      identifiant,
      langue: 'fr',
      titre: `Titre ${identifiant}`,
      resume: 'En une phrase.',
      markdown: 'x',
      html: '<p>Un <strong>texte</strong>.</p>',
      du: '2026-11-20',
      au: null,
      ...changes,
    },
    INSTANT,
  );
const titres = (html: string) =>
  [...html.matchAll(/<a href="\/actualites\/[^"]*">(.*?)<\/a>/g)].map(([, texte]) => texte);

beforeEach(async () => {
  await regler(INSTANT);
  await proprietaire`delete from actualite`;
});

describe('the home page', () => {
  test('shows the three newest, with the way to all of them', async () => {
    for (const n of [1, 2, 3, 4]) await publier(`a${n}`, { du: `2026-11-0${n}` });
    await publier('demain', { du: '2026-11-24' });
    await publier('finie', { au: '2026-11-22' });
    await publier('other', { langue: 'en' });
    const { body } = await agent.get(adresses.accueil);
    expect(titres(body)).toEqual(['Titre a4', 'Titre a3', 'Titre a2']);
    expect(lienVers(body, 'Toutes les actualités')).toBe(adresses.actualites);
    expect(body).toContain('<time datetime="2026-11-04">4\u00a0novembre\u00a02026</time>');
    expect(titres((await reader.get(adresses.accueil)).body)).toEqual(['Titre other']);
  });

  test('says that there is none, and asks for questions', async () => {
    const texte = texteVisible((await agent.get(adresses.accueil)).body).replaceAll('\u00a0', ' ');
    expect(texte).toContain('Aucune actualité trouvée.');
    expect(texte).toContain("Besoin d'aide ? Posez-moi vos questions..");
    const { body } = await reader.get(adresses.accueil);
    expect(texteVisible(body)).toContain('No news found.');
    expect(balises(body, 'form').map(({ attributs }) => attributs)).toContainEqual(
      expect.objectContaining({ method: 'get', action: adresses.rechercheDAide }),
    );
  });

  test('counts days in Paris: the 24th begins at 23:00 UTC of the 23rd', async () => {
    await publier('demain', { du: '2026-11-24' });
    await publier('aujourd-hui', { du: '2026-11-23', au: '2026-11-23' });
    expect(titres((await agent.get(adresses.accueil)).body)).toEqual(['Titre aujourd-hui']);
    await regler('2026-11-23T23:00:00Z');
    const soir = await portail.connecter(await creerCompteRempli(sql));
    expect(titres((await soir.get(adresses.accueil)).body)).toEqual(['Titre demain']);
  });
});

describe('the list', () => {
  test('shows them all, newest first', async () => {
    for (const n of [1, 2, 3, 4]) await publier(`a${n}`, { du: `2026-11-0${n}` });
    const { body } = await agent.get(adresses.actualites);
    expect(h1(body)).toBe('Actualités');
    expect(titres(body)).toEqual(['Titre a4', 'Titre a3', 'Titre a2', 'Titre a1']);
  });
});

describe('one alone', () => {
  test('shows its text, its first day and its title', async () => {
    await publier('a', { titre: '<b>Été</b> & nous' });
    const { body, statusCode } = await agent.get(adresseActualite('a'));
    expect(statusCode).toBe(200);
    expect(h1(body)).toBe('<b>Été</b> & nous');
    expect(body).toContain('<p>Un <strong>texte</strong>.</p>');
    expect(body).toContain('<time datetime="2026-11-20">');
  });

  test('is shown in the other language, said so, when there is only that one', async () => {
    await publier('a');
    const { body } = await reader.get(adresseActualite('a'));
    expect(h1(body)).toBe('This piece of news does not exist in English');
    expect(body).toContain('<article lang="fr"><h2>Titre a</h2>');
    await publier('a', { langue: 'en', titre: 'Title' });
    expect(h1((await reader.get(adresseActualite('a'))).body)).toBe('Title');
  });

  test.each([
    ['that nobody published', async () => undefined],
    ['to come', () => publier('a', { du: '2026-11-24' })],
    ['that is over', () => publier('a', { au: '2026-11-22' })],
    [
      'withdrawn',
      async () => {
        await publier('a');
        await retirerActualite(sql, 'a', null, INSTANT);
      },
    ],
  ])('%s is not found', async (_quoi, poser) => {
    await poser();
    expect((await agent.get(adresseActualite('a'))).statusCode).toBe(404);
  });

  test('is for those who are signed in', async () => {
    await publier('a');
    expect((await portail.anonyme.get(adresseActualite('a'))).statusCode).toBe(302);
    expect((await agent.get(adresseActualite('%00'))).statusCode).toBe(404);
  });
});
