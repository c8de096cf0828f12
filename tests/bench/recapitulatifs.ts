// A Monday's passage of digests, 100,000 accounts and a million events, against nodemailer alone with the same mails.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
/** A Monday, eight in the morning in Paris: what comes weekly leaves too, with the managers' recap. */
const INSTANT = '2026-11-30T07:00:00Z';
const MO = 1024 * 1024;
/** Measured in turn, so that what else the machine does weighs on both; the median counts. */
const TRANCHES = 5;
const RAPPORT_MAX = 2;
const MEMOIRE_MAX_MO = 300;

export type Mesure = { dureeMs: number; memoire: number; cpuMs: number };

// Node reads no .tsx by itself: built as the program is.
const ENFANT = path.join(ROOT, 'dist', 'bench-recapitulatifs.js');

/** Sends the digests of a week, slice by slice, each followed by as many of the same mails by nodemailer alone. */
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
    const [releves, nu] = (['releves', 'nu'] as const).map((mode) =>
      ouvrirEnfant(mode, bases.portail, relais.smtpUrl),
    );
    const paires: [Mesure, Mesure][] = [];
    const comptes: number[] = [];
    for (let n = 0; releves && nu && n < TRANCHES; n += 1) {
      const premier = await releves.tranche();
      comptes.push(recus);
      paires.push([premier, await nu.tranche()]);
      comptes.push(recus);
    }
    await Promise.all([releves?.fin, nu?.fin]);
    const attendus = comptes.map((_, n) => ((n + 1) * COMPTES) / TRANCHES);
    if (String(comptes) !== String(attendus))
      throw new Error(`mails received: ${comptes}, expected ${attendus}`);
    rapporter(paires);
  } finally {
    await relais.stop();
    await outcome.server.stop();
    await rm(dossier, { recursive: true, force: true });
  }
}

function rapporter(paires: [Mesure, Mesure][]): void {
  const parCourriel = (ms: number) => ((ms / COMPTES) * TRANCHES).toFixed(2);
  const de = (rang: 0 | 1, quoi: 'dureeMs' | 'cpuMs') =>
    parCourriel(mediane(paires.map((paire) => paire[rang][quoi])));
  const rapports = paires.map(([releves, nu]) => releves.dureeMs / nu.dureeMs);
  const rapport = mediane(rapports);
  const memoire = Math.round(Math.max(...paires.map(([{ memoire: octets }]) => octets)) / MO);
  process.stdout.write(
    `${`digests of ${COMPTES} people`.padEnd(28)} ${de(0, 'dureeMs')} ms a mail (processor ${de(0, 'cpuMs')}), ` +
      `nodemailer alone ${de(1, 'dureeMs')} ms (processor ${de(1, 'cpuMs')}): ${rapport.toFixed(2)} × ` +
      `(${rapports.map((un) => un.toFixed(2)).join(', ')}; wanted ≤ ${RAPPORT_MAX}), ` +
      `${memoire} MB (wanted ≤ ${MEMOIRE_MAX_MO})\n`,
  );
  if (rapport > RAPPORT_MAX || memoire > MEMOIRE_MAX_MO) process.exitCode = 1;
}

function mediane(nombres: number[]): number {
  return nombres.toSorted((a, b) => a - b)[Math.floor(nombres.length / 2)] ?? Number.NaN;
}

function ouvrirEnfant(mode: 'releves' | 'nu', url: string, smtpUrl: string) {
  const tranche = String(COMPTES / TRANCHES);
  const child = spawn(
    process.execPath,
    [...NODE_FLAGS, ENFANT, mode, url, smtpUrl, INSTANT, tranche],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const fin = once(child, 'exit');
  return {
    fin,
    /** Sends the next slice, and no more. */
    async tranche(): Promise<Mesure> {
      child.send('tranche');
      const [dit] = await Promise.race([once(child, 'message'), fin]);
      if (typeof dit !== 'object' || dit === null) throw new Error(`« ${mode} » ended`);
      return dit as Mesure;
    },
  };
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
   select '2026-11-26 20:00', '2026-11-26 20:00', 'COMPTE', 'PIECE_REJETEE', 1 + n % $comptes
   from generate_series(1, $evenements / 2) n`,
  `insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, espace_id, details)
   select '2026-11-26 21:00', '2026-11-26 21:00', 'FACTURE', 'FACTURE', 1 + n % $structures, 3, jsonb_build_object(
     'numero', 'F2026-' || n, 'statut', 'MISE_A_DISPOSITION', 'role', 'DESTINATAIRE', 'emetteur', 'Menuiserie Blin',
     'destinataire', 'Commune', 'montantTtc', n % 5000)
   from generate_series(1, $evenements / 2) n`,
  // Something moved on each structure, two news, and one person in four chose what to be told.
  `insert into journal (instant, acteur_compte_id, acte, objet, objet_id, structure_id)
   select '2026-11-25', 1, 'SERVICE_CREE', 'service', n, n from generate_series(1, $structures) n`,
  `insert into actualite (identifiant, langue, titre, markdown, html, du, au, publiee_le, modifiee_le)
   select 'actualite-' || n, langue, 'Titre ' || n, 'x', '<p>x</p>', '2026-11-25', 'infinity', '2026-11-25', '2026-11-25'
   from generate_series(1, 2) n, unnest(array['fr', 'en']) langue`,
  `insert into preference_notification (compte_id, sujet, rythme, modifiee_le, depuis)
   select n, (array['FACTURE', 'RATTACHEMENT'])[1 + n % 2], (array['HEBDOMADAIRE', 'JAMAIS'])[1 + n / 4 % 2], '2026-11-25',
     (select max(coupe::text::bigint)::text::xid8 from releve)
   from generate_series(1, $comptes, 4) n`,
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
