// The antivirus: a real clamd, up, down and up again, and servers that do not behave.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preparerClamd } from '../../../tests/soutien/clamd.ts';
import { EICAR, zip } from '../../../tests/soutien/pieces-jointes.ts';
import type { Antivirus } from './antivirus.ts';
import { antivirusDe } from './clamd.ts';

const DIX_MO = 10 * 1024 * 1024;
const INFECTE = { kind: 'infecte', signature: expect.stringContaining('Eicar') };
const de = (contenu: string | Buffer) => Readable.from([Buffer.from(contenu)]);

function antivirus(url: string): Antivirus {
  const ouvert = antivirusDe(url);
  if (!ouvert) throw new Error('no antivirus');
  return ouvert;
}

test('without an address there is none', () => {
  expect(antivirusDe(null)).toBeNull();
});

describe('a real clamd', async () => {
  const clamd = await preparerClamd();
  const { analyser } = antivirus(clamd.url);
  beforeAll(() => clamd.demarrer());
  afterAll(() => clamd.arreter());

  test.each([
    ['a text', Buffer.from('bonjour')],
    ['an empty content', Buffer.alloc(0)],
    ['ten mebibytes', randomBytes(DIX_MO)],
  ])('finds nothing in %s', async (_quoi, contenu) => {
    expect(await analyser(de(contenu))).toEqual({ kind: 'sain' });
  });

  test('finds EICAR, by itself, in a zip, in a zip of a zip and in a gzip', async () => {
    const archive = await zip({ 'lettre.txt': 'bonjour', 'essai.com': EICAR });
    const contenus = [EICAR, archive, await zip({ 'dedans.zip': archive }), gzipSync(EICAR)];
    for (const contenu of contenus) expect(await analyser(de(contenu))).toEqual(INFECTE);
  });

  test('finds it whatever the cuts of the stream', async () => {
    expect(await analyser(Readable.from([...EICAR].map((octet) => Buffer.from([octet]))))).toEqual(
      INFECTE,
    );
  });

  test('refuses what is beyond its limits: a zip of more than it scans of one file', async () => {
    const zeros = (n: number) => [`zeros-${n}.bin`, Buffer.alloc(DIX_MO, n)] as const;
    const bombe = await zip(Object.fromEntries([1, 2, 3, 4, 5].map(zeros)));
    expect(await analyser(de(bombe))).toMatchObject({
      kind: 'infecte',
      signature: expect.stringContaining('Limits.Exceeded'),
    });
  });

  test('analyses many at once, each with its own answer', async () => {
    const contenus = Array.from({ length: 20 }, (_, n) => (n % 2 ? EICAR : `lettre ${n}`));
    const verdicts = await Promise.all(contenus.map((contenu) => analyser(de(contenu))));
    expect(verdicts.map(({ kind }) => kind)).toEqual(
      contenus.map((contenu) => (contenu === EICAR ? 'infecte' : 'sain')),
    );
  });

  test('says nothing while it is stopped, even in the middle, and answers again after', async () => {
    const lent = new Readable({ read() {} });
    lent.push(randomBytes(100_000));
    const milieu = analyser(lent);
    await clamd.arreter();
    lent.push(randomBytes(100_000));
    lent.push(null);
    expect(await milieu).toEqual({ kind: 'indisponible' });
    expect(await analyser(de(EICAR))).toEqual({ kind: 'indisponible' });
    await clamd.demarrer();
    expect(await analyser(de(EICAR))).toEqual(INFECTE);
  });

  test('a content that cannot be read is an error, not a silence', async () => {
    const casse = new Readable({
      read() {
        this.destroy(new Error('the store is gone'));
      },
    });
    await expect(analyser(casse)).rejects.toThrow('the store is gone');
  });
});

describe('a server that is not well', () => {
  async function serveur(repondre: (socket: Socket) => void) {
    const ouvert = createServer((socket) => {
      socket.on('error', () => undefined);
      repondre(socket);
    }).listen(0, '127.0.0.1');
    await once(ouvert, 'listening');
    afterAll(() => void ouvert.close());
    const adresse = ouvert.address();
    const port = typeof adresse === 'object' ? adresse?.port : 0;
    return antivirus(`tcp://127.0.0.1:${port}`);
  }

  const FIN = Buffer.alloc(4);

  test.each([
    ['INSTREAM size limit exceeded. ERROR\0', 'sans_verdict'],
    ['stream: Can’t allocate memory ERROR\0', 'sans_verdict'],
    ['UNKNOWN COMMAND\0', 'sans_verdict'],
    ['stream: OK et le reste\0', 'sans_verdict'],
    ['', 'indisponible'],
  ])('and says « %s » once it has read all is not believed', async (reponse, kind) => {
    const { analyser } = await serveur((socket) => {
      socket.on('data', (octets) => {
        if (octets.subarray(-4).equals(FIN)) socket.end(reponse);
      });
    });
    expect(await analyser(de(randomBytes(DIX_MO)))).toEqual({ kind });
  });

  test('and goes away in the middle is one that does not answer', async () => {
    const { analyser } = await serveur((socket) => {
      socket.resume();
      socket.end('INSTREAM size limit exceeded. ERROR\0');
    });
    expect(await analyser(de(randomBytes(DIX_MO)))).toEqual({ kind: 'indisponible' });
  });

  test('is sent no more than it takes', async () => {
    let lus = 0;
    const source = new Readable({
      read() {
        lus += 1;
        this.push(lus > 160 ? null : Buffer.alloc(64 * 1024));
      },
    });
    const recus = Promise.withResolvers<Socket>();
    const { analyser } = await serveur((socket) => {
      socket.pause();
      recus.resolve(socket);
    });
    const verdict = analyser(source);
    const socket = await recus.promise;
    // What the system's own buffers take on the loopback, a few mebibytes; then nothing more is read.
    const plateau = async () => {
      for (let avant = -1; avant !== lus; ) {
        avant = lus;
        await new Promise((fini) => setTimeout(fini, 200));
      }
      return lus;
    };
    expect(await plateau()).toBeLessThan(160);
    socket.resume();
    socket.end('stream: OK\0');
    await verdict;
  });
});
