// What an act of a manager answers at the same time: the pending requests of the person there (model §2).
import type { LigneDeDroit } from '../demande/acceptation.ts';
import { accorderLignes, insererEtape, terminerDemande } from '../demande/queries.ts';
import { lireDroits } from '../demande/queries-situation.ts';
import { permettre } from '../droits/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import type { Courriel } from '../notification/notification.ts';
import { ecrireA, type SurCible } from './actions-gestion.ts';
import { servie } from './gestion-demandes.ts';
import { type DemandeEnCours, verrouillerDemandesSur } from './queries-utilisateurs-demandes.ts';

type Sur = Pick<
  SurCible,
  'tx' | 'instant' | 'jour' | 'acteurId' | 'acteur' | 'qualites' | 'structure' | 'enQualite'
>;

/**
 * Accepts the requests that the act just served, by the lines as they now are; gives how many. What
 * asks for more stays, and so does what the actor may not decide on.
 */
export async function accepterDemandesServies(sur: Sur, compteId: number): Promise<number> {
  const surSoi = compteId === sur.acteurId;
  if (permettre(sur, 'DECIDER_DEMANDE', { surSoi }).kind !== 'permis') return 0;
  const { tx, jour, structure } = sur;
  const qui = { compteId, structureId: structure.id };
  const demandes = (await verrouillerDemandesSur(tx, qui)).filter(
    ({ nature }) => nature === 'RATTACHEMENT',
  );
  if (demandes.length === 0) return 0;
  const { lignes } = await lireDroits(tx, compteId, structure.id, jour);
  let acceptees = 0;
  for (const demande of demandes) {
    const octroi = servie(demande.lignes, lignes, jour);
    if (!octroi) continue;
    await accepter(sur, compteId, demande, octroi);
    acceptees += 1;
  }
  return acceptees;
}

async function accepter(
  sur: Sur,
  compteId: number,
  demande: DemandeEnCours,
  { lignes, reduite }: { lignes: LigneDeDroit[]; reduite: boolean },
): Promise<void> {
  await accorderLignes(sur.tx, demande.id, lignes);
  await clore(sur, compteId, demande, { etat: 'ACCEPTEE', reduite });
}

/** Refuses all that somebody who is detached still asks there: an acceptance later would attach them again. */
export async function refuserDemandes(sur: Sur, compteId: number, motif: string): Promise<void> {
  const demandes = await verrouillerDemandesSur(sur.tx, {
    compteId,
    structureId: sur.structure.id,
  });
  for (const demande of demandes) await clore(sur, compteId, demande, { etat: 'REFUSEE', motif });
}

type Reponse = { etat: 'ACCEPTEE'; reduite: boolean } | { etat: 'REFUSEE'; motif: string };

/** Ends a request; tells its author, its timeline, the journal. */
async function clore(
  { tx, instant, acteurId, structure, enQualite }: Sur,
  compteId: number,
  { id, nature }: DemandeEnCours,
  reponse: Reponse,
): Promise<void> {
  const { etat } = reponse;
  const motif = reponse.etat === 'REFUSEE' ? reponse.motif : null;
  await terminerDemande(
    tx,
    { id, etat, motif, decideur: { compteId: acteurId, enQualite } },
    instant,
  );
  const etape = { demandeId: id, quoi: etat, parCompteId: acteurId, enQualite } as const;
  await insererEtape(tx, { ...etape, commentaire: motif }, instant);
  const acte = etat === 'ACCEPTEE' ? 'DEMANDE_ACCEPTEE' : 'DEMANDE_REFUSEE';
  const details = reponse.etat === 'ACCEPTEE' && reponse.reduite ? { reduite: true } : {};
  const objet = { objet: 'demande', objetId: id, compteId, structureId: structure.id } as const;
  await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte, ...objet, details });
  const refusDeReprise = etat === 'REFUSEE' && nature === 'REPRISE';
  const evenement = refusDeReprise ? 'REPRISE_REFUSEE' : acte;
  await annoncerAuCompte(tx, compteId, evenement, instant, structure.id, { demandeId: id });
  const sujet = { demandeId: id, structure: structure.designation };
  const courriel: Courriel =
    reponse.etat === 'ACCEPTEE'
      ? { nature: 'DEMANDE_ACCEPTEE', ...sujet, reduite: reponse.reduite }
      : {
          nature: refusDeReprise ? 'REPRISE_REFUSEE' : 'DEMANDE_REFUSEE',
          ...sujet,
          motif: reponse.motif,
        };
  await ecrireA(tx, compteId, courriel, `demande-${id}`, instant);
}
