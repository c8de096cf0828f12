// What an act of a manager answers at the same time: the pending requests of the person there (model §2).
import type { LigneDeDroit } from '../demande/acceptation.ts';
import { accorderLignes, insererEtape, terminerDemande } from '../demande/queries.ts';
import { lireDroits } from '../demande/queries-situation.ts';
import { aVenir, type Fin, reponseDe } from '../demande/reponse.ts';
import { permettre } from '../droits/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
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
  const fin = { etat: 'ACCEPTEE', motif: null, reduite, ...aVenir(lignes, sur.jour) } as const;
  await clore(sur, compteId, demande, fin);
}

/** Refuses all that somebody who is detached still asks there: an acceptance later would attach them again. */
export async function refuserDemandes(sur: Sur, compteId: number, motif: string): Promise<void> {
  const demandes = await verrouillerDemandesSur(sur.tx, {
    compteId,
    structureId: sur.structure.id,
  });
  for (const demande of demandes) await clore(sur, compteId, demande, { etat: 'REFUSEE', motif });
}

/** Ends a request; tells its author, its timeline, the journal. */
async function clore(
  { tx, instant, acteurId, structure, enQualite }: Sur,
  compteId: number,
  { id, nature }: Pick<DemandeEnCours, 'id' | 'nature'>,
  fin: Fin,
): Promise<void> {
  const { etat, motif } = fin;
  const decideur = { compteId: acteurId, enQualite };
  await terminerDemande(tx, { id, etat, motif, decideur }, instant);
  const etape = { demandeId: id, quoi: etat, parCompteId: acteurId, enQualite } as const;
  await insererEtape(tx, { ...etape, commentaire: motif }, instant);
  const sujet = { demandeId: id, structure: structure.designation };
  const { acte, evenement, courriel } = reponseDe(nature, fin, sujet);
  const details = etat === 'ACCEPTEE' && fin.reduite ? { reduite: true } : {};
  const objet = { objet: 'demande', objetId: id, compteId, structureId: structure.id } as const;
  await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte, ...objet, details });
  await annoncerAuCompte(tx, compteId, evenement, instant, structure.id, { demandeId: id });
  await ecrireA(tx, compteId, courriel, `demande-${id}`, instant);
}
