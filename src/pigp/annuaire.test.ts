// Who may enter the PIGP, and how an identifier is read.
import { expect, it } from 'vitest';
import { creerAnnuaire, lireIdentifiant, subDe } from './annuaire.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const PAULINE = {
  identifiant: 'pauline.dufour',
  civilite: 'MME',
  nom: 'Dufour',
  prenom: 'Pauline',
} as const;
const annuaire = () => creerAnnuaire({ personnes: [PAULINE], motDePasse: 'chorus-demo' });

it.each([
  ['pauline.dufour', 'pauline.dufour'],
  ['  Pauline.Dufour ', 'pauline.dufour'],
  ['pauline.dufour@mairieterneuil.fr', 'pauline.dufour'],
  ['externe-xt', 'externe-xt'],
  ['', ''],
])('reads « %s » as « %s »', (saisie, attendu) => {
  expect(lireIdentifiant(saisie)).toBe(attendu);
});

it('lets in who gives the password, also with the whole address', () => {
  const entree = annuaire().entrer('pauline.dufour@mairieterneuil.fr', 'chorus-demo', NOW);
  expect(entree).toEqual({ kind: 'entre', sub: subDe('pauline.dufour'), personne: PAULINE });
});

it('answers an unknown identifier exactly as a wrong password, up to the lock', () => {
  const ici = annuaire();
  for (let i = 0; i < 6; i++) {
    const connu = ici.entrer('pauline.dufour', 'faux', NOW);
    expect(ici.entrer('personne.inconnue', 'faux', NOW)).toEqual(connu);
  }
});

it('refuses the right password while locked', () => {
  const ici = annuaire();
  for (let i = 0; i < 5; i++) ici.entrer('pauline.dufour', 'faux', NOW);
  expect(ici.entrer('pauline.dufour', 'chorus-demo', NOW)).toEqual({
    kind: 'verrouille',
    jusqua: new Date('2026-03-02T10:00:00Z'),
  });
});

it('gives a subject that does not show the identifier', () => {
  expect(subDe('pauline.dufour')).toMatch(/^[\w-]{43}$/);
});
