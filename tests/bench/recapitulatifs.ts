// A passage of digests, 100,000 accounts and a million events, against nodemailer alone with the same mails.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { ensureBuilt } from '../../scripts/fresh-build.ts';
import { preparerBase } from '../../src/platform/embedded/base.ts';
import { startPostgres } from '../../src/platform/embedded/postgres-server.ts';
import { connect } from '../../src/platform/postgres/connect.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { ROOT } from '../../src/platform/root.ts';
import { NODE_FLAGS } from '../e2e/soutien/programme.ts';
import { ouvrirRelais } from '../soutien/relais.ts';

const COMPTES = Number(process.env['BENCH_ACCOUNTS'] ?? 100_000);
const EVENEMENTS_PAR_COMPTE = 10;
const COMPTES_PAR_STRUCTURE = 5;
/** A Tuesday, eight in the morning in Paris. */
const INSTANT = '2026-11-24T07:00:00Z';
const MO = 1024 * 1024;

type Mesure = { dureeMs: number; memoire: number; cpuMs: number };

// Node reads no .tsx by itself: built as the program is.
const ENFANT = path.join(ROOT, 'dist', 'bench-recapitulatifs.js');

/** Sends the digests of a night, then the same mails by nodemailer alone; prints the ratio. */
export async function benchRecapitulatifs(): Promise<void> {
  ensureBuilt();
  await build({
    entryPoints: [path.join(import.meta.dirname, 'recapitulatifs-enfant.ts')],
    outfile: ENFANT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const dossier = await mkdtemp(path.join(tmpdir(), 'portail-bench-releves-'));
  const outcome = await startPostgres(dossier, ['shared_buffers=256MB', 'max_wal_size=4GB']);
  if (outcome.kind !== 'started') throw new Error('the benchmark’s PostgreSQL is already running');
  let recus = 0;
  const relais = await ouvrirRelais({
    recevoir: () => {
      recus += 1;
    },
  });
  try {
    const bases = await preparerBase(outcome.server, 'releves');
    await migrate(bases.proprietaire, bases.utilisateurPortail, new Date(INSTANT));
    const sql = connect(bases.proprietaire, { max: 1, name: 'bench' });
    await remplir(sql);
    await sql.end();
    const releves = await mesurer('releves', bases.portail, relais.smtpUrl);
    const envoyes = recus;
    recus = 0;
    const nu = await mesurer('nu', bases.portail, relais.smtpUrl);
    if (envoyes !== COMPTES || recus !== COMPTES)
      throw new Error(`${COMPTES} people, ${envoyes} digests, ${recus} mails of nodemailer alone`);
    rapporter(releves, nu);
  } finally {
    await relais.stop();
    await outcome.server.stop();
    await rm(dossier, { recursive: true, force: true });
  }
}

function rapporter(releves: Mesure, nu: Mesure): void {
  const parCourriel = (ms: number) => (ms / COMPTES).toFixed(2);
  process.stdout.write(
    `${`digests of ${COMPTES} people`.padEnd(28)} ${parCourriel(releves.dureeMs)} ms a mail (processor ` +
      `${parCourriel(releves.cpuMs)}), nodemailer alone ${parCourriel(nu.dureeMs)} ms (processor ${parCourriel(nu.cpuMs)}): ` +
      `${(releves.dureeMs / nu.dureeMs).toFixed(2)} × (wanted ≤ 2), ${Math.round(releves.memoire / MO)} MB (wanted ≤ 300)\n`,
  );
}

async function mesurer(mode: string, url: string, smtpUrl: string): Promise<Mesure> {
  const child = spawn(process.execPath, [...NODE_FLAGS, ENFANT, mode, url, smtpUrl, INSTANT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout)) as Mesure;
}

// Half of the events are one account's own, half go to the holders of « Factures reçues » on a structure.
const REMPLISSAGE = [
  `insert into compte (identifiant_connexion, etat, nom, prenom, adresse_electronique, verifie_le, cree_le, modifie_le, langue)
   select 'agent.' || n, 'ACTIF', 'Nom ' || n, 'Prénom', 'agent-' || n || '@example.org', '2026-01-01', '2026-01-01', '2026-01-01',
     case when n % 10 = 0 then 'en' else 'fr' end
   from generate_series(1, $comptes) n`,
  `insert into structure (type_identifiant, identifiant, type_structure, statut, raison_sociale, source, cree_le, modifie_le)
   select 'SIRET', (21000000000000 + n)::text, 'PUBLIQUE', 'ACTIF', 'Commune ' || n, 'ANNUAIRE', '2026-01-01', '2026-01-01'
   from generate_series(1, $structures) n`,
  `insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
   select n, 1 + n % $structures, case when n <= $structures then 'GESTIONNAIRE_PRINCIPAL' else 'UTILISATEUR' end, 'MADRHAS',
     '2026-01-01', '2026-01-01' from generate_series(1, $comptes) n`,
  `insert into rattachement_ligne (rattachement_id, structure_id, date_debut, statut, origine, cree_le, modifie_le)
   select id, structure_id, '2026-01-01', 'VALIDEE', 'MADRHAS', '2026-01-01', '2026-01-01' from rattachement`,
  `select creer_partitions_evenement('2026-11-23', 1)`,
  // Events of the night come in no order of account.
  `insert into evenement (recu_le, survenu_le, famille, quoi, compte_id)
   select '2026-11-23 20:00', '2026-11-23 20:00', 'COMPTE', 'PIECE_REJETEE', 1 + n % $comptes
   from generate_series(1, $evenements / 2) n`,
  `insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, espace_id, details)
   select '2026-11-23 21:00', '2026-11-23 21:00', 'FACTURE', 'FACTURE', 1 + n % $structures, 3, jsonb_build_object(
     'numero', 'F2026-' || n, 'statut', 'MISE_A_DISPOSITION', 'role', 'DESTINATAIRE', 'emetteur', 'Menuiserie Blin',
     'destinataire', 'Commune', 'montantTtc', n % 5000)
   from generate_series(1, $evenements / 2) n`,
];

async function remplir(sql: Sql): Promise<void> {
  const valeurs: Record<string, number> = {
    comptes: COMPTES,
    structures: Math.ceil(COMPTES / COMPTES_PAR_STRUCTURE),
    evenements: COMPTES * EVENEMENTS_PAR_COMPTE,
  };
  for (const ordre of REMPLISSAGE)
    await sql.unsafe(ordre.replaceAll(/\$(\w+)/g, (_, nom) => String(valeurs[nom])));
  await sql`analyze`;
  await sql`update releve set coupe_le = '2026-11-23 08:00', jour = '2026-11-23'`;
}

if (import.meta.main) await benchRecapitulatifs();
