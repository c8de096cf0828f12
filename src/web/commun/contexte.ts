// What the web face is given by the server that composes it, and what each request carries.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { DelaisDeDemande } from '../../domain/demande/echeances.ts';
import type { AdressesDesEspaces } from '../../domain/espace/espace.ts';
import type { LimitesDesPieces } from '../../domain/piece-jointe/limites.ts';
import type { Agent, DureesDeSession } from '../../domain/session/session.ts';
import type { Antivirus } from '../../platform/antivirus/antivirus.ts';
import type { Assets } from '../../platform/assets.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Magasin } from '../../platform/fichiers/magasin.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import type { Langue } from '../../platform/textes/index.ts';

export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that holds the identifiant de connexion. */
  claimIdentifiant: string;
};

export type WebContext = {
  sql: Sql;
  clock: Clock;
  /** Address under which people reach the portal, without a slash at its end. */
  publicUrl: string;
  serviceName: string;
  /** Embedded mode: each page says that this is not the official site. */
  embedded: boolean;
  oidc: OidcSettings;
  /** The first one encrypts, all decrypt. */
  sessionKeys: string[];
  durees: DureesDeSession;
  delais: DelaisDeDemande;
  assets: Assets;
  magasin: Magasin;
  /** Null when files are not analysed. */
  antivirus: Antivirus | null;
  limitesDesPieces: LimitesDesPieces;
  adressesDesEspaces: AdressesDesEspaces;
};

/** Who may see a page: everybody, a signed-in person, or one whose first connection is done (the default). */
type Acces = 'public' | 'connecte' | 'verifie';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    acces?: Acces;
    /** Named exemption from the same-origin rule (design §6.4). */
    autreOrigine?: boolean;
    /** The form carries a file: it may take minutes to come. */
    envoiLong?: boolean;
  }
  interface FastifyRequest {
    agent: Agent | null;
    langue: Langue;
    instant: Date;
  }
}
