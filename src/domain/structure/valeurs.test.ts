// What a manager may type of the sheet and of a service, value by value.
import { describe, expect, test } from 'vitest';
import { CHAMPS_DE_FICHE, CHAMPS_DE_SERVICE, FicheModifiable, ServiceSaisi } from './valeurs.ts';

const lire = (schema: typeof FicheModifiable | typeof ServiceSaisi, saisie: object) => {
  const champs = schema === FicheModifiable ? CHAMPS_DE_FICHE : CHAMPS_DE_SERVICE;
  const vide = Object.fromEntries(champs.map((champ) => [champ, '']));
  const lu = schema.safeParse({ ...vide, ...saisie });
  if (lu.success) return lu.data;
  return lu.error.issues.map(({ path, message }) => [path[0], message]);
};
const fiche = (saisie: object) => lire(FicheModifiable, saisie);
const service = (saisie: object) =>
  lire(ServiceSaisi, { code: 'URBS', libelle: 'Urbanisme', ...saisie });

describe('the sheet', () => {
  test('may be empty: unticked boxes are false, empty lines nothing', () => {
    expect(fiche({})).toMatchObject({
      adresseElectronique: null,
      telephone: null,
      adressePays: null,
      estMoa: false,
    });
  });

  test('reads numbers by the country of the address, or with their own', () => {
    const lue = fiche({ telephone: '01 48 96 00 12', fax: '+32 2 555 12 12', adressePays: 'FR' });
    expect(lue).toMatchObject({ telephone: '+33148960012', fax: '+3225551212' });
  });

  test.each<[object, [string, string][]]>([
    [{ adresseElectronique: 'mairie' }, [['adresseElectronique', 'adresseElectronique']]],
    [{ adresseElectronique: `${'a'.repeat(250)}@b.fr` }, [['adresseElectronique', 'tropLong']]],
    [{ telephone: '12' }, [['telephone', 'telephone']]],
    [{ telephone: '01 48 96 00 12' }, [['telephone', 'telephone']]],
    [{ adressePays: 'XX' }, [['adressePays', 'pays']]],
    [{ adressePays: 'FR', adresseCodePostal: '7664' }, [['adresseCodePostal', 'codePostal']]],
    [{ adresseComplement1: '1 rue <b>' }, [['adresseComplement1', 'caracteres']]],
    [{ adresseVille: 'x'.repeat(101), adressePays: 'FR' }, [['adresseVille', 'tropLong']]],
    [{ adresseVille: 'Terneuil' }, [['adressePays', 'obligatoire']]],
  ])('refuses %j', (saisie, attendu) => {
    expect(fiche(saisie)).toEqual(attendu);
  });
});

describe('a service', () => {
  test('has a code and a label; its description keeps its lines', () => {
    expect(service({ description: ' Un\r\nDeux ', dateDebut: '01/02/2026' })).toEqual({
      code: 'URBS',
      libelle: 'Urbanisme',
      description: 'Un\nDeux',
      dateDebut: '2026-02-01',
      engagementObligatoire: false,
    });
    expect(service({ code: 'x'.repeat(100), engagementObligatoire: 'oui' })).toMatchObject({
      engagementObligatoire: true,
      dateDebut: null,
    });
  });

  test.each<[object, [string, string][]]>([
    [{ code: '' }, [['code', 'obligatoire']]],
    [{ code: 'x'.repeat(101) }, [['code', 'tropLong']]],
    [{ libelle: '  ' }, [['libelle', 'obligatoire']]],
    [{ libelle: 'x'.repeat(201) }, [['libelle', 'tropLong']]],
    [{ description: 'x'.repeat(1001) }, [['description', 'tropLong']]],
    [{ description: 'a\u0000' }, [['description', 'caracteres']]],
    [{ dateDebut: '31/02/2026' }, [['dateDebut', 'jour']]],
    [{ dateDebut: 'demain' }, [['dateDebut', 'jour']]],
  ])('refuses %j', (saisie, attendu) => {
    expect(service(saisie)).toEqual(attendu);
  });
});
