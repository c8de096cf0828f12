// One-click unsubscription (RFC 8058): a GET shows, a POST acts, whoever asks; what is answered tells nothing.
import type { FastifyRequest } from 'fastify';
import { adresseDesabonnement } from '../../domain/adresses.ts';
import { desabonner } from '../../domain/notification/actions-desabonnement.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { desabonnementPage } from './desabonnement.page.tsx';

/** Mailbox providers send the clicks of all their users from a few addresses. */
const PAR_MINUTE = 600;
const CHEMIN = adresseDesabonnement(':jeton');

export function desabonnementRoutes(app: App, context: WebContext): void {
  const config = {
    acces: 'public',
    rateLimit: { max: PAR_MINUTE, timeWindow: '1 minute' },
  } as const;
  const jetonDe = (request: FastifyRequest) => (request.params as { jeton: string }).jeton;

  app.get(CHEMIN, { config }, (request, reply) => {
    const etat = { jeton: jetonDe(request), fait: false };
    return envoyerPage(reply, desabonnementPage({ frame: cadre(request, context), ...etat }));
  });

  // In a scope of its own: mailboxes may send « List-Unsubscribe=One-Click » as a form with files would travel (§3.2).
  app.register(async (clics: App) => {
    clics.addContentTypeParser('multipart/form-data', (_request, corps, fini) => {
      corps.resume();
      corps.on('end', () => fini(null));
      corps.on('error', fini);
    });
    // Sent by mailboxes, never by a page of ours alone: the token is the right to act.
    const ouverte = { ...config, autreOrigine: true } as const;
    clics.post(CHEMIN, { config: ouverte }, async (request, reply) => {
      const jeton = jetonDe(request);
      await desabonner(context.sql, jeton, request.instant);
      // No redirect: mailboxes do not follow one (§3.1).
      const frame = cadre(request, context);
      return envoyerPage(reply, desabonnementPage({ frame, jeton, fait: true }));
    });
  });
}
