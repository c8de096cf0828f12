// What managers do with the espaces of their structure (model §3, §4): open one, close it with all that hangs on it.
import type { Sql } from '../../platform/postgres/sql.ts';
import { lignesDuJournal } from '../abonnement/fins.ts';
import { terminerDeLEspace } from '../abonnement/queries-fins.ts';
import { journaliserLot } from '../compte/queries-flux-ecriture.ts';
import { expirerLignes } from '../demande/queries-expiration.ts';
import { annoncerAuxComptes } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { mettreEnFilePourTous } from '../notification/queries.ts';
import {
  type ActeSurFiche,
  agirSurFiche,
  ligneSur,
  type RefusSurFiche,
} from '../structure/acte.ts';
import { lignesDeDemandes, uniques } from '../structure/actions-fins.ts';
import { peutOuvrir } from './ouverture.ts';
import {
  type Cible,
  comptesDeLEspace,
  ecrireFermeture,
  espaceDuCatalogue,
  insererOuverture,
  lignesDemandeesSurLEspace,
} from './queries-structure.ts';

export type ResultatOuverture =
  | { kind: 'ouvert' }
  | { kind: 'dejaOuvert' }
  /** No such espace, or not one that is opened on this type of structure. */
  | { kind: 'espaceRefuse' }
  | { kind: 'structureInactive' }
  | RefusSurFiche;

/** Opens an espace on a structure: people attached to it may ask for it from then on. */
export function ouvrirEspace(
  sql: Sql,
  acteurId: number,
  { structureId, code }: Cible,
  instant: Date,
): Promise<ResultatOuverture> {
  return agirSurFiche<ResultatOuverture>(sql, { acteurId, structureId }, instant, async (sur) => {
    const { tx, structure } = sur;
    const espace = await espaceDuCatalogue(tx, code);
    if (!espace || !peutOuvrir(espace, structure.typeStructure)) return { kind: 'espaceRefuse' };
    if (structure.statut === 'INACTIF') return { kind: 'structureInactive' };
    const ouverture = { structureId, code, parCompteId: acteurId };
    if (!(await insererOuverture(tx, ouverture, instant))) return { kind: 'dejaOuvert' };
    const ligne = ligneSur(sur, { objet: 'espace', objetId: espace.id });
    await journaliser(tx, { ...ligne, acte: 'ESPACE_OUVERT', details: { espace: code } });
    return { kind: 'ouvert' };
  });
}

export type ResultatFermeture =
  | { kind: 'ferme'; personnes: number }
  | { kind: 'dejaFerme' }
  | { kind: 'espaceRefuse' }
  | RefusSurFiche;

/** Closes an espace on a structure, at once: granted abonnements end, pending requests for it expire, people are told. */
export async function fermerEspace(
  sql: Sql,
  acteurId: number,
  { structureId, code }: Cible,
  instant: Date,
): Promise<ResultatFermeture> {
  const comptes = await comptesDeLEspace(sql, { structureId, code });
  return agirSurFiche<ResultatFermeture>(sql, { acteurId, structureId, comptes }, instant, (sur) =>
    fermer(sur, code),
  );
}

async function fermer(sur: ActeSurFiche, code: string): Promise<ResultatFermeture> {
  const { tx, instant, acteurId, enQualite, structure } = sur;
  const espace = await espaceDuCatalogue(tx, code);
  if (!espace) return { kind: 'espaceRefuse' };
  const cible = { structureId: structure.id, code };
  if (!(await ecrireFermeture(tx, cible, instant))) return { kind: 'dejaFerme' };
  const surEspace = { structureId: structure.id, espaceId: espace.id };
  const abonnes = await terminerDeLEspace(tx, surEspace, instant);
  const lignes = await lignesDemandeesSurLEspace(tx, cible);
  const demandes = await expirerLignes(tx, lignes, instant);
  const auteur = { acteurCompteId: acteurId, enQualite };
  await journaliserLot(tx, [
    ...lignesDuJournal(abonnes, 'ABONNEMENT_RETIRE', auteur, instant, { cause: 'ESPACE_FERME' }),
    ...lignesDeDemandes(demandes, auteur, instant),
  ]);
  const touches = uniques([...abonnes, ...demandes]);
  await annoncerAuxComptes(tx, touches, 'ESPACE_FERME', instant);
  await journaliser(tx, {
    ...ligneSur(sur, { objet: 'espace', objetId: espace.id }),
    acte: 'ESPACE_FERME',
    details: { espace: code, personnes: touches.length },
  });
  await mettreEnFilePourTous(
    tx,
    {
      nature: 'DROITS_RETIRES',
      structure: structure.designation,
      perte: 'ESPACE_FERME',
      motif: null,
    },
    touches.map(({ compteId }) => compteId),
    `espace-${structure.id}-${code}-${instant.getTime()}`,
    instant,
  );
  return { kind: 'ferme', personnes: touches.length };
}
