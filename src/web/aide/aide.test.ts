// The pages of the help: open to everybody, in both languages, and what is typed in the search only
// ever shown.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { balises, h1, lienVers, texteVisible, titre } from '../../../tests/soutien/html.ts';
import { ouvrirPortail } from '../../../tests/soutien/portail.ts';
import { adresseAide, adresses } from '../../domain/adresses.ts';

const base = await baseDeTest();
const portail = await ouvrirPortail(base, { logLevel: 'info' });
const lire = (url: string, langue = 'fr') =>
  portail.anonyme.get(url, { 'accept-language': langue });
const chercher = async (question: string, langue = 'fr') =>
  (await lire(`${adresses.rechercheDAide}?${new URLSearchParams({ q: question })}`, langue)).body;

describe('the contents', () => {
  test.each([
    ['fr', 'Aide', 'Demander un rattachement', 'Pour les gestionnaires'],
    ['en', 'Help', 'Request an attachment', 'For managers'],
  ])('in « %s » list every page under its theme', async (langue, nom, lien, pour) => {
    const { body, statusCode } = await lire(adresses.aide, langue);
    expect([statusCode, h1(body)]).toEqual([200, nom]);
    expect(lienVers(body, lien)).toBe(adresseAide('demander-un-rattachement'));
    expect(balises(body, 'h2').length).toBe(6);
    expect(texteVisible(body)).toContain(pour);
  });
});

describe('a page', () => {
  test.each([
    ['fr', 'Supprimer un rattachement', 'Étapes'],
    ['en', 'Delete an attachment', 'Steps'],
  ])('in « %s » has its title, its steps and the way back', async (langue, nom, etapes) => {
    const { body } = await lire(adresseAide('supprimer-un-rattachement'), langue);
    expect(h1(body)).toBe(nom);
    expect(titre(body)).toMatch(new RegExp(`^${nom} – `));
    expect(texteVisible(body)).toContain(etapes);
    expect(balises(body, 'html')[0]?.attributs['lang']).toBe(langue);
    expect(lienVers(body, langue === 'fr' ? 'Aide' : 'Help')).toBe(adresses.aide);
  });

  test.each(['nulle-part', '../../etc/passwd', 'constructor', '__proto__', 'abonnements.md'])(
    'that does not exist (%s) is not found',
    async (slug) => {
      expect((await lire(adresseAide(encodeURIComponent(slug)))).statusCode).toBe(404);
    },
  );
});

describe('the search', () => {
  test('shows what it finds, the words marked, and keeps the question', async () => {
    const page = await chercher('rattachment');
    expect(texteVisible(page)).toMatch(/\d+ pages répondent à « rattachment »/);
    expect(page).toContain('<mark>');
    expect(balises(page, 'input').find(({ attributs }) => attributs['name'] === 'q')).toMatchObject(
      {
        attributs: { value: 'rattachment' },
      },
    );
    expect(titre(page)).toBe('Chercher dans l’aide – rattachment – Portail Chorus');
  });

  test.each([
    ['fr', 'xylophage', 'Aucune page ne répond à « xylophage »', 'Sommaire de l’aide'],
    ['en', 'xylophage', 'No page answers “xylophage”', 'Contents of the help'],
    ['fr', '', 'Que cherchez-vous ?', 'Sommaire de l’aide'],
    ['en', '  ', 'What are you looking for?', 'Contents of the help'],
  ])('in « %s » for %j helps on', async (langue, question, phrase, sommaire) => {
    const page = await chercher(question, langue);
    expect(texteVisible(page).replaceAll('\u00a0', ' ')).toContain(phrase);
    expect(lienVers(page, sommaire)).toBe(adresses.aide);
  });

  test.each([
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '</title><script>alert(1)</script> rattachement',
    '{{question}}',
    'javascript:alert(1)',
  ])('shows %j as it was typed, and nothing runs', async (question) => {
    const page = await chercher(question);
    expect(page.match(/<script/g)?.length).toBe(1);
    expect(balises(page, 'img').length).toBe(1);
    expect(texteVisible(page).replaceAll('\u00a0', ' ')).toContain(question.slice(0, 20));
  });

  test('takes whatever comes as a question', async () => {
    for (const suite of [
      '',
      '?q',
      '?q=a&q=b',
      '?q[]=x',
      '?q=%00',
      `?q=${'é'.repeat(2_000)}`,
      '?q=%F0%9F',
    ])
      expect((await lire(`${adresses.rechercheDAide}${suite}`)).statusCode, suite).toBe(200);
  });

  test('writes no question in the logs', async () => {
    await chercher('martine-lefebvre');
    expect(portail.journal.join('')).toContain(adresses.rechercheDAide);
    expect(portail.journal.join('')).not.toContain('lefebvre');
  });
});
