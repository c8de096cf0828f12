// Giving somebody the rights of another: holidays, arrivals, the same job (screens §9).
import type { Sql } from '../../platform/postgres/sql.ts';
import {
  aDonner,
  agirSurDesignee,
  type Designee,
  octroyer,
  type RefusDOctroiA,
  raconterOctroi,
  type SurDesignee,
} from './actions-gestion-octroi.ts';
import { compteDuRattachement, verrouillerCible } from './queries-utilisateurs-cible.ts';
import { copierAbonnements, lignesACopier } from './queries-utilisateurs-ecriture.ts';

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
    const abonnements = await copierAbonnements(
      tx,
      {
        ...{ source: rattachementId, cible: donne.id, compteId, parCompteId: acteurId },
        portees: lignes.map(({ portee }) => portee),
        gestionnaire: cible !== undefined && cible.role !== 'UTILISATEUR',
      },
      instant,
    );
    if (nouvelles.length === 0 && abonnements === 0) return { kind: 'dejaRattache' };
    const details = { source: rattachementId, ajoutees: nouvelles.length, abonnements };
    await raconterOctroi(sur, donne, details);
    return { kind: 'copie', rattachementId: donne.id };
  };
  return agirSurDesignee(sql, acteurId, designee, instant, faire, [sourceId]);
}
