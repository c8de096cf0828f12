// The program's web server as production runs it: nobody signs in, so that provider and relay need not exist.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import { nouveauJeton } from '../../src/platform/jetons.ts';
import { ROOT } from '../../src/platform/root.ts';
import { NODE_FLAGS } from '../e2e/soutien/programme.ts';

export type ProgrammeWeb = {
  url: string;
  pid: number;
  /** The cookie of a session, by its token. */
  cookie(jeton: string): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

type Variables = Record<string, string>;

/** Starts it on a prepared database; resolves when it answers. Its files are of one run unless `DATA_DIR` is given. */
export async function demarrerWeb(
  adresses: { portail: string; proprietaire: string },
  variables: Variables = {},
): Promise<ProgrammeWeb> {
  const port = await freePort();
  const provisoire = await mkdtemp(path.join(tmpdir(), 'portail-web-'));
  const { PATH = '' } = process.env;
  const env = {
    PATH,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DATABASE_URL: adresses.portail,
    DATABASE_OWNER_URL: adresses.proprietaire,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'bench',
    OIDC_CLIENT_SECRET: nouveauJeton(),
    OIDC_CLAIM_IDENTIFIANT: 'preferred_username',
    SESSION_KEYS: nouveauJeton(),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bench@portail.invalid',
    DATA_DIR: provisoire,
    ANTIVIRUS: 'aucun',
    ...variables,
  };
  const child = spawn(process.execPath, [...NODE_FLAGS, path.join(ROOT, 'dist/main.js'), 'web'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    cookie: (jeton) => `portail-${port}-session=${jeton}`,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill(signal);
        await gone;
      }
      await rm(provisoire, { recursive: true, force: true });
    },
  };
}
