// Who may call: a program with a living token of this face (RFC 6750).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { presenterJeton } from '../domain/jeton/actions.ts';
import type { Contexte } from './contexte.ts';
import { repondreErreur } from './reponse.ts';

const PORTEE = 'evenements';
const DEFI = 'Bearer realm="evenements"';

/** Refuses a call before its body is read; else remembers whose it is. */
export function exigerJeton({ sql, clock }: Contexte) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const jeton = /^Bearer +([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!jeton) return refuser(request, reply, 'JETON_MANQUANT', DEFI);
    const presentation = await presenterJeton(sql, jeton, PORTEE, await clock());
    if (presentation.kind === 'refuse')
      return refuser(request, reply, 'JETON_REFUSE', `${DEFI}, error="invalid_token"`);
    if (presentation.kind === 'autrePortee') {
      const defi = `${DEFI}, error="insufficient_scope", scope="${PORTEE}"`;
      return refuser(request, reply, 'PORTEE_REFUSEE', defi);
    }
    request.source = presentation.jeton.source;
  };
}

function refuser(
  request: FastifyRequest,
  reply: FastifyReply,
  code: 'JETON_MANQUANT' | 'JETON_REFUSE' | 'PORTEE_REFUSEE',
  defi: string,
): void {
  reply.header('www-authenticate', defi);
  repondreErreur(request, reply, code);
}
