// What a person does with the account (guide p.5–8): one function a use case, one transaction each.
import type { Sql } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';
import { journaliser } from '../journal/queries.ts';
import { type CompteIndisponible, raconter, surCompte, verrouillerActif } from './acte.ts';
import { demanderAdresse } from './actions-adresse.ts';
import { type Conflit, conflits, decideAdresse } from './compte.ts';
import { modifierInformations, modifierLangue } from './queries.ts';
import { compterDemandesAdresse } from './queries-adresse.ts';
import type { InformationsPersonnelles } from './valeurs.ts';

const HEURE_MS = 3_600_000;

export type ResultatInformations =
  | { kind: 'enregistrees'; adresseAConfirmer: string | null }
  | { kind: 'conflit'; version: number; conflits: Conflit[] }
  | { kind: 'tropDeDemandesAdresse' }
  | CompteIndisponible;

/**
 * Stores « Mes informations personnelles » (screens §2, §5) and marks the account verified. `version` is the one
 * that the form showed: another means that the data changed meanwhile, and nothing is stored. A new contact
 * address becomes pending: a link goes to it, the one that serves is told.
 */
export function enregistrerInformations(
  sql: Sql,
  compteId: number,
  saisie: { valeurs: InformationsPersonnelles; version: number },
  instant: Date,
): Promise<ResultatInformations> {
  return sql.begin(async (tx): Promise<ResultatInformations> => {
    const compte = await verrouillerActif(tx, compteId, instant);
    if (!compte) return { kind: 'indisponible' };
    const { valeurs, version } = saisie;
    const differents = conflits(valeurs, compte);
    if (version !== compte.version && differents.length > 0) {
      return { kind: 'conflit', version: compte.version, conflits: differents };
    }
    const heure = new Date(instant.getTime() - HEURE_MS);
    const recentes = await compterDemandesAdresse(tx, compteId, heure);
    const adresse = decideAdresse(
      compte.adresseElectronique,
      valeurs.adresseElectronique,
      recentes,
      compte.adresseEnAttente,
    );
    if (adresse === 'tropDeDemandes') return { kind: 'tropDeDemandesAdresse' };

    const changes = differents.map(({ champ }) => champ).filter((c) => c !== 'adresseElectronique');
    if (compte.verifieLe && changes.length === 0 && adresse === 'inchangee') {
      return { kind: 'enregistrees', adresseAConfirmer: null };
    }
    await modifierInformations(tx, compteId, valeurs, changes, instant);
    // A new address alone is told by its own event.
    if (!compte.verifieLe || changes.length > 0) {
      const quoi = compte.verifieLe ? 'INFORMATIONS_MODIFIEES' : 'COMPTE_VERIFIE';
      await raconter(tx, compte, quoi, instant, { champs: changes });
    }
    if (adresse === 'inchangee') return { kind: 'enregistrees', adresseAConfirmer: null };
    await demanderAdresse(tx, { ...compte, ...valeurs }, compte.adresseElectronique, instant);
    return { kind: 'enregistrees', adresseAConfirmer: valeurs.adresseElectronique };
  });
}

/** Changes the language from the banner; forms of personal data open in other tabs stay good. */
export function changerLangue(
  sql: Sql,
  compteId: number,
  langue: Langue,
  instant: Date,
): Promise<{ kind: 'changee' } | CompteIndisponible> {
  return sql.begin(async (tx) => {
    const compte = await verrouillerActif(tx, compteId, instant);
    if (!compte) return { kind: 'indisponible' };
    if (compte.langue === langue) return { kind: 'changee' };
    await modifierLangue(tx, compteId, langue);
    await journaliser(tx, { ...surCompte(compteId, instant), acte: 'LANGUE_CHANGEE' });
    return { kind: 'changee' };
  });
}
