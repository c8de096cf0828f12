// « Rattacher une personne » (screens §9): somebody by their identifiant, without waiting for a request.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseUtilisateur } from '../../../../domain/adresses.ts';
import { rattacherCompte } from '../../../../domain/rattachement/actions-gestion-rattacher.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { type Formulaire, Lecteur } from '../form.ts';
import {
  type DansStructure,
  estRefusCommun,
  formulaireOuvert,
  formulaireRecu,
  LISTE,
  pourGestionnaire,
  repondreRefus,
} from '../gardes.ts';
import { servicesMontres } from '../services-montres.ts';
import { nouveauPage } from './nouveau.page.tsx';

/** Identifiants are known by those who bear them, not found by trying. */
const RATTACHEMENTS_PAR_MINUTE = 60;

export function nouveauRoutes(app: App, context: WebContext): void {
  const limite = { rateLimit: { max: RATTACHEMENTS_PAR_MINUTE, timeWindow: '1 minute' } };

  app.get(
    `${LISTE}/nouveau`,
    pourGestionnaire(context, async (request, reply, lieu) => {
      const etat = await formulaireOuvert(request, context, { dateDebut: lieu.jour });
      return montrer(request, reply, context, lieu, etat, 200);
    }),
  );

  app.post(
    `${LISTE}/nouveau`,
    { config: limite },
    pourGestionnaire(context, (request, reply, lieu) => recevoir(request, reply, context, lieu)),
  );
}

async function recevoir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lieu: DansStructure,
): Promise<FastifyReply> {
  const etat = formulaireRecu(request);
  if (etat.saisies['acte'] === 'chercher') return montrer(request, reply, context, lieu, etat, 200);
  const lecteur = new Lecteur(etat.saisies);
  const identifiant = lecteur.identifiant();
  const dateDebut = lecteur.jour('dateDebut', { siVide: 'dateDebut' });
  const quoi = { dateFin: lecteur.jour('dateFin'), portees: lecteur.portees(), motif: null };
  if (dateDebut === null || lecteur.erreurs.length > 0)
    return montrer(request, reply, context, lieu, { ...etat, erreurs: lecteur.erreurs }, 422);
  const structureId = lieu.structure.id;
  const { compteId } = agentDe(request);
  const attache = { structureId, identifiant, dateDebut, ...quoi };
  const fait = await rattacherCompte(context.sql, compteId, attache, request.instant);
  // Whom one may not act on was typed: what else was typed stays.
  if (fait.kind === 'interdit' || fait.kind === 'principal')
    return montrer(request, reply, context, lieu, { ...etat, erreurs: ['personneInterdite'] }, 409);
  if (estRefusCommun(fait)) return repondreRefus(request, reply, context, fait, structureId);
  if (fait.kind === 'rattache') {
    const personne = adresseUtilisateur(structureId, fait.rattachementId);
    return reply.redirect(avecMessage(personne, 'utilisateurRattache'), 303);
  }
  return montrer(request, reply, context, lieu, { ...etat, erreurs: [fait.kind] }, 422);
}

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { structure, jour }: DansStructure,
  etat: Formulaire,
  statut: number,
): Promise<FastifyReply> {
  const services = await servicesMontres(context, structure.id, etat, jour);
  const frame = cadre(request, context);
  return envoyerPage(reply, nouveauPage({ frame, structure, services, etat }), statut);
}
