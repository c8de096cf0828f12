// The lines of the directory and of its services, value by value (reference/chorus-api.md §12.3).
import { describe, expect, test } from 'vitest';
import { organisme, service, siret } from '../essai.test-helper.ts';
import { lireService } from './service.ts';
import { lireStructure } from './structure.ts';

const lire = (champs: Parameters<typeof organisme>[1]) =>
  lireStructure({ numero: 2, texte: organisme(1, champs) });
const LONG = 'x'.repeat(301);

describe('a line of the directory', () => {
  test.each<[string, Parameters<typeof organisme>[1], string]>([
    ['no name', { RaisonSociale: ' ' }, 'RaisonSociale : obligatoire'],
    ['a long name', { RaisonSociale: LONG }, 'RaisonSociale : plus de 300 caractères'],
    ['a long address', { Adresse: LONG }, 'Adresse : plus de 200 caractères'],
    ['a long town', { Ville: LONG }, 'Ville : plus de 100 caractères'],
    ['a long telephone', { NumTelephone: LONG }, 'NumTelephone : plus de 40 caractères'],
    ['a long mail', { Courriel: LONG }, 'Courriel : plus de 254 caractères'],
    ['a control character', { Ville: 'A\u0000' }, 'Ville : caractères interdits'],
    ['markup', { Adresse: '<b>' }, 'Adresse : caractères interdits'],
    ['a flag that is neither', { EstMOA: '' }, 'EstMOA : true ou false attendu'],
    ['an unknown country', { CodePays: 'ZZ' }, 'CodePays : pays inconnu'],
    ['an unknown type', { TypeIdentifiant: '7' }, 'TypeIdentifiant : type inconnu'],
    ['a short SIRET', { Identifiant: '123' }, 'Identifiant : 14 chiffres attendus'],
    [
      'a bad TAHITI',
      { TypeIdentifiant: 'TAHITI', Identifiant: '12' },
      'Identifiant : 6 ou 9 caractères attendus',
    ],
    ['a bad RIDET', { TypeIdentifiant: '3', Identifiant: 'A1' }, 'Identifiant : chiffres attendus'],
    [
      'an accent in an identifier',
      { TypeIdentifiant: 'AUTRE', Identifiant: 'É1' },
      'Identifiant : 1 à 50 caractères attendus, sans espace ni accent',
    ],
    [
      'two faults',
      { RaisonSociale: '', StructureActive: '2' },
      'StructureActive : true ou false attendu ; RaisonSociale : obligatoire',
    ],
  ])('is refused for %s', (_, champs, motif) => {
    expect(lire(champs)).toMatchObject({ kind: 'refusee', motif });
  });

  test('that is refused still names its structure, unless its identifier cannot be read', () => {
    const reste = { typeIdentifiant: 'SIRET', identifiant: siret(1), fiche: null };
    expect(lire({ RaisonSociale: '' })).toMatchObject({ reste });
    expect(lire({ Identifiant: '12' })).toMatchObject({ reste: null });
  });

  test.each<[string, Parameters<typeof organisme>[1], string, object]>([
    ['a postal code', { CodePostal: '7664' }, 'CodePostal', { adresseCodePostal: null }],
    ['a telephone', { NumTelephone: 'le matin' }, 'NumTelephone', { telephone: null }],
    ['a mail', { Courriel: 'mairie' }, 'Courriel', { adresseElectronique: null }],
  ])('is kept without %s that cannot be read, and warns', (_, champs, nom, fiche) => {
    const lecture = lire(champs);
    expect(lecture).toMatchObject({ kind: 'lue', valeurs: [{ fiche }] });
    expect(lecture.kind === 'lue' && lecture.avertissements).toEqual([
      expect.stringMatching(new RegExp(`^${nom} : .* laissée? de côté$`)),
    ]);
  });

  test.each<[string, Parameters<typeof organisme>[1], object]>([
    [
      'spaces and forms of letters',
      { Ville: ' E\u0301vreux   sud ' },
      { adresseVille: 'Évreux sud' },
    ],
    ['Corsica’s code', { CodePostal: '20200' }, { departement: '2B' }],
    [
      'a foreign code',
      { CodePostal: '1000', CodePays: 'be', NumTelephone: '' },
      { adressePays: 'BE', departement: null },
    ],
    [
      'an overseas number',
      { CodePostal: '97139', NumTelephone: '0590 12 34 56' },
      { departement: '971', telephone: '+590590123456' },
    ],
    [
      'a number of the metropole overseas',
      { CodePostal: '97139', CodePays: 'GP' },
      { departement: '971', telephone: '+33261910012' },
    ],
    ['nothing', { NumTelephone: '', Courriel: '' }, { telephone: null, adresseElectronique: null }],
  ])('brings to one form %s', (_, champs, fiche) => {
    expect(lire(champs)).toMatchObject({ kind: 'lue', avertissements: [], valeurs: [{ fiche }] });
  });
});

describe('a line of the services', () => {
  const lireLigne = (texte: string) => lireService({ numero: 2, texte });

  test.each([
    ['no code', service(1, ''), 'code : obligatoire'],
    ['no label', service(1, 'A', ['']), 'libelle : obligatoire'],
    ['a long code', service(1, LONG), 'code : plus de 100 caractères'],
    ['a day that is not one', service(1, 'A', ['A', '2026-02-30']), 'debut : date AAAA-MM-JJ'],
    ['a French date', service(1, 'A', ['A', '', '31/12/2026']), 'fin : date AAAA-MM-JJ attendue'],
    ['its dates', service(1, 'A', ['A', '2026-02-01', '2026-01-01']), 'fin : avant le début'],
    ['its flag', service(1, 'A', ['A', '', '', '?']), 'engagement : true ou false attendu'],
    ['a column too many', `${service(1, 'A')};`, '7 colonnes, 6 attendues'],
  ])('is refused for %s', (_, texte, motif) => {
    expect(lireLigne(texte)).toMatchObject({
      kind: 'refusee',
      motif: expect.stringContaining(motif),
    });
  });
});
