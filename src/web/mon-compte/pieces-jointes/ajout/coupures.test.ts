// An upload that is broken off, over a real connection: nothing of it stays (issue « Pièces jointes »).
import { type AddressInfo, createConnection } from 'node:net';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../../../tests/soutien/compte-rempli.ts';
import { fichiersDe, formulaire, PDF } from '../../../../../tests/soutien/pieces-jointes.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../../tests/soutien/portail.ts';
import { INSTANT } from '../../../../../tests/soutien/scene.ts';
import { adresses } from '../../../../domain/adresses.ts';
import { cookieNames } from '../../../commun/cookies.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let jeton: string;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
  await portail.app.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(async () => {
  ({ jeton } = await portail.connecter(await creerCompteRempli(base.sql)));
});

const lignes = () => base.sql`select from piece_jointe`;

/** Sends the beginning of a form over a real connection; gives the connection. */
function commencer(declare: number, corps: Buffer) {
  const { port } = portail.app.server.address() as AddressInfo;
  const nom = cookieNames('http://127.0.0.1:3000').session;
  const prise = createConnection({ host: '127.0.0.1', port });
  prise.on('error', () => undefined);
  prise.write(
    `POST ${adresses.ajouterPieceJointe} HTTP/1.1\r\nHost: 127.0.0.1:3000\r\nCookie: ${nom}=${jeton}\r\n` +
      `Sec-Fetch-Site: same-origin\r\nContent-Type: ${formulaire().type}\r\n` +
      `Content-Length: ${declare}\r\n\r\n`,
  );
  prise.write(corps);
  return prise;
}

test('an upload that is broken off leaves nothing', async () => {
  const { corps } = formulaire({ contenu: Buffer.concat([PDF, Buffer.alloc(2_000_000)]) });
  const prise = commencer(corps.length, corps.subarray(0, 1_000_000));
  await expect.poll(() => fichiersDe(portail.magasin)).toHaveLength(1);
  prise.destroy();
  await expect.poll(() => fichiersDe(portail.magasin)).toEqual([]);
  expect(await lignes()).toEqual([]);
});

test('an upload broken off behind its file leaves nothing', async () => {
  const { corps } = formulaire({ contenu: Buffer.concat([PDF, Buffer.alloc(100_000)]) });
  const prise = commencer(corps.length, corps.subarray(0, -60));
  await expect
    .poll(async () => (await fichiersDe(portail.magasin)).map((nom) => nom.endsWith('.part')))
    .toEqual([false]);
  prise.destroy();
  await expect.poll(() => fichiersDe(portail.magasin)).toEqual([]);
  expect(await lignes()).toEqual([]);
});

test('an endless upload is broken off', async () => {
  const prise = commencer(10 ** 12, formulaire().corps.subarray(0, 400));
  const morceau = Buffer.alloc(1024 * 1024);
  let envoyes = 0;
  await new Promise<void>((fini) => {
    prise.on('close', () => fini());
    const suite = () => {
      envoyes += 1;
      if (!prise.destroyed) prise.write(morceau, () => setImmediate(suite));
    };
    suite();
  });
  expect(envoyes).toBeLessThan(100);
  await expect.poll(() => fichiersDe(portail.magasin)).toEqual([]);
  expect(await lignes()).toEqual([]);
});
