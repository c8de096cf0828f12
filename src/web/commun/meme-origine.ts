// Refuses forms sent from another site or another port (design §6.4): no token, two headers that browsers set.
import type { FastifyRequest } from 'fastify';

/**
 * True when the request may change something: `Sec-Fetch-Site: same-origin`, or else an `Origin` equal to ours;
 * neither means no.
 */
export function memeOrigine(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return request.headers.origin === new URL(publicUrl).origin;
}
