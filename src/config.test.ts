// The environment: embedded by itself, production whole or refused, no secret ever printed.
import { describe, expect, test } from 'vitest';
import {
  DEPOTS,
  PRODUCTION,
  production,
  refus,
  refusEnProduction,
} from '../tests/soutien/environnement.ts';
import { readConfig } from './config.ts';

describe('without any variable', () => {
  test('the portal runs embedded, on this machine only, with its usual ports', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'embedded',
      HOST: '127.0.0.1',
      PORT: 3000,
      PIGP_PORT: 4000,
      MAILDEV_PORT: 1080,
      SMTP_PORT: 1025,
      DATA_DIR: './data',
      SESSION_IDLE_MINUTES: 30,
      SESSION_MAX_HOURS: 12,
    });
  });

  test('an empty variable counts for none', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '', HOST: '' }).mode).toBe('embedded');
  });

  test.each(['127.0.0.1', 'localhost'])('it may listen on %s', (HOST) => {
    expect(readConfig({ HOST })).toMatchObject({ mode: 'embedded', HOST });
  });

  test.each(['development', 'test'])('it runs embedded in %s', (NODE_ENV) => {
    expect(readConfig({ NODE_ENV }).mode).toBe('embedded');
  });

  test.each(['0.0.0.0', '::', '192.168.1.10', 'portail.example.org'])(
    'it does not listen on %s without the production variables',
    (HOST) => {
      const phrase = refus({ HOST });
      for (const nom of Object.keys(PRODUCTION)) expect(phrase).toContain(nom);
    },
  );

  test('it does not run in production', () => {
    expect(refus({ NODE_ENV: 'production' })).toContain('DATABASE_URL');
  });
});

describe('the addresses of espaces', () => {
  test('are read by code', () => {
    const ESPACES_URLS =
      'FACTURES_EMISES=https://factures.example.org/?a=1,b, ENGAGEMENTS=http://localhost:5000';
    expect(readConfig({ ESPACES_URLS }).ESPACES_URLS).toEqual({
      FACTURES_EMISES: 'https://factures.example.org/?a=1,b',
      ENGAGEMENTS: 'http://localhost:5000',
    });
    expect(readConfig({}).ESPACES_URLS).toEqual({});
  });

  test.each([
    'https://factures.example.org',
    'FACTURES_EMISES',
    'FACTURES_EMISES=',
    'FACTURES_EMISES=http://factures.example.org',
    'FACTURES_EMISES=javascript:alert(1)',
    'factures-emises=https://a.fr',
    'ENGAGEMENTS=https://a.fr,ENGAGEMENTS=https://b.fr',
    'MON_COMPTE=https://a.fr',
    'ACTIVITES_DU_GESTIONNAIRE=https://a.fr',
    'ENGAGEMENTS=https://a.fr,',
  ])('written « %s » are refused, and the sentence says how to write them', (ESPACES_URLS) => {
    expect(refus({ ESPACES_URLS })).toContain('s’écrit CODE=https://adresse');
  });
});

describe('in production', () => {
  test('the portal runs when every variable is there', () => {
    expect(production()).toMatchObject({
      mode: 'production',
      PUBLIC_URL: PRODUCTION.PUBLIC_URL,
      SESSION_KEYS: [PRODUCTION.SESSION_KEYS],
    });
    expect(production({ NODE_ENV: 'production', HOST: '0.0.0.0' }).mode).toBe('production');
  });

  test.each(Object.entries(PRODUCTION))('%s alone is refused, naming all the others', (nom, v) => {
    const phrase = refus({ ...DEPOTS, [nom]: v });
    const manquantes = Object.keys(PRODUCTION).filter((autre) => autre !== nom);
    expect(phrase).toContain(`Variables manquantes : ${manquantes.join(', ')}.`);
    expect(phrase).not.toContain(v);
  });

  test.each(Object.keys(PRODUCTION))('without %s alone, it alone is named', (nom) => {
    const { [nom as 'PUBLIC_URL']: _, ...reste } = PRODUCTION;
    expect(refus({ ...reste, ...DEPOTS })).toContain(`Variables manquantes : ${nom}.`);
  });

  const DKIM = { DKIM_DOMAIN: 'a.fr', DKIM_SELECTOR: 'mail', DKIM_PRIVATE_KEY: 'cle' };

  test.each(['TRUST_PROXY', ...Object.keys(DKIM)])(
    'the optional %s is of production too',
    (nom) => {
      expect(refus({ [nom]: 'valeur' })).toContain('DATABASE_URL');
    },
  );

  test('mails are signed with the three DKIM variables, or by the relay with none', () => {
    expect(production({ TRUST_PROXY: '10.0.0.1', ...DKIM })).toMatchObject(DKIM);
    for (const nom of Object.keys(DKIM)) {
      const { [nom as 'DKIM_DOMAIN']: _, ...deux } = DKIM;
      expect(refusEnProduction(deux)).toContain(`Variables manquantes : ${nom}.`);
    }
  });

  test.each(['PIGP_PORT', 'MAILDEV_PORT', 'SMTP_PORT', 'DEMO_PASSWORD'])(
    'the embedded %s in the middle is named',
    (nom) => {
      const phrase = refusEnProduction({ [nom]: '4001' });
      expect(phrase).toContain(`Variables à retirer : ${nom}.`);
      expect(phrase).not.toContain('manquantes');
    },
  );

  test('several session keys may live together, the newest first', () => {
    const cles = ['a'.repeat(32), 'b'.repeat(40)];
    expect(production({ SESSION_KEYS: cles.join(',') })).toMatchObject({ SESSION_KEYS: cles });
  });
});

describe('a secret', () => {
  const BON = PRODUCTION.SESSION_KEYS;
  test.each([
    ['SESSION_KEYS', 'x'.repeat(31), 'short'],
    ['SESSION_KEYS', `${BON},xyzzy`, 'short, beside a good one'],
    ['SESSION_KEYS', `${BON},`, 'empty, beside a good one'],
    ['SESSION_KEYS', `${BON},change-me-${'x'.repeat(32)}`, 'of an example, beside a good one'],
    ['SESSION_KEYS', `change-me-${'x'.repeat(32)}`, 'of an example'],
    ['SESSION_KEYS', `Secret${'x'.repeat(32)}`, 'of an example, in capitals'],
    ['OIDC_CLIENT_SECRET', 'K7q2mZ9vT4xW1bN', 'short'],
    ['OIDC_CLIENT_SECRET', 'demo-secret-du-portail', 'of the demo'],
    ['OIDC_CLIENT_SECRET', 'chorus-demo-secret-du-portail', 'of the demo'],
    ['OIDC_CLIENT_SECRET', 'example-secret-example', 'of an example'],
    ['OIDC_CLIENT_SECRET', 'password-password', 'of everybody'],
  ])('%s = %s is refused by its name and not printed: %s', (nom, valeur) => {
    const phrase = refusEnProduction({ [nom]: valeur });
    expect(phrase).toContain(nom);
    for (const morceau of [...valeur.split(',').filter(Boolean), BON])
      expect(phrase).not.toContain(morceau);
  });
});

describe('a value', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'verbose'],
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_MAX_HOURS', '48'],
    ['DATABASE_CONNECTIONS', '1'],
    ['DATABASE_URL', 'mysql://mdp-secret@bd/chorus'],
    ['DATABASE_OWNER_URL', 'bd/mdp-secret'],
    ['SMTP_URL', 'http://mdp-secret@smtp'],
    ['MAIL_FROM', 'portail'],
    ['PUBLIC_URL', 'ftp://portail.example.org'],
  ])('%s = %s is refused by its name', (nom, valeur) => {
    const phrase = refusEnProduction({ [nom]: valeur });
    expect(phrase).toMatch(new RegExp(`pour ${nom}\\.$`));
  });

  test('that is wrong is named with the others, none of them printed', () => {
    const phrase = refusEnProduction({ PORT: 'abc', SMTP_URL: 'smtp-secret', SESSION_KEYS: 'cle' });
    expect(phrase).toMatch(/pour PORT, SESSION_KEYS, SMTP_URL\.$/);
    expect(phrase).not.toMatch(/abc|smtp-secret|cle\b/);
  });

  test.each(['PIGP_PORT', 'SMTP_PORT', 'MAILDEV_PORT'])('embedded, %s must be a port', (nom) => {
    expect(refus({ [nom]: 'abc' })).toMatch(new RegExp(`pour ${nom}\\.$`));
  });

  test.each([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'https://portail.example.org',
  ])('PUBLIC_URL may be %s', (PUBLIC_URL) => {
    expect(production({ PUBLIC_URL })).toMatchObject({ PUBLIC_URL });
  });

  test.each([
    'http://portail.example.org',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://localhost@portail.example.org',
    'http://0.0.0.0:3000',
    'http://192.168.1.10',
  ])('plain http carries nothing to another machine: %s', (adresse) => {
    expect(refusEnProduction({ PUBLIC_URL: adresse })).toContain('pour PUBLIC_URL.');
    expect(refusEnProduction({ OIDC_ISSUER: adresse })).toContain('pour OIDC_ISSUER.');
  });

  test.each(['PUBLIC_URL', 'OIDC_ISSUER'])('that is no address is refused: %s', (nom) => {
    expect(refusEnProduction({ [nom]: 'portail.example.org' })).toContain(`pour ${nom}.`);
  });
});
