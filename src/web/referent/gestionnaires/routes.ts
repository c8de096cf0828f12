// The managers of a structure, as a référent of its département names, removes and replaces them (model §3).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseReferent } from '../../../domain/adresses.ts';
import type { Visee } from '../../../domain/rattachement/actions-gestion.ts';
import { deleguer } from '../../../domain/rattachement/actions-gestion-delegation.ts';
import { changerPeriode } from '../../../domain/rattachement/actions-gestion-lignes.ts';
import { changerRole } from '../../../domain/rattachement/actions-gestion-role.ts';
import {
  detacher,
  reprendreRattachement,
  suspendreRattachement,
} from '../../../domain/rattachement/actions-gestion-suspension.ts';
import { utilisateursDe } from '../../../domain/rattachement/queries-utilisateurs.ts';
import {
  delegationsDe,
  utilisateurDe,
} from '../../../domain/rattachement/queries-utilisateurs-fiche.ts';
import { jourCivil } from '../../../platform/clock.ts';
import type { Sql } from '../../../platform/postgres/sql.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { lireIdentifiant } from '../../commun/identifiant.ts';
import { lireTexte } from '../../commun/listes.ts';
import { avecMessage, messageDe } from '../../commun/messages.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../session-terminee/session-terminee.ts';
import { delegationsRoutes } from './delegations/routes.ts';
import { type ActeLu, lireActe, type SaisieDuReferent, saisieDuReferent } from './form.ts';
import { CHEMIN, structureDe } from './garde.ts';
import { gestionnairesPage } from './gestionnaires.page.tsx';

const GESTIONNAIRES_MONTRES = 50;
const PERSONNES_MONTREES = 20;

type Erreurs = { champ: string; message: string }[];
const VIERGE: SaisieDuReferent = {
  personne: '',
  acte: '',
  dateDebut: '',
  dateFin: '',
  sansFin: '',
  motif: '',
};

export function gestionnairesRoutes(app: App, context: WebContext): void {
  app.get(CHEMIN, async (request, reply) => {
    // What was typed before a session ended is shown again; nothing was done.
    const gardee = await saisieRetrouvee(request, context, agentDe(request).compteId);
    const saisie = gardee ? saisieDuReferent(gardee) : VIERGE;
    return montrer(request, reply, context, saisie, [], 200);
  });
  app.post(CHEMIN, (request, reply) => agir(request, reply, context));
  delegationsRoutes(app, context);
}

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  saisie: SaisieDuReferent,
  erreurs: Erreurs,
  statut: number,
): Promise<FastifyReply> {
  const structure = await structureDe(request, context);
  if (!structure) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { sql } = context;
  const jour = jourCivil(request.instant);
  const texte = lireTexte(request.query, 'recherche', 100);
  const lire = (role: 'GESTIONNAIRE_PRINCIPAL' | 'GESTIONNAIRE_SECONDAIRE' | 'UTILISATEUR') => {
    const utilisateurs = role === 'UTILISATEUR';
    const parPage = utilisateurs ? PERSONNES_MONTREES : GESTIONNAIRES_MONTRES;
    const filtre = { role, texte: utilisateurs ? texte : '', etat: null, page: 1, parPage };
    return utilisateursDe(sql, structure.id, filtre, jour);
  };
  const choisieId = lireIdentifiant(saisie.personne);
  const [principaux, secondaires, autres, delegations, lue] = await Promise.all([
    lire('GESTIONNAIRE_PRINCIPAL'),
    lire('GESTIONNAIRE_SECONDAIRE'),
    lire('UTILISATEUR'),
    delegationsDe(sql, structure.id, jour),
    choisieId === null ? null : utilisateurDe(sql, structure.id, choisieId, jour),
  ]);
  const frame = cadre(request, context);
  const message = messageDe(request.query, frame.t);
  const montrees = [...principaux.lignes, ...secondaires.lignes, ...autres.lignes];
  const choisie = lue && !montrees.some(({ id }) => id === lue.id) ? lue : null;
  const gestionnaires = { principaux: principaux.lignes, secondaires: secondaires.lignes };
  const personnes = { ...gestionnaires, autres, choisie };
  const page = { frame, structure, personnes, texte, saisie, erreurs, delegations, message };
  return envoyerPage(reply, gestionnairesPage(page), statut);
}

/** The field that a refusal is about, when it is not the person. */
const CHAMPS: Partial<Record<string, string>> = {
  motifRequis: 'motif',
  finAvantDebut: 'dateFin',
  periodePassee: 'dateFin',
  delegationTropLongue: 'dateFin',
  delegationChevauche: 'dateDebut',
};

async function agir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  // Who is no référent there acts from their own pages, if they may at all.
  const structureId = (await structureDe(request, context))?.id;
  if (structureId === undefined) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const { t } = cadre(request, context);
  const lu = lireActe(request.body);
  if ('erreurs' in lu) {
    const erreurs = lu.erreurs.map((une) => ({
      champ: une.champ,
      message: t('erreur' in une ? `gestion.refus.${une.erreur}` : `continuite.refus.${une.champ}`),
    }));
    return montrer(request, reply, context, lu.saisie, erreurs, 422);
  }
  const { compteId } = agentDe(request);
  const kind = await faire(context, compteId, structureId, lu.lu, request.instant);
  if (kind === 'indisponible') return repondreSessionTerminee(request, reply, context, compteId);
  if (kind === 'introuvable') return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  if (kind === 'fait')
    return reply.redirect(avecMessage(adresseReferent(structureId), 'acteDuReferent'), 303);
  const champ = CHAMPS[kind] ?? 'personne';
  const erreurs = [{ champ, message: t(`continuite.refusDActe.${kind}`) }];
  return montrer(request, reply, context, lu.saisie, erreurs, 409);
}

const FAITS = ['roleChange', 'modifie', 'suspendu', 'repris', 'detache', 'deleguee'] as const;

/** Does the act; in one word what became of it. */
async function faire(
  { sql }: WebContext,
  acteurId: number,
  structureId: number,
  lu: ActeLu,
  instant: Date,
) {
  const { rattachementId, motif } = lu;
  const visee = { structureId, rattachementId, motif };
  const { kind } = await acteDe(sql, acteurId, visee, lu, instant);
  const fait = FAITS.find((un) => un === kind);
  return fait ? 'fait' : (kind as Exclude<typeof kind, (typeof FAITS)[number]>);
}

function acteDe(sql: Sql, acteurId: number, visee: Visee, lu: ActeLu, instant: Date) {
  switch (lu.acte) {
    case 'NOMMER':
      return changerRole(sql, acteurId, { ...visee, role: 'GESTIONNAIRE_SECONDAIRE' }, instant);
    case 'RETIRER':
      return changerRole(sql, acteurId, { ...visee, role: 'UTILISATEUR' }, instant);
    case 'SUSPENDRE':
      return suspendreRattachement(sql, acteurId, visee, instant);
    case 'REPRENDRE':
      return reprendreRattachement(sql, acteurId, visee, instant);
    case 'DETACHER':
      return detacher(sql, acteurId, visee, instant);
    case 'DELEGUER': {
      const { dateDebut, dateFin } = lu;
      return deleguer(sql, acteurId, { ...visee, dateDebut, dateFin }, instant);
    }
    case 'PERIODE': {
      const { dateDebut, dateFin } = lu;
      return changerPeriode(sql, acteurId, { ...visee, dateDebut, dateFin }, instant);
    }
  }
}
