// Each mail, in both languages: its subject, whom it greets, a whole link, whose account it is for.
import { describe, expect, test } from 'vitest';
import { LANGUES } from '../../platform/textes/index.ts';
import { composer, type Expediteur } from './composer.ts';
import type { Courriel } from './notification.ts';

const PORTAIL = 'https://portail.example.org';
const EXPEDITEUR: Expediteur = {
  publicUrl: PORTAIL,
  serviceName: 'Portail de Terneuil',
  embedded: false,
};
const ENVOI = {
  envoiId: 1,
  messageId: 'm',
  destinataire: 'a@b.fr',
  nomComplet: 'Pauline Dufour',
};

// A nature without its line here does not compile.
const LIENS: Record<Courriel['nature'], string> = {
  ADRESSE_A_CONFIRMER: '/mon-compte/informations-personnelles/confirmation?jeton=abc_-1',
  ADRESSE_DEMANDEE: '/mon-compte/informations-personnelles',
  ADRESSE_CHANGEE: '/mon-compte/informations-personnelles',
  CONNEXION_REFUSEE: '/mon-compte',
  COMPTE_DESACTIVE: '/aide',
};
const NATURES = Object.keys(LIENS) as Courriel['nature'][];
const CAS = NATURES.flatMap((nature) => LANGUES.map((langue) => [nature, langue] as const));

const ecrire = (nature: Courriel['nature'], langue: (typeof LANGUES)[number], e = EXPEDITEUR) =>
  composer({ ...ENVOI, nature, langue, jeton: 'abc_-1' }, e);

describe.each(CAS)('the mail %s in « %s »', (nature, langue) => {
  const courriel = ecrire(nature, langue);

  test('says everything in words: no key, no hole', () => {
    const { title, greeting, paragraphs, link, after, footer } = courriel;
    for (const texte of [title, greeting, ...paragraphs, link.label, after, ...footer]) {
      expect(texte.trim().length).toBeGreaterThan(5);
      expect(texte).not.toMatch(/courriels\.|\{\{|undefined|null/);
    }
    expect(courriel.langue).toBe(langue);
  });

  test('has a subject on one line, short enough to be read in a list', () => {
    expect(courriel.title).toMatch(/^[^\r\n]{5,70}$/);
  });

  test('greets the person and names in its foot the portal and the owner of the account', () => {
    expect(courriel.greeting).toContain('Pauline Dufour');
    expect(courriel.footer.join(' ')).toContain('Portail de Terneuil');
    expect(courriel.footer.join(' ')).toContain('Pauline Dufour');
  });

  test('carries a whole link to the page that it speaks of', () => {
    expect(courriel.link.href).toBe(`${PORTAIL}${LIENS[nature]}`);
  });

  test('says that it is a demonstration in the embedded run, and only there', () => {
    const embarque = ecrire(nature, langue, { ...EXPEDITEUR, embedded: true });
    expect(embarque.footer.join(' ')).toMatch(/officiel Chorus Pro|official Chorus Pro/);
    expect(courriel.footer.join(' ')).not.toContain('Chorus Pro');
  });
});

test('the two languages say different things', () => {
  for (const nature of NATURES) {
    const [fr, en] = [ecrire(nature, 'fr'), ecrire(nature, 'en')];
    expect(fr.title).not.toBe(en.title);
    expect(fr.paragraphs).not.toEqual(en.paragraphs);
  }
});
