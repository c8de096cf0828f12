// What the routes of the PIGP share: its people, its sessions, and how a page is sent.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { VNode } from 'preact';
import type { Annuaire } from './annuaire.ts';
import type { NomsCookies } from './cookies.ts';
import { type Message, MessagePage } from './message.page.tsx';
import type { PigpOptions } from './options.ts';
import { rendre } from './rendre.ts';
import type { Sessions } from './sessions.ts';
import { type Vue, vueDe } from './vue.ts';

export type Maison = {
  readonly options: PigpOptions;
  readonly issuer: string;
  readonly provider: Provider;
  readonly annuaire: Annuaire;
  readonly sessions: Sessions;
  readonly cookies: NomsCookies;
  /** When passwords expire: 90 days after the start. */
  readonly expiration: Date;
};

/** The view of a Fastify request. */
export function vue(maison: Maison, request: FastifyRequest, reply: FastifyReply): Vue {
  return vueDe(maison.sessions.contexte(request.raw, reply.raw), maison.cookies.langue);
}

export function envoyerPage(reply: FastifyReply, page: VNode, statut = 200): FastifyReply {
  return reply
    .code(statut)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(rendre(page));
}

export function envoyerMessage(
  maison: Maison,
  request: FastifyRequest,
  reply: FastifyReply,
  { message, statut }: { message: Message; statut: number },
): FastifyReply {
  const page = MessagePage({ vue: vue(maison, request, reply), message });
  return envoyerPage(reply, page, statut);
}
