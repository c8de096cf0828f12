// Before any route: one address, no POST from other sites, and the language switch.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { estLangue } from '../platform/textes/index.ts';
import { ROUTES_DE_PROGRAMMES } from './configuration.ts';
import { langueDemandee, retenirDemande, retenirLangue } from './langue.ts';
import { envoyerMessage, type Maison } from './maison.ts';
import { estNotreAdresse, vientDeNous } from './origine.ts';

const METHODES_SURES = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Adds the hooks that every request goes through. */
export function garder(app: FastifyInstance, maison: Maison): void {
  app.addHook('onRequest', async (request, reply) => {
    if (METHODES_SURES.has(request.method)) return gardeLecture(maison, request, reply);
    const [chemin = ''] = request.url.split('?');
    if (ROUTES_DE_PROGRAMMES.includes(chemin) || vientDeNous(request.headers, maison.issuer))
      return;
    return envoyerMessage(maison, request, reply, { message: 'autreSite', statut: 403 });
  });
}

async function gardeLecture(maison: Maison, request: FastifyRequest, reply: FastifyReply) {
  const { issuer, sessions, cookies } = maison;
  if (!request.url.startsWith('/')) return reply.code(400).send();
  const adresse = new URL(`${issuer}${request.url}`);
  const langue = adresse.searchParams.get('langue');
  if (estLangue(langue)) {
    retenirLangue(sessions.contexte(request.raw, reply.raw), cookies.langue, langue);
    adresse.searchParams.delete('langue');
    return reply.redirect(adresse.href, 303);
  }
  const demandee = langueDemandee(adresse.searchParams);
  if (demandee) retenirDemande(sessions.contexte(request.raw, reply.raw), cookies.langue, demandee);
  if (!estNotreAdresse(request.headers, issuer)) return reply.redirect(adresse.href, 302);
}
