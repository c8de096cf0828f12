// The form « Mes paramètres » (guide p.8).

import type { Parametres } from '../../../domain/compte/actions.ts';
import type { Compte } from '../../../domain/compte/compte.ts';
import { estLangue, LANGUES } from '../../../platform/textes/index.ts';
import {
  type ErreurDeChamp,
  lireSaisies,
  lireVersion,
  VERSION_MANQUANTE,
} from '../../commun/formulaire.ts';

export type EtatParametres = Parametres & {
  /** null: the form came without it. */
  version: number | null;
  erreurs: ErreurDeChamp[];
  /** What another tab stored meanwhile. */
  enregistres: Parametres | null;
  retrouvee: boolean;
};

/** Reads the form: an unticked box is not sent by browsers. */
export function lireParametres(body: unknown): EtatParametres {
  const saisies = lireSaisies(body);
  const { langue } = saisies;
  const version = lireVersion(saisies);
  const erreurs: ErreurDeChamp[] = [];
  if (!estLangue(langue)) erreurs.push({ champ: 'langue', motif: 'langue' });
  if (version === null) erreurs.push(VERSION_MANQUANTE);
  return {
    langue: estLangue(langue) ? langue : LANGUES[0],
    recevoirNotifications: saisies['recevoirNotifications'] === 'oui',
    version,
    erreurs,
    enregistres: null,
    retrouvee: false,
  };
}

/** The form as first shown. */
export function parametresDuCompte(compte: Compte): EtatParametres {
  const { langue, recevoirNotifications, versionParametres: version } = compte;
  return {
    langue,
    recevoirNotifications,
    version,
    erreurs: [],
    enregistres: null,
    retrouvee: false,
  };
}
