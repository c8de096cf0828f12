// What the program runs with, the same shape in both modes (design §5).
import path from 'node:path';
import type { ProductionConfig } from './config.ts';
import type { DelaisDeDemande } from './domain/demande/echeances.ts';
import type { AdressesDesEspaces } from './domain/espace/espace.ts';
import { type LimitesDesPieces, OCTETS_MAX } from './domain/piece-jointe/limites.ts';
import type { DureesDeSession } from './domain/session/session.ts';
import type { ReglagesDuMagasin } from './platform/fichiers/ouvrir.ts';
import type { MailSettings } from './platform/mail/transport.ts';
import type { OidcSettings } from './web/commun/contexte.ts';

export type Settings = {
  mode: 'embedded' | 'production';
  host: string;
  port: number;
  publicUrl: string;
  trustProxy: string[] | false;
  serviceName: string;
  logLevel: string;
  databaseUrl: string;
  databaseOwnerUrl: string;
  databaseConnections: number;
  oidc: OidcSettings;
  sessionKeys: string[];
  durees: DureesDeSession;
  delais: DelaisDeDemande;
  mail: MailSettings;
  fichiers: ReglagesDuMagasin;
  /** Where `clamd` answers; without one, files are not analysed. */
  clamdUrl: string | null;
  limitesDesPieces: LimitesDesPieces;
  /** Where the application of each espace is, by code; the others have a page here. */
  adressesDesEspaces: AdressesDesEspaces;
};

/** The variables that both modes read. */
export type CommonConfig = Pick<
  ProductionConfig,
  | 'HOST'
  | 'PORT'
  | 'SERVICE_NAME'
  | 'LOG_LEVEL'
  | 'DATABASE_CONNECTIONS'
  | 'SESSION_IDLE_MINUTES'
  | 'SESSION_MAX_HOURS'
  | 'REQUEST_REMINDER_DAYS'
  | 'REQUEST_NUDGE_DAYS'
  | 'REQUEST_ESCALATION_DAYS'
  | 'REQUEST_EXPIRY_DAYS'
  | 'TAKEOVER_OPPOSITION_DAYS'
  | 'FILES_MAX'
  | 'FILES_QUOTA_BYTES'
  | 'CLAMD_URL'
  | 'ESPACES_URLS'
>;

/** The settings that do not depend on the mode. */
export function commonSettings(config: CommonConfig) {
  return {
    host: config.HOST,
    port: config.PORT,
    serviceName: config.SERVICE_NAME,
    logLevel: config.LOG_LEVEL,
    databaseConnections: config.DATABASE_CONNECTIONS,
    durees: {
      inactiviteMinutes: config.SESSION_IDLE_MINUTES,
      maximumHeures: config.SESSION_MAX_HOURS,
    },
    delais: {
      rappelsJours: config.REQUEST_REMINDER_DAYS,
      relanceJours: config.REQUEST_NUDGE_DAYS,
      escaladeJours: config.REQUEST_ESCALATION_DAYS,
      expirationJours: config.REQUEST_EXPIRY_DAYS,
      oppositionJours: config.TAKEOVER_OPPOSITION_DAYS,
    },
    clamdUrl: config.CLAMD_URL ?? null,
    adressesDesEspaces: config.ESPACES_URLS,
    limitesDesPieces: {
      octetsMax: OCTETS_MAX,
      fichiersMax: config.FILES_MAX,
      quotaOctets: config.FILES_QUOTA_BYTES,
    },
  };
}

/** The settings of a production run: each part by its address. */
export function productionSettings(config: ProductionConfig): Settings {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY, TRUST_PROXY } = config;
  const dkim =
    DKIM_DOMAIN && DKIM_SELECTOR && DKIM_PRIVATE_KEY
      ? { domainName: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY }
      : null;
  return {
    ...commonSettings(config),
    mode: 'production',
    publicUrl: config.PUBLIC_URL.replace(/\/+$/, ''),
    trustProxy: TRUST_PROXY ? TRUST_PROXY.split(',').map((address) => address.trim()) : false,
    databaseUrl: config.DATABASE_URL,
    databaseOwnerUrl: config.DATABASE_OWNER_URL,
    oidc: {
      issuer: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID,
      clientSecret: config.OIDC_CLIENT_SECRET,
      claimIdentifiant: config.OIDC_CLAIM_IDENTIFIANT,
    },
    sessionKeys: config.SESSION_KEYS,
    mail: { smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, dkim },
    fichiers: productionStore(config),
  };
}

// The configuration holds one of the two, never both nor none.
function productionStore(config: ProductionConfig): ReglagesDuMagasin {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION } = config;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
    return filesFolder(config.DATA_DIR ?? '');
  }
  return {
    kind: 's3',
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
    region: S3_REGION,
  };
}

/** Where files are kept in a data folder. */
export function filesFolder(dataDir: string): ReglagesDuMagasin {
  return { kind: 'dossier', dossier: path.resolve(dataDir, 'fichiers') };
}
