// What each command of the program does, in both ways to run (design §5).
import type { Config } from './config.ts';
import { BASE, embeddedSettings, startEmbedded } from './embedded.ts';
import { commandeCreerJeton, commandeListerJetons, commandeRevoquerJeton } from './jetons.ts';
import { OUTSIDE_COMMAND, runOutsideServices } from './outside-services.ts';
import { systemClock } from './platform/clock.ts';
import { preparerBase } from './platform/embedded/base.ts';
import { openDataDir } from './platform/embedded/data-dir.ts';
import { startPostgres } from './platform/embedded/postgres-server.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';
import { connect } from './platform/postgres/connect.ts';
import { migrate } from './platform/postgres/migrate.ts';
import type { Sql } from './platform/postgres/sql.ts';
import { commandePublierActualite } from './provisioning/actualites/commande.ts';
import { commandeImporterMadrhas, commandeImporterStructures } from './provisioning/commandes.ts';
import { clockOf, type Part, type Running, startService } from './service.ts';
import { productionSettings, type Settings } from './settings.ts';
import { commandeVerifierJournal } from './verifier-journal.ts';

/** Gives the exit code of the program. */
type Command = (config: Config, args: string[]) => Promise<number>;
type Import = (
  sql: Sql,
  clock: ReturnType<typeof clockOf>,
  args: string[],
  print: Print,
  terminal?: NodeJS.WriteStream,
) => Promise<number>;
type Print = (line: string) => void;

/** What a shell expects of a program that a signal ended. */
const INTERRUPTED = 130;

const print: Print = (line) => void process.stdout.write(`${line}\n`);

export const commands: Record<string, Command> = {
  start: async (config) => {
    if (config.mode === 'embedded') return untilStopped(() => startEmbedded(config, print));
    const settings = productionSettings(config);
    await migrateProduction(settings);
    return serve(settings, ['web', 'worker']);
  },
  web: async (config) => serve(production(config, 'web'), ['web']),
  worker: async (config) => serve(production(config, 'worker'), ['worker']),
  migrate: async (config) => {
    await migrateProduction(production(config, 'migrate'));
    return 0;
  },
  [OUTSIDE_COMMAND]: runOutsideServices,
  'importer-madrhas': (config, args) => runImport(config, args, commandeImporterMadrhas),
  'importer-structures': (config, args) => runImport(config, args, commandeImporterStructures),
  'publier-actualite': (config, args) => runImport(config, args, commandePublierActualite),
  'verifier-journal': (config, args) =>
    withDatabase(config, (sql) => commandeVerifierJournal(sql, args, print)),
  'creer-jeton': (config, args) =>
    withDatabase(config, (sql) => commandeCreerJeton(sql, clockOf(sql), args, print)),
  'lister-jetons': (config) =>
    withDatabase(config, (sql) => commandeListerJetons(sql, clockOf(sql), print)),
  'revoquer-jeton': (config, args) =>
    withDatabase(config, (sql) => commandeRevoquerJeton(sql, clockOf(sql), args, print)),
};

function production(config: Config, command: string): Settings {
  if (config.mode === 'production') return productionSettings(config);
  throw new ErreurDeDemarrage(
    `« ${command} » est une commande de production ; le mode embarqué fait tout avec « npm start ».`,
  );
}

async function migrateProduction({ databaseUrl, databaseOwnerUrl }: Settings): Promise<void> {
  const user = decodeURIComponent(/^\w+:\/\/([^:@/]+)/.exec(databaseUrl)?.[1] ?? '');
  if (!user) throw new ErreurDeDemarrage('DATABASE_URL doit nommer son utilisateur.');
  await migrate(databaseOwnerUrl, user, await systemClock());
}

function serve(settings: Settings, parts: readonly Part[]): Promise<number> {
  return untilStopped(async () => {
    const running = await startService(settings, parts);
    print(
      parts.includes('web') ? `Portail prêt : ${settings.publicUrl}` : 'Tâches de fond prêtes.',
    );
    return running;
  });
}

// Every signal is heard until the end: a second Ctrl-C does not cut the stop short and leave PostgreSQL behind.
function stopSignal(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  return promise;
}

// A signal that comes while starting waits for the start to end, so that everything started is stopped.
async function untilStopped(start: () => Promise<Running>): Promise<number> {
  const signal = stopSignal();
  const running = await start();
  await signal;
  await running.stop();
  process.exit(0);
}

function runImport(config: Config, args: string[], command: Import): Promise<number> {
  const terminal = process.stdout.isTTY ? process.stdout : undefined;
  return withDatabase(config, (sql) => command(sql, clockOf(sql), args, print, terminal));
}

// An interrupted import leaves the old data whole: its batch is rolled back by the lost connection.
async function withDatabase(
  config: Config,
  command: (sql: Sql) => Promise<number>,
): Promise<number> {
  const { settings, stop } = await openDatabase(config);
  const sql = connect(settings.databaseUrl, { max: 4, name: 'portail-commande' });
  const interrupted = stopSignal().then(() => INTERRUPTED);
  try {
    return await Promise.race([command(sql), interrupted]);
  } finally {
    await sql.end({ timeout: 1 });
    await stop();
  }
}

// Embedded: the running portal's database, or one started for the time of the command.
async function openDatabase(
  config: Config,
): Promise<{ settings: Settings; stop: () => Promise<void> }> {
  if (config.mode === 'production')
    return { settings: productionSettings(config), stop: async () => undefined };
  const dataDir = await openDataDir(config.DATA_DIR);
  const outcome = await startPostgres(dataDir);
  const settings = await embeddedSettings(config, dataDir, outcome.server);
  if (outcome.kind === 'alreadyRunning') return { settings, stop: async () => undefined };
  const { proprietaire, utilisateurPortail } = await preparerBase(outcome.server, BASE);
  await migrate(proprietaire, utilisateurPortail, await systemClock());
  return { settings, stop: () => outcome.server.stop() };
}
