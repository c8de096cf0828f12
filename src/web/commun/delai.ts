// How long a form may take to come: a short one little, one with a file as long as the server lets it (server.ts).
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Breaks off what is still coming after this time, but for routes that say `envoiLong`. */
export function bornerReception(
  delaiMs: number,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return async ({ raw, method, routeOptions }) => {
    if (method === 'GET' || method === 'HEAD' || routeOptions.config.envoiLong) return;
    const attente = setTimeout(() => {
      if (!raw.complete) raw.destroy();
    }, delaiMs);
    raw.once('close', () => clearTimeout(attente));
  };
}
