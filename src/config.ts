// The environment, validated once into a typed object; units stand in the names (design §5).
import { z } from 'zod';
import {
  address,
  clamd,
  days,
  daysList,
  espaces,
  logLevel,
  MEBIBYTE,
  origin,
  port,
  postgresUrl,
  proxies,
  secret,
} from './config-valeurs.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';

/** Where the embedded run may listen. */
const EMBEDDED_HOSTS = ['127.0.0.1', 'localhost'];

const COMMON = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(3000),
  SERVICE_NAME: z.string().max(60).default('Portail Chorus'),
  LOG_LEVEL: logLevel.default('info'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(120).default(30),
  SESSION_MAX_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  /** The ages at which managers are reminded of a request that waits. */
  REQUEST_REMINDER_DAYS: daysList.default([3, 7, 14]),
  /** How long the author of a request waits between two reminders of their own. */
  REQUEST_NUDGE_DAYS: days(3),
  REQUEST_ESCALATION_DAYS: days(21),
  REQUEST_EXPIRY_DAYS: days(90),
  /** How long managers may oppose a take-over. */
  TAKEOVER_OPPOSITION_DAYS: days(7),
  /** How many files an account may keep, and how long they may be together. */
  FILES_MAX: z.coerce.number().int().min(1).max(10_000).default(200),
  FILES_QUOTA_BYTES: z.coerce
    .number()
    .int()
    .min(MEBIBYTE)
    .max(1_000_000 * MEBIBYTE)
    .default(500 * MEBIBYTE),
  /** Where the tabs of espaces served elsewhere lead. */
  ESPACES_URLS: espaces.default({}),
  CLAMD_URL: clamd.optional(),
  /** « aucun »: files are not analysed, and the operator wrote it. */
  ANTIVIRUS: z.literal('aucun').optional(),
});

const EMBEDDED_ONLY = {
  PIGP_PORT: port(4000),
  MAILDEV_PORT: port(1080),
  SMTP_PORT: port(1025),
  DEMO_PASSWORD: z.string().min(8).default('chorus-demo'),
};
const PRODUCTION_REQUIRED = {
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  PUBLIC_URL: origin,
  OIDC_ISSUER: address,
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: secret(16),
  OIDC_CLAIM_IDENTIFIANT: z.string(),
  SESSION_KEYS: z
    .string()
    .transform((keys) => keys.split(','))
    .pipe(z.array(secret(32))),
  SMTP_URL: z.string().regex(/^smtps?:\/\/./),
  MAIL_FROM: z.string().regex(/.@./),
};
const PRODUCTION_OPTIONAL = {
  /** Addresses of the proxies in front, comma-separated. */
  TRUST_PROXY: proxies.optional(),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: z.string().optional(),
  S3_ENDPOINT: address.optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: secret(8).optional(),
  S3_REGION: z.string().default('us-east-1'),
};
/** The files are kept in a folder of this machine or in a bucket, by what is given. */
const S3_REQUIRED = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'];

const Embedded = COMMON.extend({
  // The terminal shows addresses and troubles, not one line a request.
  LOG_LEVEL: logLevel.default('warn'),
  DATA_DIR: z.string().default('./data'),
}).extend(EMBEDDED_ONLY);
const Production = COMMON.extend({ DATA_DIR: z.string().optional() })
  .extend(PRODUCTION_REQUIRED)
  .extend(PRODUCTION_OPTIONAL);

export type EmbeddedConfig = z.infer<typeof Embedded> & { mode: 'embedded' };
export type ProductionConfig = z.infer<typeof Production> & { mode: 'production' };
export type Config = EmbeddedConfig | ProductionConfig;

/**
 * Decides between the two ways to run and validates the variables of that way. A mixture, a missing or default
 * secret, or a bad value throws an `ErreurDeDemarrage` that names the variables, never their values.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const required = Object.keys(PRODUCTION_REQUIRED);
  const production = [...required, ...Object.keys(PRODUCTION_OPTIONAL)].filter(
    (name) => name in env,
  );
  const loopback = EMBEDDED_HOSTS.includes(env['HOST'] ?? '127.0.0.1');
  if (production.length === 0 && env['NODE_ENV'] !== 'production' && loopback) {
    return { ...parse(Embedded, env, 'embarqué'), mode: 'embedded' };
  }
  const missing = [
    ...required.filter((name) => !(name in env)),
    ...dkimMissing(env),
    ...filesMissing(env),
  ];
  const foreign = [
    ...Object.keys(EMBEDDED_ONLY).filter((name) => name in env),
    ...contradictions(env),
  ];
  if (missing.length > 0 || foreign.length > 0) throw mixture(missing, foreign);
  return { ...parse(Production, env, 'production'), mode: 'production' };
}

// Signing needs the three of them; one or two would let mails leave unsigned without a word.
function dkimMissing(env: NodeJS.ProcessEnv): string[] {
  const names = Object.keys(PRODUCTION_OPTIONAL).filter((name) => name.startsWith('DKIM_'));
  const given = names.filter((name) => name in env);
  return given.length === 0 ? [] : names.filter((name) => !(name in env));
}

// Files go to a bucket or to a folder, and through an antivirus unless « aucun » is written out.
function filesMissing(env: NodeJS.ProcessEnv): string[] {
  const analysed = 'CLAMD_URL' in env || 'ANTIVIRUS' in env;
  return [
    ...(analysed ? [] : ['CLAMD_URL (ou ANTIVIRUS=aucun)']),
    ...(bucket(env)
      ? S3_REQUIRED.filter((name) => !(name in env))
      : ['DATA_DIR'].filter((name) => !(name in env)).map((name) => `${name} (ou S3_ENDPOINT…)`)),
  ];
}

const bucket = (env: NodeJS.ProcessEnv) =>
  [...S3_REQUIRED, 'S3_REGION'].some((name) => name in env);

// Two stores at once, or an antivirus beside « aucun »: one of them would be forgotten without a word.
function contradictions(env: NodeJS.ProcessEnv): string[] {
  return [
    ...(bucket(env) && 'DATA_DIR' in env ? ['DATA_DIR'] : []),
    ...('CLAMD_URL' in env && 'ANTIVIRUS' in env ? ['ANTIVIRUS'] : []),
  ];
}

function mixture(missing: string[], foreign: string[]): ErreurDeDemarrage {
  const parts = ['Démarrage en production impossible.'];
  if (missing.length > 0) parts.push(`Variables manquantes : ${missing.join(', ')}.`);
  if (foreign.length > 0) parts.push(`Variables à retirer : ${foreign.join(', ')}.`);
  parts.push(
    '(Pour le mode embarqué : aucune variable de production, HOST local, NODE_ENV non « production ».)',
  );
  return new ErreurDeDemarrage(parts.join(' '));
}

/** What a variable that is easily written wrong must look like. */
const FORMATS: Record<string, string> = {
  ESPACES_URLS:
    ' ESPACES_URLS s’écrit CODE=https://adresse,CODE=https://adresse : un code du catalogue une seule fois, une adresse ' +
    'https (ou http vers cette machine), et ni MON_COMPTE ni ACTIVITES_DU_GESTIONNAIRE.',
};

function parse<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv, mode: string): z.infer<S> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  throw new ErreurDeDemarrage(
    `Démarrage (${mode}) impossible : valeur refusée (absente, par défaut, trop courte ou mal formée) pour ` +
      `${names.join(', ')}.${names.map((name) => FORMATS[name] ?? '').join('')}`,
  );
}
