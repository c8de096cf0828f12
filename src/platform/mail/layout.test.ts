// The layout of a mail: the same content as text and as HTML, whatever its words.
import { expect, test } from 'vitest';
import { type MailContent, mailHtml, mailText } from './layout.tsx';

const COURRIEL: MailContent = {
  langue: 'en',
  serviceName: 'Portail <Terneuil>',
  title: 'A title & more',
  greeting: 'Hello Pauline "D" <b>',
  paragraphs: ['First paragraph.', 'Second one.'],
  link: { label: 'Open the page', href: 'https://portail.example.org/a?jeton=x&y=1' },
  after: 'What comes after.',
  footer: ['For the account of Pauline.', 'Demonstration.'],
};

test('the text says everything, the link whole, the signature after its mark', () => {
  const texte = mailText(COURRIEL);
  for (const mots of [
    'Hello Pauline "D" <b>',
    'First paragraph.',
    'Second one.',
    'What comes after.',
  ])
    expect(texte).toContain(mots);
  expect(texte).toContain('Open the page\nhttps://portail.example.org/a?jeton=x&y=1\n');
  expect(texte.indexOf('\n-- \n')).toBeGreaterThan(texte.indexOf('What comes after.'));
  expect(texte.indexOf('For the account of Pauline.')).toBeGreaterThan(texte.indexOf('\n-- \n'));
});

test('the HTML says the same, in its language, and lets no word become markup', () => {
  const html = mailHtml(COURRIEL);
  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(html).toContain('<title>A title &amp; more</title>');
  expect(html).toContain('Hello Pauline &quot;D&quot; &lt;b>');
  expect(html).toContain('href="https://portail.example.org/a?jeton=x&amp;y=1"');
  for (const mots of ['First paragraph.', 'Second one.', 'What comes after.', 'Demonstration.'])
    expect(html).toContain(mots);
});

test('the HTML loads nothing and runs nothing', () => {
  const html = mailHtml(COURRIEL);
  expect(html).not.toMatch(/<(script|img|link|iframe|object|form)|src=|url\(|@import/i);
});
