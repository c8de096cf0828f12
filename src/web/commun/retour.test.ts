// Where a sign-in or a change of language leads: pages of this portal, never another site.
import { expect, test } from 'vitest';
import { avecParametre, retourSur } from './retour.ts';

test.each([
  ['another site', 'https://evil.example/'],
  ['a site without its scheme', '//evil.example'],
  ['a site behind a backslash', '/\\evil.example'],
  ['a site behind backslashes', '\\\\evil.example'],
  ['a site behind a tab', '/\t/evil.example'],
  ['a site behind a line break', '/\n/evil.example'],
  ['a site behind dots', '/.//evil.example'],
  ['a site behind dots and a backslash', '/./\\evil.example'],
  ['a site behind a step back', '/mon-compte/..//evil.example'],
  ['a site behind encoded dots', '/%2e//evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,x'],
  ['somebody at another site', '@evil.example'],
  ['a bare name', 'evil.example'],
  ['the sign-in itself', '/connexion'],
  ['the sign-in with its own way back', '/connexion?retour=/connexion'],
  ['the answer of PIGP', '/connexion/retour?code=1'],
  ['the sign-in behind a step back', '/mon-compte/../connexion'],
  ['the sign-out', '/deconnexion'],
  ['an address without end', `/${'a'.repeat(2001)}`],
  ['nothing', ''],
  ['no text', undefined],
  ['a list', ['/mon-compte', '/aide']],
  ['something unreadable', '/\u0000//['],
])('%s leads to the home page', (_, valeur) => {
  const retour = retourSur(valeur);
  expect(['/', '/%00//[']).toContain(retour);
});

test.each([
  '/',
  '/mon-compte',
  '/mon-compte/parametres?onglet=1&x=%C3%A9%2F',
  '/?q=https://evil.example',
  '/%2F%2Fevil.example',
  '/%5Cevil.example',
])('%s is kept as it is', (adresse) => {
  expect(retourSur(adresse)).toBe(adresse);
});

test('what stays is read by a browser as an address of this portal', () => {
  for (const valeur of ['/%2F%2Fevil', '/%5Cevil', '/a//evil', '/a\\b', '/ //x', '/\u0000//[']) {
    expect(new URL(retourSur(valeur), 'http://portail.test').origin).toBe('http://portail.test');
  }
});

test('a parameter is added beside the others, and replaces its namesake', () => {
  expect(avecParametre('/a?b=1', 'c', '/é&')).toBe('/a?b=1&c=%2F%C3%A9%26');
  expect(avecParametre('/a?c=1', 'c', '2')).toBe('/a?c=2');
});
