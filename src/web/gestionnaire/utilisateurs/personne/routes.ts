// Somebody attached to a structure (screens §9): their page, and each thing that changes on its own page.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { abonnementsDuRattachement } from '../../../../domain/abonnement/queries-liste.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lirePageVoulue } from '../../../commun/listes.ts';
import { messageDe } from '../../../commun/messages.ts';
import type { PropsDActe } from '../cadre-personne.tsx';
import type { Formulaire } from '../form.ts';
import {
  formulaireOuvert,
  formulaireRecu,
  LISTE,
  pourPersonne,
  type SurPersonne,
} from '../gardes.ts';
import { servicesMontres } from '../services-montres.ts';
import { copiePage } from './copie.page.tsx';
import { delegationPage } from './delegation.page.tsx';
import { personnePage } from './personne.page.tsx';
import { possibles } from './possibles.ts';
import { copier, deleguerA, modifier, nommer, type Reception } from './recevoir.ts';
import { retraitRoutes } from './retrait.ts';
import { rolePage } from './role.page.tsx';
import { servicesPage } from './services.page.tsx';
import { formulaireDesServices } from './services.ts';

type PageDActe = {
  page: string;
  /** What the form holds when it is first shown. */
  vierge: (lieu: SurPersonne) => Record<string, string>;
  montrer: (props: PropsDActe, context: WebContext) => VNode | Promise<VNode>;
  recevoir: Reception;
};

const rien = () => ({});
const PAGES: PageDActe[] = [
  {
    page: 'services',
    vierge: ({ personne }) => formulaireDesServices(personne),
    montrer: async (props, context) => {
      const { structure, etat, jour } = props;
      const services = await servicesMontres(context, structure.id, etat, jour);
      return servicesPage({ ...props, services });
    },
    recevoir: modifier,
  },
  { page: 'role', vierge: rien, montrer: rolePage, recevoir: nommer },
  {
    page: 'delegation',
    vierge: ({ jour }) => ({ dateDebut: jour }),
    montrer: delegationPage,
    recevoir: deleguerA,
  },
  { page: 'copie', vierge: rien, montrer: copiePage, recevoir: copier },
];

export function personneRoutes(app: App, context: WebContext): void {
  retraitRoutes(app, context);
  const personne = `${LISTE}/:rattachementId`;

  app.get(
    personne,
    pourPersonne(context, async (request, reply, lieu) => {
      const frame = cadre(request, context);
      const message = messageDe(request.query, frame.t);
      const { structure, personne: vue, jour } = lieu;
      const permis = possibles(structure, vue, agentDe(request).compteId, jour);
      const qui = { compteId: vue.compteId, rattachementId: vue.id };
      const voulue = lirePageVoulue(request.query);
      const abonnements = await abonnementsDuRattachement(context.sql, qui, voulue, jour);
      const contenu = { ...lieu, frame, possibles: permis, abonnements, voulue, message };
      return envoyerPage(reply, personnePage(contenu));
    }),
  );

  for (const { page, vierge, montrer, recevoir } of PAGES) {
    const repondre = async (
      request: FastifyRequest,
      reply: FastifyReply,
      lieu: SurPersonne,
      etat: Formulaire,
      statut = 200,
    ) => {
      const frame = cadre(request, context);
      return envoyerPage(reply, await montrer({ ...lieu, frame, etat }, context), statut);
    };
    app.get(
      `${personne}/${page}`,
      pourPersonne(context, async (request, reply, lieu) => {
        const etat = await formulaireOuvert(request, context, vierge(lieu));
        return repondre(request, reply, lieu, etat);
      }),
    );
    app.post(
      `${personne}/${page}`,
      pourPersonne(context, async (request, reply, lieu) => {
        const etat = formulaireRecu(request);
        const suite = await recevoir(request, reply, context, lieu, etat);
        if (suite.kind === 'repondu') return reply;
        const { statut, ...encore } = suite;
        return repondre(request, reply, lieu, { ...etat, ...encore.etat }, statut);
      }),
    );
  }
}
