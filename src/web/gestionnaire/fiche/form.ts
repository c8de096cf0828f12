// The form of the sheet: what it shows of the structure, what it reads (design §6.8).
import { ecrireTelephone } from '../../../domain/compte/valeurs.ts';
import type { Conflit, FicheGeree } from '../../../domain/structure/fiche-modifiee.ts';
import { PARAMETRES_MODIFIABLES } from '../../../domain/structure/structure.ts';
import {
  CHAMPS_DE_CONTACT,
  CHAMPS_DE_FICHE,
  type ChampDeContact,
  type ChampDeFiche,
  FicheModifiable,
} from '../../../domain/structure/valeurs.ts';
import type { Translate } from '../../../platform/textes/index.ts';
import { type Lecture, lireFormulaire, type Saisies } from '../../commun/formulaire.ts';
import { nomPays } from '../../commun/pays.ts';
import type { Frame } from '../../layout/page.tsx';

/** Reads the form; all that is wrong is told at once. */
export function lireFiche(body: unknown): Lecture<FicheModifiable> {
  return lireFormulaire(FicheModifiable, CHAMPS_DE_FICHE, body);
}

/** The structure's values as the form first shows them. */
export function saisiesDeFiche(fiche: FicheGeree): Saisies {
  const saisies: Saisies = { version: String(fiche.version) };
  for (const champ of CHAMPS_DE_CONTACT) saisies[champ] = fiche[champ] ?? '';
  for (const champ of PARAMETRES_MODIFIABLES) saisies[champ] = fiche[champ] ? 'oui' : '';
  for (const champ of ['telephone', 'fax'] as const)
    saisies[champ] = fiche[champ] ? ecrireTelephone(fiche[champ]) : '';
  return saisies;
}

/** How people call a field. */
export function labelDe(t: Translate, champ: string): string {
  return estDeContact(champ)
    ? t(`ficheGestion.champs.${champ}`)
    : t(`annuaire.fiche.noms.${champ as Exclude<ChampDeFiche, ChampDeContact>}`);
}

function estDeContact(champ: string): champ is ChampDeContact {
  return CHAMPS_DE_CONTACT.includes(champ as ChampDeContact);
}

/** The values that somebody else stored, as people read them. */
export function enregistrees(
  { t, langue }: Pick<Frame, 't' | 'langue'>,
  conflits: Conflit<ChampDeFiche>[],
): Record<string, string> {
  const lisible = ({ champ, enregistree }: Conflit<ChampDeFiche>): string => {
    if (typeof enregistree === 'boolean') return t(enregistree ? 'compte.oui' : 'compte.non');
    if (enregistree === null) return '–';
    if (champ === 'adressePays') return nomPays(langue, enregistree);
    return champ === 'telephone' || champ === 'fax' ? ecrireTelephone(enregistree) : enregistree;
  };
  return Object.fromEntries(conflits.map((conflit) => [conflit.champ, lisible(conflit)]));
}
