// The contact address: asked, confirmed through the link sent to it, or given up (model §6).
import { empreinte, nouveauJeton } from '../../platform/jetons.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { type CompteIndisponible, destinataireDe, raconter, verrouillerActif } from './acte.ts';
import { CONFIRMATION_MINUTES, type Compte } from './compte.ts';
import { remplacerAdresse } from './queries.ts';
import {
  creerDemandeAdresse,
  terminerDemandeAdresse,
  trouverDemandeAdresse,
} from './queries-adresse.ts';
import type { InformationsPersonnelles } from './valeurs.ts';

const MINUTE_MS = 60_000;

/**
 * Files a new contact address in the transaction that stores the form: its link leaves to it, `prouvee` (the
 * address that serves, if any) is told. `compte` carries the address asked for.
 */
export async function demanderAdresse(
  tx: Transaction,
  compte: Compte & InformationsPersonnelles,
  prouvee: string | null,
  instant: Date,
): Promise<void> {
  const jeton = nouveauJeton();
  await terminerDemandeAdresse(tx, compte.id, 'REMPLACEE', instant);
  const demandeId = await creerDemandeAdresse(tx, {
    compteId: compte.id,
    adresse: compte.adresseElectronique,
    jetonEmpreinte: empreinte(jeton),
    demandeeLe: instant,
    expireLe: new Date(instant.getTime() + CONFIRMATION_MINUTES * MINUTE_MS),
  });
  const periode = `demande-${demandeId}`;
  const nouvelle = destinataireDe(compte, compte.adresseElectronique);
  await mettreEnFile(tx, { nature: 'ADRESSE_A_CONFIRMER', jeton }, nouvelle, periode, instant);
  if (prouvee !== null) {
    await mettreEnFile(
      tx,
      { nature: 'ADRESSE_DEMANDEE' },
      destinataireDe(compte, prouvee),
      periode,
      instant,
    );
  }
  await raconter(tx, compte, 'ADRESSE_DEMANDEE', instant);
}

export type ResultatConfirmation =
  | { kind: 'confirmee'; adresse: string }
  | { kind: 'lienPerime' }
  | CompteIndisponible;

/**
 * Confirms the contact address that the token names, in a session of its account (model §6): once, within 60
 * minutes. The address that served until now is told.
 */
export function confirmerAdresse(
  sql: Sql,
  compteId: number,
  jeton: string,
  instant: Date,
): Promise<ResultatConfirmation> {
  return sql.begin(async (tx): Promise<ResultatConfirmation> => {
    const compte = await verrouillerActif(tx, compteId, instant);
    if (!compte) return { kind: 'indisponible' };
    const demande = await trouverDemandeAdresse(tx, compteId, empreinte(jeton), instant);
    if (!demande) return { kind: 'lienPerime' };
    await terminerDemandeAdresse(tx, compteId, 'CONFIRMEE', instant);
    await remplacerAdresse(tx, compteId, demande.adresse, instant);
    if (compte.adresseElectronique !== null) {
      const ancienne = destinataireDe(compte, compte.adresseElectronique);
      await mettreEnFile(
        tx,
        { nature: 'ADRESSE_CHANGEE' },
        ancienne,
        `demande-${demande.id}`,
        instant,
      );
    }
    await raconter(tx, compte, 'ADRESSE_CONFIRMEE', instant);
    return { kind: 'confirmee', adresse: demande.adresse };
  });
}

export type ResultatAnnulation =
  | { kind: 'annulee' }
  | { kind: 'rienAAnnuler' }
  | CompteIndisponible;

/** Gives up the contact address that waits for its confirmation; its link no longer works. */
export function annulerAdresse(
  sql: Sql,
  compteId: number,
  instant: Date,
): Promise<ResultatAnnulation> {
  return sql.begin(async (tx): Promise<ResultatAnnulation> => {
    const compte = await verrouillerActif(tx, compteId, instant);
    if (!compte) return { kind: 'indisponible' };
    if (compte.adresseEnAttente === null) return { kind: 'rienAAnnuler' };
    await terminerDemandeAdresse(tx, compteId, 'ANNULEE', instant);
    await raconter(tx, compte, 'ADRESSE_ANNULEE', instant);
    return { kind: 'annulee' };
  });
}
