// Who wins between the feed and people, field by field (model §5): a table of cases.
import { describe, expect, test } from 'vitest';
import { type CompteFlux, decideFluxCompte, type LigneFlux } from './flux.ts';

const ligne: LigneFlux = {
  idMadrhas: 'M1',
  identifiantConnexion: 'anne.petit',
  etat: 'ACTIF',
  civilite: 'MME',
  nom: 'PETIT',
  prenom: 'Anne',
  adresseElectronique: 'anne@ville.example',
  adresseLigne: null,
  adresseComplement: null,
  adresseCodePostal: null,
  adresseVille: 'Ville',
  adressePays: 'FR',
  telephone: '+33199000001',
  fax: null,
  langue: 'fr',
  referentNational: false,
  referentDepartements: [],
  rattachements: [],
};
const verifieLe = new Date('2026-01-05T10:00:00Z');
const compte: CompteFlux = { ...ligne, id: 1, verifieLe, sources: {}, flux: ligne };
const avant = { ...compte, verifieLe: null };
const lyon = { telephone: '+33199000002' };
const nice = { telephone: '+33199000003' };

const pris = (...changes: string[]) => ({ kind: 'appliquer', changes, aConfirmer: [] });
const garde = { kind: 'appliquer', changes: [], aConfirmer: [] };

describe('decideFluxCompte', () => {
  test.each<[string, CompteFlux | undefined, LigneFlux, object]>([
    ['creates an account that nobody has', undefined, ligne, { kind: 'creer' }],
    ['leaves alone what repeats itself', compte, ligne, { kind: 'inchange' }],
    ['takes a value that the feed changed', compte, { ...ligne, ...lyon }, pris('telephone')],
    [
      'takes a value that the feed emptied',
      compte,
      { ...ligne, telephone: null },
      pris('telephone'),
    ],
    [
      'keeps the person’s value while the feed repeats',
      { ...compte, ...nice },
      ligne,
      { kind: 'inchange' },
    ],
    [
      'keeps the person’s value, to be confirmed, when the feed changes it too',
      { ...compte, ...nice },
      { ...ligne, ...lyon },
      { ...garde, aConfirmer: ['telephone'] },
    ],
    [
      'asks nothing when both changed to the same value',
      { ...compte, ...lyon },
      { ...ligne, ...lyon },
      garde,
    ],
    [
      'follows the feed until the account is verified',
      { ...avant, ...nice },
      ligne,
      pris('telephone'),
    ],
    [
      'keeps the language that the person chose',
      { ...avant, langue: 'en' },
      ligne,
      { kind: 'inchange' },
    ],
    [
      'takes the language that the feed changed',
      { ...compte, langue: 'en', flux: { ...ligne, langue: 'en' } },
      ligne,
      pris('langue'),
    ],
    [
      'takes the identifier, whatever was stored',
      { ...compte, identifiantConnexion: 'a.petit' },
      ligne,
      pris('identifiantConnexion'),
    ],
    [
      'takes a right of référent away at once',
      { ...compte, referentNational: true, flux: { ...ligne, referentNational: true } },
      ligne,
      pris('referentNational'),
    ],
    [
      'remembers the line when only its rattachements changed',
      { ...compte, flux: { ...ligne, rattachements: [entree()] } },
      ligne,
      garde,
    ],
    [
      'takes everything for an account that the feed never named',
      { ...compte, ...nice, flux: null },
      ligne,
      pris('telephone'),
    ],
    [
      'but not what the person wrote',
      { ...compte, ...nice, flux: null, sources: { telephone: 'PERSONNE' } },
      ligne,
      { ...garde, aConfirmer: ['telephone'] },
    ],
  ])('%s', (_, courant, flux, attendu) => {
    expect(decideFluxCompte(courant, flux)).toMatchObject(attendu);
  });

  test('gives the values to store: the feed’s where it wins, the others as they are', () => {
    const decision = decideFluxCompte(
      { ...compte, nom: 'PETIT-LEROY' },
      { ...ligne, ...lyon, adresseVille: 'Lyon' },
    );
    expect(decision).toMatchObject({
      valeurs: { nom: 'PETIT-LEROY', telephone: '+33199000002', adresseVille: 'Lyon' },
    });
  });

  test.each([
    ['ACTIF', 'INACTIF', 'desactivation'],
    ['INACTIF', 'ACTIF', 'reactivation'],
  ] as const)(
    'passes from %s to %s as a %s, even when the feed repeats itself',
    (de, vers, passage) => {
      const flux = { ...ligne, etat: vers };
      expect(decideFluxCompte({ ...compte, etat: de, flux }, flux)).toMatchObject({ passage });
    },
  );
});

function entree() {
  return {
    typeIdentifiant: 'SIRET',
    identifiant: '1',
    role: 'UTILISATEUR' as const,
    dateDebut: '2026-01-01',
    dateFin: null,
    services: [],
  };
}
