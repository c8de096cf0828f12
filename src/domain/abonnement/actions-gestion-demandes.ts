// An act that gives espaces answers the pending requests of the person for the same ones (model §2).
import { insererEtape, terminerDemande, verrouillerDemande } from '../demande/queries.ts';
import { reponseDe } from '../demande/reponse.ts';
import { type ActeSurStructure, permettre } from '../droits/acte.ts';
import { journaliser } from '../journal/queries.ts';
import { ecrireA, type SurCible } from '../rattachement/actions-gestion.ts';
import { verrouillerDemandesSur } from '../rattachement/queries-utilisateurs-demandes.ts';
import type { DroitDEspace } from './abonnement.ts';
import { estServie } from './acceptation.ts';
import { accorderLignesDAbonnement } from './queries-ecriture.ts';
import { espacesDeQuelquUn } from './queries-situation.ts';

type Sur = ActeSurStructure & Pick<SurCible, 'enQualite'>;

/**
 * Accepts the requests of which all is now held; gives what they asked. What asks for more stays, and so does what the
 * actor may not decide on.
 */
export async function accepterAbonnementsServis(
  sur: Sur,
  compteId: number,
): Promise<DroitDEspace[]> {
  const surSoi = compteId === sur.acteurId;
  const { tx, structure } = sur;
  const structureId = structure.id;
  const demandes = await verrouillerDemandesSur(tx, { compteId, structureId });
  const { acquis } = await espacesDeQuelquUn(tx, compteId, structureId);
  const acceptees: DroitDEspace[] = [];
  for (const { id, nature } of demandes) {
    if (nature !== 'ABONNEMENT') continue;
    const demande = await verrouillerDemande(tx, id);
    if (demande?.nature !== 'ABONNEMENT' || !estServie(demande.lignes, acquis)) continue;
    const escaladee = demande.escaladeeLe !== null;
    if (permettre(sur, 'DECIDER_DEMANDE', { surSoi, escaladee }).kind !== 'permis') continue;
    await accorderLignesDAbonnement(tx, id, demande.lignes);
    await clore(sur, compteId, id);
    acceptees.push(...demande.lignes);
  }
  return acceptees;
}

async function clore(
  { tx, instant, acteurId, structure, enQualite }: Sur,
  compteId: number,
  demandeId: number,
): Promise<void> {
  const etat = 'ACCEPTEE';
  const decideur = { compteId: acteurId, enQualite };
  await terminerDemande(tx, { id: demandeId, etat, decideur }, instant);
  const etape = { demandeId, quoi: etat, parCompteId: acteurId, enQualite } as const;
  await insererEtape(tx, etape, instant);
  const fin = { etat, motif: null, reduite: false } as const;
  const sujet = { demandeId, structure: structure.designation };
  // The event of the gift itself names the espaces.
  const { acte, courriel } = reponseDe('ABONNEMENT', fin, sujet);
  const structureId = structure.id;
  const objet = { objet: 'demande', objetId: demandeId, compteId, structureId } as const;
  await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte, ...objet });
  await ecrireA(tx, compteId, courriel, `demande-${demandeId}`, instant);
}
