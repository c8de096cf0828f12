// Changing the services or the period of somebody attached (screens §9).
import type { Sql } from '../../platform/postgres/sql.ts';
import { finirPerdus, type Perdus } from '../abonnement/fins.ts';
import { prevenirDesPerdus } from '../abonnement/prevenir.ts';
import { servicesDeLaStructure } from '../demande/queries-situation.ts';
import {
  agirSurRattachement,
  type RefusDActe,
  raconterActe,
  type SurCible,
  sourceDe,
  type Visee,
} from './actions-gestion.ts';
import { accepterDemandesServies } from './actions-gestion-demandes.ts';
import {
  avecPeriode,
  type DecisionLignes,
  decideLignes,
  type LigneVoulue,
  type NouvellePeriode,
  porteesVoulues,
  type RefusDeLignes,
} from './gestion-lignes.ts';
import type { Periode, Portee } from './portee.ts';
import { marquerRattachement, terminerLignes } from './queries-flux-ecriture.ts';
import { changerPeriodes, creerLignes } from './queries-utilisateurs-ecriture.ts';

export type ResultatModification =
  | { kind: 'modifie' | 'inchange' }
  | { kind: RefusDeLignes }
  /** Somebody changed it since the page was opened. */
  | { kind: 'conflit' }
  | RefusDActe;

export type Modification = Visee & Periode & { portees: Portee[]; version: number };

/** Gives somebody these scopes and no other, all for one period; abonnements on the others end. */
export function modifierRattachement(
  sql: Sql,
  acteurId: number,
  { portees, dateDebut, dateFin, version, ...visee }: Modification,
  instant: Date,
): Promise<ResultatModification> {
  const voulues = porteesVoulues(portees).map((portee) => ({ portee, dateDebut, dateFin }));
  return agirSurRattachement<ResultatModification>(sql, acteurId, visee, instant, async (sur) =>
    sur.cible.version === version ? remplacer(sur, voulues) : { kind: 'conflit' },
  );
}

export type ResultatPeriode =
  | ResultatModification
  /** Nothing is left to give another period to: what is over is given anew, not revived. */
  | { kind: 'droitsFinis' };

/**
 * Gives the lines of somebody that are not over another end, and another start if wished: what is
 * done to many at once.
 */
export function changerPeriode(
  sql: Sql,
  acteurId: number,
  { dateDebut, dateFin, ...visee }: Visee & NouvellePeriode,
  instant: Date,
): Promise<ResultatPeriode> {
  const periode = { dateDebut, dateFin };
  return agirSurRattachement<ResultatPeriode>(sql, acteurId, visee, instant, async (sur) => {
    const voulues = avecPeriode(sur.cible.lignes, periode, sur.jour);
    return voulues ? remplacer(sur, voulues) : { kind: 'droitsFinis' };
  });
}

async function remplacer(sur: SurCible, voulues: LigneVoulue[]): Promise<ResultatModification> {
  const { tx, cible, jour, structure } = sur;
  const ids = voulues.flatMap(({ portee }) => portee ?? []);
  const services = await servicesDeLaStructure(tx, structure.id, ids);
  const situation = { jour, statutStructure: structure.statut, services };
  const decision = decideLignes(cible, voulues, situation);
  if (decision.kind !== 'modifier') return decision;
  // The espaces of lines that are over do not come back with another end of theirs.
  const avant = await finirPerdus(tx, [cible.rattachementId], sur.instant);
  const perdus = reunir(avant, await ecrire(sur, decision));
  if (!decision.reduit) await prevenirDesPerdus(tx, perdus, sur.instant);
  const { rattachementId, compteId } = cible;
  const { reduit, etendu, aCreer, aFinir } = decision;
  if (etendu) await accepterDemandesServies(sur, compteId);
  await raconterActe(sur, compteId, {
    acte: 'RATTACHEMENT_MODIFIE',
    details: { ajoutees: aCreer.length, retirees: aFinir.length, reduit, etendu },
    objet: { objet: 'rattachement', objetId: rattachementId },
    evenement: 'RATTACHEMENT_MODIFIE',
    courriel: courrielDe(decision, perdus.demandes.length),
  });
  return { kind: 'modifie' };
}

type AEcrire = Extract<DecisionLignes, { kind: 'modifier' }>;

async function ecrire(
  { tx, cible, structure, enQualite, instant }: SurCible,
  { aCreer, aChanger, aFinir }: AEcrire,
): Promise<Perdus> {
  const id = cible.rattachementId;
  const source = sourceDe(enQualite);
  await creerLignes(tx, { id, structureId: structure.id }, aCreer, source, instant);
  await changerPeriodes(tx, aChanger, source, instant);
  await marquerRattachement(tx, id, { termine: false }, instant);
  // Last: an abonnement lives on as long as one of the lines that stay covers it.
  return terminerLignes(tx, id, aFinir, instant);
}

const reunir = (avant: Perdus, apres: Perdus): Perdus => ({
  finis: [...avant.finis, ...apres.finis],
  demandes: [...avant.demandes, ...apres.demandes],
});

function courrielDe({ reduit, etendu }: AEcrire, demandesCloses: number) {
  if (reduit) return { nature: 'DROITS_RETIRES', perte: 'REDUIT', demandesCloses } as const;
  return etendu ? ({ nature: 'RATTACHEMENT_ACCORDE', gain: 'ETENDU' } as const) : null;
}
