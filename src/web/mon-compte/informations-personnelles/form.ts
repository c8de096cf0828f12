// The form « Mes informations personnelles » (guide p.5): what it shows, what it reads.
import type { Compte, Conflit } from '../../../domain/compte/compte.ts';
import {
  CHAMPS_PERSONNELS,
  type ChampPersonnel,
  ecrireTelephone,
  InformationsPersonnelles,
} from '../../../domain/compte/valeurs.ts';
import type { Langue } from '../../../platform/textes/index.ts';
import {
  type ErreurDeChamp,
  lireFormulaire,
  lireVersion,
  type Saisies,
  VERSION_MANQUANTE,
} from '../../commun/formulaire.ts';
import { nomPays } from '../../commun/pays.ts';

/** What the form reads: the values, and the version of the account that it showed. */
export type LectureInformations =
  | { kind: 'valide'; valeurs: InformationsPersonnelles; version: number; saisies: Saisies }
  | { kind: 'invalide'; erreurs: ErreurDeChamp[]; saisies: Saisies };

/** Reads the form; all that is wrong is told at once. */
export function lireInformations(body: unknown): LectureInformations {
  const lecture = lireFormulaire(InformationsPersonnelles, CHAMPS_PERSONNELS, body);
  const { saisies } = lecture;
  const version = lireVersion(saisies);
  const erreurs = lecture.kind === 'invalide' ? lecture.erreurs : [];
  if (version === null) {
    const { version: _, ...autres } = saisies;
    return { kind: 'invalide', erreurs: [...erreurs, VERSION_MANQUANTE], saisies: autres };
  }
  if (lecture.kind === 'invalide') return lecture;
  return { kind: 'valide', valeurs: lecture.valeurs, version, saisies };
}

/** The account's values as the form first shows them. */
export function saisiesDuCompte(compte: Compte): Saisies {
  const saisies: Saisies = { version: String(compte.version) };
  for (const champ of CHAMPS_PERSONNELS) saisies[champ] = compte[champ] ?? '';
  for (const champ of ['telephone', 'fax'] as const) {
    saisies[champ] = compte[champ] ? ecrireTelephone(compte[champ]) : '';
  }
  saisies['adresseElectronique'] ||= compte.adresseEnAttente ?? '';
  if (!compte.adressePays) saisies['adressePays'] = 'FR';
  return saisies;
}

/** The value that another tab stored, as people read it. */
export function valeurLisible({ champ, enregistree }: Conflit, langue: Langue): string {
  if (enregistree === null) return '–';
  if (champ === 'adressePays') return nomPays(langue, enregistree);
  return champ === 'telephone' || champ === 'fax' ? ecrireTelephone(enregistree) : enregistree;
}

/** How long each field may be, and what browsers fill it with (WCAG 1.3.5). */
export const SAISIE: Record<ChampPersonnel, { max: number; autocomplete: AutoFill }> = {
  adresseElectronique: { max: 254, autocomplete: 'email' },
  nom: { max: 100, autocomplete: 'family-name' },
  prenom: { max: 100, autocomplete: 'given-name' },
  adresseLigne: { max: 200, autocomplete: 'address-line1' },
  adresseComplement: { max: 200, autocomplete: 'address-line2' },
  adresseCodePostal: { max: 20, autocomplete: 'postal-code' },
  adresseVille: { max: 100, autocomplete: 'address-level2' },
  adressePays: { max: 2, autocomplete: 'country' },
  telephone: { max: 40, autocomplete: 'tel' },
  fax: { max: 40, autocomplete: 'off' },
};
