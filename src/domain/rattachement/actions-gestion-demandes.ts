// What an act of a manager answers at the same time: the pending requests of the person there (model §2).
import { insererEtape, terminerDemande } from '../demande/queries.ts';
import { permettre } from '../droits/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import type { Courriel } from '../notification/notification.ts';
import { ecrireA, type SurCible } from './actions-gestion.ts';
import type { Portee } from './portee.ts';
import { type DemandeEnCours, verrouillerDemandesSur } from './queries-utilisateurs-demandes.ts';

type Sur = Pick<
  SurCible,
  'tx' | 'instant' | 'acteurId' | 'acteur' | 'qualites' | 'structure' | 'enQualite'
>;

/**
 * Accepts the requests whose scopes were all just given, whichever way; gives how many. What asks
 * for more stays, and so does what the actor may not decide on.
 */
export async function accepterDemandesServies(
  sur: Sur,
  compteId: number,
  donnees: Portee[],
): Promise<number> {
  const surSoi = compteId === sur.acteurId;
  if (permettre(sur, 'DECIDER_DEMANDE', { surSoi }).kind !== 'permis') return 0;
  const demandes = await verrouillerDemandesSur(sur.tx, {
    compteId,
    structureId: sur.structure.id,
  });
  const servies = demandes.filter(
    ({ nature, portees }) =>
      nature === 'RATTACHEMENT' &&
      (donnees.includes(null) || portees.every((portee) => donnees.includes(portee))),
  );
  for (const demande of servies) await clore(sur, compteId, demande, null);
  return servies.length;
}

/** Refuses all that somebody who is detached still asks there: an acceptance later would attach them again. */
export async function refuserDemandes(sur: Sur, compteId: number, motif: string): Promise<void> {
  const demandes = await verrouillerDemandesSur(sur.tx, {
    compteId,
    structureId: sur.structure.id,
  });
  for (const demande of demandes) await clore(sur, compteId, demande, motif);
}

/** Ends a request, `motif` null: accepted; tells its author, its timeline, the journal. */
async function clore(
  { tx, instant, acteurId, structure, enQualite }: Sur,
  compteId: number,
  { id, nature }: DemandeEnCours,
  motif: string | null,
): Promise<void> {
  const etat = motif === null ? 'ACCEPTEE' : 'REFUSEE';
  await terminerDemande(
    tx,
    { id, etat, motif, decideur: { compteId: acteurId, enQualite } },
    instant,
  );
  const etape = { demandeId: id, quoi: etat, parCompteId: acteurId, enQualite } as const;
  await insererEtape(tx, { ...etape, commentaire: motif }, instant);
  const acte = motif === null ? 'DEMANDE_ACCEPTEE' : 'DEMANDE_REFUSEE';
  const objet = { objet: 'demande', objetId: id, compteId, structureId: structure.id } as const;
  await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte, ...objet });
  const refusDeReprise = motif !== null && nature === 'REPRISE';
  const evenement = refusDeReprise ? 'REPRISE_REFUSEE' : acte;
  await annoncerAuCompte(tx, compteId, evenement, instant, structure.id);
  const sujet = { demandeId: id, structure: structure.designation };
  const courriel: Courriel =
    motif === null
      ? { nature: 'DEMANDE_ACCEPTEE', ...sujet, reduite: false }
      : { nature: refusDeReprise ? 'REPRISE_REFUSEE' : 'DEMANDE_REFUSEE', ...sujet, motif };
  await ecrireA(tx, compteId, courriel, `demande-${id}`, instant);
}
