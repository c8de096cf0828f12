// What a value may be before it is stored: lines of text, e-mail addresses, countries, postcodes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adresseElectronique,
  CHAMPS_PERSONNELS,
  InformationsPersonnelles,
  PAYS,
  pays,
  texte,
  texteObligatoire,
} from './valeurs.ts';

type Lecteur = Pick<ReturnType<typeof texte>, 'safeParse'>;

/** What a schema answers: the value read, or the reason of the refusal. */
function lire(schema: { safeParse: Lecteur['safeParse'] }, valeur: string): unknown {
  const lu = schema.safeParse(valeur);
  return lu.success ? { valeur: lu.data } : { refus: lu.error.issues.map((i) => i.message) };
}

const refuse = (code: string) => ({ refus: [code] });

describe('a line of text', () => {
  test.each([
    ['is kept as typed', 'Hôtel de ville', 'Hôtel de ville'],
    ['loses its outer spaces', '  Terneuil ', 'Terneuil'],
    ['has single inner spaces', 'rue   de  la  Paix', 'rue de la Paix'],
    ['keeps apostrophes, hyphens and quotes', `L'Haÿ-les-Roses « B » "C" & D`, undefined],
    ['keeps other scripts', 'Νικόλαος Παπαδόπουλος 北京', undefined],
    ['keeps a non-breaking space inside', 'n°\u00a012', undefined],
    ['keeps an emoji of one character', '🏛', undefined],
    ['is composed (NFC)', 'He\u0301le\u0300ne', 'H\u00e9l\u00e8ne'],
    ['is none when empty', '', null],
    ['is none when made of spaces', '    ', null],
  ])('%s', (_quoi, saisie, attendu) => {
    expect(lire(texte(60), saisie)).toEqual({ valeur: attendu === undefined ? saisie : attendu });
  });

  test.each([
    ['a line break', 'rue\nde la Paix'],
    ['a carriage return', 'rue\rde la Paix'],
    ['a tabulation', 'rue\tde la Paix'],
    ['a null character', 'rue\u0000'],
    ['an escape character', '\u001b[31mrue'],
    ['a C1 control character', 'rue\u0085suite'],
    ['a left-to-right mark', 'rue\u200e'],
    ['a right-to-left override', 'rue \u202egnp.exe'],
    ['a bidirectional isolate', '\u2066rue\u2069'],
    ['a zero-width space', 'ru\u200be'],
    ['a zero-width joiner', 'ru\u200de'],
    ['a soft hyphen', 'ru\u00ade'],
    ['a line separator', 'rue\u2028suite'],
    ['a paragraph separator', 'rue\u2029suite'],
    ['a private-use character', 'rue \ue000'],
    ['a character that does not exist', 'rue \u{e0fff}'],
    ['markup', '<b>rue</b>'],
    ['an opening angle bracket alone', 'a < b'],
    ['a closing angle bracket alone', 'a > b'],
  ])('is refused with %s', (_quoi, saisie) => {
    expect(lire(texte(60), saisie)).toEqual(refuse('caracteres'));
  });

  test('may be as long as allowed, counted once its spaces are cut, and no longer', () => {
    expect(lire(texte(5), '  abcde  ')).toEqual({ valeur: 'abcde' });
    expect(lire(texte(5), 'abcdef')).toEqual(refuse('tropLong'));
    expect(lire(texte(5), '😀'.repeat(5))).toEqual({ valeur: '😀'.repeat(5) });
    expect(lire(texte(5), '😀'.repeat(6))).toEqual(refuse('tropLong'));
    expect(lire(texte(5), 'e\u0301'.repeat(5))).toEqual({ valeur: '\u00e9'.repeat(5) });
  });

  test('reads the same when read again', () => {
    const lisible = texte(200);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (saisie) => {
        const lu = lisible.safeParse(saisie);
        fc.pre(lu.success && lu.data !== null);
        expect(lisible.parse(lu.data ?? '')).toBe(lu.data);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  test.each(['Dupont\n', '\tDupont', '\ufeffDupont'])(
    'is refused with an invisible character at its ends: %j',
    (saisie) => {
      expect(lire(texte(60), saisie)).toEqual(refuse('caracteres'));
    },
  );

  test('is refused with half of a surrogate pair', () => {
    expect(lire(texte(60), 'a\ud800b')).toEqual(refuse('caracteres'));
  });
});

describe('a line of text that must be there', () => {
  test.each(['', '   ', '\u00a0'])('is refused empty: %j', (saisie) => {
    expect(lire(texteObligatoire(10), saisie)).toEqual(refuse('obligatoire'));
  });

  test('follows the rules of any line', () => {
    expect(lire(texteObligatoire(10), ' Anne  Marie ')).toEqual({ valeur: 'Anne Marie' });
    expect(lire(texteObligatoire(4), 'Louise')).toEqual(refuse('tropLong'));
    expect(lire(texteObligatoire(10), 'a<b')).toEqual(refuse('caracteres'));
  });
});

describe('an e-mail address', () => {
  test.each([
    'mairie@terneuil.fr',
    'MAIRIE@TERNEUIL.FR',
    'pauline.dufour+factures@dgfip.finances.gouv.fr',
    "l'accueil@a-b.example.org",
  ])('may be %s', (saisie) => {
    expect(lire(adresseElectronique, ` ${saisie} `)).toEqual({ valeur: saisie });
  });

  test.each([
    ['obligatoire', ''],
    ['adresseElectronique', 'mairie'],
    ['adresseElectronique', 'mairie@'],
    ['adresseElectronique', '@terneuil.fr'],
    ['adresseElectronique', 'mairie@terneuil'],
    ['adresseElectronique', 'mai rie@terneuil.fr'],
    ['adresseElectronique', 'a@b.fr,c@d.fr'],
    ['adresseElectronique', 'a@b.fr; c@d.fr'],
    ['adresseElectronique', 'a..b@terneuil.fr'],
    ['adresseElectronique', 'mailto:mairie@terneuil.fr'],
    ['caracteres', 'Mairie <mairie@terneuil.fr>'],
    ['caracteres', 'mairie@terneuil.fr\r\nBcc: a@b.fr'],
    ['tropLong', `${'a'.repeat(245)}@terneuil.fr`],
  ])('is refused (%s): %j', (code, saisie) => {
    const lu = adresseElectronique.safeParse(saisie);
    expect(lu.error?.issues[0]?.message).toBe(code);
  });
});

describe('a country', () => {
  test('is any of the list, by its code', () => {
    expect(PAYS.filter((code) => !pays.safeParse(code).success)).toEqual([]);
    expect(PAYS).toEqual(expect.arrayContaining(['FR', 'GP', 'NC', 'BE', 'DE', 'US']));
  });

  test.each([
    ['obligatoire', ''],
    ['pays', 'fr'],
    ['pays', 'ZZ'],
    ['pays', 'F'],
    ['tropLong', 'FRA'],
    ['tropLong', 'France'],
  ])('is refused (%s): %j', (code, saisie) => {
    expect(pays.safeParse(saisie).error?.issues[0]?.message).toBe(code);
  });
});

const SAISIE = {
  adresseElectronique: 'mairie@terneuil.fr',
  nom: 'Dufour',
  prenom: 'Pauline',
  adresseLigne: '1 place de la Mairie',
  adresseComplement: '',
  adresseCodePostal: '17120',
  adresseVille: 'Terneuil',
  adressePays: 'FR',
  telephone: '05 46 00 00 01',
  fax: '',
};

/** The fields refused, each with its reason. */
function refus(changes: Partial<typeof SAISIE>): Record<string, string> {
  const lu = InformationsPersonnelles.safeParse({ ...SAISIE, ...changes });
  const issues = lu.success ? [] : lu.error.issues;
  return Object.fromEntries(issues.map((i) => [i.path.join('.'), i.message]));
}

describe('« Mes informations personnelles »', () => {
  test('are read whole: empty fields as none, numbers in E.164', () => {
    expect(InformationsPersonnelles.parse(SAISIE)).toEqual({
      ...SAISIE,
      adresseComplement: null,
      telephone: '+33546000001',
      fax: null,
    });
  });

  test('have their fields in the order of the screen', () => {
    expect(CHAMPS_PERSONNELS).toEqual(Object.keys(SAISIE));
  });

  test.each([
    ['adresseElectronique', 'obligatoire'],
    ['nom', 'obligatoire'],
    ['prenom', 'obligatoire'],
    ['adresseLigne', 'obligatoire'],
    ['adresseVille', 'obligatoire'],
    ['adressePays', 'obligatoire'],
  ])('need %s', (champ, code) => {
    expect(refus({ [champ]: ' ' })[champ]).toBe(code);
  });

  test.each(['adresseComplement', 'adresseCodePostal', 'telephone', 'fax'])(
    'do without %s',
    (champ) => {
      expect(refus({ [champ]: ' ' })).toEqual({});
    },
  );

  test.each([
    ['nom', 100],
    ['prenom', 100],
    ['adresseLigne', 200],
    ['adresseComplement', 200],
    ['adresseVille', 100],
  ])('hold %s up to %i characters', (champ, longueur) => {
    expect(refus({ [champ]: 'é'.repeat(longueur) })).toEqual({});
    expect(refus({ [champ]: 'é'.repeat(longueur + 1) })).toEqual({ [champ]: 'tropLong' });
  });

  test('take the space out of a French postcode', () => {
    const lu = InformationsPersonnelles.parse({ ...SAISIE, adresseCodePostal: '17 120' });
    expect(lu.adresseCodePostal).toBe('17120');
  });

  test.each(['1712', '171200', '1712A', '1 7120', 'F-17120', '１７１２０'])(
    'refuse the French postcode %s',
    (adresseCodePostal) => {
      expect(refus({ adresseCodePostal })).toEqual({ adresseCodePostal: 'codePostal' });
    },
  );

  test.each([
    ['BE', '1000'],
    ['GB', 'SW1A 1AA'],
    ['NL', '1012 AB'],
  ])('leave the postcode of another country alone: %s %s', (adressePays, adresseCodePostal) => {
    expect(refus({ adressePays, adresseCodePostal, telephone: '' })).toEqual({});
  });

  test('read a national number by the country of the address', () => {
    const belge = { ...SAISIE, adressePays: 'BE', telephone: '02 501 02 11' };
    expect(InformationsPersonnelles.parse(belge).telephone).toBe('+3225010211');
  });

  test('refuse the telephone, the fax and the postcode together, each by its name', () => {
    expect(refus({ telephone: 'abc', fax: '12', adresseCodePostal: '1' })).toEqual({
      telephone: 'telephone',
      fax: 'telephone',
      adresseCodePostal: 'codePostal',
    });
  });

  test('name a wrong telephone and a missing name at once', () => {
    expect(refus({ nom: '', telephone: 'abc' })).toEqual({
      nom: 'obligatoire',
      telephone: 'telephone',
    });
  });
});
