// What a manager types of the structure's sheet and of its services: the same rules as elsewhere (reference/chorus-pro.md §7.2).
import { z } from 'zod';
import {
  adresseElectronique,
  codePostal,
  codePostalJuste,
  lireTelephone,
  maximumDe,
  pays,
  type Refus,
  telephoneLisible,
  texte,
  texteObligatoire,
  toujours,
  tropLong,
} from '../compte/valeurs.ts';
import { jourSaisi } from '../demande/valeurs.ts';
import { PARAMETRES_MODIFIABLES } from './structure.ts';

type ParametreModifiable = (typeof PARAMETRES_MODIFIABLES)[number];

const refus = (code: Refus) => code;
/** A box: whatever it sends when ticked. */
const coche = z.string().transform((valeur) => valeur !== '');
/** A line of text with a rule of its own, or nothing. */
const facultatif = <S extends z.ZodType<string>>(schema: S) =>
  z.string().transform((valeur, contexte) => {
    if (valeur.trim() === '') return null;
    const lu = schema.safeParse(valeur);
    if (lu.success) return lu.data as string;
    for (const probleme of lu.error.issues)
      contexte.addIssue({
        code: 'custom',
        message: probleme.message,
        params: { max: maximumDe(probleme) },
      });
    return z.NEVER;
  });

const contact = z.object({
  adresseElectronique: facultatif(adresseElectronique),
  telephone: texte(40),
  fax: texte(40),
  adresseLigne: texte(200),
  adresseComplement1: texte(200),
  adresseComplement2: texte(200),
  adresseCodePostal: codePostal,
  adresseVille: texte(100),
  adressePays: facultatif(pays),
});

const parametres = z.object({
  codeServiceObligatoire: coche,
  numeroEngagementObligatoire: coche,
  serviceOuEngagementObligatoire: coche,
  miseEnPaiementNonRemontee: coche,
  emetteurEdi: coche,
  recepteurEdi: coche,
  estMoa: coche,
  estMoaUniquement: coche,
  estValideurDelegue: coche,
} satisfies Record<ParametreModifiable, typeof coche>);

export type ChampDeContact = keyof z.infer<typeof contact>;
/** The fields in the order of the screen. */
export const CHAMPS_DE_CONTACT = Object.keys(contact.shape) as ChampDeContact[];

// An address without its country is read nowhere.
function paysDonne(lus: Partial<Record<ChampDeContact, unknown>>): boolean {
  const { adresseLigne, adresseCodePostal, adresseVille, adressePays } = lus;
  const donnee = [adresseLigne, adresseCodePostal, adresseVille].some(
    (v) => typeof v === 'string' && v.trim() !== '',
  );
  return !donnee || adressePays !== null;
}

/** The sheet as its managers may change it. */
export const FicheModifiable = z
  .object({ ...contact.shape, ...parametres.shape })
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
  .refine(paysDonne, { path: ['adressePays'], message: refus('obligatoire'), ...toujours })
  .transform((valeurs) => ({
    ...valeurs,
    telephone: lireTelephone(valeurs.telephone ?? '', valeurs.adressePays ?? '') ?? null,
    fax: lireTelephone(valeurs.fax ?? '', valeurs.adressePays ?? '') ?? null,
  }));
export type FicheModifiable = z.infer<typeof FicheModifiable>;
export type ChampDeFiche = keyof FicheModifiable;
export const CHAMPS_DE_FICHE: readonly ChampDeFiche[] = [
  ...CHAMPS_DE_CONTACT,
  ...PARAMETRES_MODIFIABLES,
];

export const CODE_MAX = 100;
export const LIBELLE_MAX = 200;
export const DESCRIPTION_MAX = 1000;

// A description has lines; the rest is as strict as a line.
const description = z
  .string()
  .transform((valeur) => valeur.replace(/\r\n?/g, '\n').trim())
  .refine(
    (valeur) => texte(Number.POSITIVE_INFINITY).safeParse(valeur.replaceAll('\n', ' ')).success,
    {
      message: refus('caracteres'),
    },
  )
  .refine((valeur) => [...valeur].length <= DESCRIPTION_MAX, tropLong(DESCRIPTION_MAX))
  .transform((valeur) => (valeur === '' ? null : valeur.normalize('NFC')));

/** A service as a manager describes it; its end is another act, that touches people. */
export const ServiceSaisi = z.object({
  code: texteObligatoire(CODE_MAX),
  libelle: texteObligatoire(LIBELLE_MAX),
  description,
  dateDebut: z.string().transform((valeur, contexte) => {
    if (valeur.trim() === '') return null;
    const lu = jourSaisi.safeParse(valeur);
    if (lu.success) return lu.data;
    contexte.addIssue({ code: 'custom', message: refus('jour') });
    return z.NEVER;
  }),
  engagementObligatoire: coche,
});
export type ServiceSaisi = z.infer<typeof ServiceSaisi>;
export type ChampDeService = keyof ServiceSaisi;
export const CHAMPS_DE_SERVICE = Object.keys(ServiceSaisi.shape) as ChampDeService[];
