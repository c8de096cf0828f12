// A référent deactivates an account, or reactivates it (model §3): MADRHAS has the last word when it says otherwise.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { QUALITES_D_ETAPE } from '../demande/qualite.ts';
import { journaliser } from '../journal/queries.ts';
import type { CompteIndisponible } from './acte.ts';
import type { EtatCompte } from './compte.ts';
import { type RefusDEtat, refusDEtat } from './etat.ts';
import { accompagnerPassage } from './passage.ts';
import { changerEtat, trouverCompte, verrouillerComptes } from './queries.ts';
import { compteDuReferent } from './queries-referent.ts';

/** Which account, the state it is to have, and why: the person reads it. */
export type EtatVoulu = { compteId: number; etat: EtatCompte; motif: string };

export type ResultatEtat =
  /** `prevenu` false: the person has no address to be told at. */
  | { kind: 'change'; prevenu: boolean }
  /** Done before, by somebody else or by MADRHAS. */
  | { kind: 'inchange' }
  | { kind: 'interdit'; raison: RefusDEtat }
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
    const lu = await compteDuReferent(tx, referentId, compteId, jourCivil(instant));
    const compte = lu && (await trouverCompte(tx, compteId, instant));
    if (!compte) return { kind: 'introuvable' };
    const raison = refusDEtat(lu);
    if (raison) return { kind: 'interdit', raison };
    if (compte.etat === etat) return { kind: 'inchange' };
    await changerEtat(tx, compteId, etat, instant);
    const acte = etat === 'INACTIF' ? 'COMPTE_DESACTIVE' : 'COMPTE_REACTIVE';
    const objet = { objet: 'compte', objetId: compteId, compteId } as const;
    const qui = { acteurCompteId: referentId, enQualite: QUALITES_D_ETAPE.REFERENT };
    await journaliser(tx, { instant, ...qui, acte, ...objet });
    const passage = etat === 'INACTIF' ? 'desactivation' : 'reactivation';
    const prevenu = await accompagnerPassage(tx, compte, { passage, motif }, instant);
    return { kind: 'change', prevenu };
  }) as Promise<ResultatEtat>;
}
