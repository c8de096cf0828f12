// A body that is left before its end, over a real connection: whoever writes all of it before
// reading has its answer.
import net from 'node:net';
import Fastify, { LogController } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { corpsDe, jetonDe, ligne } from '../../tests/soutien/factures.ts';
import { creerStructure, INSTANT, ouvrirMois } from '../../tests/soutien/scene.ts';
import { evenementsFace } from './face.ts';
import { OCTETS_PAR_APPEL } from './lignes.ts';

const SIRET = '21760002200016';
const RESTE_MS = 400;
let base: BaseDeTest;
let jeton: string;
let port: number;
let journal: { level: number; msg: string }[] = [];
const stream = { write: (l: string) => void journal.push(JSON.parse(l)) };
const app = Fastify({
  logger: { level: 'info', stream },
  logController: new LogController({ disableRequestLogging: true }),
});

beforeAll(async () => {
  base = await baseDeTest();
  await ouvrirMois(base.proprietaire);
  await base.regler(INSTANT);
  await creerStructure(base.sql, { identifiant: SIRET });
  jeton = await jetonDe(base.sql);
  await evenementsFace(app, base, RESTE_MS);
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());
beforeEach(() => {
  journal = [];
});

const entete = (jetonPresente: string, octets: number) =>
  [
    'POST /evenements/v1/factures HTTP/1.1',
    'Host: portail',
    `Authorization: Bearer ${jetonPresente}`,
    'Content-Type: application/x-ndjson',
    `Content-Length: ${octets}`,
    '\r\n',
  ].join('\r\n');

/**
 * Writes all, then only reads until the answer is whole; asks again on the same connection, which
 * answers too.
 */
async function ecrirePuisLire(presente: string, corps: Buffer): Promise<string[]> {
  const prise = net.connect(port, '127.0.0.1').pause();
  const statuts: string[] = [];
  for (const envoi of [corps, Buffer.from('[]')]) {
    prise.write(entete(presente, envoi.length));
    await new Promise<void>((ecrit) => prise.write(envoi, () => ecrit()));
    const [morceau] = (await new Promise((lu) => {
      prise.once('data', (octets) => lu([octets])).resume();
    })) as [Buffer];
    prise.pause();
    statuts.push(/^HTTP\/1\.1 (\d+)/.exec(morceau.toString())?.[1] ?? '');
  }
  prise.destroy();
  return statuts;
}
const lignes = (nombre: number) =>
  Buffer.from(
    corpsDe(Array.from({ length: nombre }, () => ligne(SIRET, { motif: 'x'.repeat(200) }))),
  );

test.each([
  ['of too many lines', () => lignes(30_000)],
  ['announced as too large', () => Buffer.alloc(OCTETS_PAR_APPEL + 1, 'a')],
  ['of blank lines', () => Buffer.alloc(OCTETS_PAR_APPEL, '\n')],
] as const)('a call %s', async (_quoi, corps) => {
  expect(await ecrirePuisLire(jeton, corps())).toEqual(['413', '400']);
});

test('a call without a living token', async () => {
  expect(await ecrirePuisLire('x'.repeat(43), lignes(30_000))).toEqual(['401', '401']);
});

test('a body that never ends is cut a while after the answer', async () => {
  const prise = net.connect(port, '127.0.0.1');
  const ferme = new Promise((fermer) => prise.once('close', fermer));
  let lu = '';
  prise.on('data', (octets) => {
    lu += octets;
  });
  prise.on('error', () => undefined);
  prise.write(entete(jeton, 10 * OCTETS_PAR_APPEL));
  prise.write('a\n');
  await ferme;
  expect(lu).toContain('HTTP/1.1 413');
});

test('a caller that breaks off is no fault of the portal', async () => {
  await base.sql`delete from compteur_debit`;
  const fini = new Promise((finir) =>
    app.server.once('request', ({ socket }) => {
      socket.once('close', finir);
    }),
  );
  const prise = net.connect(port, '127.0.0.1');
  prise.write(entete(jeton, 1000));
  prise.write('{"idEvenement"');
  await expect.poll(() => base.sql`select from compteur_debit`).not.toHaveLength(0);
  prise.destroy();
  await fini;
  await expect
    .poll(() => journal.map(({ level, msg }) => [level, msg]))
    .toEqual([[30, 'the caller broke off']]);
});
