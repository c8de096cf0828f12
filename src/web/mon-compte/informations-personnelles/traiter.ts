// What becomes of the form « Mes informations personnelles », at the first connection and in the account alike.
import { enregistrerInformations } from '../../../domain/compte/actions.ts';
import type { Compte } from '../../../domain/compte/compte.ts';
import type { WebContext } from '../../commun/contexte.ts';
import type { Saisies } from '../../commun/formulaire.ts';
import { lireInformations, saisiesDuCompte } from './form.ts';
import type { EtatDuFormulaire } from './formulaire.tsx';

export type Traitement =
  | { kind: 'enregistrees'; adresseAConfirmer: string | null }
  | { kind: 'aRevoir'; etat: EtatDuFormulaire; statut: number }
  | { kind: 'indisponible' };

/** Reads and stores what was sent; anything but success gives the form back as it was typed. */
export async function traiterInformations(
  context: WebContext,
  compteId: number,
  body: unknown,
  instant: Date,
): Promise<Traitement> {
  const lecture = lireInformations(body);
  if (lecture.kind === 'invalide')
    return aRevoir(lecture.saisies, { erreurs: lecture.erreurs }, 422);
  const { valeurs, version, saisies } = lecture;
  const resultat = await enregistrerInformations(
    context.sql,
    compteId,
    { valeurs, version },
    instant,
  );
  if (resultat.kind === 'conflit') {
    const actuelles = { ...saisies, version: String(resultat.version) };
    return aRevoir(actuelles, { conflits: resultat.conflits }, 409);
  }
  if (resultat.kind === 'tropDeDemandesAdresse') {
    return aRevoir(
      saisies,
      { erreurs: [{ champ: 'adresseElectronique', motif: 'tropDeDemandes' }] },
      429,
    );
  }
  return resultat;
}

function aRevoir(saisies: Saisies, etat: Partial<EtatDuFormulaire>, statut: number): Traitement {
  return { kind: 'aRevoir', statut, etat: { ...VIERGE, ...etat, saisies } };
}

const VIERGE = { erreurs: [], conflits: [], retrouvee: false };

/** The form as first shown: what was typed before the session ended, or else the account's values. */
export function etatInitial(compte: Compte, retrouvee: Saisies | undefined): EtatDuFormulaire {
  const saisies = { ...saisiesDuCompte(compte), ...retrouvee };
  return { ...VIERGE, saisies, retrouvee: retrouvee !== undefined };
}
