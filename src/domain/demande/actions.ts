// What a person does with requests for a rattachement (guide p.10–11): ask, withdraw.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, verrouillerActif } from '../compte/acte.ts';
import { decideDroit } from '../droits/droits.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import { journaliser } from '../journal/queries.ts';
import type { Portee } from '../rattachement/portee.ts';
import { obtenirRattachement, octroyerLignes } from '../rattachement/queries-octroi.ts';
import { escalader } from './actions-echeances.ts';
import {
  type DecisionDemande,
  decideDemande,
  type EtatDemande,
  type RattachementDemande,
  type RefusDemande,
} from './demande.ts';
import { QUALITES_D_ETAPE, qualiteDe, situationOrdinaire } from './qualite.ts';
import { insererDemande, insererEtape, terminerDemande, verrouillerSienne } from './queries.ts';
import {
  type DroitsSurStructure,
  droitsSurStructure,
  estGeree,
  type StructureVerrouillee,
  servicesDeLaStructure,
  tenirStructure,
} from './queries-situation.ts';

/** `prouve`: the person gave the structure's whole identifier, which opens private ones (screens §6.1). */
export type SaisieDemande = RattachementDemande & { prouve: boolean };

export type ResultatDemande =
  | { kind: 'demandee'; demandeId: number }
  /** A manager's own request on what they manage (model §3). */
  | { kind: 'accordee' }
  | { kind: 'introuvable' }
  | { kind: RefusDemande }
  | CompteIndisponible;

/**
 * Files a request for a rattachement, or for more of one (screens §6.2). It goes to the managers of
 * the structure and counts once one of them accepts. Two at once from one account: the second sees
 * what the first asked.
 */
export function demanderRattachement(
  sql: Sql,
  compteId: number,
  saisie: SaisieDemande,
  instant: Date,
): Promise<ResultatDemande> {
  return sql.begin(async (tx): Promise<ResultatDemande> => {
    if (!(await verrouillerActif(tx, compteId, instant))) return { kind: 'indisponible' };
    const { structureId } = saisie;
    const jour = jourCivil(instant);
    const structure = await tenirStructure(tx, structureId);
    const droits = await droitsSurStructure(tx, compteId, structureId, jour);
    if (!structure || !connait(structure, droits, saisie)) return { kind: 'introuvable' };
    const decision = await decider(tx, structure, droits, saisie, jour);
    const sur = { compteId, structureId };
    if (decision.kind === 'accorder')
      return accorder(tx, sur, saisie, decision.portees, droits, instant);
    if (decision.kind !== 'demander') return decision;
    const demandeId = await insererDemande(tx, compteId, saisie, decision.portees, instant);
    const etape = { demandeId, quoi: 'DEMANDEE', parCompteId: compteId } as const;
    await insererEtape(tx, { ...etape, enQualite: 'DEMANDEUR' }, instant);
    await journaliser(tx, { ...surDemande(sur, demandeId, instant), acte: 'RATTACHEMENT_DEMANDE' });
    await annoncerAuCompte(tx, compteId, 'RATTACHEMENT_DEMANDE', instant, structureId, {
      demandeId,
    });
    // Nobody is there to decide: the référents are, from now on.
    if (!(await estGeree(tx, structureId, jour))) await escalader(tx, demandeId, instant);
    return { kind: 'demandee', demandeId };
  });
}

// A private structure exists only for who is attached to it or knows its whole identifier.
function connait(
  { typeStructure, typeIdentifiant }: StructureVerrouillee,
  { role, gere }: DroitsSurStructure,
  { prouve }: SaisieDemande,
): boolean {
  const publique = typeStructure === 'PUBLIQUE' && typeIdentifiant !== 'PARTICULIER';
  return publique || role !== null || gere || prouve;
}

async function decider(
  tx: Transaction,
  { id, statut }: StructureVerrouillee,
  { role, lignes, enCours, gere }: DroitsSurStructure,
  saisie: SaisieDemande,
  jour: string,
): Promise<DecisionDemande> {
  const voulus = saisie.portees.filter((portee) => portee !== null);
  const situation = situationOrdinaire(true, role !== null);
  const droit = decideDroit('ETENDRE_SES_DROITS', [qualiteDe({ role, gere })], situation);
  return decideDemande(saisie, {
    jour,
    statutStructure: statut,
    services: await servicesDeLaStructure(tx, id, voulus),
    lignes,
    enCours,
    // Nobody decides on their own first rattachement, a delegate no more than others.
    gere: droit.kind === 'permis' && role !== null,
    principal: role === 'GESTIONNAIRE_PRINCIPAL',
  });
}

type Cible = { compteId: number; structureId: number };

async function accorder(
  tx: Transaction,
  { compteId, structureId }: Cible,
  { dateDebut, dateFin }: SaisieDemande,
  portees: Portee[],
  droits: DroitsSurStructure,
  instant: Date,
): Promise<ResultatDemande> {
  const { id } = await obtenirRattachement(tx, compteId, structureId, instant);
  const lignes = portees.map((portee) => ({ portee, dateDebut, dateFin }));
  await octroyerLignes(tx, { id, structureId }, lignes, instant);
  const qualite = qualiteDe(droits);
  if (qualite === 'UTILISATEUR') throw new Error('managers alone are granted at once');
  await journaliser(tx, {
    instant,
    acteurCompteId: compteId,
    enQualite: QUALITES_D_ETAPE[qualite],
    acte: 'RATTACHEMENT_ETENDU',
    objet: 'rattachement',
    objetId: id,
    compteId,
    structureId,
  });
  await annoncerAuCompte(tx, compteId, 'RATTACHEMENT_ETENDU', instant, structureId);
  return { kind: 'accordee' };
}

export type ResultatRetrait =
  | { kind: 'retiree' }
  | { kind: 'introuvable' }
  /** Somebody decided meanwhile, or the person withdrew it in another tab. */
  | { kind: 'terminee'; etat: EtatDemande }
  | CompteIndisponible;

/** Withdraws one's own pending request. */
export function retirerDemande(
  sql: Sql,
  compteId: number,
  demandeId: number,
  instant: Date,
): Promise<ResultatRetrait> {
  return sql.begin(async (tx): Promise<ResultatRetrait> => {
    if (!(await verrouillerActif(tx, compteId, instant))) return { kind: 'indisponible' };
    const demande = await verrouillerSienne(tx, demandeId);
    if (demande?.compteId !== compteId) return { kind: 'introuvable' };
    const { etat, structureId } = demande;
    if (etat !== 'EN_COURS_DE_VALIDATION') return { kind: 'terminee', etat };
    await retirer(tx, demandeId, { compteId, structureId }, instant);
    return { kind: 'retiree' };
  });
}

/** Withdraws a locked pending request of its own author. */
export async function retirer(
  tx: Transaction,
  demandeId: number,
  { compteId, structureId }: Cible,
  instant: Date,
): Promise<void> {
  await terminerDemande(tx, { id: demandeId, etat: 'RETIREE', decideur: null }, instant);
  const etape = { demandeId, quoi: 'RETIREE', parCompteId: compteId } as const;
  await insererEtape(tx, { ...etape, enQualite: 'DEMANDEUR' }, instant);
  const ligne = surDemande({ compteId, structureId }, demandeId, instant);
  await journaliser(tx, { ...ligne, acte: 'DEMANDE_RETIREE' });
  await annoncerAuCompte(tx, compteId, 'DEMANDE_RETIREE', instant, structureId, { demandeId });
}

function surDemande(
  { compteId, structureId }: Cible,
  demandeId: number,
  instant: Date,
): Omit<LigneDeJournal, 'acte'> {
  const objet = { objet: 'demande', objetId: demandeId } as const;
  return { instant, acteurCompteId: compteId, ...objet, compteId, structureId };
}
