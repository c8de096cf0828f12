// The role of gestionnaire principal left vacant (model §3): taken over in one act by a secondaire, or asked for.
import { jourCivil } from '../../platform/clock.ts';
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { type CompteIndisponible, destinataireDe } from '../compte/acte.ts';
import { trouverCompte } from '../compte/queries.ts';
import {
  type ActeSurStructure,
  agirSurStructure,
  type EnQualite,
  permettre,
} from '../droits/acte.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import type { Courriel } from '../notification/notification.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { transmettreRole } from '../rattachement/queries-suppression.ts';
import { retirer } from './actions.ts';
import type { DelaisDeDemande } from './echeances.ts';
import { insererEtape, terminerDemande } from './queries.ts';
import { type Decideur, decideursDe } from './queries-echeances.ts';
import {
  insererReprise,
  lireRepreneur,
  lireRole,
  type RoleLu,
  verrouillerReprises,
} from './queries-reprise.ts';
import { decideReprise, finDOpposition, type RefusDeReprise } from './reprise.ts';

/** Stored, so in the language of the register. */
const ROLE_POURVU = 'Le rôle de gestionnaire principal est pourvu.';

export type ResultatPriseDeRole =
  | { kind: 'repris' }
  /** Not a secondaire: to be asked for. */
  | { kind: 'aDemander' }
  | { kind: RefusDeReprise }
  | { kind: 'introuvable' }
  | CompteIndisponible;

/** A gestionnaire secondaire takes the vacant role over, at once; a delegate never. */
export async function reprendreRole(
  sql: Sql,
  acteurId: number,
  structureId: number,
  instant: Date,
): Promise<ResultatPriseDeRole> {
  const avant = await lireRole(sql, structureId, jourCivil(instant));
  const comptes = avant?.ancienCompteId == null ? [] : [avant.ancienCompteId];
  const cadre = { acteurId, structureId, comptes };
  return agirSurStructure(sql, cadre, instant, async (sur): Promise<ResultatPriseDeRole> => {
    const { tx, jour } = sur;
    const role = await lireRole(tx, structureId, jour);
    const repreneur = await lireRepreneur(tx, acteurId, structureId, jour);
    if (!role || repreneur.rattachementId === null) return { kind: 'introuvable' };
    const decision = decideReprise(role, repreneur);
    if (decision.kind === 'demander') return { kind: 'aDemander' };
    if (decision.kind !== 'reprendre') return decision;
    const droit = permettre(sur, 'REPRENDRE_ROLE_VACANT', { surSoi: true, roleVacant: true });
    if (droit.kind !== 'permis') return { kind: 'introuvable' };
    const { rattachementId } = repreneur;
    await donnerRole(sur, role, { rattachementId, compteId: acteurId }, droit.enQualite);
    return { kind: 'repris' };
  });
}

/**
 * Gives the vacant role to somebody, journals it on both sides, tells the other managers, and ends the
 * take-overs that others asked for.
 */
export async function donnerRole(
  sur: ActeSurStructure,
  role: RoleLu,
  nouveau: { rattachementId: number; compteId: number },
  enQualite: EnQualite,
): Promise<void> {
  const { tx, instant, jour, acteurId } = sur;
  const { structureId, designation, ancienId, ancienCompteId } = role;
  const autres = await decideursDe(tx, structureId, jour);
  await transmettreRole(tx, { ancien: ancienId, nouveau: nouveau.rattachementId }, instant);
  const acte = { instant, acteurCompteId: acteurId, enQualite, structureId };
  const objet = { objet: 'rattachement', objetId: nouveau.rattachementId } as const;
  const { compteId } = nouveau;
  await journaliser(tx, { ...acte, ...objet, acte: 'PRINCIPAL_REPRIS', compteId });
  await annoncerAuCompte(tx, compteId, 'PRINCIPAL_REPRIS', instant, structureId);
  if (ancienId !== null && ancienCompteId !== null) {
    const perdu = { objet: 'rattachement', objetId: ancienId, compteId: ancienCompteId } as const;
    await journaliser(tx, { ...acte, ...perdu, acte: 'PRINCIPAL_REMPLACE' });
    await annoncerAuCompte(tx, ancienCompteId, 'PRINCIPAL_REMPLACE', instant, structureId);
  }
  const periode = `reprise-${nouveau.rattachementId}-${instant.getTime()}`;
  for (const autre of autres) {
    if (autre.compteId === compteId) continue;
    await annoncerAuCompte(tx, autre.compteId, 'PRINCIPAL_REMPLACE', instant, structureId);
    const courriel = { nature: 'PRINCIPAL_REMPLACE', structure: designation } as const;
    await ecrireA(tx, autre, courriel, periode, instant);
  }
  await finirRivales(sur, role, enQualite);
}

/** The role is held again: nobody else's request for it has an object any more. */
async function finirRivales(
  { tx, instant, acteurId }: ActeSurStructure,
  { structureId, designation }: RoleLu,
  enQualite: EnQualite,
): Promise<void> {
  for (const { id, compteId } of await verrouillerReprises(tx, structureId)) {
    if (compteId === acteurId) {
      await retirer(tx, id, { compteId, structureId }, instant);
      continue;
    }
    const decideur = { compteId: acteurId, enQualite };
    await terminerDemande(tx, { id, etat: 'REFUSEE', motif: ROLE_POURVU, decideur }, instant);
    const etape = { demandeId: id, quoi: 'REFUSEE', parCompteId: acteurId, enQualite } as const;
    await insererEtape(tx, { ...etape, commentaire: ROLE_POURVU }, instant);
    const objet = { objet: 'demande', objetId: id, compteId, structureId } as const;
    const acte = { instant, acteurCompteId: acteurId, enQualite, acte: 'REPRISE_REFUSEE' } as const;
    await journaliser(tx, { ...acte, ...objet });
    await annoncerAuCompte(tx, compteId, 'REPRISE_REFUSEE', instant, structureId, {
      demandeId: id,
    });
    const refus = { nature: 'REPRISE_REFUSEE', demandeId: id, motif: ROLE_POURVU } as const;
    await ecrireAuDemandeur(tx, { id, compteId }, { ...refus, structure: designation }, instant);
  }
}

/** Queues a mail to the author of a take-over, if they have an address. */
export async function ecrireAuDemandeur(
  tx: Transaction,
  { id, compteId }: { id: number; compteId: number },
  courriel: Courriel,
  instant: Date,
): Promise<void> {
  const demandeur = await trouverCompte(tx, compteId, instant);
  if (!demandeur || demandeur.adresseElectronique === null) return;
  const destinataire = destinataireDe(demandeur, demandeur.adresseElectronique);
  await mettreEnFile(tx, courriel, destinataire, `reprise-${id}`, instant);
}

/** Queues a mail to somebody who decides on the structure, if they have an address. */
async function ecrireA(
  tx: Transaction,
  { compteId, adresse, langue, nomComplet }: Decideur,
  courriel: Courriel,
  periode: string,
  instant: Date,
): Promise<void> {
  if (adresse === null) return;
  await mettreEnFile(tx, courriel, { compteId, adresse, langue, nomComplet }, periode, instant);
}

export type ResultatDemandeDeReprise =
  | { kind: 'demandee'; demandeId: number }
  /** A secondaire does not ask: the role is theirs to take. */
  | { kind: 'aReprendre' }
  | { kind: RefusDeReprise }
  | { kind: 'introuvable' }
  | CompteIndisponible;

/**
 * Files a « Demande de reprise » with its reason. It goes to the référents at once; whoever may
 * decide on the structure that day is warned and may oppose it.
 */
export function demanderReprise(
  sql: Sql,
  compteId: number,
  { structureId, motif }: { structureId: number; motif: string },
  instant: Date,
  delais: Pick<DelaisDeDemande, 'oppositionJours'>,
): Promise<ResultatDemandeDeReprise> {
  const cadre = { acteurId: compteId, structureId };
  return agirSurStructure(sql, cadre, instant, async (sur): Promise<ResultatDemandeDeReprise> => {
    const { tx, jour } = sur;
    const role = await lireRole(tx, structureId, jour);
    const repreneur = await lireRepreneur(tx, compteId, structureId, jour);
    if (!role || repreneur.rattachementId === null) return { kind: 'introuvable' };
    const decision = decideReprise(role, repreneur);
    if (decision.kind === 'reprendre') return { kind: 'aReprendre' };
    if (decision.kind !== 'demander') return decision;
    const demandeId = await insererReprise(tx, compteId, { structureId, motif }, instant);
    const etape = { demandeId, quoi: 'DEMANDEE', parCompteId: compteId } as const;
    await insererEtape(tx, { ...etape, enQualite: 'DEMANDEUR' }, instant);
    const objet = { objet: 'demande', objetId: demandeId, compteId, structureId } as const;
    const acte = { instant, acteurCompteId: compteId, ...objet };
    await journaliser(tx, { ...acte, acte: 'REPRISE_DEMANDEE' });
    await annoncerAuCompte(tx, compteId, 'REPRISE_DEMANDEE', instant, structureId, { demandeId });
    for (const decideur of await decideursDe(tx, structureId, jour)) {
      if (decideur.compteId === compteId) continue;
      await annoncerAuCompte(tx, decideur.compteId, 'REPRISE_SIGNALEE', instant, structureId, {
        demandeId,
      });
      const courriel: Courriel = {
        nature: 'REPRISE_SIGNALEE',
        demandeId,
        structure: role.designation,
        jour: finDOpposition(jour, delais),
      };
      await ecrireA(tx, decideur, courriel, `reprise-${demandeId}`, instant);
    }
    return { kind: 'demandee', demandeId };
  });
}
