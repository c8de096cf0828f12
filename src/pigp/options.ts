// What the PIGP stand-in is started with: who may enter, and the one client it knows.
import type { Clock } from '../platform/clock.ts';

export type PersonnePigp = {
  identifiant: string;
  civilite: 'M' | 'MME';
  nom: string;
  prenom: string;
};

/** The part of a pino logger that the stand-in uses. */
export type JournalPigp = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

export type ClientPigp = {
  id: string;
  secret: string;
  redirectUri: string;
  postLogoutRedirectUri: string;
  backchannelLogoutUri: string;
};

export type PigpOptions = {
  /** The issuer is http://host:port. */
  host: string;
  port: number;
  personnes: PersonnePigp[];
  /** One for all: demonstration only. */
  motDePasse: string;
  client: ClientPigp;
  /** Where « Démat. des factures » leads: the sign-in address of the portal. */
  applicationUrl: string;
  clock: Clock;
  cookieKey: string;
  log: JournalPigp;
};

/** The address of this site, and its issuer identifier. */
export function issuerDe({ host, port }: Pick<PigpOptions, 'host' | 'port'>): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
