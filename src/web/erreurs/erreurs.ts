// Shows errors in the portal's frame: what happened, what to do, a stable code (design §6.7).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CodeErreur, classerErreur, ERREURS } from '../../platform/erreurs.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { erreurPage } from './erreur.page.tsx';

/** Where the server sends what cannot be decoded. */
export const ADRESSE_ILLISIBLE = '/adresse-illisible';

/** Sends the page of an error. */
export function pageErreur(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  code: CodeErreur,
): FastifyReply {
  return envoyerPage(reply, erreurPage({ frame: cadre(request, context), code }), ERREURS[code]);
}

/** Every exception and unknown address of the web face ends here. */
export function installerErreurs(
  app: App,
  context: WebContext,
  {
    acces,
    identifier,
  }: {
    acces: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
    identifier: (request: FastifyRequest) => Promise<unknown>;
  },
): void {
  app.setErrorHandler(async (error, request, reply) => {
    const code = classerErreur(error);
    // The detail is for the log; the page shows the code alone.
    if (ERREURS[code] >= 500) request.log.error({ err: error, code }, 'request failed');
    if (code === 'INDISPONIBLE') reply.header('retry-after', '60');
    // A body that is refused is refused before anybody asks who sends it; the page says it in their name all the
    // same. Should that fail too, the first error is the one to show.
    const inconnu = request.instant === undefined && code !== 'INDISPONIBLE';
    if (inconnu) await identifier(request).catch(() => undefined);
    return pageErreur(request, reply, context, code);
  });
  app.setNotFoundHandler({ preHandler: acces }, (request, reply) =>
    pageErreur(request, reply, context, 'PAGE_INCONNUE'),
  );
}

/** The page of an address that cannot be decoded. */
export function adresseIllisible(app: App, context: WebContext): void {
  app.all(ADRESSE_ILLISIBLE, { config: { acces: 'public' } }, (request, reply) =>
    pageErreur(request, reply, context, 'FORMAT_REFUSE'),
  );
}
