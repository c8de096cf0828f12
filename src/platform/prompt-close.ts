// Lets a server stop when it is told to, whatever its visitors hold open.
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What an answer under way has to end, a slow download among them. */
const GRACE_MS = 10_000;

/**
 * At the server's close, ends at once the connections on which nothing was ever asked (browsers open some ahead, and Node
 * counts them as busy: it would wait for them for ever), lets answers under way end, and cuts what is left after the grace.
 */
export function closePromptly(app: FastifyInstance, graceMs = GRACE_MS): void {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy();
    const cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
    app.server.once('close', () => clearTimeout(cut));
  });
}
