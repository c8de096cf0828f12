// The worker killed in the middle of a passage of digests, the relay refusing three mails in ten: everybody gets theirs,
// and nobody twice but for what was on its way. A short sample here; ten thousand people and ten kills by `npm run
// faults` (PERSONNES, MORTS, and GRAINE to play one run again).
import type { ChildProcess } from 'node:child_process';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { ENVOIS_EN_VOL } from '../../src/jobs/envoyer-lot.ts';
import { run, stopLeftovers } from '../e2e/soutien/programme.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { ouvrirRelais } from '../soutien/relais.ts';
import { apres, INSTANT, minutes, ouvrirMois } from '../soutien/scene.ts';
import { alea } from './alea.ts';

const PERSONNES = Number(process.env['PERSONNES'] ?? 600);
const MORTS = Number(process.env['MORTS'] ?? 2);
const GRAINE = Number(process.env['GRAINE'] ?? 20_261_124);
const REFUS = 0.3;
const PART = 0.65;
/** Of each mail, so that a passage lasts and kills fall in its middle. */
const ATTENTE_MS = 3;
const MARDI = new Date('2026-11-24T06:30:00Z');
const SECRET = 'o7J2mQ9vX4tL8sN1bW5zR3cK6yH0fPda';
const DUREE_MAX_MS = 60_000 + PERSONNES * 30;

const base = await baseDeTest();
const { sql, proprietaire } = base;
const hasard = alea(GRAINE);
const recus = new Map<string, number>();
let refuses = 0;
let total = 0;
const relais = await ouvrirRelais({
  attenteMs: ATTENTE_MS,
  refuser() {
    const refuse = hasard() < REFUS;
    refuses += refuse ? 1 : 0;
    return refuse;
  },
  recevoir({ destinataire }) {
    total += 1;
    recus.set(destinataire, (recus.get(destinataire) ?? 0) + 1);
  },
});
afterAll(async () => {
  await stopLeftovers();
  await relais.stop();
});

function lancer(): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return run(
    {
      ...{ PATH, HOME, NODE_ENV: 'test', PORT: '1', PUBLIC_URL: 'http://127.0.0.1:1' },
      DATABASE_URL: base.adresses.portail,
      DATABASE_OWNER_URL: base.adresses.proprietaire,
      OIDC_ISSUER: 'http://127.0.0.1:9',
      DATA_DIR: inject('dossier'),
      ANTIVIRUS: 'aucun',
      LOG_LEVEL: 'error',
      OIDC_CLIENT_ID: 'portail',
      OIDC_CLIENT_SECRET: SECRET,
      OIDC_CLAIM_IDENTIFIANT: 'preferred_username',
      SESSION_KEYS: SECRET,
      SMTP_URL: relais.smtpUrl,
      MAIL_FROM: 'Portail <portail@production.example>',
    },
    ['worker'],
  );
}

async function remplir(): Promise<void> {
  await ouvrirMois(proprietaire);
  await sql`
    insert into compte (identifiant_connexion, etat, nom, prenom, adresse_electronique, verifie_le,
      cree_le, modifie_le)
    select 'agent-' || n, 'ACTIF', 'Nom', 'Prénom', 'agent-' || n || '@example.org',
      ${INSTANT}::timestamptz, ${INSTANT}::timestamptz, ${INSTANT}::timestamptz
    from generate_series(1, ${PERSONNES}::int) n`;
  await sql`
    insert into evenement (recu_le, survenu_le, famille, quoi, compte_id)
    select ${INSTANT}::timestamptz, ${INSTANT}::timestamptz, 'COMPTE', 'PIECE_REJETEE', id
    from compte`;
  await vi.waitUntil(
    async () => {
      const [row] = await sql`
        select max(transaction_id) < pg_snapshot_xmin(pg_current_snapshot()) as vu from evenement`;
      return row?.['vu'];
    },
    { timeout: 30_000 },
  );
}

// Minutes go by: what was refused is due again.
let minute = 0;
async function demanderPassage(): Promise<void> {
  minute += 1;
  await base.regler(apres(MARDI, minutes(minute)));
  await proprietaire`
    select graphile_worker.add_job('envoyer-releves', '{}'::json, max_attempts := 1)`;
}
const restants = async () => {
  const [row] = await sql<{ nombre: number }[]>`
    select (select count(*)::int from releve_lot where termine_le is null) as nombre`;
  return row?.nombre ?? 0;
};

test(
  `killed ${MORTS} times, the relay refusing ${REFUS * 100} %, it writes to ${PERSONNES} people`,
  async () => {
    await remplir();
    const debut = Date.now();
    for (let mort = 0; mort < MORTS; mort += 1) {
      const ouvrier = lancer();
      const avant = total;
      await demanderPassage();
      // Somewhere in its share: the first tries reach seven people in ten.
      const moment = avant + 1 + hasard() * (PART / MORTS) * PERSONNES;
      await vi.waitUntil(() => total > moment, { timeout: 60_000, interval: 1 });
      const parti = new Promise((resolve) => ouvrier.once('exit', resolve));
      ouvrier.kill('SIGKILL');
      await parti;
    }
    const enMoins = PERSONNES - recus.size;
    lancer();
    await vi.waitUntil(
      async () => {
        await demanderPassage();
        return (await restants()) === 0;
      },
      { timeout: DUREE_MAX_MS, interval: 500 },
    );
    const doubles = total - recus.size;
    process.stdout.write(
      `faults: ${MORTS} kills (seed ${GRAINE}), ${refuses} refusals, ${total} mails to ${recus.size} people, ` +
        `${doubles} twice (at most ${MORTS * ENVOIS_EN_VOL}), ${enMoins} left at the last kill, ` +
        `${Math.round((Date.now() - debut) / 1000)} s\n`,
    );
    expect(enMoins).toBeGreaterThan(0);
    expect(recus.size).toBe(PERSONNES);
    expect(doubles).toBeLessThanOrEqual(MORTS * ENVOIS_EN_VOL);
    expect(await sql`select from releve_envoi`).toHaveLength(0);
    expect(await sql`select from envoi where envoye_le is null`).toHaveLength(0);
  },
  DUREE_MAX_MS + 60_000,
);
