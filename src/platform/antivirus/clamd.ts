// ClamAV's `clamd`, over its INSTREAM command (man clamd): the content streams, at the pace of its scanner.
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Antivirus, Verdict } from './antivirus.ts';

const CONNECT_MS = 5_000;
// More than what clamd gives itself for one file (MaxScanTime, two minutes).
const SILENCE_MS = 180_000;

/** The antivirus at this address (`tcp://host:port` or `unix:/path`), none without one. */
export function antivirusDe(url: string | null): Antivirus | null {
  if (url === null) return null;
  return {
    async analyser(contenu) {
      let faute: Error | undefined;
      contenu.once('error', (error: Error) => {
        faute = error;
      });
      const socket = ouvrir(new URL(url));
      try {
        const [, reponse] = await Promise.all([
          pipeline(contenu, trames, socket, { end: false }),
          text(socket),
        ]);
        return verdict(reponse);
      } catch {
        // A content that cannot be read is not the antivirus's silence.
        if (faute && contenu.errored === faute && !socket.errored) throw faute;
        return { kind: 'indisponible' };
      } finally {
        socket.destroy();
      }
    },
  };
}

function ouvrir({ protocol, hostname, port, pathname }: URL): Socket {
  const socket =
    protocol === 'unix:'
      ? connect(decodeURIComponent(pathname))
      : connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
  const muet = () => void socket.destroy(new Error('clamd does not answer'));
  socket.setTimeout(CONNECT_MS, muet);
  socket.once('connect', () => socket.setTimeout(SILENCE_MS));
  return socket;
}

// Each chunk behind its length, an empty one at the end.
async function* trames(contenu: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const morceau of contenu) {
    if (morceau.length === 0) continue;
    yield longueur(morceau.length);
    yield morceau;
  }
  yield longueur(0);
}

function longueur(octets: number): Buffer {
  const tete = Buffer.alloc(4);
  tete.writeUInt32BE(octets);
  return tete;
}

// « stream: OK », « stream: <signature> FOUND », a fault of its own, or nothing.
function verdict(reponse: string): Verdict {
  const dit = reponse.replaceAll('\0', '').trim();
  if (dit === 'stream: OK') return { kind: 'sain' };
  const signature = /^stream: (.+) FOUND$/.exec(dit)?.[1];
  if (signature) return { kind: 'infecte', signature };
  return { kind: dit === '' ? 'indisponible' : 'sans_verdict' };
}
