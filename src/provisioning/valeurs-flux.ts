// The values that registers give: the same rules as people's forms, but contact data may be missing
// (null).
import { z } from 'zod';
import {
  adresseElectronique,
  lireTelephone,
  pays,
  type Refus,
  texte,
} from '../domain/compte/valeurs.ts';

const CODE_POSTAL_FR = /^\d{5}$/;
const refus = (code: Refus) => code;

/** « adresse » of both feeds; null when nothing is known. */
export const Adresse = z
  .object({
    ligne: texte(200).nullable(),
    complement: texte(200).nullable(),
    codePostal: texte(20).nullable(),
    ville: texte(100).nullable(),
    pays: pays.nullable(),
  })
  .refine((a) => a.pays !== 'FR' || !a.codePostal || CODE_POSTAL_FR.test(a.codePostal), {
    path: ['codePostal'],
    message: refus('codePostal'),
  })
  .nullable();

/** The fields of an address as the tables name them. */
export function champsAdresse(adresse: z.infer<typeof Adresse>) {
  return {
    adresseLigne: adresse?.ligne ?? null,
    adresseComplement: adresse?.complement ?? null,
    adresseCodePostal: adresse?.codePostal ?? null,
    adresseVille: adresse?.ville ?? null,
    adressePays: adresse?.pays ?? null,
  };
}

/** A contact address that may be missing. */
export const courriel = adresseElectronique.nullable();

/** Reads a telephone number to E.164 inside a schema: refuses what cannot be one. */
export function numero(
  saisie: string | null,
  champ: string,
  paysParDefaut: string | null,
  contexte: z.RefinementCtx,
): string | null {
  const lu = lireTelephone(saisie ?? '', paysParDefaut ?? 'FR');
  if (lu !== undefined) return lu;
  contexte.addIssue({ code: 'custom', path: [champ], message: refus('telephone') });
  return null;
}
