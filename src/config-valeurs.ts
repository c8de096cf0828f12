// The kinds of values that variables hold, each checked (design §5).
import { isIP } from 'node:net';
import { z } from 'zod';

/** Values that the demo uses or that examples carry: never a secret. */
const KNOWN_VALUES = /^(demo-|chorus-demo|change|secret|password|example)/i;
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];
export const MEBIBYTE = 1024 * 1024;

export const port = (fallback: number) =>
  z.coerce.number().int().min(1).max(65_535).default(fallback);
export const days = (fallback: number) =>
  z.coerce.number().int().min(1).max(1000).default(fallback);
export const daysList = z
  .string()
  .transform((list) => list.split(',').map(Number))
  .pipe(z.array(z.number().int().min(1).max(1000)).min(1).max(10))
  .transform((list) => list.toSorted((a, b) => a - b));
export const secret = (length: number) =>
  z
    .string()
    .min(length)
    .refine((value) => !KNOWN_VALUES.test(value), 'default value');
// Plain http only to this machine: anything else would carry sessions in clear.
export const address = z.string().refine((value) => {
  if (!/^https?:/.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || LOOPBACK_HOSTS.includes(hostname);
}, 'https');
export const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']);
/** An address without path: the portal's own are at its root. */
export const origin = address.refine((value) => {
  if (!URL.canParse(value)) return false;
  const { pathname, search, hash, username } = new URL(value);
  return pathname === '/' && search === '' && hash === '' && username === '';
}, 'path');
// What proxy-addr takes: addresses, ranges, or its own names for them.
export const proxies = z.string().refine((value) =>
  value.split(',').every((item) => {
    const [ip = '', bits, ...rest] = item.trim().split('/');
    if (['loopback', 'linklocal', 'uniquelocal'].includes(ip)) return bits === undefined;
    return isIP(ip) > 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
  }),
);
export const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/./);

/** `CODE=https://…,CODE=https://…`: the addresses of the applications that serve espaces. */
export const espaces = z
  .string()
  .transform((list) =>
    list.split(/,\s*(?=[A-Z_]*(?:=|$))/).map((item) => item.trim().split(/=(.*)/s)),
  )
  .pipe(z.array(z.tuple([z.string().regex(/^[A-Z_]+$/), address, z.literal('')])))
  .refine((items) => new Set(items.map(([code]) => code)).size === items.length, 'twice')
  // These two are pages of this portal.
  .refine((items) => !items.some(([code]) => OWN_ESPACES.includes(code)), 'own')
  .transform((items) => Object.fromEntries(items.map(([code, url]) => [code, url])));
const OWN_ESPACES = ['MON_COMPTE', 'ACTIVITES_DU_GESTIONNAIRE'];

/** Where `clamd` listens: `tcp://host:port` or `unix:/path`. */
export const clamd = z
  .string()
  .regex(/^(tcp:\/\/[^/?#@]+:\d+\/?|unix:\/.+)$/)
  .refine((value) => URL.canParse(value));
