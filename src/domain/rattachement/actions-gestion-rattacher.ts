// Attaching somebody by their identifiant, without a request (screens §9).
import type { Sql } from '../../platform/postgres/sql.ts';
import { servicesDeLaStructure } from '../demande/queries-situation.ts';
import {
  aDonner,
  agirSurDesignee,
  type Designee,
  octroyer,
  type RefusDOctroiA,
  raconterOctroi,
} from './actions-gestion-octroi.ts';
import { porteesVoulues, type RefusDeSaisie, refusDesLignes } from './gestion-lignes.ts';
import type { Periode, Portee } from './portee.ts';

export type Rattachement = Designee & Periode & { portees: Portee[] };

export type ResultatRattachement =
  | { kind: 'rattache'; rattachementId: number }
  | { kind: RefusDeSaisie }
  | RefusDOctroiA;

/** Attaches an account as utilisateur, or adds to its rattachement; a pending request for the same is accepted. */
export async function rattacherCompte(
  sql: Sql,
  acteurId: number,
  { portees, dateDebut, dateFin, ...designee }: Rattachement,
  instant: Date,
): Promise<ResultatRattachement> {
  const voulues = porteesVoulues(portees).map((portee) => ({ portee, dateDebut, dateFin }));
  return agirSurDesignee<ResultatRattachement>(sql, acteurId, designee, instant, async (sur) => {
    const { tx, jour, structure, cible } = sur;
    const ids = voulues.flatMap(({ portee }) => portee ?? []);
    const services = await servicesDeLaStructure(tx, structure.id, ids);
    const situation = { jour, statutStructure: structure.statut, services };
    const refus = refusDesLignes(voulues, [], situation);
    if (refus) return { kind: refus };
    const nouvelles = aDonner(voulues, cible);
    if (nouvelles.length === 0) return { kind: 'dejaRattache' };
    const donne = await octroyer(sur, nouvelles);
    await raconterOctroi(sur, donne, { ajoutees: nouvelles.length });
    return { kind: 'rattache', rattachementId: donne.id };
  });
}
