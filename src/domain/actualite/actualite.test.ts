// What an actualité must say to be published.
import { describe, expect, test } from 'vitest';
import { deciderActualite, enIdentifiant } from './actualite.ts';

const BON = { titre: 'Maintenance', langue: 'fr', du: '2026-12-01' };

describe('an actualité', () => {
  test('is published as it says', () => {
    const entier = { ...BON, resume: ' Une heure. ', au: '2026-12-01', identifiant: 'coupure-2' };
    expect(deciderActualite(entier, 'fichier')).toEqual({
      kind: 'publiable',
      entete: {
        identifiant: 'coupure-2',
        langue: 'fr',
        titre: 'Maintenance',
        resume: 'Une heure.',
        du: '2026-12-01',
        au: '2026-12-01',
      },
    });
  });

  test('takes the identifier of its file, and has no end unless it says one', () => {
    expect(deciderActualite(BON, 'fichier')).toMatchObject({
      entete: { identifiant: 'fichier', resume: null, au: null },
    });
  });

  test.each<[Record<string, unknown>, string, string]>([
    [{ titre: undefined }, 'titre', 'manquant'],
    [{ titre: '  ' }, 'titre', 'manquant'],
    [{ titre: 12 }, 'titre', 'pasUnTexte'],
    [{ titre: 'a'.repeat(151) }, 'titre', 'tropLong'],
    [{ titre: 'a\nb' }, 'titre', 'caracteres'],
    [{ titre: 'a\u202Eb' }, 'titre', 'caracteres'],
    [{ resume: 'a'.repeat(256) }, 'resume', 'tropLong'],
    [{ langue: undefined }, 'langue', 'manquant'],
    [{ langue: 'de' }, 'langue', 'langue'],
    [{ langue: ['fr'] }, 'langue', 'langue'],
    [{ du: undefined }, 'du', 'manquant'],
    [{ du: '1er décembre' }, 'du', 'date'],
    [{ du: '2026-02-30' }, 'du', 'date'],
    [{ du: '2026-13-01' }, 'du', 'date'],
    [{ au: '31/12/2026' }, 'au', 'date'],
    [{ au: '2026-11-30' }, 'au', 'finAvantDebut'],
    [{ identifiant: 'Été 2027' }, 'identifiant', 'caracteres'],
    [{ identifiant: '../x' }, 'identifiant', 'caracteres'],
    [{ identifiant: 'a'.repeat(81) }, 'identifiant', 'tropLong'],
    [{ aut: '2026-12-31' }, 'aut', 'inconnu'],
  ])('%j is refused for « %s »: %s', (change, champ, motif) => {
    expect(deciderActualite({ ...BON, ...change }, 'fichier')).toEqual({
      kind: 'refusee',
      refus: [{ champ, motif }],
    });
  });

  test('is told everything that is wrong at once', () => {
    const decision = deciderActualite({ langue: 'de', du: 'x' }, '');
    expect(decision.kind === 'refusee' && decision.refus.map(({ champ }) => champ)).toEqual([
      'du',
      'titre',
      'langue',
      'identifiant',
    ]);
  });
});

test.each([
  ['Été 2027', 'ete-2027'],
  ['--Coupure_du_12 mars!', 'coupure-du-12-mars'],
  ['!!', ''],
  [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
])('the name %j gives the identifier %j', (nom, identifiant) => {
  expect(enIdentifiant(nom)).toBe(identifiant);
});
