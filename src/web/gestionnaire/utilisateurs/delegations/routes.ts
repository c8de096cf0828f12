// Ending a delegation before its last day (screens §9).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseGestion } from '../../../../domain/adresses.ts';
import { terminerDelegation } from '../../../../domain/rattachement/actions-gestion-delegation.ts';
import { delegationsDe } from '../../../../domain/rattachement/queries-utilisateurs-fiche.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireIdentifiant } from '../../../commun/identifiant.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { type Formulaire, Lecteur } from '../form.ts';
import {
  type DansStructure,
  estRefusCommun,
  formulaireOuvert,
  formulaireRecu,
  inconnue,
  LISTE,
  pourGestionnaire,
  repondreRefus,
} from '../gardes.ts';
import { finDeDelegationPage } from './fin.page.tsx';

export function delegationsRoutes(app: App, context: WebContext): void {
  const adresse = `${LISTE}/delegations/:delegationId`;

  app.get(
    adresse,
    pourGestionnaire(context, async (request, reply, lieu) => {
      const etat = await formulaireOuvert(request, context);
      return montrer(request, reply, context, lieu, etat);
    }),
  );

  app.post(
    adresse,
    pourGestionnaire(context, async (request, reply, lieu) => {
      const etat = formulaireRecu(request);
      const lecteur = new Lecteur(etat.saisies);
      const motif = lecteur.motif();
      const { erreurs } = lecteur;
      if (erreurs.length > 0)
        return montrer(request, reply, context, lieu, { ...etat, erreurs }, 422);
      const structureId = lieu.structure.id;
      const delegationId = idDe(request) ?? 0;
      const { compteId } = agentDe(request);
      const fin = { structureId, delegationId, motif };
      const fait = await terminerDelegation(context.sql, compteId, fin, request.instant);
      if (estRefusCommun(fait)) return repondreRefus(request, reply, context, fait, structureId);
      const finie = fait.kind === 'dejaTerminee';
      const message = finie ? 'utilisateurDelegationFinie' : 'utilisateurDelegationFin';
      const liste = adresseGestion(structureId, 'utilisateurs');
      return reply.redirect(avecMessage(liste, message), 303);
    }),
  );
}

const idDe = ({ params }: FastifyRequest) =>
  lireIdentifiant((params as { delegationId?: unknown }).delegationId);

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { structure, jour }: DansStructure,
  etat: Formulaire,
  statut = 200,
): Promise<FastifyReply> {
  const id = idDe(request);
  const toutes: DelegationListee[] = await delegationsDe(context.sql, structure.id, jour);
  const delegation = toutes.find((une) => une.id === id);
  if (!delegation) return inconnue(request, reply, context, { structureId: structure.id });
  const frame = cadre(request, context);
  return envoyerPage(reply, finDeDelegationPage({ frame, structure, delegation, etat }), statut);
}
