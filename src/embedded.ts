// The embedded run (design §5): everything on this machine, from PostgreSQL to the mail catcher, in one command.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { EmbeddedConfig } from './config.ts';
import { adresses } from './domain/adresses.ts';
import { forkOutsideServices, type OutsideServices } from './outside-services.ts';
import { systemClock } from './platform/clock.ts';
import { adressesBase, preparerBase } from './platform/embedded/base.ts';
import { openDataDir, readIfThere, writeDurably } from './platform/embedded/data-dir.ts';
import { requireFreePort } from './platform/embedded/free-port.ts';
import { type EmbeddedPostgres, startPostgres } from './platform/embedded/postgres-server.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';
import { connect } from './platform/postgres/connect.ts';
import { migrate } from './platform/postgres/migrate.ts';
import { chargerDemo, lireComptesPigp } from './provisioning/demo.ts';
import { clockOf, type Running, startService } from './service.ts';
import { commonSettings, filesFolder, type Settings } from './settings.ts';

/** The database of an embedded run. */
export const BASE = 'portail';

/** Starts everything and prints where it is; resolves when the portal answers. */
export async function startEmbedded(
  config: EmbeddedConfig,
  print: (line: string) => void,
): Promise<Running> {
  const dataDir = await openDataDir(config.DATA_DIR);
  const outcome = await startPostgres(dataDir);
  if (outcome.kind === 'alreadyRunning') {
    throw new ErreurDeDemarrage(`Portail déjà lancé sur ${dataDir} : rien n'a été changé.`);
  }
  const running: Running[] = [outcome.server];
  const stop = async () => {
    for (const part of running.reverse().splice(0)) await part.stop();
  };
  try {
    await startAround(config, dataDir, outcome.server, running);
  } catch (error) {
    await stop();
    throw error;
  }
  print(presentation(config).join('\n'));
  return { stop };
}

async function startAround(
  config: EmbeddedConfig,
  dataDir: string,
  server: EmbeddedPostgres,
  running: Running[],
): Promise<void> {
  const { HOST, PORT, PIGP_PORT, MAILDEV_PORT, SMTP_PORT } = config;
  await requireFreePort(HOST, PORT, 'PORT');
  await requireFreePort(HOST, PIGP_PORT, 'PIGP_PORT');
  await requireFreePort(HOST, MAILDEV_PORT, 'MAILDEV_PORT');
  await requireFreePort(HOST, SMTP_PORT, 'SMTP_PORT');
  const settings = await embeddedSettings(config, dataDir, server);
  const [outside] = await Promise.all([
    outsideServices(config, settings).then(forkOutsideServices),
    prepareDatabase(settings, server),
  ]);
  running.push(outside);
  running.push(await startService(settings, ['web', 'worker']));
}

async function prepareDatabase(settings: Settings, server: EmbeddedPostgres): Promise<void> {
  const { proprietaire, utilisateurPortail } = await preparerBase(server, BASE);
  await migrate(proprietaire, utilisateurPortail, await systemClock());
  const sql = connect(settings.databaseUrl, { max: 4, name: 'portail-demo' });
  try {
    await chargerDemo(sql, clockOf(sql), () => undefined);
  } finally {
    await sql.end();
  }
}

/** The settings of an embedded run: addresses of this machine, secrets kept in the data folder. */
export async function embeddedSettings(
  config: EmbeddedConfig,
  dataDir: string,
  server: Pick<EmbeddedPostgres, 'adminUrl'>,
): Promise<Settings> {
  const { HOST, PORT, PIGP_PORT, SMTP_PORT } = config;
  const { portail, proprietaire } = adressesBase(server.adminUrl(BASE));
  return {
    ...commonSettings(config),
    mode: 'embedded',
    publicUrl: `http://${HOST}:${PORT}`,
    trustProxy: false,
    databaseUrl: portail,
    databaseOwnerUrl: proprietaire,
    oidc: {
      issuer: `http://${HOST}:${PIGP_PORT}`,
      clientId: 'portail-chorus',
      clientSecret: await secretOf(dataDir, 'client-pigp'),
      claimIdentifiant: 'preferred_username',
    },
    sessionKeys: [await secretOf(dataDir, 'cle-de-session')],
    mail: {
      smtpUrl: `smtp://${HOST}:${SMTP_PORT}`,
      from: 'Portail Chorus <ne-pas-repondre@portail.invalid>',
      dkim: null,
    },
    fichiers: filesFolder(dataDir),
  };
}

// Made once and kept beside the data: sessions survive a restart.
async function secretOf(dataDir: string, name: string): Promise<string> {
  const file = path.join(dataDir, name);
  const known = await readIfThere(file);
  if (known) return known;
  const secret = randomBytes(32).toString('base64url');
  await writeDurably(file, secret);
  return secret;
}

async function outsideServices(
  { HOST, PIGP_PORT, SMTP_PORT, MAILDEV_PORT, DEMO_PASSWORD }: EmbeddedConfig,
  { publicUrl, oidc, logLevel }: Settings,
): Promise<OutsideServices> {
  const pigp = {
    host: HOST,
    port: PIGP_PORT,
    personnes: await lireComptesPigp(),
    motDePasse: DEMO_PASSWORD,
    client: {
      id: oidc.clientId,
      secret: oidc.clientSecret,
      redirectUri: `${publicUrl}${adresses.retourDeConnexion}`,
      postLogoutRedirectUri: `${publicUrl}${adresses.deconnexionComplete}`,
      backchannelLogoutUri: `${publicUrl}${adresses.deconnexionParPigp}`,
    },
    applicationUrl: `${publicUrl}${adresses.connexion}`,
    cookieKey: oidc.clientSecret,
  };
  return { pigp, mail: { host: HOST, smtpPort: SMTP_PORT, webPort: MAILDEV_PORT }, logLevel };
}

function presentation(config: EmbeddedConfig): string[] {
  const { HOST, PORT, PIGP_PORT, MAILDEV_PORT, DEMO_PASSWORD } = config;
  return [
    `Portail prêt : http://${HOST}:${PORT}`,
    `PIGP (entrée) : http://${HOST}:${PIGP_PORT}`,
    `Courriels reçus : http://${HOST}:${MAILDEV_PORT}`,
    `Comptes de démonstration (mot de passe « ${DEMO_PASSWORD} ») :`,
    '  pauline.dufour   première connexion, gestionnaire principale du CCAS',
    '  gestion.mairie   gestionnaire principal de la mairie · second.mairie  gestionnaire secondaire',
    '  simple.mairie    utilisateur, service Urbanisme · collegue.ccas  utilisateur du CCAS',
    '  secretaire.multi utilisateur de neuf communes · externe-xt  sans rattachement',
    '  referent.dgfip   référent national · ancien.mairie  désactivé · inconnu.madrhas  inconnu ici',
    "Ceci n'est pas le site officiel Chorus Pro. Ctrl-C arrête tout.",
  ];
}
