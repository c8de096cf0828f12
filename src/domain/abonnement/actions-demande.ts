// « Ajouter un abonnement » (guide p.13, official operation demanderAbonnement): asked, or granted at once.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, verrouillerActif } from '../compte/acte.ts';
import { retirer } from '../demande/actions.ts';
import { escalader } from '../demande/actions-echeances.ts';
import { annoncerDemandeRecue } from '../demande/annonce.ts';
import { QUALITES_D_ETAPE, qualiteDe, situationOrdinaire } from '../demande/qualite.ts';
import { insererEtape, verrouillerDemande } from '../demande/queries.ts';
import {
  type DroitsSurStructure,
  droitsSurStructure,
  estGeree,
  servicesDeLaStructure,
  tenirStructure,
} from '../demande/queries-situation.ts';
import { decideDroit } from '../droits/droits.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { verrouillerDemandesSur } from '../rattachement/queries-utilisateurs-demandes.ts';
import {
  type AbonnementDemande,
  type DroitDEspace,
  decideDemandeAbonnement,
  type EspaceDemandable,
  type RefusAbonnement,
} from './abonnement.ts';
import { estServie } from './acceptation.ts';
import { raconterAbonnements } from './fins.ts';
import { insererDemandeDAbonnement, octroyerAbonnements } from './queries-ecriture.ts';
import { rattachementVivant } from './queries-fins.ts';
import { espacesDeQuelquUn, espacesSurStructure } from './queries-situation.ts';

export type ResultatDemande =
  /** `accordes`: some espaces need nobody's word, and count already. */
  | { kind: 'demandee'; demandeId: number; accordes: boolean }
  | { kind: 'accordee' }
  /** No such structure, or one where the person has nothing. */
  | { kind: 'introuvable' }
  | { kind: RefusAbonnement }
  | CompteIndisponible;

type Sur = {
  tx: Transaction;
  compteId: number;
  structureId: number;
  droits: DroitsSurStructure;
  instant: Date;
};

/**
 * Files a request for espaces, which goes to the managers of the structure; what needs no validation,
 * and what a manager asks for themselves, is granted at once (model §3). Two at once from one
 * account: the second sees what the first asked.
 */
export function demanderAbonnement(
  sql: Sql,
  compteId: number,
  saisie: AbonnementDemande,
  instant: Date,
): Promise<ResultatDemande> {
  return sql.begin(async (tx): Promise<ResultatDemande> => {
    if (!(await verrouillerActif(tx, compteId, instant))) return { kind: 'indisponible' };
    const { structureId } = saisie;
    const jour = jourCivil(instant);
    const structure = await tenirStructure(tx, structureId);
    const droits = await droitsSurStructure(tx, compteId, structureId, jour);
    if (!structure || droits.role === null) return { kind: 'introuvable' };
    const espaces = await espacesSurStructure(tx, structureId);
    const { role, gere, lignes } = droits;
    const droit = decideDroit(
      'ETENDRE_SES_DROITS',
      [qualiteDe({ role, gere })],
      situationOrdinaire(true, true),
    );
    const decision = decideDemandeAbonnement(saisie, {
      ...{ jour, statutStructure: structure.statut, lignes, gere, espaces },
      services: await servicesDeLaStructure(
        tx,
        structureId,
        saisie.portees.filter((portee) => portee !== null),
      ),
      ...(await espacesDeQuelquUn(tx, compteId, structureId)),
      aussitot: droit.kind === 'permis',
    });
    if (decision.kind !== 'retenir') return decision;
    const { aDemander, aAccorder } = decision;
    const sur = { tx, compteId, structureId, droits, instant };
    if (aAccorder.length > 0) await accorder(sur, aAccorder);
    if (aDemander.length === 0) return { kind: 'accordee' };
    const demandeId = await deposer(sur, saisie, aDemander, espaces);
    return { kind: 'demandee', demandeId, accordes: aAccorder.length > 0 };
  });
}

async function accorder(
  { tx, compteId, structureId, droits, instant }: Sur,
  voulus: DroitDEspace[],
): Promise<void> {
  const [rattachementId] = await rattachementVivant(tx, { compteId, structureId });
  if (rattachementId === undefined) throw new Error('only who is attached is granted an espace');
  const qualite = qualiteDe(droits);
  const source = qualite === 'UTILISATEUR' ? 'PERSONNE' : 'GESTIONNAIRE';
  const qui = { compteId, rattachementId, structureId };
  const par = { parCompteId: compteId, source } as const;
  const ecrits = await octroyerAbonnements(tx, qui, voulus, par, instant);
  const enQualite = qualite === 'UTILISATEUR' ? {} : { enQualite: QUALITES_D_ETAPE[qualite] };
  const auteur = { acteurCompteId: compteId, ...enQualite };
  await raconterAbonnements(tx, ecrits, 'ABONNEMENT_ACCORDE', auteur, instant);
  await retirerServies(tx, { compteId, structureId }, instant);
}

// Nobody decides on their own request: one that asks for nothing more is withdrawn in its author's name.
async function retirerServies(
  tx: Transaction,
  qui: { compteId: number; structureId: number },
  instant: Date,
): Promise<void> {
  const { acquis } = await espacesDeQuelquUn(tx, qui.compteId, qui.structureId);
  for (const { id, nature } of await verrouillerDemandesSur(tx, qui)) {
    if (nature !== 'ABONNEMENT') continue;
    const demande = await verrouillerDemande(tx, id);
    if (demande?.nature === 'ABONNEMENT' && estServie(demande.lignes, acquis))
      await retirer(tx, id, qui, instant);
  }
}

async function deposer(
  { tx, compteId, structureId, instant }: Sur,
  saisie: AbonnementDemande,
  voulus: DroitDEspace[],
  espaces: EspaceDemandable[],
): Promise<number> {
  const demandeId = await insererDemandeDAbonnement(tx, compteId, saisie, voulus, instant);
  const etape = { demandeId, quoi: 'DEMANDEE', parCompteId: compteId } as const;
  await insererEtape(tx, { ...etape, enQualite: 'DEMANDEUR' }, instant);
  await journaliser(tx, {
    ...{ instant, acteurCompteId: compteId, compteId, structureId },
    ...({ acte: 'ABONNEMENT_DEMANDE', objet: 'demande', objetId: demandeId } as const),
  });
  const details = { demandeId, ...espaceUnique(voulus, espaces) };
  await annoncerAuCompte(tx, compteId, 'ABONNEMENT_DEMANDE', instant, structureId, details);
  await annoncerDemandeRecue(tx, { structureId, demandeId }, instant);
  // Nobody is there to decide: the référents are, from now on.
  if (!(await estGeree(tx, structureId, jourCivil(instant))))
    await escalader(tx, demandeId, instant);
  return demandeId;
}

/** The espace that rights are about, where they are about one: its event names it. */
export function espaceUnique(
  droits: readonly Pick<DroitDEspace, 'espaceId'>[],
  espaces: readonly Pick<EspaceDemandable, 'id' | 'code'>[],
): { espace?: string } {
  const ids = new Set(droits.map(({ espaceId }) => espaceId));
  const code = espaces.find(({ id }) => ids.has(id))?.code;
  return ids.size === 1 && code ? { espace: code } : {};
}
