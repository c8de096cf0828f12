// What became of each person, carried by the address of the report: outcome → ids, nothing stored.
import type { Suite } from '../../../../domain/rattachement/actions-gestion-nombre.ts';
import { adresseAvec } from '../../../commun/listes.ts';
import { type ActeDeGroupe, ecrireIds, lireIds } from './form.ts';

export type Issue = Suite['kind'];

/** What counts as done. */
const FAITS: readonly Issue[] = ['suspendu', 'repris', 'detache', 'modifie', 'donne'];
/** Every outcome that a report may hold. */
const ISSUES: Record<Issue, true> = {
  donne: true,
  dejaAcquis: true,
  nonRattache: true,
  horsDePortee: true,
  espaceFerme: true,
  espaceParDefaut: true,
  espaceReserve: true,
  espaceManquant: true,
  suspendu: true,
  repris: true,
  detache: true,
  modifie: true,
  inchange: true,
  dejaSuspendu: true,
  pasSuspendu: true,
  introuvable: true,
  interdit: true,
  principal: true,
  indisponible: true,
  motifRequis: true,
  conflit: true,
  droitsFinis: true,
  dernierGestionnaire: true,
  entiereRequise: true,
  structureInactive: true,
  compteInactif: true,
  rienDeDemande: true,
  tropDeServices: true,
  serviceInconnu: true,
  serviceFerme: true,
  finAvantDebut: true,
  periodePassee: true,
};

export const estFait = (issue: Issue) => FAITS.includes(issue);

/** The address of the report of these outcomes. */
export function adresseDuRapport(liste: string, acte: ActeDeGroupe, suites: Suite[]): string {
  const parIssue = Map.groupBy(suites, ({ kind }) => kind);
  const ids = [...parIssue].map(([issue, celles]) => [
    issue,
    ecrireIds(celles.map(({ rattachementId }) => rattachementId)),
  ]);
  return adresseAvec(`${liste}/actes/rapport`, { acte, ...Object.fromEntries(ids) });
}

/** The outcomes that an address holds. */
export function lireSuites(query: unknown): Map<number, Issue> {
  const suites = new Map<number, Issue>();
  const valeurs = query as Record<string, unknown>;
  for (const issue of Object.keys(ISSUES) as Issue[])
    for (const id of lireIds(valeurs[issue])) suites.set(id, issue);
  return suites;
}
