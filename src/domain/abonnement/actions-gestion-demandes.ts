// A gift of a manager answers the pending requests of the person for the same espaces (model §2).
import { insererEtape, terminerDemande, verrouillerDemande } from '../demande/queries.ts';
import { reponseDe } from '../demande/reponse.ts';
import { permettre } from '../droits/acte.ts';
import { journaliser } from '../journal/queries.ts';
import { ecrireA, type SurCible } from '../rattachement/actions-gestion.ts';
import { verrouillerDemandesSur } from '../rattachement/queries-utilisateurs-demandes.ts';
import { estServie } from './acceptation.ts';
import { accorderLignesDAbonnement } from './queries-ecriture.ts';
import { espacesDeQuelquUn } from './queries-situation.ts';

/** Accepts the requests of which all is now held; gives how many. What asks for more stays. */
export async function accepterAbonnementsServis(sur: SurCible, compteId: number): Promise<number> {
  const surSoi = compteId === sur.acteurId;
  if (permettre(sur, 'DECIDER_DEMANDE', { surSoi }).kind !== 'permis') return 0;
  const { tx, structure } = sur;
  const structureId = structure.id;
  const demandes = await verrouillerDemandesSur(tx, { compteId, structureId });
  const { acquis } = await espacesDeQuelquUn(tx, compteId, structureId);
  let acceptees = 0;
  for (const { id, nature } of demandes) {
    if (nature !== 'ABONNEMENT') continue;
    const demande = await verrouillerDemande(tx, id);
    if (demande?.nature !== 'ABONNEMENT' || !estServie(demande.lignes, acquis)) continue;
    await accorderLignesDAbonnement(tx, id, demande.lignes);
    await clore(sur, compteId, id);
    acceptees += 1;
  }
  return acceptees;
}

async function clore(
  { tx, instant, acteurId, structure, enQualite }: SurCible,
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
