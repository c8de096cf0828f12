// What a manager, or a référent once it is escalated, decides on a request for a rattachement (model §2, §3).
import type { Sql } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, destinataireDe } from '../compte/acte.ts';
import type { Compte } from '../compte/compte.ts';
import { trouverCompte } from '../compte/queries.ts';
import { type ActeSurStructure, agirSurStructure, permettre } from '../droits/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import type { Courriel } from '../notification/notification.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { obtenirRattachement, octroyerLignes } from '../rattachement/queries-octroi.ts';
import {
  changeUnSecondaire,
  decideAcceptation,
  type Octroi,
  type RefusAcceptation,
} from './acceptation.ts';
import type { EtatDemande, QualiteEtape } from './demande.ts';
import {
  accorderLignes,
  type DemandeVerrouillee,
  insererEtape,
  lireDemande,
  terminerDemande,
  verrouillerDemande,
} from './queries.ts';
import {
  type DroitsSurStructure,
  droitsSurStructure,
  servicesDeLaStructure,
} from './queries-situation.ts';

export type ResultatDecision =
  | { kind: 'acceptee' }
  | { kind: 'refusee' }
  /** The actor may not know that it exists, or it does not. */
  | { kind: 'introuvable' }
  /** The actor sees it and may not decide: their own request, the role of a secondaire. */
  | { kind: 'interdite' }
  /** A référent says why they change the role of a secondaire. */
  | { kind: 'motifRequis' }
  /** Somebody decided first (`par`), or it was withdrawn, or it expired. */
  | { kind: 'terminee'; etat: EtatDemande; par: string | null }
  | { kind: RefusAcceptation }
  | CompteIndisponible;

/** How a request is accepted: `octroi` narrows it, `motif` is what a référent says. */
export type Acceptation = { octroi?: Octroi | null; motif?: string | null };

type Decidee = {
  sur: ActeSurStructure;
  enQualite: Exclude<QualiteEtape, 'DEMANDEUR'>;
  demande: DemandeVerrouillee & { compteId: number };
  demandeur: Compte;
  /** What the requester holds on the structure. */
  droits: DroitsSurStructure;
};

/** Accepts a request: the right is written in the same transaction, and counts at the next page. */
export function validerRattachement(
  sql: Sql,
  acteurId: number,
  demandeId: number,
  instant: Date,
  { octroi = null, motif = null }: Acceptation = {},
): Promise<ResultatDecision> {
  const acte = { acteurId, demandeId, motif };
  return decider(sql, acte, instant, async (decidee) => {
    const { sur, enQualite, demande, demandeur, droits } = decidee;
    const { tx, structure, jour } = sur;
    const { compteId, structureId, lignes: demandees } = demande;
    const voulus = demandees.map(({ portee }) => portee).filter((portee) => portee !== null);
    const decision = decideAcceptation(octroi, {
      jour,
      statutStructure: structure.statut,
      etatDemandeur: demandeur.etat,
      demandees,
      services: await servicesDeLaStructure(tx, structureId, voulus),
      principal: droits.role === 'GESTIONNAIRE_PRINCIPAL',
    });
    if (decision.kind !== 'accorder') return decision;
    const { lignes, reduite } = decision;
    const { id, nouveau } = await obtenirRattachement(tx, compteId, structureId, instant);
    await octroyerLignes(tx, { id, structureId }, lignes, instant);
    await accorderLignes(tx, demande.id, lignes);
    const objet = { objet: 'rattachement', objetId: id, compteId, structureId } as const;
    const quoi = nouveau ? 'RATTACHEMENT_CREE' : 'RATTACHEMENT_MODIFIE';
    await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte: quoi, ...objet });
    await clore(decidee, { etat: 'ACCEPTEE', motif, reduite });
    return { kind: 'acceptee' };
  });
}

/** Refuses a request; the reason, 255 characters at most, is shown to the person. */
export function refuserRattachement(
  sql: Sql,
  acteurId: number,
  { demandeId, motif }: { demandeId: number; motif: string },
  instant: Date,
): Promise<ResultatDecision> {
  return decider(sql, { acteurId, demandeId, motif }, instant, async (decidee) => {
    await clore(decidee, { etat: 'REFUSEE', motif });
    return { kind: 'refusee' };
  });
}

// Locks in the order that every act keeps: accounts, structure, rattachements, request.
async function decider(
  sql: Sql,
  { acteurId, demandeId, motif }: { acteurId: number; demandeId: number; motif: string | null },
  instant: Date,
  acte: (decidee: Decidee) => Promise<ResultatDecision>,
): Promise<ResultatDecision> {
  const lue = await lireDemande(sql, demandeId);
  if (!lue || lue.compteId === null) return { kind: 'introuvable' };
  const { compteId, structureId } = lue;
  const cadre = { acteurId, structureId, comptes: [compteId] };
  return agirSurStructure<ResultatDecision>(sql, cadre, instant, async (sur) => {
    const { tx, jour, acteur } = sur;
    const droits = await droitsSurStructure(tx, compteId, structureId, jour);
    const demande = await verrouillerDemande(tx, demandeId);
    const demandeur = await trouverCompte(tx, compteId, instant);
    if (!demande || !demandeur) return { kind: 'introuvable' };
    const escaladee = demande.escaladeeLe !== null;
    const surSoi = acteurId === compteId;
    const permission = permettre(sur, 'DECIDER_DEMANDE', { surSoi, escaladee });
    if (permission.kind !== 'permis')
      return { kind: surSoi || acteur.gere ? 'interdite' : 'introuvable' };
    const { etat, decideePar: par } = demande;
    if (etat !== 'EN_COURS_DE_VALIDATION') return { kind: 'terminee', etat, par };
    const { enQualite } = permission;
    if (changeUnSecondaire(droits, demande.lignes, jour)) {
      // In the very quality that decides: who is a secondaire and a référent elsewhere gains nothing.
      const referent = enQualite === 'REFERENT';
      const qualites = sur.qualites.filter((qualite) => (qualite === 'REFERENT') === referent);
      const { kind } = permettre({ ...sur, qualites }, 'GERER_SECONDAIRE', { surSoi }, motif);
      if (kind !== 'permis') return { kind: kind === 'motifRequis' ? kind : 'interdite' };
    }
    return acte({ sur, enQualite, demande: { ...demande, compteId }, demandeur, droits });
  });
}

type Fin =
  | { etat: 'ACCEPTEE'; motif: string | null; reduite: boolean }
  | { etat: 'REFUSEE'; motif: string };

async function clore(
  { sur: { tx, acteurId, structure, instant }, enQualite, demande, demandeur }: Decidee,
  fin: Fin,
): Promise<void> {
  const { id: demandeId, compteId, structureId } = demande;
  const { etat, motif } = fin;
  const decideur = { compteId: acteurId, enQualite };
  const refus = etat === 'REFUSEE' ? motif : null;
  await terminerDemande(tx, { id: demandeId, etat, motif: refus, decideur }, instant);
  const etape = { demandeId, quoi: etat, parCompteId: acteurId, enQualite, commentaire: motif };
  await insererEtape(tx, etape, instant);
  const acte = etat === 'ACCEPTEE' ? 'DEMANDE_ACCEPTEE' : 'DEMANDE_REFUSEE';
  const objet = { objet: 'demande', objetId: demandeId, compteId, structureId } as const;
  const details = etat === 'ACCEPTEE' && fin.reduite ? { reduite: true } : {};
  const ligne = { instant, acteurCompteId: acteurId, enQualite, acte, details } as const;
  await journaliser(tx, { ...ligne, ...objet });
  await annoncerAuCompte(tx, compteId, acte, instant, structureId, { demandeId });
  if (demandeur.adresseElectronique === null) return;
  const commun = { demandeId, structure: structure.designation };
  const courriel: Courriel =
    etat === 'ACCEPTEE'
      ? { nature: 'DEMANDE_ACCEPTEE', ...commun, reduite: fin.reduite }
      : { nature: 'DEMANDE_REFUSEE', ...commun, motif };
  const destinataire = destinataireDe(demandeur, demandeur.adresseElectronique);
  await mettreEnFile(tx, courriel, destinataire, `demande-${demandeId}`, instant);
}
