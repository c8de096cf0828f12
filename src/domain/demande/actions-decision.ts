// What a manager decides on a request for a rattachement: accept, refuse with a reason (model §2, §3).
import { jourCivil } from '../../platform/clock.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { destinataireDe } from '../compte/acte.ts';
import type { Compte } from '../compte/compte.ts';
import { trouverCompte, verrouillerComptes } from '../compte/queries.ts';
import { decideDroit, type Qualite } from '../droits/droits.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import type { Courriel } from '../notification/notification.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { obtenirRattachement, octroyerLignes } from '../rattachement/queries-octroi.ts';
import type { EtatDemande, QualiteEtape } from './demande.ts';
import { QUALITES_D_ETAPE, qualiteDe, situationOrdinaire } from './qualite.ts';
import {
  type DemandeVerrouillee,
  insererEtape,
  lireDemande,
  terminerDemande,
  verrouillerDemande,
} from './queries.ts';
import { droitsSurStructure, tenirStructure } from './queries-situation.ts';

export type ResultatDecision =
  | { kind: 'acceptee' }
  | { kind: 'refusee' }
  /** The actor may not know that it exists, or it does not. */
  | { kind: 'introuvable' }
  /** The actor sees it and may not decide: their own request, a role lost meanwhile. */
  | { kind: 'interdite' }
  /** Somebody decided first, or it was withdrawn. */
  | { kind: 'terminee'; etat: EtatDemande }
  | { kind: 'structureInactive' }
  | { kind: 'compteInactif' };

type Decidee = {
  tx: Transaction;
  acteurId: number;
  enQualite: Exclude<QualiteEtape, 'DEMANDEUR'>;
  demande: DemandeVerrouillee & { compteId: number };
  demandeur: Compte;
  structure: { id: number; designation: string };
  instant: Date;
};

/** Accepts a request: the right is written in the same transaction, and counts at the next page. */
export function validerRattachement(
  sql: Sql,
  acteurId: number,
  demandeId: number,
  instant: Date,
): Promise<ResultatDecision> {
  return decider(sql, acteurId, demandeId, instant, async (decidee, statut) => {
    if (statut === 'INACTIF') return { kind: 'structureInactive' };
    if (decidee.demandeur.etat === 'INACTIF') return { kind: 'compteInactif' };
    const { tx, demande, enQualite } = decidee;
    const { compteId, structureId } = demande;
    const { id, role, nouveau } = await obtenirRattachement(tx, compteId, structureId, instant);
    const principal = role === 'GESTIONNAIRE_PRINCIPAL';
    const lignes = demande.lignes.map((l) => (principal ? { ...l, dateFin: null } : l));
    await octroyerLignes(tx, { id, structureId }, lignes, instant);
    const objet = { objet: 'rattachement', objetId: id, compteId, structureId } as const;
    const acte = nouveau ? 'RATTACHEMENT_CREE' : 'RATTACHEMENT_MODIFIE';
    await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte, ...objet });
    await clore(decidee, 'ACCEPTEE', null);
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
  return decider(sql, acteurId, demandeId, instant, async (decidee) => {
    await clore(decidee, 'REFUSEE', motif);
    return { kind: 'refusee' };
  });
}

// Locks in the order that every act keeps: accounts, structure, request.
function decider(
  sql: Sql,
  acteurId: number,
  demandeId: number,
  instant: Date,
  acte: (decidee: Decidee, statut: 'ACTIF' | 'INACTIF') => Promise<ResultatDecision>,
): Promise<ResultatDecision> {
  return sql.begin(async (tx): Promise<ResultatDecision> => {
    const lue = await lireDemande(tx, demandeId);
    if (!lue || lue.compteId === null) return { kind: 'introuvable' };
    const { compteId } = lue;
    const etats = await verrouillerComptes(tx, [acteurId, compteId]);
    const structure = await tenirStructure(tx, lue.structureId);
    const droits = await droitsSurStructure(tx, acteurId, lue.structureId, jourCivil(instant));
    const demande = await verrouillerDemande(tx, demandeId);
    const demandeur = await trouverCompte(tx, compteId, instant);
    if (!structure || !demande || !demandeur) return { kind: 'introuvable' };
    const qualite: Qualite = etats.get(acteurId) === 'ACTIF' ? qualiteDe(droits) : 'UTILISATEUR';
    const situation = situationOrdinaire(acteurId === compteId, droits.role !== null);
    const droit = decideDroit('DECIDER_DEMANDE', [qualite], situation);
    if (droit.kind !== 'permis' || droit.enQualite === 'UTILISATEUR')
      return { kind: acteurId === compteId || droits.gere ? 'interdite' : 'introuvable' };
    if (demande.etat !== 'EN_COURS_DE_VALIDATION') return { kind: 'terminee', etat: demande.etat };
    const enQualite = QUALITES_D_ETAPE[droit.enQualite];
    const decidee = { tx, acteurId, enQualite, demandeur, structure, instant };
    return acte({ ...decidee, demande: { ...demande, compteId } }, structure.statut);
  });
}

async function clore(
  { tx, acteurId, enQualite, demande, demandeur, structure, instant }: Decidee,
  etat: 'ACCEPTEE' | 'REFUSEE',
  motif: string | null,
): Promise<void> {
  const { id, compteId, structureId } = demande;
  const decideur = { compteId: acteurId, enQualite };
  await terminerDemande(tx, { id, etat, motif, decideur }, instant);
  const etape = { demandeId: id, quoi: etat, parCompteId: acteurId, enQualite, commentaire: motif };
  await insererEtape(tx, etape, instant);
  const acte = etat === 'ACCEPTEE' ? 'DEMANDE_ACCEPTEE' : 'DEMANDE_REFUSEE';
  const objet = { objet: 'demande', objetId: id, compteId, structureId } as const;
  await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte, ...objet });
  await annoncerAuCompte(tx, compteId, acte, instant, structureId);
  if (demandeur.adresseElectronique === null) return;
  const courriel: Courriel =
    motif === null
      ? { nature: 'DEMANDE_ACCEPTEE', demandeId: id, structure: structure.designation }
      : { nature: 'DEMANDE_REFUSEE', demandeId: id, structure: structure.designation, motif };
  const destinataire = destinataireDe(demandeur, demandeur.adresseElectronique);
  await mettreEnFile(tx, courriel, destinataire, `demande-${id}`, instant);
}
