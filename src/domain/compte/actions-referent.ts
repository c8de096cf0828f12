// A référent deactivates an account, or reactivates it (model §3): MADRHAS has the last word at its next line.
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { QUALITES_D_ETAPE, situationOrdinaire } from '../demande/qualite.ts';
import { decideDroit } from '../droits/droits.ts';
import { journaliser } from '../journal/queries.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { terminerSessionsDuCompte } from '../session/queries.ts';
import { type CompteIndisponible, destinataireDe } from './acte.ts';
import type { Compte, EtatCompte } from './compte.ts';
import { changerEtat, trouverCompte, verrouillerComptes } from './queries.ts';
import { compteDuReferent } from './queries-referent.ts';

/** Which account, the state it is to have, and why: the person reads it. */
export type EtatVoulu = { compteId: number; etat: EtatCompte; motif: string };

export type ResultatEtat =
  | { kind: 'change' }
  /** Done before, by somebody else or by MADRHAS. */
  | { kind: 'inchange' }
  /** One's own account. */
  | { kind: 'interdit' }
  /** No account, or of other référents. */
  | { kind: 'introuvable' }
  | CompteIndisponible;

/**
 * Gives an account the state asked. Deactivated, its sessions end, and it manages nothing from now on: the structures
 * that it leaves without a manager go to continuity, as they do when the feed deactivates it.
 */
export function changerEtatDuCompte(
  sql: Sql,
  referentId: number,
  { compteId, etat, motif }: EtatVoulu,
  instant: Date,
): Promise<ResultatEtat> {
  return sql.begin(async (tx): Promise<ResultatEtat> => {
    const etats = await verrouillerComptes(tx, [referentId, compteId]);
    if (etats.get(referentId) !== 'ACTIF') return { kind: 'indisponible' };
    if (!(await compteDuReferent(tx, referentId, compteId))) return { kind: 'introuvable' };
    const situation = situationOrdinaire(referentId === compteId, false);
    const droit = decideDroit('ACTIVER_COMPTE', ['REFERENT'], situation);
    if (droit.kind !== 'permis') return { kind: 'interdit' };
    if (etats.get(compteId) === etat) return { kind: 'inchange' };
    const compte = await trouverCompte(tx, compteId, instant);
    if (!compte) return { kind: 'introuvable' };
    await changerEtat(tx, compteId, etat, instant);
    if (etat === 'INACTIF')
      await terminerSessionsDuCompte(tx, compteId, 'COMPTE_DESACTIVE', instant);
    const acte = etat === 'INACTIF' ? 'COMPTE_DESACTIVE' : 'COMPTE_REACTIVE';
    const objet = { objet: 'compte', objetId: compteId, compteId } as const;
    const qui = { acteurCompteId: referentId, enQualite: QUALITES_D_ETAPE.REFERENT };
    await journaliser(tx, { instant, ...qui, acte, ...objet });
    await prevenir(tx, compte, { nature: acte, motif }, instant);
    return { kind: 'change' };
  }) as Promise<ResultatEtat>;
}

async function prevenir(
  tx: Transaction,
  compte: Compte,
  courriel: { nature: 'COMPTE_DESACTIVE' | 'COMPTE_REACTIVE'; motif: string },
  instant: Date,
): Promise<void> {
  if (compte.adresseElectronique === null) return;
  const destinataire = destinataireDe(compte, compte.adresseElectronique);
  const periode = `etat-${instant.toISOString()}`;
  await mettreEnFile(tx, courriel, destinataire, periode, instant);
}
