// What the page of a request needs to know, in two round trips: the request, then who decides and what they may do.
import type { FastifyRequest } from 'fastify';
import {
  changeUnSecondaire,
  type PartDuLecteur,
  partDuLecteur,
} from '../../domain/demande/acceptation.ts';
import { type DecisionRelance, decideRelance } from '../../domain/demande/echeances.ts';
import { qualiteDe } from '../../domain/demande/qualite.ts';
import {
  type AbonnementLu,
  type DemandeLue,
  demandeLisible,
  type RattachementLu,
} from '../../domain/demande/queries-lecture.ts';
import { lireDroits } from '../../domain/demande/queries-situation.ts';
import type { Role } from '../../domain/rattachement/rattachement.ts';
import type { Gestionnaire } from '../../domain/structure/fiche.ts';
import { gestionnairesDe } from '../../domain/structure/queries-fiche.ts';
import { jourCivil } from '../../platform/clock.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { WebContext } from '../commun/contexte.ts';
import { idDuChemin } from '../commun/identifiant.ts';

export type LectureDe<D extends DemandeLue> = {
  demande: D;
  gestionnaires: Gestionnaire[];
  /** What the reader may do now; null: nothing, it is theirs or it is over. */
  part: PartDuLecteur | null;
  /** The requester's role on the structure, for who decides. */
  role: Role | null;
  /** Whether its author may remind the managers today; null: it is not theirs, or is over. */
  relance: DecisionRelance | null;
  jour: string;
};
export type LectureDeDemande = LectureDe<RattachementLu> | LectureDe<AbonnementLu>;

/** True of a request for abonnements; the others are for a rattachement. */
export function surAbonnement(lue: LectureDeDemande): lue is LectureDe<AbonnementLu> {
  return lue.demande.nature === 'ABONNEMENT';
}

/** The request that the address names, as this person may read it; nothing when they may not. */
export async function lireLaDemande(
  request: FastifyRequest,
  { sql, delais }: WebContext,
): Promise<LectureDeDemande | undefined> {
  const id = idDuChemin(request.params);
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const demande = id === null ? undefined : await demandeLisible(sql, id, compteId, jour);
  if (!demande) return undefined;
  const { structureId, sienne, etat } = demande;
  const aDecider = !sienne && etat === 'EN_COURS_DE_VALIDATION';
  const [gestionnaires, lecteur, droits] = await Promise.all([
    gestionnairesDe(sql, structureId, jour),
    aDecider ? lireDroits(sql, compteId, structureId, jour) : null,
    aDecider ? lireDroits(sql, demande.compteId, structureId, jour) : null,
  ]);
  const derniere = jourCivil(demande.relanceeLe ?? demande.demandeeLe);
  const attend = sienne && etat === 'EN_COURS_DE_VALIDATION';
  const relance = attend ? decideRelance(derniere, jour, delais) : null;
  const commun = { gestionnaires, relance, jour };
  if (!lecteur || !droits) return avec(demande, { ...commun, part: null, role: null });
  const qualite = lecteur.gere ? qualiteDe(lecteur) : 'REFERENT';
  const role = droits.role;
  const change =
    demande.nature === 'RATTACHEMENT' && changeUnSecondaire(droits, demande.lignes, jour);
  return avec(demande, { ...commun, part: partDuLecteur(qualite, change), role });
}

// The two kinds apart: each keeps the type of its lines.
function avec(
  demande: DemandeLue,
  reste: Omit<LectureDe<DemandeLue>, 'demande'>,
): LectureDeDemande {
  return demande.nature === 'ABONNEMENT' ? { demande, ...reste } : { demande, ...reste };
}
