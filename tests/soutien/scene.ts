// Sets scenes: rows written directly, with the least that a test must say; every field may be given.
import type { Connection, Sql } from '../../src/platform/postgres/sql.ts';

/** The instant of most scenes: Monday 23 November 2026, 10:00 in Paris. */
export const INSTANT = new Date('2026-11-23T09:00:00Z');
/** Its civil day. */
export const JOUR = '2026-11-23';

export const minutes = (nombre: number) => nombre * 60_000;
export const heures = (nombre: number) => nombre * 3_600_000;
/** An instant so many milliseconds after another. */
export const apres = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

let rang = 0;
type Champs = Record<string, unknown>;

async function inserer(sql: Connection, table: string, champs: Champs): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into ${sql(table)} ${sql(champs as never)} returning id`;
  if (!row) throw new Error(`no row in ${table}`);
  return row.id;
}

/** An active, verified account with a proved contact address; gives its id. */
export function creerCompte(sql: Connection, champs: Champs = {}): Promise<number> {
  rang += 1;
  return inserer(sql, 'compte', {
    identifiantConnexion: `agent-${rang}`,
    etat: 'ACTIF',
    nom: 'Dufour',
    prenom: 'Pauline',
    adresseElectronique: 'mairie@terneuil.fr',
    verifieLe: INSTANT,
    creeLe: INSTANT,
    activeLe: INSTANT,
    desactiveLe: champs['etat'] === 'INACTIF' ? INSTANT : null,
    modifieLe: INSTANT,
    ...champs,
  });
}

/** An active public structure; gives its id. */
export function creerStructure(sql: Connection, champs: Champs = {}): Promise<number> {
  rang += 1;
  return inserer(sql, 'structure', {
    typeIdentifiant: 'SIRET',
    identifiant: String(21_000_000_000_000 + rang),
    typeStructure: 'PUBLIQUE',
    statut: 'ACTIF',
    raisonSociale: `Commune ${rang}`,
    source: 'ANNUAIRE',
    creeLe: INSTANT,
    modifieLe: INSTANT,
    ...champs,
  });
}

/** A service of a structure; gives its id. */
export function creerService(
  sql: Connection,
  structureId: number,
  code: string,
  champs: Champs = {},
): Promise<number> {
  return inserer(sql, 'service', {
    structureId,
    code,
    libelle: code,
    source: 'ANNUAIRE',
    creeLe: INSTANT,
    modifieLe: INSTANT,
    ...champs,
  });
}

export type LigneDeScene = {
  serviceId?: number | null;
  dateDebut?: string;
  dateFin?: string | null;
  statut?: 'VALIDEE' | 'DESACTIVEE' | 'SUPPRIMEE';
};

/** Attaches an account to a structure, with its lines (one on the whole structure unless told); gives its id. */
export async function rattacher(
  sql: Connection,
  compteId: number,
  structureId: number,
  role: 'GESTIONNAIRE_PRINCIPAL' | 'GESTIONNAIRE_SECONDAIRE' | 'UTILISATEUR' = 'UTILISATEUR',
  lignes: LigneDeScene[] = [{}],
): Promise<number> {
  const instants = { origine: 'MADRHAS', creeLe: INSTANT, modifieLe: INSTANT };
  const id = await inserer(sql, 'rattachement', { compteId, structureId, role, ...instants });
  for (const ligne of lignes) await ajouterLigne(sql, id, structureId, ligne);
  return id;
}

/** One more line of a rattachement, live since the start of 2026 unless told; gives its id. */
export function ajouterLigne(
  sql: Connection,
  rattachementId: number,
  structureId: number,
  ligne: LigneDeScene = {},
): Promise<number> {
  return inserer(sql, 'rattachement_ligne', {
    rattachementId,
    structureId,
    serviceId: null,
    dateDebut: '2026-01-01',
    statut: 'VALIDEE',
    origine: 'MADRHAS',
    creeLe: INSTANT,
    modifieLe: INSTANT,
    ...ligne,
  });
}

/** A dated stand-in as gestionnaire secondaire; gives its id. */
export function deleguer(
  sql: Connection,
  compteId: number,
  structureId: number,
  [dateDebut, dateFin]: [string, string],
  champs: Champs = {},
): Promise<number> {
  const row = { structureId, compteId, dateDebut, dateFin, parCompteId: compteId, creeLe: INSTANT };
  return inserer(sql, 'delegation', { ...row, ...champs });
}

/** A granted abonnement on an espace, by the code of the espace; gives its id. */
export async function abonner(
  sql: Connection,
  compteId: number,
  rattachementId: number,
  structureId: number,
  espace: string,
  champs: Champs = {},
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`select id from espace where code = ${espace}`;
  return inserer(sql, 'abonnement', {
    compteId,
    rattachementId,
    structureId,
    espaceId: row?.id,
    mode: 'CONSULTATION',
    origine: 'GESTIONNAIRE',
    creeLe: INSTANT,
    modifieLe: INSTANT,
    ...champs,
  });
}

/** Makes the months in which a scene's events land; needed when its instants are not of today. */
export async function ouvrirMois(proprietaire: Sql, instant = INSTANT): Promise<void> {
  await proprietaire`select creer_partitions_evenement(${instant}, 1)`;
}

/** What the tests of the queue look at; the owner alone reads it. */
type CourrielLu = { nature: string; destinataire: string; jeton?: string } & Champs;

/** The mails in the queue, oldest first. */
export async function courrielsEnFile(proprietaire: Sql): Promise<CourrielLu[]> {
  const rows = await proprietaire<{ payload: CourrielLu }[]>`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'envoyer-courriel' order by j.id`;
  return rows.map(({ payload }) => payload);
}

type LigneLue = { acte: string; acteurCompteId: number | null; details: Champs };

/** The journal of an account, oldest first. */
export async function journalDe(sql: Connection, compteId: number): Promise<LigneLue[]> {
  const rows = await sql<LigneLue[]>`
    select acte, acteur_compte_id, details from journal where compte_id = ${compteId} order by id`;
  return [...rows];
}

/** What the fil d'événements of an account tells, oldest first. */
export async function filDe(sql: Connection, compteId: number): Promise<string[]> {
  const rows = await sql<{ quoi: string }[]>`
    select quoi from evenement where compte_id = ${compteId} order by id`;
  return rows.map(({ quoi }) => quoi);
}
