// Withdrawing an abonnement of somebody (issue of the espaces): confirm with a reason, then end it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { retirerAbonnements } from '../../../../domain/abonnement/actions-gestion.ts';
import { abonnementsDuRattachement } from '../../../../domain/abonnement/queries-liste.ts';
import { adresseUtilisateur } from '../../../../domain/adresses.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireIdentifiant } from '../../../commun/identifiant.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { type Formulaire, Lecteur } from '../form.ts';
import {
  estRefusCommun,
  formulaireOuvert,
  formulaireRecu,
  inconnue,
  LISTE,
  pourPersonne,
  repondreRefus,
  type SurPersonne,
} from '../gardes.ts';
import { retraitPage } from './abonnements.tsx';

export function retraitRoutes(app: App, context: WebContext): void {
  const page = `${LISTE}/:rattachementId/abonnements`;

  app.get(
    page,
    pourPersonne(context, async (request, reply, lieu) => {
      const etat = await formulaireOuvert(request, context);
      const { a } = { ...(request.query as { a?: unknown }), ...etat.saisies };
      return montrer(request, reply, context, lieu, { id: lireIdentifiant(a), etat });
    }),
  );

  app.post(
    page,
    pourPersonne(context, (request, reply, lieu) => retirer(request, reply, context, lieu)),
  );
}

async function retirer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lieu: SurPersonne,
): Promise<FastifyReply> {
  const { structure, personne } = lieu;
  const etat = formulaireRecu(request);
  const id = lireIdentifiant(etat.saisies['a']);
  const lecteur = new Lecteur(etat.saisies);
  const motif = lecteur.motif({ requis: true });
  const { erreurs } = lecteur;
  if (id === null || erreurs.length > 0)
    return montrer(request, reply, context, lieu, { id, etat: { ...etat, erreurs } }, 422);
  const { compteId } = agentDe(request);
  const visee = { structureId: structure.id, rattachementId: personne.id, motif };
  const voulu = { ...visee, ids: [id] };
  const fait = await retirerAbonnements(context.sql, compteId, voulu, request.instant);
  if (estRefusCommun(fait)) return repondreRefus(request, reply, context, fait, structure.id);
  if (fait.kind === 'motifRequis')
    return montrer(
      request,
      reply,
      context,
      lieu,
      { id, etat: { ...etat, erreurs: ['motifRequis'] } },
      422,
    );
  const message = fait.kind === 'retires' ? 'utilisateurEspaceRetire' : 'utilisateurEspaceFini';
  return reply.redirect(avecMessage(adresseUtilisateur(structure.id, personne.id), message), 303);
}

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lieu: SurPersonne,
  { id, etat }: { id: number | null; etat: Formulaire },
  statut = 200,
): Promise<FastifyReply> {
  const { structure, personne, jour } = lieu;
  const qui = { compteId: personne.compteId, rattachementId: personne.id, id: id ?? 0 };
  const seul = { page: 1, parPage: 1 };
  const lus = await abonnementsDuRattachement(context.sql, qui, seul, jour);
  const [abonnement] = lus.lignes;
  if (!abonnement)
    return inconnue(request, reply, context, { structureId: structure.id, abonnementId: id });
  const frame = cadre(request, context);
  return envoyerPage(reply, retraitPage({ ...lieu, frame, etat, abonnement }), statut);
}
