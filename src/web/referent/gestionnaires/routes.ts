// The managers of a structure, as a référent of its département names, removes and replaces them (model §3).
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseReferent, adresses } from '../../../domain/adresses.ts';
import { estReferentDe } from '../../../domain/droits/queries.ts';
import { deleguer } from '../../../domain/rattachement/actions-gestion-delegation.ts';
import { changerRole } from '../../../domain/rattachement/actions-gestion-role.ts';
import {
  detacher,
  reprendreRattachement,
  suspendreRattachement,
} from '../../../domain/rattachement/actions-gestion-suspension.ts';
import {
  type StructureDuReferent,
  structureDuReferent,
} from '../../../domain/rattachement/queries-sans-gestionnaire.ts';
import { utilisateursDe } from '../../../domain/rattachement/queries-utilisateurs.ts';
import { utilisateurDe } from '../../../domain/rattachement/queries-utilisateurs-fiche.ts';
import { jourCivil } from '../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { idDuChemin, lireIdentifiant } from '../../commun/identifiant.ts';
import { lireTexte } from '../../commun/listes.ts';
import { avecMessage, messageDe } from '../../commun/messages.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import { repondreSessionTerminee } from '../../session-terminee/session-terminee.ts';
import { type ActeLu, lireActe, type SaisieDuReferent } from './form.ts';
import { gestionnairesPage } from './gestionnaires.page.tsx';

const CHEMIN = `${adresses.referent}/structures/:id`;
const GESTIONNAIRES_MONTRES = 50;
const PERSONNES_MONTREES = 20;

type Erreurs = { champ: string; message: string }[];
const VIERGE: SaisieDuReferent = {
  personne: '',
  acte: '',
  dateDebut: '',
  dateFin: '',
  motif: '',
};

export function gestionnairesRoutes(app: App, context: WebContext): void {
  app.get(CHEMIN, (request, reply) => montrer(request, reply, context, VIERGE, [], 200));
  app.post(CHEMIN, (request, reply) => agir(request, reply, context));
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
  const [principaux, secondaires, autres, lue] = await Promise.all([
    lire('GESTIONNAIRE_PRINCIPAL'),
    lire('GESTIONNAIRE_SECONDAIRE'),
    lire('UTILISATEUR'),
    choisieId === null ? null : utilisateurDe(sql, structure.id, choisieId, jour),
  ]);
  const frame = cadre(request, context);
  const message = messageDe(request.query, frame.t);
  const montrees = [...principaux.lignes, ...secondaires.lignes, ...autres.lignes];
  const choisie = lue && !montrees.some(({ id }) => id === lue.id) ? lue : null;
  const gestionnaires = { principaux: principaux.lignes, secondaires: secondaires.lignes };
  const personnes = { ...gestionnaires, autres, choisie };
  const page = gestionnairesPage({ frame, structure, personnes, texte, saisie, erreurs, message });
  return envoyerPage(reply, page, statut);
}

/** The structure of the address, for a référent of its département. */
async function structureDe(
  request: FastifyRequest,
  { sql }: WebContext,
): Promise<StructureDuReferent | undefined> {
  const structureId = idDuChemin(request.params);
  if (structureId === null) return undefined;
  const { compteId } = agentDe(request);
  const sien = await estReferentDe(sql, compteId, structureId);
  if (!sien) request.log.warn({ compteId, structureId }, 'structure of other référents asked');
  return sien ? structureDuReferent(sql, structureId) : undefined;
}

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
  const erreurs = [{ champ: 'personne', message: t(`continuite.refusDActe.${kind}`) }];
  return montrer(request, reply, context, lu.saisie, erreurs, 409);
}

const FAITS = ['roleChange', 'suspendu', 'repris', 'detache', 'deleguee'] as const;

/** Does the act; in one word what became of it. */
async function faire(
  { sql }: WebContext,
  acteurId: number,
  structureId: number,
  { acte, rattachementId, motif, dateDebut, dateFin }: ActeLu,
  instant: Date,
) {
  const visee = { structureId, rattachementId, motif };
  const actes = {
    NOMMER: () =>
      changerRole(sql, acteurId, { ...visee, role: 'GESTIONNAIRE_SECONDAIRE' }, instant),
    RETIRER: () => changerRole(sql, acteurId, { ...visee, role: 'UTILISATEUR' }, instant),
    SUSPENDRE: () => suspendreRattachement(sql, acteurId, visee, instant),
    REPRENDRE: () => reprendreRattachement(sql, acteurId, visee, instant),
    DETACHER: () => detacher(sql, acteurId, visee, instant),
    DELEGUER: () => deleguer(sql, acteurId, { ...visee, dateDebut, dateFin }, instant),
  };
  const { kind } = await actes[acte]();
  const fait = FAITS.find((un) => un === kind);
  return fait ? 'fait' : (kind as Exclude<typeof kind, (typeof FAITS)[number]>);
}
