// Merges a register's file in the directory: one transaction, so that an import killed at any point leaves it whole.
import { jourCivil } from '../../platform/clock.ts';
import { ownTransaction } from '../../platform/postgres/own-transaction.ts';
import type { Connection, Sql } from '../../platform/postgres/sql.ts';
import { LE_PORTAIL, terminerServices } from './actions-fins.ts';
import {
  type Arret,
  type ColonneFiche,
  decideArret,
  type Garde,
  type Prevision,
  type QuoiFlux,
  type ServiceFlux,
  type SourceFlux,
  type StructureFlux,
} from './flux.ts';
import { verrouillerRattachementsDe } from './queries-fins.ts';
import {
  fermerServices,
  fermerStructures,
  insererServices,
  insererStructures,
  journaliserFermetures,
  modifierServices,
  modifierStructures,
  servicesFermes,
  verrouillerAnnuaire,
  verrouillerServices,
  verrouillerStructures,
} from './queries-flux-ecriture.ts';
import {
  classerServices,
  classerServicesAbsents,
  classerStructures,
  classerStructuresAbsentes,
  prevoirServices,
  prevoirStructures,
} from './queries-flux-effets.ts';
import {
  copierServices,
  copierStructures,
  ouvrirTampons,
  refuserServicesEnDouble,
  refuserServicesSansStructure,
  refuserStructuresEnDouble,
  trouverTypes,
} from './queries-flux-tampon.ts';

export type RaisonDeRefus = 'doublon' | 'structureInconnue';

/** A file, read once: its structures, then its services. */
export type Flux = {
  /** The register whose rows the file may close, when it is complete. */
  source: SourceFlux;
  complet: boolean;
  /** The columns that its lines carry. */
  colonnes: readonly ColonneFiche[];
  structures: AsyncIterable<StructureFlux>;
  services: AsyncIterable<ServiceFlux> | null;
  /** Told the lines that only the whole file shows to be wrong. */
  refuser(
    quoi: QuoiFlux,
    raison: RaisonDeRefus,
    pages: AsyncIterable<{ rang: number }[]>,
  ): Promise<void>;
  garde: Garde;
};

export type Fusion =
  | { kind: 'arretee'; arret: Arret }
  | { kind: 'appliquee'; structures: Prevision; services: Prevision | null };

/** Merges a file, or nothing of it. */
export function fusionnerFlux(sql: Sql, flux: Flux, instant: Date): Promise<Fusion> {
  const jour = jourCivil(instant);
  return ownTransaction(sql, async (tx) => {
    await recevoir(tx, flux);
    const { structures, services } = await prevoir(tx, flux, jour);
    const previsions = [
      { quoi: 'structures' as const, prevision: structures },
      ...(services ? [{ quoi: 'services' as const, prevision: services }] : []),
    ];
    const arret = flux.complet ? decideArret(previsions, flux.garde) : null;
    if (arret) return { kind: 'arretee', arret };
    return {
      kind: 'appliquee',
      structures: await ecrireStructures(tx, flux, { structures, services }, instant),
      services: services && (await ecrireServices(tx, services, jour, instant)),
    };
  });
}

async function recevoir(tx: Connection, { colonnes, structures, services, refuser }: Flux) {
  await ouvrirTampons(tx, colonnes);
  await copierStructures(tx, colonnes, structures);
  await refuser('structures', 'doublon', refuserStructuresEnDouble(tx));
  if (services) await copierServices(tx, services);
  await verrouillerAnnuaire(tx);
  if (!services) return;
  await trouverTypes(tx);
  await refuser('services', 'structureInconnue', refuserServicesSansStructure(tx));
  await refuser('services', 'doublon', refuserServicesEnDouble(tx));
}

async function prevoir(
  tx: Connection,
  { source, complet, colonnes, services }: Flux,
  jour: string,
): Promise<{ structures: Prevision; services: Prevision | null }> {
  await classerStructures(tx, colonnes);
  if (complet) await classerStructuresAbsentes(tx, source);
  const structures = await prevoirStructures(tx, source);
  if (!services) return { structures, services: null };
  await classerServices(tx, jour);
  if (complet) await classerServicesAbsents(tx, source, jour);
  return { structures, services: await prevoirServices(tx, source, jour) };
}

// Structures before services, as everybody who writes both: no two wait for each other.
async function ecrireStructures(
  tx: Connection,
  { colonnes }: Flux,
  { structures: prevision, services }: { structures: Prevision; services: Prevision | null },
  instant: Date,
): Promise<Prevision> {
  if (change(prevision) || (services && change(services)))
    await verrouillerStructures(tx, services !== null);
  if (change(prevision)) {
    await modifierStructures(tx, colonnes, instant);
    await fermerStructures(tx, instant);
  }
  if (prevision.effets.creee === 0) return prevision;
  return avecCreees(prevision, await insererStructures(tx, colonnes, instant));
}

async function ecrireServices(
  tx: Connection,
  prevision: Prevision,
  jour: string,
  instant: Date,
): Promise<Prevision> {
  const creees = prevision.effets.creee === 0 ? 0 : await insererServices(tx, instant);
  if (change(prevision)) {
    const fermes = await servicesFermes(tx);
    await verrouillerRattachementsDe(tx, fermes);
    await verrouillerServices(tx);
    await modifierServices(tx, instant);
    await fermerServices(tx, jour, instant);
    // People are told on their fil d'événements, not by mail: a file may close thousands of services at once.
    await terminerServices(tx, fermes, LE_PORTAIL, instant);
    await journaliserFermetures(tx, instant);
  }
  return avecCreees(prevision, creees);
}

function change({ effets }: Prevision): boolean {
  return effets.modifiee + effets.rouverte + effets.fermee + effets.absente > 0;
}

// What somebody created since the forecast is theirs.
function avecCreees({ effets, ...prevision }: Prevision, creee: number): Prevision {
  const autreSource = effets.autreSource + effets.creee - creee;
  return { ...prevision, effets: { ...effets, creee, autreSource } };
}
