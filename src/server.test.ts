// What the operator asks of a running server: alive, ready, its numbers, its log.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../tests/soutien/base-de-test.ts';
import { creerCompteRempli, formulaireRempli } from '../tests/soutien/compte-rempli.ts';
import { ouvrirPortail, type PortailDeTest } from '../tests/soutien/portail.ts';
import { INSTANT } from '../tests/soutien/scene.ts';
import { adresseDesabonnement } from './domain/adresses.ts';
import { nouveauJeton } from './platform/jetons.ts';
import { connect } from './platform/postgres/connect.ts';

let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base, { logLevel: 'info' });
});

/** A portal whose database nobody serves. */
async function sansBase() {
  const morte = connect('postgres://portail:x@127.0.0.1:9/x', { max: 1, name: 'x' });
  return ouvrirPortail(base, {}, morte);
}

describe('a healthy server', () => {
  test('is alive and ready', async () => {
    for (const page of ['/healthz', '/readyz']) {
      const reponse = await portail.anonyme.get(page);
      expect([reponse.statusCode, reponse.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  test('counts its requests by route, never by address', async () => {
    await portail.anonyme.get('/aide?jeton=secret');
    await portail.anonyme.get('/nulle-part-de-pauline');
    const { body, headers } = await portail.anonyme.get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/aide",status="200"\} 1/,
    );
    expect(body).not.toMatch(/secret|pauline/);
  });
});

describe('a server whose database is down', () => {
  test('is alive, and not ready', async () => {
    const { anonyme } = await sansBase();
    expect((await anonyme.get('/healthz')).statusCode).toBe(200);
    const pret = await anonyme.get('/readyz');
    expect([pret.statusCode, pret.json()]).toEqual([503, { status: 'unavailable' }]);
  });
});

test('a server whose database lacks a migration is not ready', async () => {
  await base.proprietaire`create table migrations_gardees as select * from pgmigrations`;
  await base.proprietaire`delete from pgmigrations where name like '%journal%'`;
  expect((await portail.anonyme.get('/readyz')).statusCode).toBe(503);
  await base.proprietaire`delete from pgmigrations`;
  await base.proprietaire`insert into pgmigrations select * from migrations_gardees`;
  expect((await portail.anonyme.get('/readyz')).statusCode).toBe(200);
});

describe('the log', () => {
  test('has one line a request: what, its end, how long; nothing that names anybody', async () => {
    const visiteur = await portail.connecter(await creerCompteRempli(base.sql));
    portail.journal.length = 0;
    await visiteur.post(
      '/mon-compte/informations-personnelles?a=secret',
      formulaireRempli({ nom: '' }),
      {
        'user-agent': 'navigateur-reconnaissable',
      },
    );
    const lignes = portail.journal.map((ligne) => JSON.parse(ligne) as Record<string, unknown>);
    expect(lignes).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        reqId: expect.any(String),
        method: 'POST',
        path: '/mon-compte/informations-personnelles',
        status: 422,
        milliseconds: expect.any(Number),
        msg: 'request',
      },
    ]);
    const tout = portail.journal.join('');
    for (const secret of [
      'secret',
      'Pauline',
      'terneuil',
      'navigateur',
      '127.0.0.1',
      visiteur.jeton,
    ])
      expect(tout).not.toContain(secret);
  });

  test('never holds a token that an address carries, even one that leads nowhere', async () => {
    const jeton = nouveauJeton();
    portail.journal.length = 0;
    for (const chemin of ['', '/', '/x', '.', '%20'].map((fin) => `${jeton}${fin}`)) {
      await portail.anonyme.get(adresseDesabonnement(chemin));
      await portail.anonyme.post(adresseDesabonnement(chemin), {});
    }
    expect(portail.journal.length).toBeGreaterThanOrEqual(10);
    expect(portail.journal.join('')).toContain('"path":"/desabonnement/…"');
    expect(portail.journal.join('')).not.toContain(jeton);
  });

  test('keeps the names of pages, however long', async () => {
    portail.journal.length = 0;
    const chemin = `/actualites/${'maintenance-du-portail-'.repeat(3)}2026`;
    await portail.anonyme.get(chemin);
    expect(portail.journal.join('')).toContain(`"path":"${chemin}"`);
  });

  test('says that a form of another site was refused', async () => {
    portail.journal.length = 0;
    await portail.anonyme.post('/langue', {}, { 'sec-fetch-site': 'cross-site' });
    expect(portail.journal.join('')).toContain('form from another origin refused');
  });
});

describe('built files', () => {
  const dossier = path.join(import.meta.dirname, '..', 'dist', 'assets');
  const nom = `essai-${process.pid}.css`;
  beforeAll(async () => {
    await mkdir(dossier, { recursive: true });
    await writeFile(path.join(dossier, nom), 'body{}');
  });
  afterAll(async () => {
    const { rm } = await import('node:fs/promises');
    await rm(path.join(dossier, nom));
  });

  test('are kept a year by browsers, without a session', async () => {
    const { statusCode, headers } = await portail.anonyme.get(`/assets/${nom}`);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toContain('text/css');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test.each(['/assets/../package.json', '/assets/..%2fassets.json', '/assets/%2e%2e/assets.json'])(
    'nothing beside them is served: %s',
    async (adresse) => {
      const { body } = await portail.anonyme.get(adresse);
      expect(body).not.toContain('"css"');
      expect(body).not.toContain('portail-chorus');
    },
  );
});
