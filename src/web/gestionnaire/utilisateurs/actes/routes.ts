// The same act on many people, or on one (screens §9): confirm, do, report each row.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { espacesSurStructure } from '../../../../domain/abonnement/queries-situation.ts';
import { adresseGestion, adresseUtilisateur } from '../../../../domain/adresses.ts';
import {
  agirEnNombre,
  PERSONNES_MAX,
  type Suite,
} from '../../../../domain/rattachement/actions-gestion-nombre.ts';
import { personnesDuFiltre } from '../../../../domain/rattachement/queries-utilisateurs.ts';
import { personnesChoisies } from '../../../../domain/rattachement/queries-utilisateurs-fiche.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { pageErreur } from '../../../erreurs/erreurs.ts';
import { repondreSessionTerminee } from '../../../session-terminee/session-terminee.ts';
import { lireListe } from '../filtre.ts';
import { type Formulaire, formulaire } from '../form.ts';
import {
  type DansStructure,
  formulaireOuvert,
  formulaireRecu,
  inconnue,
  LISTE,
  pourGestionnaire,
} from '../gardes.ts';
import { confirmationPage } from './confirmation.page.tsx';
import { type ActeDeGroupe, lireActe, lireActeEnNombre, lireIds } from './form.ts';
import { rapportPage } from './rapport.page.tsx';
import { adresseDuRapport, estFait, lireSuites } from './rapport.ts';

export function actesRoutes(app: App, context: WebContext): void {
  app.get(
    `${LISTE}/actes`,
    pourGestionnaire(context, (request, reply, lieu) => confirmer(request, reply, context, lieu)),
  );

  app.post(
    `${LISTE}/actes`,
    pourGestionnaire(context, (request, reply, lieu) => agir(request, reply, context, lieu)),
  );

  app.get(
    `${LISTE}/actes/rapport`,
    pourGestionnaire(context, async (request, reply, { structure }) => {
      const acte = lireActe((request.query as { acte?: unknown }).acte);
      const issues = lireSuites(request.query);
      const personnes = await personnesChoisies(context.sql, structure.id, [...issues.keys()]);
      if (!acte || personnes.length === 0)
        return pageErreur(request, reply, context, 'PAGE_INCONNUE');
      const suites = personnes.map((personne) => {
        const issue = issues.get(personne.id) ?? 'introuvable';
        return { ...personne, issue };
      });
      const frame = cadre(request, context);
      return envoyerPage(reply, rapportPage({ frame, structure, acte, suites }));
    }),
  );
}

async function confirmer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lieu: DansStructure,
): Promise<FastifyReply> {
  const etat = await formulaireOuvert(request, context);
  const { acte, r, toutes } = { ...(request.query as Record<string, unknown>), ...etat.saisies };
  const voulu = lireActe(acte);
  if (!voulu) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  if (toutes !== 'oui')
    return montrer(request, reply, context, lieu, { acte: voulu, ids: lireIds(r), etat });
  const { structure, jour } = lieu;
  const [filtre, limite] = [lireListe(request.query), PERSONNES_MAX + 1];
  const personnes = await personnesDuFiltre(context.sql, structure.id, filtre, jour, limite);
  return envoyer(request, reply, context, { structure, acte: voulu, personnes, etat });
}

async function agir(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lieu: DansStructure,
): Promise<FastifyReply> {
  const etat = formulaireRecu(request);
  const acte = lireActe(etat.saisies['acte']);
  const ids = lireIds((request.body as { r?: unknown } | null)?.r);
  if (!acte) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
  const lu = lireActeEnNombre(acte, etat.saisies);
  if ('erreurs' in lu || ids.length === 0 || ids.length > PERSONNES_MAX) {
    const erreurs = 'erreurs' in lu ? lu.erreurs : [];
    return montrer(request, reply, context, lieu, { acte, ids, etat: { ...etat, erreurs } }, 422);
  }
  const structureId = lieu.structure.id;
  const connues = await personnesChoisies(context.sql, structureId, ids);
  // One that was never of this structure: nothing is done to the others either.
  if (connues.length < ids.length) return inconnue(request, reply, context, { structureId });
  const { compteId } = agentDe(request);
  const quoi = { structureId, rattachementIds: ids };
  const fait = await agirEnNombre(context.sql, compteId, quoi, lu.acte, request.instant);
  if (fait.kind === 'tropDePersonnes') throw new Error('the form let too many people pass');
  if (fait.suites.every(({ kind }) => kind === 'indisponible'))
    return repondreSessionTerminee(request, reply, context, compteId);
  return reply.redirect(suite(structureId, acte, fait.suites), 303);
}

const MESSAGES = {
  espaces: 'utilisateurEspacesDonnes',
  suspension: 'utilisateurSuspendu',
  reprise: 'utilisateurRepris',
  detachement: 'utilisateurDetache',
  periode: 'utilisateurModifie',
} as const;

// One person done: a message is report enough.
function suite(structureId: number, acte: ActeDeGroupe, suites: Suite[]): string {
  const liste = adresseGestion(structureId, 'utilisateurs');
  const [seule] = suites;
  if (suites.length > 1 || !seule || !estFait(seule.kind))
    return adresseDuRapport(liste, acte, suites);
  const retour =
    acte === 'detachement' ? liste : adresseUtilisateur(structureId, seule.rattachementId);
  return avecMessage(retour, MESSAGES[acte]);
}

type AConfirmer = { acte: ActeDeGroupe; ids: number[]; etat: Formulaire };

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { structure }: DansStructure,
  { acte, ids, etat }: AConfirmer,
  statut = 200,
): Promise<FastifyReply> {
  if (ids.length === 0) {
    const liste = adresseGestion(structure.id, 'utilisateurs');
    return reply.redirect(avecMessage(liste, 'utilisateursACocher'), 303);
  }
  const choisies = await personnesChoisies(context.sql, structure.id, ids);
  const personnes = choisies.filter(({ attache }) => attache);
  // One that was never of this structure, or nobody left of those who were.
  if (choisies.length < ids.length || personnes.length === 0)
    return inconnue(request, reply, context, { structureId: structure.id });
  return envoyer(request, reply, context, { structure, acte, personnes, etat }, statut);
}

async function envoyer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  page: Omit<Parameters<typeof confirmationPage>[0], 'frame' | 'espaces'>,
  statut = 200,
): Promise<FastifyReply> {
  const trop = page.personnes.length > PERSONNES_MAX;
  const etat = trop ? formulaire(page.etat.saisies, ['tropDePersonnes']) : page.etat;
  const frame = cadre(request, context);
  const catalogue =
    page.acte === 'espaces' ? await espacesSurStructure(context.sql, page.structure.id) : [];
  const espaces = catalogue.filter(({ ouvert, parDefaut }) => ouvert && !parDefaut);
  const document = confirmationPage({ ...page, frame, etat, espaces });
  return envoyerPage(reply, document, trop ? 422 : statut);
}
