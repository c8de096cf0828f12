// Imports a file of structures, one a line: the demo's, or any of that shape (screens §10).
import { appliquerStructures, type ResultatStructure } from '../../domain/structure/actions.ts';
import type { StructureFlux } from '../../domain/structure/flux.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { EnsembleDIds } from '../ensemble-d-ids.ts';
import { type Issue, type Journal, type LigneValide, parcourir } from '../parcours.ts';
import { garderRejets, sousRapport } from '../rapports.ts';
import { ligneJsonl } from './ligne-jsonl.ts';

export type BilanStructures = {
  etat: 'TERMINE' | 'ARRETE';
  lus: number;
  creees: number;
  modifiees: number;
  inchangees: number;
  rejetes: number;
};
type Fait = Exclude<ResultatStructure['kind'], 'doublon'>;

const COMPTEURS = { creee: 'creees', modifiee: 'modifiees', inchangee: 'inchangees' } as const;

/**
 * Creates or updates the structures of a file, plain or gzip; the same file run again changes
 * nothing. Without `controleSiret` a SIRET may lack its key: for the demo's fictional ones only.
 */
export function importerStructuresJsonl(
  sql: Sql,
  clock: Clock,
  fichier: string,
  journal: Journal,
  { controleSiret = true }: { controleSiret?: boolean } = {},
): Promise<BilanStructures> {
  const bilan: BilanStructures = {
    etat: 'ARRETE',
    lus: 0,
    creees: 0,
    modifiees: 0,
    inchangees: 0,
    rejetes: 0,
  };
  return sousRapport(sql, clock, { source: 'ANNUAIRE', fichier, bilan }, async (rapport) => {
    const appliquees = new EnsembleDIds();
    await parcourir<StructureFlux, Fait>({
      fichier,
      schema: ligneJsonl({ controleSiret }),
      appliquer: async (lot) => appliquerLot(sql, lot, appliquees, await clock()),
      compter: (fait) => {
        bilan[COMPTEURS[fait]] += 1;
      },
      garderRejets: (rejets) => garderRejets(sql, rapport, rejets),
      compteurs: bilan,
      journal,
    });
    bilan.etat = 'TERMINE';
    const { lus, creees, modifiees, inchangees, rejetes } = bilan;
    journal(
      `Import terminé : ${lus} lues, ${creees} créées, ${modifiees} modifiées, ` +
        `${inchangees} inchangées, ${rejetes} rejetées.`,
    );
    return bilan;
  });
}

async function appliquerLot(
  sql: Sql,
  lot: LigneValide<StructureFlux>[],
  appliquees: EnsembleDIds,
  instant: Date,
): Promise<Issue<Fait>[]> {
  const lignes = lot.map(({ numero, valeur }) => ({ numero, flux: valeur }));
  const faits = await appliquerStructures(sql, lignes, (id) => appliquees.contient(id), instant);
  return faits.map((fait) => {
    const { numero } = fait;
    if (fait.kind === 'doublon') return { numero, motif: 'structure déjà nommée dans ce fichier' };
    appliquees.ajouter(fait.structureId);
    return { numero, fait: fait.kind };
  });
}
