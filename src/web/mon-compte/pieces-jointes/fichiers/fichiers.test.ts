// The files of the drawer (screens §8): to their owner only, once available, never able to act in the browser.
import { createHash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fromBuffer } from 'yauzl';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../../../tests/soutien/compte-rempli.ts';
import { joindre, PDF, PNG } from '../../../../../tests/soutien/pieces-jointes.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import { INSTANT } from '../../../../../tests/soutien/scene.ts';
import { adressePieceJointe, adresses } from '../../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;
let agent: Visiteur;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base, { logLevel: 'warn' });
  compteId = await creerCompteRempli(base.sql);
  agent = await portail.connecter(compteId);
});

const garder = (nom: string, contenu = PDF, scene = {}) =>
  joindre(base.sql, portail.magasin, compteId, { nom, contenu, ...scene });
const consulter = (id: number) => adressePieceJointe(id, 'consulter');
const telecharger = (id: number) => adressePieceJointe(id, 'telecharger');
const HTML = Buffer.from('<script>alert(1)</script>');

describe('« Consulter »', () => {
  test.each([
    ['releve.pdf', PDF, 'application/pdf'],
    ['photo.png', PNG, 'image/png'],
    ['note.txt', Buffer.from('été'), 'text/plain; charset=utf-8'],
    ['export.csv', Buffer.from('été;1', 'latin1'), 'text/plain; charset=windows-1252'],
  ])('shows %s, in a sandbox', async (nom, contenu, type) => {
    const { statusCode, headers, rawPayload } = await agent.get(
      consulter(await garder(nom, contenu)),
    );
    expect([statusCode, rawPayload]).toEqual([200, contenu]);
    expect(headers).toMatchObject({
      'content-type': type,
      'content-disposition': `inline; filename=${nom}`,
      'content-length': String(contenu.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'cross-origin-resource-policy': 'same-origin',
    });
    const csp = String(headers['content-security-policy']).split('; ');
    expect(csp).toEqual(expect.arrayContaining(['sandbox', "default-src 'none'"]));
    expect(csp.join()).not.toMatch(/allow-|script/);
  });

  test.each(['page.html', 'page.xhtml', 'dessin.svg', 'donnees.xml', 'style.xsl', 'devis.htm'])(
    'never shows %s: it leads to the download',
    async (nom) => {
      const id = await garder(nom, HTML);
      const { statusCode, headers } = await agent.get(consulter(id));
      expect([statusCode, headers.location]).toEqual([303, telecharger(id)]);
      const fichier = await agent.get(telecharger(id));
      expect(fichier.headers['content-disposition']).toBe(`attachment; filename=${nom}`);
      expect(fichier.headers['content-security-policy']).toMatch(/^sandbox; /);
    },
  );
});

describe('a download', () => {
  test('has the name that was given, for old readers and new ones', async () => {
    const { headers } = await agent.get(telecharger(await garder('Relevé n°1, « mai ».pdf')));
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[ -~]*"; filename\*=UTF-8''Relev%C3%A9%20n%C2%B01%2C%20%C2%AB%20mai%20%C2%BB\.pdf$/,
    );
  });

  test('may be asked in part, from a point on, and only while it is the same', async () => {
    const url = telecharger(await garder('releve.pdf'));
    const etag = `"${createHash('sha256').update(PDF).digest('hex')}"`;
    const entier = await agent.get(url);
    expect(entier.headers).toMatchObject({ etag, 'accept-ranges': 'bytes' });
    const parties: [entetes: Record<string, string>, statut: number, corps: Buffer][] = [
      [{ range: 'bytes=5-9' }, 206, PDF.subarray(5, 10)],
      [{ range: 'bytes=10-', 'if-range': etag }, 206, PDF.subarray(10)],
      [{ range: 'bytes=10-', 'if-range': '"autre"' }, 200, PDF],
      [{ range: `bytes=${PDF.length}-` }, 416, Buffer.alloc(0)],
      [{ 'if-none-match': etag }, 304, Buffer.alloc(0)],
      [{ 'if-none-match': `"autre", W/${etag}` }, 304, Buffer.alloc(0)],
      [{ 'if-none-match': '"autre"' }, 200, PDF],
    ];
    for (const [entetes, statut, corps] of parties) {
      const { statusCode, rawPayload } = await agent.get(url, entetes);
      expect([entetes, statusCode, rawPayload]).toEqual([entetes, statut, corps]);
    }
    const { headers } = await agent.get(url, { range: 'bytes=5-9' });
    expect(headers).toMatchObject({
      'content-range': `bytes 5-9/${PDF.length}`,
      'content-length': '5',
    });
    const dehors = await agent.get(url, { range: 'bytes=9999-' });
    expect(dehors.headers['content-range']).toBe(`bytes */${PDF.length}`);
  });

  test('is described without being read', async () => {
    const url = telecharger(await garder('releve.pdf'));
    const lire = vi.spyOn(portail.magasin, 'lire');
    const { statusCode, headers, rawPayload } = await agent.tete(url);
    expect([statusCode, headers['content-length'], rawPayload.length]).toEqual([
      200,
      String(PDF.length),
      0,
    ]);
    expect(lire).not.toHaveBeenCalled();
    lire.mockRestore();
  });
});

describe('what is not to be served', () => {
  test.each(['RECUE', 'EN_ANALYSE'])('while %s is not: the list says why', async (etat) => {
    const id = await garder('releve.pdf', PDF, { analyse: true });
    await base.sql`update piece_jointe set etat = ${etat} where id = ${id}`;
    for (const url of [consulter(id), telecharger(id)]) {
      const { statusCode, headers } = await agent.get(url);
      expect([statusCode, headers.location]).toEqual([
        303,
        `${adresses.piecesJointes}?message=pieceEnAnalyse`,
      ]);
    }
  });

  test('rejected, is not: the list says why', async () => {
    const id = await garder('releve.pdf');
    await base.sql`update piece_jointe set etat = 'REJETEE' where id = ${id}`;
    const { headers } = await agent.get(telecharger(id));
    expect(headers.location).toBe(`${adresses.piecesJointes}?message=pieceRejetee`);
  });

  test('and whose file is missing is an error page, under the headers of a page', async () => {
    const id = await garder('releve.pdf');
    const [piece] = await base.sql<{ fichier: string }[]>`
      select fichier from piece_jointe where id = ${id}`;
    await portail.magasin.supprimer(piece?.fichier ?? '');
    const { statusCode, headers } = await agent.get(telecharger(id));
    expect(statusCode).toBe(500);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['content-disposition']).toBeUndefined();
    expect(headers.etag).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('sandbox');
  });

  test('of another account is a 404, and logged; so is what is no id', async () => {
    const autrui = await portail.connecter(await creerCompteRempli(base.sql));
    const id = await garder('releve.pdf');
    const archive = `${adresses.archiveDePiecesJointes}?p=${id}`;
    for (const url of [consulter(id), telecharger(id), archive]) {
      const avant = portail.journal.length;
      expect((await autrui.get(url)).statusCode).toBe(404);
      expect(portail.journal.length).toBe(avant + 1);
    }
    const rien = ['0', '-1', 'x', '1e3', '99999999999999999999'];
    for (const faux of rien) {
      const { statusCode } = await agent.get(`${adresses.piecesJointes}/${faux}/telecharger`);
      expect(statusCode).toBe(404);
    }
  });

  test('without a session is nobody’s', async () => {
    const id = await garder('releve.pdf');
    expect((await portail.anonyme.get(telecharger(id))).statusCode).toBe(302);
  });
});

describe('several as one ZIP', () => {
  const archive = (ids: number[]) =>
    `${adresses.archiveDePiecesJointes}?${ids.map((id) => `p=${id}`).join('&')}`;

  /** Names, contents and flags, as an unzipper reads them. */
  async function ouvrir({ rawPayload }: LightMyRequestResponse) {
    const lus: { nom: string; contenu: Buffer; utf8: boolean }[] = [];
    const zip = await new Promise<import('yauzl').ZipFile>((ouvert, rate) =>
      fromBuffer(rawPayload, { lazyEntries: true }, (error, z) =>
        error ? rate(error) : ouvert(z),
      ),
    );
    const fini = new Promise((fin) => zip.on('end', fin));
    zip.on('entry', (entree) =>
      zip.openReadStream(entree, async (error, flux) => {
        if (error) throw error;
        const contenu = Buffer.concat(await flux.toArray());
        lus.push({
          nom: entree.fileName,
          contenu,
          utf8: (entree.generalPurposeBitFlag & 0x800) !== 0,
        });
        zip.readEntry();
      }),
    );
    zip.readEntry();
    await fini;
    return lus;
  }

  test('have names told apart, in UTF-8, and their whole content', async () => {
    const long = Buffer.concat([PDF, Buffer.alloc(3_000_000, 'x')]);
    const ids = [
      await garder('été.pdf', long),
      await garder('été.pdf'),
      await garder('photo.png', PNG),
    ];
    const reponse = await agent.get(archive(ids));
    expect(reponse.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename=pieces-jointes.zip',
    });
    expect(await ouvrir(reponse)).toEqual([
      { nom: 'été.pdf', contenu: long, utf8: true },
      { nom: 'été (2).pdf', contenu: PDF, utf8: true },
      { nom: 'photo.png', contenu: PNG, utf8: true },
    ]);
  });

  test('hold what is available and one’s own, and name what is not there yet', async () => {
    const autrui = await creerCompteRempli(base.sql);
    const ids = [
      await garder('a.pdf'),
      await garder('b.pdf', PDF, { analyse: true }),
      await joindre(base.sql, portail.magasin, autrui, { nom: 'c.pdf' }),
    ];
    const lus = await ouvrir(await agent.get(archive(ids)));
    expect(lus.map(({ nom }) => nom)).toEqual(['a.pdf', 'pièces absentes.txt']);
    expect(lus[1]?.contenu.toString()).toMatch(/encore en analyse.*\r\n- b\.pdf\r\n$/);
    const { headers } = await agent.get(archive(ids.slice(1, 2)));
    expect(headers.location).toBe(`${adresses.piecesJointes}?message=piecesSansFichier`);
  });

  test('when none is ticked is told', async () => {
    const { statusCode, headers } = await agent.get(adresses.archiveDePiecesJointes);
    expect([statusCode, headers.location]).toEqual([
      303,
      `${adresses.piecesJointes}?message=piecesACocher`,
    ]);
  });
});
