// What a name, an address or a telephone may be, whoever gives it: a person's form or the MADRHAS feed.
import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { memo } from '../../platform/memo.ts';

/** Why a value is refused; each has its sentence in the dictionaries (`erreurs.champ.*`). */
export const REFUS = [
  'obligatoire',
  'tropLong',
  'caracteres',
  'adresseElectronique',
  'telephone',
  'pays',
  'codePostal',
  'jour',
] as const;
export type Refus = (typeof REFUS)[number];
const refus = (code: Refus) => code;
/** The refusal of what is too long: its sentence says how long it may be, in characters. */
export const tropLong = (max: number) => ({ message: refus('tropLong'), params: { max } });

/** How long the value may be, of a refusal by `tropLong`. */
export function maximumDe(probleme: z.core.$ZodIssue): number | undefined {
  const max = probleme.code === 'custom' ? probleme.params?.['max'] : undefined;
  return typeof max === 'number' ? max : undefined;
}

/** The countries of ISO 3166-1 that have a dialling code. */
export const PAYS: readonly string[] = getCountries();

// Control and formatting characters (line breaks, bidirectional marks) have no place in a one-line value, nor
// has markup: both are refused, never silently removed.
// U+FFFD stands for what could not be read.
const INTERDITS = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}<>\ufffd]/u;

/**
 * An optional line of text: outer spaces cut, inner ones single; empty means none. Characters are counted as PostgreSQL
 * counts them: an emoji is one.
 */
export function texte(longueurMax: number) {
  return z
    .string()
    .refine((valeur) => !INTERDITS.test(valeur), refus('caracteres'))
    .transform((valeur) => valeur.normalize('NFC').replace(/ +/g, ' ').trim())
    .refine((valeur) => [...valeur].length <= longueurMax, tropLong(longueurMax))
    .transform((valeur) => (valeur === '' ? null : valeur));
}

/** A line of text that must be there. */
export function texteObligatoire(longueurMax: number) {
  return texte(longueurMax).transform((valeur, contexte) => {
    if (valeur !== null) return valeur;
    contexte.addIssue({ code: 'custom', message: refus('obligatoire') });
    return z.NEVER;
  });
}

/** An e-mail address (RFC 5321: 254 characters at most). */
export const adresseElectronique = texteObligatoire(254).refine(
  (valeur) => z.email().safeParse(valeur).success,
  refus('adresseElectronique'),
);

/** A country by its ISO 3166-1 code. */
export const pays = texteObligatoire(2).refine(
  (code): boolean => isSupportedCountry(code),
  refus('pays'),
);

const E164 = /^\+\d{4,15}$/;

/**
 * A telephone number as people write it, to E.164 (`+33148960012`): with its dialling code, or national to
 * `paysParDefaut`. Empty gives null; what cannot be a number gives undefined.
 */
export function lireTelephone(saisie: string, paysParDefaut: string): string | null | undefined {
  // The narrow space of French typography is unknown to the library.
  const texteSimple = saisie
    .replaceAll('\u202f', ' ')
    .replace(/^\s*\((\+\d+)\)/, '$1')
    .trim();
  if (texteSimple === '') return null;
  const parDefaut = isSupportedCountry(paysParDefaut) ? { defaultCountry: paysParDefaut } : {};
  const numero = parsePhoneNumberFromString(texteSimple, { ...parDefaut, extract: false });
  // An extension has no place in E.164, and is not dropped silently.
  return numero?.isValid() && !numero.ext && E164.test(numero.number) ? numero.number : undefined;
}

/** A stored number as people read it, dialling code first: « +33 1 48 96 00 12 ». */
export const ecrireTelephone = memo(
  (e164: string): string => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164,
);

const CODE_POSTAL_FR = /^\d{5}$/;
const CODE_POSTAL_ESPACE = /^\d{2} \d{3}$/;

/** A postal code; the space that some write in a French one is taken out. */
export const codePostal = texte(20).transform((code) =>
  code !== null && CODE_POSTAL_ESPACE.test(code) ? code.replace(' ', '') : code,
);

const champs = z.object({
  adresseElectronique,
  nom: texteObligatoire(100),
  prenom: texteObligatoire(100),
  adresseLigne: texteObligatoire(200),
  adresseComplement: texte(200),
  adresseCodePostal: codePostal,
  adresseVille: texteObligatoire(100),
  adressePays: pays,
  telephone: texte(40),
  fax: texte(40),
});

type Champs = z.infer<typeof champs>;
type ChampsLus = Partial<Record<keyof Champs, unknown>>;

/** A number that the form's country lets read; runs even when another field is refused: all errors show at once. */
export function telephoneLisible(champ: 'telephone' | 'fax') {
  return ({ [champ]: saisie, adressePays }: ChampsLus): boolean =>
    typeof saisie !== 'string' || lireTelephone(saisie, String(adressePays ?? '')) !== undefined;
}

/** A French postal code has five digits. */
export function codePostalJuste({ adressePays, adresseCodePostal: code }: ChampsLus): boolean {
  return adressePays !== 'FR' || typeof code !== 'string' || CODE_POSTAL_FR.test(code);
}

/** For a rule that looks at two fields: it runs even when another field is refused. */
export const toujours = { when: () => true };

/** « Mes informations personnelles » (guide p.5): what a person may correct. */
export const InformationsPersonnelles = champs
  .refine(telephoneLisible('telephone'), {
    path: ['telephone'],
    message: refus('telephone'),
    ...toujours,
  })
  .refine(telephoneLisible('fax'), { path: ['fax'], message: refus('telephone'), ...toujours })
  .refine(codePostalJuste, {
    path: ['adresseCodePostal'],
    message: refus('codePostal'),
    ...toujours,
  })
  .transform((valeurs) => ({
    ...valeurs,
    telephone: lireTelephone(valeurs.telephone ?? '', valeurs.adressePays) ?? null,
    fax: lireTelephone(valeurs.fax ?? '', valeurs.adressePays) ?? null,
  }));
export type InformationsPersonnelles = z.infer<typeof InformationsPersonnelles>;
export type ChampPersonnel = keyof InformationsPersonnelles;

/** The fields in the order of the screen. */
export const CHAMPS_PERSONNELS = Object.keys(champs.shape) as ChampPersonnel[];
