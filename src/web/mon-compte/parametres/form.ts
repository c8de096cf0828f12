// The form « Mes paramètres » (guide p.8): language, notifications on or off, a rhythm for each subject.

import type { Parametres } from '../../../domain/compte/actions-parametres.ts';
import type { Compte } from '../../../domain/compte/compte.ts';
import {
  estRythme,
  type Preferences,
  SUJETS,
  type Sujet,
} from '../../../domain/notification/preferences.ts';
import { estLangue, LANGUES, type Translate } from '../../../platform/textes/index.ts';
import {
  type ErreurDeChamp,
  lireSaisies,
  lireVersion,
  phrase,
  type Saisies,
  VERSION_MANQUANTE,
} from '../../commun/formulaire.ts';

export type EtatParametres = Parametres & {
  /** null: the form came without it. */
  version: number | null;
  erreurs: ErreurDeChamp[];
  /** What another tab stored meanwhile. */
  enregistres: (Parametres & { rythmes: Preferences }) | null;
  retrouvee: boolean;
};

/** The field of a subject, where the links of mails lead (`adressePreference`). */
export function champDuSujet(sujet: Sujet): `sujet-${Sujet}` {
  return `sujet-${sujet}`;
}

/** A rhythm that this subject does not offer. */
export function rythmeRefuse(sujet: Sujet): ErreurDeChamp {
  return { champ: champDuSujet(sujet), motif: 'rythme' };
}

/** Reads the form: an unticked box is not sent by browsers. */
export function lireParametres(body: unknown): EtatParametres {
  const saisies = lireSaisies(body);
  const { langue } = saisies;
  const version = lireVersion(saisies);
  const { rythmes, erreurs: refus } = lireRythmes(saisies);
  const erreurs: ErreurDeChamp[] = [];
  if (!estLangue(langue)) erreurs.push({ champ: 'langue', motif: 'langue' });
  erreurs.push(...refus);
  if (version === null) erreurs.push(VERSION_MANQUANTE);
  return {
    langue: estLangue(langue) ? langue : LANGUES[0],
    recevoirNotifications: saisies['recevoirNotifications'] === 'oui',
    rythmes,
    version,
    erreurs,
    enregistres: null,
    retrouvee: false,
  };
}

function lireRythmes(saisies: Saisies) {
  const rythmes: Partial<Preferences> = {};
  const erreurs: ErreurDeChamp[] = [];
  for (const sujet of SUJETS) {
    const saisi = saisies[champDuSujet(sujet)];
    if (saisi === undefined) continue;
    if (estRythme(saisi)) rythmes[sujet] = saisi;
    else erreurs.push(rythmeRefuse(sujet));
  }
  return { rythmes, erreurs };
}

/** The form as first shown. */
export function parametresDuCompte(compte: Compte): EtatParametres {
  const { langue, recevoirNotifications, versionParametres: version } = compte;
  return {
    langue,
    recevoirNotifications,
    rythmes: {},
    version,
    erreurs: [],
    enregistres: null,
    retrouvee: false,
  };
}

/** The sentence of an error, under its field and in the summary. */
export function messageDErreur(erreur: ErreurDeChamp, t: Translate): string {
  const sujet = SUJETS.find((un) => champDuSujet(un) === erreur.champ);
  const label = sujet ? t(`notifications.sujets.${sujet}`) : t('compte.champs.langue');
  return phrase(erreur, label, t);
}
