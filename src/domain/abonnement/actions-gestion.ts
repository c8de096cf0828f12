// What a manager does with the espaces of somebody attached (issue of the espaces): give some, withdraw some.
import type { Sql } from '../../platform/postgres/sql.ts';
import { servicesDeLaStructure } from '../demande/queries-situation.ts';
import type { EspaceTenu } from '../espace/espace.ts';
import type { DroitsAccordes, DroitsRetires } from '../notification/notification.ts';
import {
  agirSurRattachement,
  ecrireA,
  type RefusDActe,
  type SurCible,
  sourceDe,
  type Visee,
} from '../rattachement/actions-gestion.ts';
import type { DroitDEspace, EspaceDemandable, Mode } from './abonnement.ts';
import { accepterAbonnementsServis } from './actions-gestion-demandes.ts';
import { decideDon, type RefusDeDon } from './don.ts';
import { raconterAbonnements } from './fins.ts';
import { type AbonnementEcrit, octroyerAbonnements } from './queries-ecriture.ts';
import { terminerDuRattachement } from './queries-fins.ts';
import { espacesDeQuelquUn, espacesSurStructure } from './queries-situation.ts';

/** Espaces to give, by code. */
export type Don = { espaces: string[]; mode: Mode };

export type ResultatDeDon = { kind: 'donne' } | { kind: RefusDeDon } | RefusDActe;

/** Gives somebody espaces on all that they are attached to that day, without a request of theirs. */
export function donnerEspaces(
  sql: Sql,
  acteurId: number,
  { espaces: codes, mode, ...visee }: Visee & Don,
  instant: Date,
): Promise<ResultatDeDon> {
  return agirSurRattachement<ResultatDeDon>(sql, acteurId, visee, instant, async (sur) => {
    const { tx, cible, jour, structure, enQualite } = sur;
    const { compteId, rattachementId, lignes } = cible;
    const structureId = structure.id;
    const espaces = await espacesSurStructure(tx, structureId);
    const { acquis } = await espacesDeQuelquUn(tx, compteId, structureId);
    const ids = lignes.flatMap(({ portee }) => portee ?? []);
    const decision = decideDon(
      { espaces: codes, mode },
      {
        ...{ jour, statutStructure: structure.statut, lignes, espaces, acquis },
        services: await servicesDeLaStructure(tx, structureId, ids),
        etatCompte: cible.compteActif ? 'ACTIF' : 'INACTIF',
        gere: gereCeJour(cible, jour),
      },
    );
    if (decision.kind !== 'donner') return decision;
    const par = { parCompteId: acteurId, source: sourceDe(enQualite) };
    const qui = { compteId, rattachementId, structureId };
    const ecrits = await octroyerAbonnements(tx, qui, decision.droits, par, instant);
    await raconter(sur, ecrits, 'ABONNEMENT_ACCORDE');
    const acceptees = await accepterAbonnementsServis(sur, compteId);
    const nouveaux = sansReponse(nommer(ecrits, espaces), acceptees);
    if (nouveaux.length > 0)
      await prevenir(sur, {
        ...{ nature: 'RATTACHEMENT_ACCORDE', gain: 'ESPACE' },
        espaces: nouveaux.map(tenu),
      });
    return { kind: 'donne' };
  });
}

export type ResultatDeRetrait = { kind: 'retires' } | { kind: 'dejaFinis' } | RefusDActe;

/** Ends abonnements of somebody; the reason, mandatory, is told to them. */
export function retirerAbonnements(
  sql: Sql,
  acteurId: number,
  { ids, ...visee }: Visee & { ids: number[] },
  instant: Date,
): Promise<ResultatDeRetrait> {
  return agirSurRattachement<ResultatDeRetrait>(sql, acteurId, visee, instant, async (sur) => {
    const { tx, cible, motif, structure } = sur;
    if (motif === null) return { kind: 'motifRequis' };
    const finis = await terminerDuRattachement(tx, cible.rattachementId, ids, instant);
    if (finis.length === 0) return { kind: 'dejaFinis' };
    await raconter(sur, finis, 'ABONNEMENT_RETIRE');
    const espaces = await espacesSurStructure(tx, structure.id);
    await prevenir(sur, {
      ...{ nature: 'DROITS_RETIRES', perte: 'ESPACE_RETIRE' },
      espaces: nommer(finis, espaces).map(tenu),
    });
    return { kind: 'retires' };
  });
}

function gereCeJour({ role, delegations }: SurCible['cible'], jour: string): boolean {
  return (
    role !== 'UTILISATEUR' ||
    delegations.some(({ dateDebut, dateFin }) => dateDebut <= jour && jour <= dateFin)
  );
}

function raconter(
  { tx, acteurId, enQualite, instant }: SurCible,
  abonnements: AbonnementEcrit[],
  acte: 'ABONNEMENT_ACCORDE' | 'ABONNEMENT_RETIRE',
): Promise<void> {
  const auteur = { acteurCompteId: acteurId, enQualite };
  return raconterAbonnements(tx, abonnements, acte, auteur, instant);
}

/** The espaces of abonnements, in the order of the catalogue. */
export function nommer<E extends EspaceTenu>(
  abonnements: readonly AbonnementEcrit[],
  espaces: readonly E[],
): E[] {
  return espaces.filter(({ code }) => abonnements.some(({ espace }) => espace === code));
}

/** The espaces given that no answer to a request of the person tells of already. */
export function sansReponse<E extends Pick<EspaceDemandable, 'id'>>(
  espaces: readonly E[],
  acceptees: readonly DroitDEspace[],
): E[] {
  return espaces.filter(({ id }) => !acceptees.some(({ espaceId }) => espaceId === id));
}

/** What a mail says of an espace. */
export const tenu = ({ code, libelleFr, libelleEn }: EspaceTenu): EspaceTenu => ({
  ...{ code, libelleFr, libelleEn },
});

async function prevenir(
  { tx, cible, structure, motif, instant }: SurCible,
  courriel: DroitsAccordes | DroitsRetires,
): Promise<void> {
  const { compteId, rattachementId } = cible;
  const entier = { ...courriel, structure: structure.designation, motif };
  const periode = `espaces-${rattachementId}-${instant.getTime()}`;
  await ecrireA(tx, compteId, entier, periode, instant);
}
