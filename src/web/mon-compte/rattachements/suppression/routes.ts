// Deleting rattachements and handing over (guide p.12, screens §6.3): confirm, then, for a principal, designate.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adressePassation, adresses } from '../../../../domain/adresses.ts';
import {
  remplacerGestionnairePrincipal,
  supprimerRattachements,
} from '../../../../domain/rattachement/actions-suppression.ts';
import {
  candidatsSuccession,
  rattachementsASupprimer,
} from '../../../../domain/rattachement/queries-suppression.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireSaisies } from '../../../commun/formulaire.ts';
import { idDuChemin, lireIdentifiant, lireIdentifiants } from '../../../commun/identifiant.ts';
import { adresseAvec, lireTexte } from '../../../commun/listes.ts';
import { avecMessage, messageDe } from '../../../commun/messages.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import { repondreSessionTerminee } from '../../../session-terminee/session-terminee.ts';
import { type Passation, passationPage } from './passation.page.tsx';
import { suppressionPage } from './suppression.page.tsx';

const CANDIDATS_MONTRES = 20;
/** One act takes the rattachements of one page of the list at most. */
const SELECTION_MAX = 50;

export function suppressionRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get(adresses.supprimerRattachements, async (request, reply) => {
    const { compteId } = agentDe(request);
    const ids = lireIds((request.query as { r?: unknown }).r);
    if (ids.length === 0)
      return reply.redirect(avecMessage(adresses.rattachements, 'rattachementsACocher'), 303);
    const jour = jourCivil(request.instant);
    const rattachements = await rattachementsASupprimer(sql, compteId, ids, jour);
    // Gone meanwhile (one comes back after deleting), or somebody else's: nothing tells which.
    if (rattachements.length === 0)
      return reply.redirect(avecMessage(adresses.rattachements, messageDuNombre([])), 303);
    const frame = cadre(request, context);
    return envoyerPage(reply, suppressionPage({ frame, rattachements }));
  });

  app.post(adresses.supprimerRattachements, async (request, reply) => {
    const { compteId } = agentDe(request);
    const ids = lireIds((request.body as { r?: unknown } | null)?.r);
    const resultat = await supprimerRattachements(sql, compteId, ids, request.instant);
    if (resultat.kind === 'indisponible')
      return repondreSessionTerminee(request, reply, context, compteId);
    const { supprimes, aTransmettre, derniers } = resultat;
    const [premier, ...suite] = aTransmettre.map(({ id }) => id);
    if (premier !== undefined) {
      const passation = adresseDePassation(premier, suite);
      const fait = supprimes.length > 0;
      return reply.redirect(
        fait ? avecMessage(passation, messageDuNombre(supprimes)) : passation,
        303,
      );
    }
    if (derniers.length > 0)
      return reply.redirect(avecMessage(adresses.rattachements, 'dernierGestionnaire'), 303);
    return reply.redirect(avecMessage(adresses.rattachements, messageDuNombre(supprimes)), 303);
  });

  app.get(`${adresses.rattachements}/:id/passation`, async (request, reply) => {
    const passation = await lirePassation(request, context, request.query);
    if (!passation) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const frame = cadre(request, context);
    const message = messageDe(request.query, frame.t);
    return envoyerPage(reply, passationPage({ frame, passation, message }));
  });

  app.post(`${adresses.rattachements}/:id/passation`, (request, reply) =>
    designer(request, reply, context),
  );
}

async function designer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const { compteId } = agentDe(request);
  const rattachementId = idDuChemin(request.params);
  if (rattachementId === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const successeurId = lireIdentifiant(lireSaisies(request.body)['successeur']);
  if (successeurId === null) return refuser(request, reply, context, 'successeur');
  const designation = { rattachementId, successeurId };
  const { instant } = request;
  const resultat = await remplacerGestionnairePrincipal(
    context.sql,
    compteId,
    designation,
    instant,
  );
  switch (resultat.kind) {
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'introuvable':
      return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    case 'successeurRefuse':
      return refuser(request, reply, context, 'successeurRefuse');
    case 'pasPrincipal':
      return reply.redirect(avecMessage(adresses.rattachements, 'pasPrincipal'), 303);
    case 'transmis': {
      const [suivant, ...suite] = lireIds((request.body as { suite?: unknown }).suite);
      if (suivant !== undefined) return reply.redirect(adresseDePassation(suivant, suite), 303);
      return reply.redirect(avecMessage(adresses.rattachements, 'roleTransmis'), 303);
    }
  }
}

async function refuser(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  erreur: NonNullable<Passation['erreur']>,
): Promise<FastifyReply> {
  const passation = await lirePassation(request, context, request.body);
  if (!passation) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const page = passationPage({
    frame: cadre(request, context),
    passation: { ...passation, erreur },
    message: null,
  });
  return envoyerPage(reply, page, erreur === 'successeur' ? 422 : 409);
}

/** The hand-over of one's own role on the rattachement of the address; nothing when it is not one. */
async function lirePassation(
  request: FastifyRequest,
  { sql }: WebContext,
  source: unknown,
): Promise<Passation | undefined> {
  const rattachementId = idDuChemin(request.params);
  if (rattachementId === null) return undefined;
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const recherche = lireTexte(request.query, 'recherche', 100);
  const [[mien], { lignes: candidats, total }] = await Promise.all([
    rattachementsASupprimer(sql, compteId, [rattachementId], jour),
    candidatsSuccession(sql, { compteId, rattachementId, recherche }, jour, CANDIDATS_MONTRES),
  ]);
  if (mien?.role !== 'GESTIONNAIRE_PRINCIPAL') return undefined;
  const { suite, successeur } = (source ?? {}) as { suite?: unknown; successeur?: unknown };
  return {
    rattachementId,
    designation: mien.designation,
    candidats,
    total,
    recherche,
    suite: lireIds(suite),
    choisi: typeof successeur === 'string' ? successeur : '',
    erreur: null,
  };
}

function adresseDePassation(id: number, suite: number[]): string {
  return adresseAvec(adressePassation(id), { suite: suite.join(',') });
}

function lireIds(valeur: unknown): number[] {
  return lireIdentifiants(valeur).slice(0, SELECTION_MAX);
}

function messageDuNombre(supprimes: unknown[]) {
  if (supprimes.length === 0) return 'rattachementsIndisponibles';
  return supprimes.length === 1 ? 'rattachementSupprime' : 'rattachementsSupprimes';
}
