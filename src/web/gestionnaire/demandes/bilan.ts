// The report of a mass decision travels in its address: the ids, and why those that still wait were left so.
import { adresses } from '../../../domain/adresses.ts';
import type { IssueDeDecision } from '../../../domain/demande/actions-decision-masse.ts';
import type { FiltreDeFile } from '../../../domain/demande/file.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { lireIdentifiant } from '../../commun/identifiant.ts';
import { adresseAvec } from '../../commun/listes.ts';
import { fileEnTexte, lireFiltre } from './form.ts';

const RAISONS = [
  'interdite',
  'structureInactive',
  'compteInactif',
  'periodePassee',
  'serviceFerme',
  'nonRattache',
  'horsDePortee',
  'espaceFerme',
  'espaceReserve',
  'espaceParDefaut',
  'serviceInconnu',
  'rienAccorde',
] as const;
type Raison = (typeof RAISONS)[number];

/** What the report must tell: requests in order, the reasons known, how many were not the reader's. */
export type Bilan = {
  ids: number[];
  raisons: Map<number, Raison>;
  file: FiltreDeFile;
};

/** The address of the report: `12,13.serviceFerme`; what was decided is read back from the requests themselves. */
export function adresseDuBilan(issues: IssueDeDecision[], file: FiltreDeFile): string {
  const d = issues.map(({ demandeId, resultat: { kind } }) => {
    const raison = RAISONS.find((connue) => connue === kind);
    return raison ? `${demandeId}.${raison}` : String(demandeId);
  });
  return adresseAvec(adresses.bilanDeDemandes, { d: d.join(','), file: fileEnTexte(file) });
}

/** The report that an address asks for. */
export function lireBilan(query: unknown): Bilan {
  const { d = '', file = '' } = lireSaisies(query);
  const raisons = new Map<number, Raison>();
  const ids = d.split(',').flatMap((morceau) => {
    const [id, code] = morceau.split('.');
    const lu = lireIdentifiant(id);
    const raison = RAISONS.find((connue) => connue === code);
    if (lu !== null && raison) raisons.set(lu, raison);
    return lu === null ? [] : [lu];
  });
  const filtre = lireFiltre(Object.fromEntries(new URLSearchParams(file)));
  return { ids: [...new Set(ids)], raisons, file: filtre };
}
