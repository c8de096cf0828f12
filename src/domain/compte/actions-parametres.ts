// « Mes paramètres » (guide p.8): language, notifications and their rhythms, in one form and one version.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import {
  type Preferences,
  type QualiteDeLecteur,
  rythmesOfferts,
  type Sujet,
  sujetsDe,
} from '../notification/preferences.ts';
import { choixDuCompte, enregistrerRythmes } from '../notification/queries-preferences.ts';
import { type CompteIndisponible, raconter, verrouillerActif } from './acte.ts';
import { modifierParametres } from './queries.ts';

/** `rythmes`: those that the form gave; the others stay as they are. */
export type Parametres = {
  langue: Langue;
  recevoirNotifications: boolean;
  rythmes: Partial<Preferences>;
};
export type ResultatParametres =
  | { kind: 'enregistres' }
  | { kind: 'conflit'; version: number; enregistres: Parametres & { rythmes: Preferences } }
  /** A rhythm that this subject does not offer to this person. */
  | { kind: 'rythmeRefuse'; sujets: Sujet[] }
  | CompteIndisponible;

/** Stores « Mes paramètres » (guide p.8); the language takes effect at the next page. */
export function enregistrerParametres(
  sql: Sql,
  compteId: number,
  saisie: { parametres: Parametres; version: number },
  instant: Date,
): Promise<ResultatParametres> {
  return sql.begin(async (tx): Promise<ResultatParametres> => {
    const compte = await verrouillerActif(tx, compteId, instant);
    if (!compte) return { kind: 'indisponible' };
    const { langue, recevoirNotifications, versionParametres } = compte;
    const { parametres, version } = saisie;
    const choix = await choixDuCompte(tx, compteId, jourCivil(instant));
    const changes = rythmesChanges(parametres.rythmes, choix);
    const { rythmes } = choix;
    if (changes.refuses.length > 0) return { kind: 'rythmeRefuse', sujets: changes.refuses };
    const boite = parametres.recevoirNotifications !== recevoirNotifications;
    const autres = Object.keys(changes.choix).length > 0;
    if (parametres.langue === langue && !boite && !autres) return { kind: 'enregistres' };
    if (version !== versionParametres) {
      const enregistres = { langue, recevoirNotifications, rythmes };
      return { kind: 'conflit', version: versionParametres, enregistres };
    }
    await modifierParametres(tx, compteId, parametres, instant);
    await enregistrerRythmes(tx, compteId, changes.choix, instant);
    await raconter(tx, compte, 'PARAMETRES_MODIFIES', instant);
    return { kind: 'enregistres' };
  });
}

// What does not concern this person is left out: a form may have been shown before a role ended.
function rythmesChanges(
  voulus: Partial<Preferences>,
  { rythmes: presents, qualite }: { rythmes: Preferences; qualite: QualiteDeLecteur },
): { choix: Partial<Preferences>; refuses: Sujet[] } {
  const choix: Partial<Preferences> = {};
  const refuses: Sujet[] = [];
  for (const sujet of sujetsDe(qualite)) {
    const voulu = voulus[sujet];
    if (voulu === undefined || voulu === presents[sujet]) continue;
    if (rythmesOfferts(sujet, qualite).includes(voulu)) choix[sujet] = voulu;
    else refuses.push(sujet);
  }
  return { choix, refuses };
}
