// Shows one request with the decision that its nature has, and what was typed in it (screens §6, §9).
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { WebContext } from '../commun/contexte.ts';
import { idDuChemin } from '../commun/identifiant.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { pageErreur } from '../erreurs/erreurs.ts';
import type { Frame } from '../layout/page.tsx';
import { Decision } from './decision.tsx';
import { DecisionDAbonnement } from './decision-abonnement.tsx';
import { type AlerteDeDemande, demandePage } from './demande.page.tsx';
import { decisionSaisie, decisionVierge, type ErreurDeDecision } from './form.ts';
import * as abonnement from './form-abonnement.ts';
import { type LectureDeDemande, surAbonnement } from './lire.ts';

type Montree = {
  /** What was typed, if anything was. */
  saisies?: unknown;
  erreurs?: ErreurDeDecision[];
  erreursDAbonnement?: abonnement.ErreurDAbonnement[];
  alerte: AlerteDeDemande;
  statut: number;
};

/** The page of a request, with what was typed in its forms. */
export function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lue: LectureDeDemande,
  montree: Montree,
): FastifyReply {
  const frame = cadre(request, context);
  const { alerte, statut } = montree;
  return envoyerPage(
    reply,
    demandePage({ frame, lue, alerte, ...decisionDe(frame, lue, montree) }),
    statut,
  );
}

type DeLaDecision = { decision: VNode | null; erreurs: FieldError[] };

function decisionDe(
  frame: Frame,
  lue: LectureDeDemande,
  { saisies, erreurs = [], erreursDAbonnement = [] }: Montree,
): DeLaDecision {
  const { t } = frame;
  if (surAbonnement(lue)) {
    const { demande, part } = lue;
    const vierge = abonnement.decisionVierge(demande);
    const saisie = saisies === undefined ? vierge : abonnement.decisionSaisie(vierge, saisies);
    const etat = { ...saisie, erreurs: erreursDAbonnement };
    return {
      decision: part && <DecisionDAbonnement frame={frame} demande={demande} etat={etat} />,
      erreurs: erreursDAbonnement.map((erreur) => ({
        champ: erreur.champ,
        message:
          erreur.champ === 'motif'
            ? t(`gestion.refus.${erreur.motif}`)
            : t(`abonnements.refus.${erreur.motif}`),
      })),
    };
  }
  const { demande, part, jour } = lue;
  const vierge = decisionVierge(demande, jour);
  const saisie = saisies === undefined ? vierge : decisionSaisie(vierge, saisies);
  const etat = { ...saisie, erreurs };
  return {
    decision: part && (
      <Decision frame={frame} demande={demande} part={part} etat={etat} jour={jour} />
    ),
    erreurs: erreurs.map(({ champ, motif }) => ({ champ, message: t(`gestion.refus.${motif}`) })),
  };
}

/** A request that is not this person’s to see, or does not exist: nothing tells which, and the log says who asked. */
export function introuvable(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): FastifyReply {
  const { compteId } = agentDe(request);
  request.log.warn(
    { compteId, demandeId: idDuChemin(request.params) },
    'request out of reach asked',
  );
  return pageErreur(request, reply, context, 'PAGE_INCONNUE');
}
