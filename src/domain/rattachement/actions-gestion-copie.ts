// Giving somebody the rights of another: holidays, arrivals, the same job (screens §9).
import type { Sql } from '../../platform/postgres/sql.ts';
import { comprend } from '../abonnement/abonnement.ts';
import { nommer, sansReponse, tenu } from '../abonnement/actions-gestion.ts';
import { accepterAbonnementsServis } from '../abonnement/actions-gestion-demandes.ts';
import { raconterAbonnements } from '../abonnement/fins.ts';
import { octroyerAbonnements } from '../abonnement/queries-ecriture.ts';
import { espacesDeQuelquUn, espacesSurStructure } from '../abonnement/queries-situation.ts';
import type { EspaceTenu } from '../espace/espace.ts';
import { ecrireA, sourceDe } from './actions-gestion.ts';
import {
  aDonner,
  agirSurDesignee,
  type Designee,
  octroyer,
  type RefusDOctroiA,
  raconterOctroi,
  type SurDesignee,
} from './actions-gestion-octroi.ts';
import type { Portee } from './portee.ts';
import { compteDuRattachement, verrouillerCible } from './queries-utilisateurs-cible.ts';
import { droitsACopier, lignesACopier } from './queries-utilisateurs-ecriture.ts';

export type Copie = Designee & {
  /** Whose rights are copied. */
  rattachementId: number;
};

export type ResultatCopie =
  | { kind: 'copie'; rattachementId: number }
  /** The source has none today. */
  | { kind: 'sansDroits' }
  | { kind: 'memePersonne' }
  | RefusDOctroiA;

/** Gives somebody the live lines and the granted abonnements of another, on top of their own; not the role. */
export async function copierDroits(
  sql: Sql,
  acteurId: number,
  { rattachementId, ...designee }: Copie,
  instant: Date,
): Promise<ResultatCopie> {
  const { structureId } = designee;
  const sourceId = await compteDuRattachement(sql, { structureId, rattachementId });
  if (sourceId === undefined) return { kind: 'introuvable' };
  const faire = async (sur: SurDesignee): Promise<ResultatCopie> => {
    const { tx, jour, compteId, cible } = sur;
    if (compteId === sourceId) return { kind: 'memePersonne' };
    const source = await verrouillerCible(tx, { structureId, compteId: sourceId }, jour);
    if (source?.rattachementId !== rattachementId) return { kind: 'introuvable' };
    const lignes = await lignesACopier(tx, rattachementId, jour);
    if (lignes.length === 0) return { kind: 'sansDroits' };
    const nouvelles = aDonner(lignes, cible);
    const donne =
      cible && nouvelles.length === 0
        ? { id: cible.rattachementId, nouveau: false, acceptees: 0 }
        : await octroyer(sur, nouvelles);
    const vers = { source: rattachementId, cible: donne.id };
    const portees = lignes.map(({ portee }) => portee);
    const { nombre: abonnements, espaces } = await copierEspaces(sur, vers, portees);
    if (nouvelles.length === 0 && abonnements === 0) return { kind: 'dejaRattache' };
    const details = { source: rattachementId, ajoutees: nouvelles.length, abonnements };
    if (nouvelles.length > 0) await raconterOctroi(sur, donne, details, espaces);
    // Where the answer to a request for a rattachement tells of that alone, and where espaces are all that is given.
    if (espaces.length > 0 && (nouvelles.length === 0 || donne.acceptees > 0))
      await prevenirDesEspaces(sur, donne.id, espaces);
    return { kind: 'copie', rattachementId: donne.id };
  };
  return agirSurDesignee(sql, acteurId, designee, instant, faire, [sourceId]);
}

// Gives them as a manager gives espaces; says how many were given, and which the person is still to be told of.
async function copierEspaces(
  sur: SurDesignee,
  { source, cible }: { source: number; cible: number },
  portees: Portee[],
): Promise<{ nombre: number; espaces: EspaceTenu[] }> {
  const { tx, structure, compteId, acteurId, enQualite, instant } = sur;
  const gestionnaire = sur.cible !== undefined && sur.cible.role !== 'UTILISATEUR';
  const droits = await droitsACopier(tx, source, { portees, gestionnaire });
  const { acquis } = await espacesDeQuelquUn(tx, compteId, structure.id);
  const nouveaux = droits.filter((droit) => !acquis.some((sien) => comprend(sien, droit)));
  if (nouveaux.length === 0) return { nombre: 0, espaces: [] };
  const qui = { compteId, rattachementId: cible, structureId: structure.id };
  const par = { parCompteId: acteurId, source: sourceDe(enQualite) };
  const ecrits = await octroyerAbonnements(tx, qui, nouveaux, par, instant);
  const auteur = { acteurCompteId: acteurId, enQualite };
  await raconterAbonnements(tx, ecrits, 'ABONNEMENT_ACCORDE', auteur, instant, { source });
  const acceptees = await accepterAbonnementsServis(sur, compteId);
  const donnes = nommer(ecrits, await espacesSurStructure(tx, structure.id));
  return { nombre: ecrits.length, espaces: sansReponse(donnes, acceptees).map(tenu) };
}

async function prevenirDesEspaces(
  { tx, compteId, structure, motif, instant }: SurDesignee,
  rattachementId: number,
  espaces: EspaceTenu[],
): Promise<void> {
  const courriel = {
    ...({ nature: 'RATTACHEMENT_ACCORDE', gain: 'ESPACE' } as const),
    ...{ espaces, structure: structure.designation, motif },
  };
  const periode = `espaces-${rattachementId}-${instant.getTime()}`;
  await ecrireA(tx, compteId, courriel, periode, instant);
}
