// What every decision on a request shares, whatever its nature: locks, the right, the end that both sides are told.
import type { Sql } from '../../platform/postgres/sql.ts';
import type { LigneDemandee } from '../abonnement/acceptation.ts';
import { type CompteIndisponible, destinataireDe } from '../compte/acte.ts';
import type { Compte } from '../compte/compte.ts';
import { trouverCompte } from '../compte/queries.ts';
import { type ActeSurStructure, agirSurStructure, permettre } from '../droits/acte.ts';
import type { Details } from '../evenement/evenement.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { mettreEnFile } from '../notification/queries.ts';
import { changeUnSecondaire, type LigneDeDroit } from './acceptation.ts';
import type { EtatDemande, QualiteEtape } from './demande.ts';
import {
  type DemandeVerrouillee,
  insererEtape,
  lireDemande,
  terminerDemande,
  verrouillerDemande,
} from './queries.ts';
import { type DroitsSurStructure, droitsSurStructure } from './queries-situation.ts';
import { type Fin, reponseDe } from './reponse.ts';

/** Why nothing is decided, whatever is asked. */
export type RefusDeDecider =
  /** The actor may not know that it exists, or it does not. */
  | { kind: 'introuvable' }
  /** The actor sees it and may not decide: their own request, the role of a secondaire. */
  | { kind: 'interdite' }
  /** A référent says why they change the role of a secondaire. */
  | { kind: 'motifRequis' }
  /** Somebody decided first (`par`), or it was withdrawn, or it expired. */
  | { kind: 'terminee'; etat: EtatDemande; par: string | null }
  | CompteIndisponible;

/** A decision under way: the accounts, the structure, the rattachement and the request are locked. */
export type Decidee<L> = {
  sur: ActeSurStructure;
  enQualite: Exclude<QualiteEtape, 'DEMANDEUR'>;
  demande: Omit<DemandeVerrouillee, 'compteId' | 'lignes'> & { compteId: number; lignes: L[] };
  demandeur: Compte;
  /** What the requester holds on the structure. */
  droits: DroitsSurStructure;
};

type ADecider = { acteurId: number; demandeId: number; motif: string | null };

/** What is done of a request, by its nature; one that has nothing here is not found. */
export type Actes<R> = {
  RATTACHEMENT?: (decidee: Decidee<LigneDeDroit>) => Promise<R>;
  ABONNEMENT?: (decidee: Decidee<LigneDemandee>) => Promise<R>;
};

/** Locks in the order that every act keeps (accounts, structure, rattachement, request), asks the matrix, decides. */
export async function decider<R>(
  sql: Sql,
  { acteurId, demandeId, motif }: ADecider,
  instant: Date,
  actes: Actes<R>,
): Promise<R | RefusDeDecider> {
  const lue = await lireDemande(sql, demandeId);
  if (!lue || lue.compteId === null) return { kind: 'introuvable' };
  const { compteId, structureId } = lue;
  const cadre = { acteurId, structureId, comptes: [compteId] };
  return agirSurStructure<R | RefusDeDecider>(sql, cadre, instant, async (sur) => {
    const { tx, jour, acteur } = sur;
    const droits = await droitsSurStructure(tx, compteId, structureId, jour);
    const demande = await verrouillerDemande(tx, demandeId);
    const demandeur = await trouverCompte(tx, compteId, instant);
    if (!demande || !demandeur || !actes[demande.nature]) return { kind: 'introuvable' };
    const escaladee = demande.escaladeeLe !== null;
    const surSoi = acteurId === compteId;
    const permission = permettre(sur, 'DECIDER_DEMANDE', { surSoi, escaladee });
    if (permission.kind !== 'permis')
      return { kind: surSoi || acteur.gere ? 'interdite' : 'introuvable' };
    const { etat, decideePar: par } = demande;
    if (etat !== 'EN_COURS_DE_VALIDATION') return { kind: 'terminee', etat, par };
    const { enQualite } = permission;
    const commun = { sur, enQualite, demandeur, droits };
    if (demande.nature === 'ABONNEMENT')
      return actes.ABONNEMENT?.({ ...commun, demande: { ...demande, compteId } }) as Promise<R>;
    if (changeUnSecondaire(droits, demande.lignes, jour)) {
      // In the very quality that decides: who is a secondaire and a référent elsewhere gains nothing.
      const referent = enQualite === 'REFERENT';
      const qualites = sur.qualites.filter((qualite) => (qualite === 'REFERENT') === referent);
      const { kind } = permettre({ ...sur, qualites }, 'GERER_SECONDAIRE', { surSoi }, motif);
      if (kind !== 'permis') return { kind: kind === 'motifRequis' ? kind : 'interdite' };
    }
    return actes.RATTACHEMENT?.({ ...commun, demande: { ...demande, compteId } }) as Promise<R>;
  });
}

/** Ends a decided request; tells its timeline, the journal, its author. */
export async function clore(
  { sur: { tx, acteurId, structure, instant }, enQualite, demande, demandeur }: Decidee<unknown>,
  fin: Fin,
  details: Details = {},
): Promise<void> {
  const { id: demandeId, compteId, structureId, nature } = demande;
  const { etat, motif } = fin;
  const decideur = { compteId: acteurId, enQualite };
  const refus = etat === 'REFUSEE' ? motif : null;
  await terminerDemande(tx, { id: demandeId, etat, motif: refus, decideur }, instant);
  const etape = { demandeId, quoi: etat, parCompteId: acteurId, enQualite, commentaire: motif };
  await insererEtape(tx, etape, instant);
  const { acte, evenement, courriel } = reponseDe(nature, fin, {
    demandeId,
    structure: structure.designation,
  });
  const objet = { objet: 'demande', objetId: demandeId, compteId, structureId } as const;
  const precisions = etat === 'ACCEPTEE' && fin.reduite ? { reduite: true } : {};
  const ligne = { instant, acteurCompteId: acteurId, enQualite, acte, details: precisions };
  await journaliser(tx, { ...ligne, ...objet });
  await annoncerAuCompte(tx, compteId, evenement, instant, structureId, { demandeId, ...details });
  if (demandeur.adresseElectronique === null) return;
  const destinataire = destinataireDe(demandeur, demandeur.adresseElectronique);
  await mettreEnFile(tx, courriel, destinataire, `demande-${demandeId}`, instant);
}
