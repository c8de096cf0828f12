// Applies a batch of structures that a register names: one transaction, a line all or nothing
// (model §1).
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { decideStructure, type StructureCourante, type StructureFlux } from './flux.ts';
import {
  insererService,
  insererStructure,
  modifierService,
  modifierStructure,
  verrouillerStructures,
} from './queries.ts';

export type StructureNumerotee = { numero: number; flux: StructureFlux };
export type ResultatStructure = { numero: number } & (
  | { kind: 'creee' | 'modifiee' | 'inchangee'; structureId: number }
  | { kind: 'doublon' }
);

/**
 * Creates or updates structures and their services. `dejaAppliquee` tells those that an earlier
 * batch of the same file named. What the database refuses throws, and the whole batch is undone.
 */
export function appliquerStructures(
  sql: Sql,
  lignes: StructureNumerotee[],
  dejaAppliquee: (structureId: number) => boolean,
  instant: Date,
): Promise<ResultatStructure[]> {
  return sql.begin(async (tx) => {
    const flux = lignes.map((ligne) => ligne.flux);
    const courantes = await verrouillerStructures(tx, flux);
    const parCle = new Map(courantes.map((structure) => [cle(structure), structure]));
    const vues = new Set<string>();
    return Promise.all(
      lignes.map(async ({ numero, flux }): Promise<ResultatStructure> => {
        const courante = parCle.get(cle(flux));
        const double = vues.has(cle(flux)) || (courante && dejaAppliquee(courante.id));
        vues.add(cle(flux));
        if (double) return { numero, kind: 'doublon' };
        return { numero, ...(await appliquer(tx, courante, flux, instant)) };
      }),
    );
  });
}

async function appliquer(
  tx: Transaction,
  courante: StructureCourante | undefined,
  flux: StructureFlux,
  instant: Date,
): Promise<{ kind: 'creee' | 'modifiee' | 'inchangee'; structureId: number }> {
  const decision = decideStructure(courante, flux);
  if (!courante || decision.kind === 'creer') {
    const structureId = await insererStructure(tx, flux, instant);
    for (const service of flux.services)
      await insererService(tx, structureId, flux.source, service, instant);
    return { kind: 'creee', structureId };
  }
  const { id } = courante;
  if (decision.kind === 'inchangee') return { kind: 'inchangee', structureId: id };
  if (decision.fiche) await modifierStructure(tx, id, decision.fiche, flux.fiche, instant);
  for (const service of decision.nouveaux)
    await insererService(tx, id, flux.source, service, instant);
  for (const { id: serviceId, valeurs, flux: service } of decision.modifies)
    await modifierService(tx, serviceId, valeurs, service, instant);
  return { kind: 'modifiee', structureId: id };
}

function cle(s: { typeIdentifiant: string; identifiant: string }): string {
  return `${s.typeIdentifiant} ${s.identifiant}`;
}
