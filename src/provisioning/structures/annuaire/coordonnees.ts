// The contact data of a structure in the directory: what cannot be read is left out with a warning, the line is kept.
import { z } from 'zod';
import { lireTelephone, PAYS } from '../../../domain/compte/valeurs.ts';
import { departementDuCodePostal } from '../../../domain/structure/departement.ts';
import type { FicheFlux } from '../../../domain/structure/flux.ts';
import type { Champs } from '../../champs.ts';
import type { STRUCTURES } from './entete.ts';

type Colonne = (typeof STRUCTURES.noms)[number];
type Coordonnees = Pick<
  FicheFlux,
  | 'adresseLigne'
  | 'adresseComplement1'
  | 'adresseComplement2'
  | 'adresseCodePostal'
  | 'adresseVille'
  | 'adressePays'
  | 'departement'
  | 'telephone'
  | 'adresseElectronique'
>;

const PAYS_CONNUS = new Set(PAYS);
// Territories of France that have a code of their own in ISO 3166-1, by what begins their postal codes.
const OUTRE_MER: Record<string, string> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
};
const FRANCE = new Set(['FR', 'BL', 'MF', ...Object.values(OUTRE_MER)]);

/** Reads address, telephone and mail. */
export function lireCoordonnees(champs: Champs<Colonne>): Coordonnees {
  const adressePays = lirePays(champs);
  const francaise = adressePays === null || FRANCE.has(adressePays);
  const codePostal = champs.texte('CodePostal', 20);
  const departement = codePostal && francaise ? departementDuCodePostal(codePostal) : null;
  const faux = codePostal !== null && francaise && !/^\d{5}$/.test(codePostal);
  if (faux) champs.avertir('CodePostal', 'pas un code postal français, laissé de côté');
  return {
    adresseLigne: champs.texte('Adresse', 200),
    adresseComplement1: champs.texte('ComplementAdresse1', 200),
    adresseComplement2: champs.texte('ComplementAdresse2', 200),
    adresseCodePostal: faux ? null : codePostal,
    adresseVille: champs.texte('Ville', 100),
    adressePays,
    departement,
    telephone: lireNumero(champs, [
      OUTRE_MER[departement ?? ''],
      adressePays,
      francaise ? 'FR' : null,
    ]),
    adresseElectronique: lireCourriel(champs),
  };
}

function lirePays(champs: Champs<Colonne>): string | null {
  const code = champs.texte('CodePays', 2)?.toUpperCase() ?? null;
  if (code !== null && !PAYS_CONNUS.has(code)) champs.refuser('CodePays', 'pays inconnu');
  return code;
}

// Ten digits in the metropole: nearly all of them, read a hundred times faster than by the library.
const DIX_CHIFFRES = /^0[1-79](?:[ .-]?\d{2}){4}$/;

// Overseas, a number may be of the territory (0590…) or of the metropole (01…).
function lireNumero(champs: Champs<Colonne>, pays: (string | null | undefined)[]): string | null {
  const saisie = champs.texte('NumTelephone', 40);
  if (saisie === null) return null;
  const essayes = pays.filter((code) => code != null);
  if (essayes[0] === 'FR' && DIX_CHIFFRES.test(saisie)) {
    return `+33${saisie.replace(/\D/g, '').slice(1)}`;
  }
  for (const code of essayes) {
    const lu = lireTelephone(saisie, code);
    if (lu) return lu;
  }
  champs.avertir('NumTelephone', 'pas un numéro de téléphone, laissé de côté');
  return null;
}

const COURRIEL = z.email();

function lireCourriel(champs: Champs<Colonne>): string | null {
  const adresse = champs.texte('Courriel', 254);
  if (adresse === null || COURRIEL.safeParse(adresse).success) return adresse;
  champs.avertir('Courriel', 'pas une adresse électronique, laissée de côté');
  return null;
}
