// « Demander un rattachement » (guide p.10–11): step 1 finds the structure, step 2 says what is asked.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseDemandeSur, adresses } from '../../../../domain/adresses.ts';
import { demanderRattachement, type ResultatDemande } from '../../../../domain/demande/actions.ts';
import { dernierRefus } from '../../../../domain/demande/queries-lecture.ts';
import { lireDroits } from '../../../../domain/demande/queries-situation.ts';
import {
  gestionnairesDe,
  lireStructure,
  servicesDe,
} from '../../../../domain/structure/queries-fiche.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe, compteDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireSaisies } from '../../../commun/formulaire.ts';
import { idDuChemin, lireIdentifiant } from '../../../commun/identifiant.ts';
import { laisserPasser } from '../../../commun/laissez-passer.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { avecParametre } from '../../../commun/retour.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import {
  repondreSessionTerminee,
  saisieRetrouvee,
} from '../../../session-terminee/session-terminee.ts';
import { adresseRecherche, lireRecherche } from '../../../structures/form.ts';
import { montrerRecherche, recevoirRecherche } from '../../../structures/rechercher.ts';
import { DEMANDE } from '../../../structures/usage.ts';
import {
  type EtatDuFormulaire,
  erreurDuRefus,
  etatDesSaisies,
  formulaireVierge,
  lireDemande,
  lireFormulaireDemande,
} from './form.ts';
import { naturePage } from './nature.page.tsx';
import type { Nature } from './nature.ts';

/** The services of step 2 shown at once; a search shows the others. */
const SERVICES_MONTRES = 50;

export function demandeRoutes(app: App, context: WebContext): void {
  app.get(DEMANDE.adresse, (request, reply) => montrerRecherche(request, reply, context, DEMANDE));
  app.post(DEMANDE.adresse, (request, reply) =>
    recevoirRecherche(request, reply, context, DEMANDE),
  );

  app.post(`${DEMANDE.adresse}/selection`, async (request, reply) => {
    const { criteres } = lireRecherche(request.query);
    const [id, jeton] = (lireSaisies(request.body)['structure'] ?? '').split('.');
    const structureId = lireIdentifiant(id);
    if (structureId === null) {
      const retour = adresseRecherche(DEMANDE.adresse, criteres);
      const redite = avecMessage(retour, 'structureASelectionner');
      return reply.redirect(`${redite}#resultats`, 303);
    }
    const suite = adresseRecherche(adresseDemandeSur(structureId), criteres);
    return reply.redirect(jeton ? avecParametre(suite, 'jeton', jeton) : suite, 303);
  });

  app.get(`${DEMANDE.adresse}/:id`, async (request, reply) => {
    const { compteId } = agentDe(request);
    const retrouvee = await saisieRetrouvee(request, context, compteId);
    const etat = retrouvee
      ? { ...etatDesSaisies(retrouvee), retrouvee: true }
      : formulaireVierge(jourCivil(request.instant));
    return repondre(request, reply, context, etat, 200);
  });

  app.post(`${DEMANDE.adresse}/:id`, (request, reply) => recevoir(request, reply, context));
}

async function recevoir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
): Promise<FastifyReply> {
  const etat = lireFormulaireDemande(request.body);
  const { acte } = lireSaisies(request.body);
  if (acte === 'chercher') return repondre(request, reply, context, etat, 200);
  const structureId = idDuChemin(request.params);
  if (structureId === null) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const lue = lireDemande(etat, structureId);
  if ('erreurs' in lue)
    return repondre(request, reply, context, { ...etat, erreurs: lue.erreurs }, 422);
  const { compteId } = agentDe(request);
  const prouve = presenteSonPasse(request, context, structureId);
  const saisie = { ...lue.demande, prouve };
  const resultat = await demanderRattachement(context.sql, compteId, saisie, request.instant);
  if (resultat.kind === 'indisponible')
    return repondreSessionTerminee(request, reply, context, compteId);
  if (resultat.kind === 'introuvable') return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  if (resultat.kind !== 'demandee' && resultat.kind !== 'accordee') {
    const erreurs = [erreurDuRefus(resultat.kind)];
    return repondre(request, reply, context, { ...etat, erreurs }, 422);
  }
  return reply.redirect(suite(request, acte, resultat), 303);
}

function suite(
  request: FastifyRequest,
  acte: string | undefined,
  { kind }: Pick<ResultatDemande, 'kind'>,
): string {
  const envoyee = kind === 'demandee';
  if (acte !== 'continuer')
    return avecMessage(adresses.rattachements, envoyee ? 'demandeEnvoyee' : 'rattachementEtendu');
  const { criteres } = lireRecherche(request.query);
  const recherche = adresseRecherche(DEMANDE.adresse, criteres);
  return avecMessage(recherche, envoyee ? 'demandeEnvoyeeSuite' : 'rattachementEtendu');
}

async function repondre(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  etat: EtatDuFormulaire,
  statut: number,
): Promise<FastifyReply> {
  const nature = await lireNature(request, context, etat.recherche);
  if (!nature) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  return envoyerPage(reply, naturePage({ frame: cadre(request, context), nature, etat }), statut);
}

/** What the page shows of the structure and of the person; nothing when it is not theirs to know. */
async function lireNature(
  request: FastifyRequest,
  context: WebContext,
  recherche: string,
): Promise<Nature | undefined> {
  const id = idDuChemin(request.params);
  if (id === null) return undefined;
  const { sql } = context;
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const prouve = presenteSonPasse(request, context, id);
  const page = { texte: recherche, ouvertsLe: jour, page: 1, parPage: SERVICES_MONTRES };
  const [lecture, compte, gestionnaires, services, droits, refus] = await Promise.all([
    lireStructure(sql, id, { compteId, prouve }, jour),
    compteDe(request, context),
    gestionnairesDe(sql, id, jour),
    servicesDe(sql, id, page),
    lireDroits(sql, compteId, id, jour),
    dernierRefus(sql, compteId, id),
  ]);
  if (!lecture) return undefined;
  const { criteres } = lireRecherche(request.query);
  const jeton = prouve ? String((request.query as { jeton?: unknown }).jeton) : null;
  const { fiche } = lecture;
  return { fiche, compte, gestionnaires, services, droits, refus, criteres, jeton, jour };
}

function presenteSonPasse(
  request: FastifyRequest,
  { sessionKeys }: WebContext,
  structureId: number,
): boolean {
  const { jeton } = request.query as { jeton?: unknown };
  return laisserPasser(sessionKeys, jeton, agentDe(request).compteId, structureId);
}
