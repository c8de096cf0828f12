// Receives what happened to invoices from the program that follows them (issue of the events), a
// batch a transaction.
import type { Sql } from '../../platform/postgres/sql.ts';
import {
  annoncerFactures,
  idsConnus,
  retenirIds,
  servicesNommes,
  structuresNommees,
} from './queries-reception.ts';
import {
  decideReception,
  type FactureRecue,
  type Partie,
  type PartiesConnues,
  type RefusDeFacture,
} from './reception.ts';

/** What became of a line: taken, known already, or refused. */
export type SortDeFacture = 'acceptee' | 'dejaRecue' | RefusDeFacture;

/**
 * Takes the events of a batch, each on its own; gives what became of each, in order. An event that
 * this source sent before changes nothing, be it in this very batch.
 */
export async function recevoirFactures(
  sql: Sql,
  source: string,
  factures: readonly FactureRecue[],
  instant: Date,
): Promise<SortDeFacture[]> {
  const connues = await partiesConnues(sql, factures);
  const decisions = factures.map((facture, n) => ({
    facture,
    decision: decideReception(facture, connues[n] ?? AUCUNE, instant),
  }));
  const [acceptables, refusables] = [new Set<string>(), new Set<string>()];
  for (const { facture, decision } of decisions)
    (decision.kind === 'acceptee' ? acceptables : refusables).add(facture.idEvenement);
  return sql.begin(async (tx) => {
    // Before those of this batch are kept: what was taken once stays so, whatever would be decided
    // of it now.
    const connus = await idsConnus(tx, source, [...refusables]);
    const nouveaux = await retenirIds(tx, source, [...acceptables], instant);
    const aDire = [];
    const sorts: SortDeFacture[] = [];
    for (const { facture, decision } of decisions) {
      if (decision.kind === 'refusee') {
        sorts.push(connus.has(facture.idEvenement) ? 'dejaRecue' : decision.refus);
        continue;
      }
      // Taken out of the set: a second line of the same id is one received before.
      const nouvelle = nouveaux.delete(facture.idEvenement);
      connus.add(facture.idEvenement);
      if (nouvelle)
        aDire.push(...decision.evenements.map((e) => ({ ...e, survenuLe: facture.dateEvenement })));
      sorts.push(nouvelle ? 'acceptee' : 'dejaRecue');
    }
    await annoncerFactures(tx, aDire, instant);
    return sorts;
  });
}

const AUCUNE: PartiesConnues = { emetteur: null, destinataire: null, service: null };

async function partiesConnues(
  sql: Sql,
  factures: readonly FactureRecue[],
): Promise<PartiesConnues[]> {
  const nommees = new Map(
    factures.flatMap(({ emetteur, destinataire }) =>
      [emetteur, destinataire].map((partie) => [cleDe(partie), partie] as const),
    ),
  );
  const structures = new Map(
    (await structuresNommees(sql, [...nommees.values()])).map((s) => [cleDe(s), s] as const),
  );
  const services = await servicesConnus(
    sql,
    factures,
    (partie) => structures.get(cleDe(partie))?.id,
  );
  return factures.map(({ emetteur, destinataire, codeService }) => {
    const chez = structures.get(cleDe(destinataire));
    const service = chez && codeService !== null ? services(chez.id, codeService) : undefined;
    return {
      emetteur: structures.get(cleDe(emetteur)) ?? null,
      destinataire: chez ?? null,
      service: service ?? null,
    };
  });
}

async function servicesConnus(
  sql: Sql,
  factures: readonly FactureRecue[],
  idDe: (partie: Partie) => number | undefined,
) {
  const voulus = new Map<string, { structureId: number; code: string }>();
  for (const { destinataire, codeService: code } of factures) {
    const structureId = idDe(destinataire);
    if (structureId !== undefined && code !== null)
      voulus.set(`${structureId} ${code}`, { structureId, code });
  }
  const trouves = new Map(
    (await servicesNommes(sql, [...voulus.values()])).map(
      (service) => [`${service.structureId} ${service.code}`, service] as const,
    ),
  );
  return (structureId: number, code: string) => trouves.get(`${structureId} ${code}`);
}

function cleDe({ typeIdentifiant, identifiant }: Partie): string {
  return `${typeIdentifiant} ${identifiant}`;
}
