// « Relancer »: the author of a request reminds those who decide, at most every few days.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, verrouillerActif } from '../compte/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { rythmeDesRappels } from '../notification/preferences.ts';
import { joignable, prevenirDecideur, prevenirReferent } from './actions-echeances.ts';
import { type DelaisDeDemande, decideRelance } from './echeances.ts';
import { insererEtape } from './queries.ts';
import { decideursDe, noterRelance, referentsDe } from './queries-echeances.ts';
import { verrouillerEnCours } from './queries-en-cours.ts';

export type ResultatRelance =
  | { kind: 'relancee' }
  /** Nobody is there to be reminded: neither manager nor référent. */
  | { kind: 'personne' }
  /** `des`: the first civil day on which it may be. */
  | { kind: 'tropTot'; des: string }
  /** Not theirs, or over. */
  | { kind: 'introuvable' }
  | CompteIndisponible;

/**
 * Reminds those who decide on one's own pending request: its managers, the référents where it went up
 * to them and no manager is left. Two at once: the second is told when it may.
 */
export function relancerDemande(
  sql: Sql,
  compteId: number,
  demandeId: number,
  instant: Date,
  delais: Pick<DelaisDeDemande, 'relanceJours'>,
): Promise<ResultatRelance> {
  return sql.begin(async (tx): Promise<ResultatRelance> => {
    if (!(await verrouillerActif(tx, compteId, instant))) return { kind: 'indisponible' };
    const demande = await verrouillerEnCours(tx, demandeId, { attendre: true });
    // A take-over is the référents' to decide: no manager is to be reminded of it.
    if (demande?.compteId !== compteId || demande.nature === 'REPRISE')
      return { kind: 'introuvable' };
    const jour = jourCivil(instant);
    const derniere = jourCivil(demande.relanceeLe ?? demande.demandeeLe);
    const decision = decideRelance(derniere, jour, delais);
    if (decision.kind === 'tropTot') return decision;
    const { structureId, escaladeeLe } = demande;
    const decideurs = (await decideursDe(tx, structureId, jour)).filter(
      (decideur) => rythmeDesRappels(decideur) !== 'JAMAIS' && joignable(decideur, compteId),
    );
    const montee = escaladeeLe !== null && decideurs.length === 0;
    const referents = montee ? await referentsDe(tx, structureId) : [];
    const aPrevenir = referents.filter(
      (referent) => rythmeDesRappels(referent) !== 'JAMAIS' && joignable(referent, compteId),
    );
    if (decideurs.length + aPrevenir.length === 0) return { kind: 'personne' };
    await noterRelance(tx, demandeId, instant);
    const etape = { demandeId, quoi: 'RELANCEE', parCompteId: compteId } as const;
    await insererEtape(tx, { ...etape, enQualite: 'DEMANDEUR' }, instant);
    const objet = { objet: 'demande', objetId: demandeId, compteId, structureId } as const;
    const ligne = { instant, acteurCompteId: compteId, ...objet };
    await journaliser(tx, { ...ligne, acte: 'DEMANDE_RELANCEE' });
    await annoncerAuCompte(tx, compteId, 'DEMANDE_RELANCEE', instant, structureId, { demandeId });
    for (const decideur of decideurs) await prevenirDecideur(tx, decideur, instant);
    for (const referent of aPrevenir) await prevenirReferent(tx, referent, instant);
    return { kind: 'relancee' };
  });
}
