// The form « Mes paramètres » (guide p.8).

import type { Parametres } from '../../../domain/compte/actions.ts';
import type { Compte } from '../../../domain/compte/compte.ts';
import { estLangue, LANGUES } from '../../../platform/textes/index.ts';
import { type ErreurDeChamp, lireSaisies } from '../../commun/formulaire.ts';

export type EtatParametres = Parametres & {
  version: number;
  erreurs: ErreurDeChamp[];
  /** What another tab stored meanwhile. */
  enregistres: Parametres | null;
  retrouvee: boolean;
};

/** Reads the form: an unticked box is not sent by browsers. */
export function lireParametres(body: unknown): EtatParametres {
  const saisies = lireSaisies(body);
  const { langue } = saisies;
  const version = Number(saisies['version']);
  const erreurs: ErreurDeChamp[] = [];
  if (!estLangue(langue)) erreurs.push({ champ: 'langue', motif: 'langue' });
  if (!Number.isSafeInteger(version) || version < 1)
    erreurs.push({ champ: 'version', motif: 'version' });
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
export function parametresDuCompte({
  langue,
  recevoirNotifications,
  version,
}: Compte): EtatParametres {
  return {
    langue,
    recevoirNotifications,
    version,
    erreurs: [],
    enregistres: null,
    retrouvee: false,
  };
}
