// `node tests/bench/evenements.ts [calls]`: a million events of invoices posted by ten thousand,
// against the same rows copied by SQL alone in the same run; the same calls again; the feed of
// somebody on 300 structures at the end.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ensureBuilt } from '../../scripts/fresh-build.ts';
import { creerJeton } from '../../src/domain/jeton/actions.ts';
import { type AdressesBase, preparerBase } from '../../src/platform/embedded/base.ts';
import { startPostgres } from '../../src/platform/embedded/postgres-server.ts';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { type CopyValue, copyIn } from '../../src/platform/postgres/copy.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { creerCompte } from '../soutien/scene.ts';
import { demarrerWeb, type ProgrammeWeb } from './programme-web.ts';

const APPELS = 100;
const LIGNES = 10_000;
const STRUCTURES = 20_000;
const TENUES = 300;
/** A connection of the pool keeps its plans after a few uses. */
const LECTURES = 200;
const AN_MS = 365 * 86_400_000;

/** Measures and prints. */
export async function benchEvenements(appels = APPELS): Promise<void> {
  ensureBuilt();
  const folder = await mkdtemp(path.join(tmpdir(), 'portail-bench-evenements-'));
  const outcome = await startPostgres(folder, ['shared_buffers=1GB', 'max_wal_size=4GB']);
  if (outcome.kind !== 'started') throw new Error('the benchmark’s PostgreSQL is already running');
  try {
    const notre = await preparerScene(await preparerBase(outcome.server, 'notre'));
    const plancher = await preparerScene(await preparerBase(outcome.server, 'plancher'));
    const web = await demarrerWeb(notre.adresses);
    await mesurer(appels, notre, plancher, web);
    await web.stop();
    await Promise.all([notre.sql.end(), plancher.sql.end()]);
  } finally {
    await outcome.server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Scene = { adresses: AdressesBase; sql: Sql; jeton: string; session: string };

async function preparerScene(adresses: AdressesBase): Promise<Scene> {
  const instant = new Date();
  await migrate(adresses.proprietaire, adresses.utilisateurPortail, instant);
  const sql = connect(adresses.proprietaire, { max: 1, name: 'bench-evenements' });
  await sql`
    insert into structure (type_identifiant, identifiant, type_structure, statut, raison_sociale, source, cree_le,
      modifie_le)
    select 'SIRET', (21000000000000 + n)::text, 'PUBLIQUE', 'ACTIF', 'Commune ' || n, 'ANNUAIRE', ${instant}, ${instant}
    from generate_series(1, ${STRUCTURES}::int) n`;
  const compteId = await creerCompte(sql);
  await sql`
    with r as (
      insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
      select ${compteId}, id, 'UTILISATEUR', 'MADRHAS', ${instant}, ${instant}
      from structure where id % ${Math.floor(STRUCTURES / TENUES)}::int = 0 limit ${TENUES}::int returning id, structure_id
    )
    insert into rattachement_ligne (rattachement_id, structure_id, date_debut, statut, origine, cree_le, modifie_le)
    select id, structure_id, '2026-01-01', 'VALIDEE', 'MADRHAS', ${instant}, ${instant} from r`;
  const session = nouveauJeton();
  await sql`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    values (${empreinte(session)}, ${compteId}, 'bench', 'bench', ${instant}, ${instant})`;
  const voulu = { source: 'bench', portee: 'evenements' } as const;
  const expireLe = new Date(instant.getTime() + AN_MS);
  const { jeton } = await creerJeton(sql, { ...voulu, expireLe }, instant);
  await sql`vacuum analyze`;
  return { adresses, sql, jeton, session };
}

const STATUTS = ['DEPOSEE', 'MISE_A_DISPOSITION', 'MANDATEE', 'MISE_EN_PAIEMENT', 'REJETEE'];

/** The lines of a call: each names an emitter and a recipient that the directory knows. */
function lignesDe(appel: number, instant: Date) {
  return Array.from({ length: LIGNES }, (_, i) => {
    const n = appel * LIGNES + i;
    return {
      idEvenement: `bench-${n}`,
      dateEvenement: instant.toISOString(),
      numeroFacture: `F2026-${n}`,
      statut: STATUTS[n % STATUTS.length],
      emetteur: {
        typeIdentifiant: 'SIRET',
        identifiant: String(21_000_000_000_001 + ((n * 7) % STRUCTURES)),
      },
      destinataire: {
        typeIdentifiant: 'SIRET',
        identifiant: String(21_000_000_000_001 + ((n * 11) % STRUCTURES)),
      },
      montantTtc: 1200.5,
    };
  });
}

async function mesurer(appels: number, notre: Scene, plancher: Scene, web: ProgrammeWeb) {
  const instant = new Date();
  const temps = { notre: 0, plancher: 0, encore: 0 };
  let dixieme = 0;
  for (let appel = 0; appel < appels; appel += 1) {
    if (appel === Math.ceil(appels / 10)) dixieme = pic(web.pid);
    const lignes = lignesDe(appel, instant);
    temps.notre += await chronometrer(() => poster(web, notre.jeton, lignes, LIGNES));
    temps.plancher += await chronometrer(() => copier(plancher.sql, lignes, instant));
  }
  const memoire = pic(web.pid);
  const encore = Math.min(appels, 10);
  for (let appel = 0; appel < encore; appel += 1)
    temps.encore += await chronometrer(() => poster(web, notre.jeton, lignesDe(appel, instant), 0));
  const [ecrits, attendus] = [await compter(notre.sql), await compter(plancher.sql)];
  if (ecrits !== attendus) throw new Error(`${ecrits} events, ${attendus} wanted`);
  await notre.sql`vacuum analyze`;
  const page = await lirePages(web, notre.session, '/evenements');
  const vide = await lirePages(web, notre.session, '/mentions-legales');
  const total = appels * LIGNES;
  ecrire(
    'events posted by HTTP',
    `${debit(total, temps.notre)} (${total} lines, ${ecrits} events)`,
  );
  ecrire('the same rows by COPY alone', debit(total, temps.plancher));
  ecrire('HTTP / COPY', `${((100 * temps.plancher) / temps.notre).toFixed(0)} %`);
  ecrire('the same calls again', `${debit(encore * LIGNES, temps.encore)}, nothing written`);
  ecrire(
    'peak memory of the web process',
    `${memoire} MB; ${dixieme} MB after a tenth of the calls`,
  );
  ecrire(
    'the feed of 300 structures, p50',
    `${page.toFixed(1)} ms (an empty page: ${vide.toFixed(1)} ms)`,
  );
}

async function poster(web: ProgrammeWeb, jeton: string, lignes: object[], attendues: number) {
  const reponse = await fetch(`${web.url}/evenements/v1/factures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${jeton}`, 'content-type': 'application/x-ndjson' },
    body: lignes.map((ligne) => JSON.stringify(ligne)).join('\n'),
  });
  const { acceptees } = (await reponse.json()) as { acceptees: number };
  if (acceptees !== attendues) throw new Error(`${acceptees} lines taken, ${attendues} wanted`);
}

// What nobody can do without: the ids and both sides' events, in the tables with their indexes, in
// one transaction.
async function copier(sql: Sql, lignes: ReturnType<typeof lignesDe>, instant: Date): Promise<void> {
  const quand = instant.toISOString();
  const connection = await sql.reserve();
  await connection`begin`;
  await copyIn(
    connection,
    connection`copy evenement_recu (source, id_externe, recu_le) from stdin`,
    Readable.from(lignes.map(({ idEvenement }): CopyValue[] => ['bench', idEvenement, quand])),
  );
  const evenements = lignes.flatMap((ligne): CopyValue[][] =>
    (
      [
        ['EMETTEUR', ligne.emetteur, 2],
        ['DESTINATAIRE', ligne.destinataire, 3],
      ] as const
    ).map(([role, { identifiant }, espaceId]) => {
      const details = JSON.stringify({
        numero: ligne.numeroFacture,
        statut: ligne.statut,
        role,
        emetteur: `Commune ${Number(ligne.emetteur.identifiant) - 21_000_000_000_000}`,
        destinataire: `Commune ${Number(ligne.destinataire.identifiant) - 21_000_000_000_000}`,
        montantTtc: ligne.montantTtc,
      });
      const structureId = Number(identifiant) - 21_000_000_000_000;
      return [quand, quand, 'FACTURE', 'FACTURE', structureId, espaceId, details];
    }),
  );
  await copyIn(
    connection,
    connection`
      copy evenement (recu_le, survenu_le, famille, quoi, structure_id, espace_id, details) from stdin`,
    Readable.from(evenements),
  );
  await connection`commit`;
  connection.release();
}

async function compter(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from evenement`;
  return row?.n ?? 0;
}

/** The highest resident memory that the process had. */
function pic(pid: number): number {
  const [, kilo = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilo) / 1024);
}

async function lirePages(web: ProgrammeWeb, session: string, chemin: string): Promise<number> {
  const temps: number[] = [];
  for (let n = 0; n < LECTURES; n += 1) {
    const duree = await chronometrer(async () => {
      const reponse = await fetch(`${web.url}${chemin}`, {
        headers: { cookie: web.cookie(session) },
      });
      if (reponse.status !== 200) throw new Error(`${reponse.status} from ${chemin}`);
      await reponse.text();
    });
    // The first ones plan their statements and compile their code.
    if (n >= LECTURES / 2) temps.push(duree);
  }
  return temps.toSorted((a, b) => a - b)[Math.floor(temps.length / 2)] ?? 0;
}

async function chronometrer(faire: () => Promise<unknown>): Promise<number> {
  const debut = performance.now();
  await faire();
  return performance.now() - debut;
}

const debit = (nombre: number, ms: number) =>
  `${Math.round((1000 * nombre) / ms).toLocaleString('en')} lines/s`;
const ecrire = (quoi: string, valeur: string) =>
  void process.stdout.write(`${quoi.padEnd(36)}${valeur}\n`);

if (import.meta.main) await benchEvenements(Number(process.argv[2] ?? APPELS));
