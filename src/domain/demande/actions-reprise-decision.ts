// What follows a « Demande de reprise » (model §3): a manager opposes it, a référent decides.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import type { CompteIndisponible } from '../compte/acte.ts';
import { type ActeSurStructure, agirSurStructure, permettre } from '../droits/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import type { Courriel } from '../notification/notification.ts';
import { donnerRole, ecrireAuDemandeur } from './actions-reprise.ts';
import type { QualiteEtape } from './demande.ts';
import type { DelaisDeDemande } from './echeances.ts';
import { QUALITES_D_ETAPE } from './qualite.ts';
import { insererEtape, terminerDemande } from './queries.ts';
import { type DemandeEnCours, verrouillerEnCours } from './queries-en-cours.ts';
import { lireRepreneur, lireReprise, lireRole, noterOpposition } from './queries-reprise.ts';
import { decideAcceptationDeReprise, finDOpposition } from './reprise.ts';

type Delais = Pick<DelaisDeDemande, 'oppositionJours'>;

export type ResultatOpposition =
  | { kind: 'opposee' }
  | { kind: 'dejaOpposee' }
  /** `jusqu`: the last day on which it could be. */
  | { kind: 'tropTard'; jusqu: string }
  | { kind: 'introuvable' }
  | CompteIndisponible;

/** A manager opposes a take-over, with a reason: only a référent may override it. */
export async function opposerReprise(
  sql: Sql,
  acteurId: number,
  { demandeId, motif }: { demandeId: number; motif: string },
  instant: Date,
  delais: Delais,
): Promise<ResultatOpposition> {
  const lue = await lireReprise(sql, demandeId);
  if (!lue) return { kind: 'introuvable' };
  const cadre = { acteurId, structureId: lue.structureId, comptes: [lue.compteId] };
  return agirSurStructure(sql, cadre, instant, async (sur): Promise<ResultatOpposition> => {
    const { tx, jour } = sur;
    const demande = await verrouillerEnCours(tx, demandeId, { attendre: true });
    const [qualite = 'UTILISATEUR'] = sur.qualites;
    if (!demande || !sur.acteur.gere || qualite === 'UTILISATEUR' || qualite === 'REFERENT')
      return { kind: 'introuvable' };
    // One's own request is withdrawn, not opposed.
    if (demande.compteId === acteurId) return { kind: 'introuvable' };
    if (demande.opposeeLe !== null) return { kind: 'dejaOpposee' };
    const jusqu = finDOpposition(jourCivil(demande.demandeeLe), delais);
    if (jour > jusqu) return { kind: 'tropTard', jusqu };
    await noterOpposition(tx, demandeId, instant);
    const enQualite = QUALITES_D_ETAPE[qualite];
    const etape = { demandeId, quoi: 'OPPOSEE', parCompteId: acteurId, enQualite } as const;
    await insererEtape(tx, { ...etape, commentaire: motif }, instant);
    await raconter(sur, demande, 'REPRISE_OPPOSEE', enQualite);
    const structure = demande.designation;
    const courriel = { nature: 'REPRISE_OPPOSEE', demandeId, structure, motif } as const;
    await ecrireAuDemandeur(tx, demande, courriel, instant);
    return { kind: 'opposee' };
  });
}

export type DecisionSaisie = {
  demandeId: number;
  accepter: boolean;
  /** Mandatory to refuse, and to override an opposition. */
  motif: string | null;
};

export type ResultatDecisionReprise =
  | { kind: 'acceptee' }
  | { kind: 'refusee' }
  | { kind: 'motifRequis' }
  | { kind: 'structureInactive' | 'roleTenu' | 'repreneurRefuse' }
  | { kind: 'opposable'; jusqu: string }
  /** A référent of another département, attached to the structure, or the author. */
  | { kind: 'introuvable' }
  /** Decided, withdrawn or expired meanwhile. */
  | { kind: 'terminee' }
  | CompteIndisponible;

/** A référent decides on a take-over of their départements: accepted, its author becomes gestionnaire principal. */
export async function deciderReprise(
  sql: Sql,
  referentId: number,
  saisie: DecisionSaisie,
  instant: Date,
  delais: Delais,
): Promise<ResultatDecisionReprise> {
  const lue = await lireReprise(sql, saisie.demandeId);
  if (!lue) return { kind: 'introuvable' };
  const { structureId, compteId } = lue;
  const avant = await lireRole(sql, structureId, jourCivil(instant));
  const comptes = [compteId, ...(avant?.ancienCompteId == null ? [] : [avant.ancienCompteId])];
  const cadre = { acteurId: referentId, structureId, comptes };
  return agirSurStructure(sql, cadre, instant, (sur) => decider(sur, lue, saisie, delais));
}

async function decider(
  sur: ActeSurStructure,
  { compteId, structureId }: { compteId: number; structureId: number },
  { demandeId, accepter, motif }: DecisionSaisie,
  delais: Delais,
): Promise<ResultatDecisionReprise> {
  const { tx, jour, acteurId, comptes } = sur;
  // To look at it the role need not be vacant any more: it may be refused all the same.
  const cible = { surSoi: compteId === acteurId, roleVacant: true };
  const referent = { ...sur, qualites: sur.qualites.filter((q) => q === 'REFERENT') };
  const droit = permettre(referent, 'REPRENDRE_ROLE_VACANT', cible);
  if (droit.kind !== 'permis') return { kind: 'introuvable' };
  const demande = await verrouillerEnCours(tx, demandeId, { attendre: true });
  if (!demande) return { kind: 'terminee' };
  if (!accepter) {
    if (motif === null) return { kind: 'motifRequis' };
    await clore(sur, demande, 'REFUSEE', motif);
    return { kind: 'refusee' };
  }
  const role = await lireRole(tx, structureId, jour);
  const repreneur = await lireRepreneur(tx, compteId, structureId, jour);
  if (!role) return { kind: 'introuvable' };
  const { rattachementId, entiere } = repreneur;
  const situation = {
    ...role,
    opposee: demande.opposeeLe !== null,
    demandee: jourCivil(demande.demandeeLe),
    jour,
    repreneurConvient: comptes.get(compteId) === 'ACTIF' && entiere,
  };
  const decision = decideAcceptationDeReprise(situation, motif, delais);
  if (decision.kind !== 'accepter') return decision;
  if (rattachementId === null) return { kind: 'repreneurRefuse' };
  if (decision.opposition === 'levee') await leverOpposition(sur, demande, motif);
  await clore(sur, demande, 'ACCEPTEE', motif);
  await donnerRole(sur, role, { rattachementId, compteId }, 'REFERENT');
  return { kind: 'acceptee' };
}

async function leverOpposition(
  sur: ActeSurStructure,
  demande: DemandeEnCours,
  motif: string | null,
): Promise<void> {
  const { tx, acteurId, instant } = sur;
  const etape = { demandeId: demande.id, quoi: 'OPPOSITION_LEVEE', parCompteId: acteurId } as const;
  await insererEtape(tx, { ...etape, enQualite: 'REFERENT', commentaire: motif }, instant);
  const { id, compteId, structureId } = demande;
  await journaliser(tx, {
    instant,
    acteurCompteId: acteurId,
    enQualite: 'REFERENT',
    acte: 'OPPOSITION_LEVEE',
    objet: 'demande',
    objetId: id,
    compteId,
    structureId,
  });
}

async function clore(
  sur: ActeSurStructure,
  demande: DemandeEnCours,
  etat: 'ACCEPTEE' | 'REFUSEE',
  motif: string | null,
): Promise<void> {
  const { tx, acteurId, instant } = sur;
  const { id, designation: structure } = demande;
  const decideur = { compteId: acteurId, enQualite: 'REFERENT' } as const;
  const conserve = etat === 'REFUSEE' ? motif : null;
  await terminerDemande(tx, { id, etat, motif: conserve, decideur }, instant);
  const etape = { demandeId: id, quoi: etat, parCompteId: acteurId } as const;
  await insererEtape(tx, { ...etape, enQualite: 'REFERENT', commentaire: motif }, instant);
  await raconter(sur, demande, `REPRISE_${etat}`, 'REFERENT');
  const courriel: Courriel =
    etat === 'ACCEPTEE'
      ? { nature: 'REPRISE_ACCEPTEE', demandeId: id, structure }
      : { nature: 'REPRISE_REFUSEE', demandeId: id, structure, motif: motif ?? '' };
  await ecrireAuDemandeur(tx, demande, courriel, instant);
}

async function raconter(
  { tx, acteurId, instant }: ActeSurStructure,
  { id, compteId, structureId }: DemandeEnCours,
  acte: 'REPRISE_OPPOSEE' | 'REPRISE_ACCEPTEE' | 'REPRISE_REFUSEE',
  enQualite: QualiteEtape,
): Promise<void> {
  const objet = { objet: 'demande', objetId: id, compteId, structureId } as const;
  await journaliser(tx, { instant, acteurCompteId: acteurId, enQualite, acte, ...objet });
  await annoncerAuCompte(tx, compteId, acte, instant, structureId, { demandeId: id });
}
