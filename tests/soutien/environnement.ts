// Environments of production for the tests of the configuration, and the sentence that refuses one.
import { expect } from 'vitest';
import { type ProductionConfig, readConfig } from '../../src/config.ts';
import { ErreurDeDemarrage } from '../../src/platform/erreur-de-demarrage.ts';

/** The variables that production cannot do without. */
export const PRODUCTION = {
  DATABASE_URL: 'postgres://portail:mdp-portail@bd1:5432,bd2:5432/chorus',
  DATABASE_OWNER_URL: 'postgresql://proprio:mdp-proprio@bd1:5432/chorus',
  PUBLIC_URL: 'https://portail.example.org',
  OIDC_ISSUER: 'https://pigp.example.org',
  OIDC_CLIENT_ID: 'portail',
  OIDC_CLIENT_SECRET: 'K7q2mZ9vT4xW1bNc',
  OIDC_CLAIM_IDENTIFIANT: 'uid',
  SESSION_KEYS: 'Zr8vJ3nQ6wY1tB5mK9xC2pL7sD4fG0hA',
  SMTP_URL: 'smtps://relais:mdp-relais@smtp.example.org',
  MAIL_FROM: 'Portail <portail@example.org>',
};
/** What production says of its files besides: where they are, what analyses them. */
export const DEPOTS = { DATA_DIR: '/var/lib/portail', CLAMD_URL: 'tcp://clamd:3310' };

type Environnement = Record<string, string>;

/** A production environment, whole but for these changes. */
export const production = (changes: Environnement = {}) =>
  readConfig({ ...PRODUCTION, ...DEPOTS, ...changes });

/** The same, whose files are told by the changes alone. */
export function productionConfig(changes: Environnement): ProductionConfig {
  const config = readConfig({ ...PRODUCTION, ...changes });
  if (config.mode !== 'production') throw new Error('not a production configuration');
  return config;
}

/** The sentence that stops the start. */
export function refus(environnement: Environnement): string {
  try {
    readConfig(environnement);
  } catch (error) {
    expect(error).toBeInstanceOf(ErreurDeDemarrage);
    return (error as Error).message;
  }
  throw new Error('the start was not refused');
}

export const refusEnProduction = (changes: Environnement) =>
  refus({ ...PRODUCTION, ...DEPOTS, ...changes });
