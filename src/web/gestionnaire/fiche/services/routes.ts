// The services of a structure, for its managers: the list, one to create, one to change.
import { adresseGestion, adresses } from '../../../../domain/adresses.ts';
import { creerService, modifierService } from '../../../../domain/structure/actions-services.ts';
import { servicesDe } from '../../../../domain/structure/queries-fiche.ts';
import { serviceGere } from '../../../../domain/structure/queries-gestion.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { lireVersion, VERSION_MANQUANTE } from '../../../commun/formulaire.ts';
import { lirePageVoulue, lireTexte } from '../../../commun/listes.ts';
import { avecMessage, messageDe } from '../../../commun/messages.ts';
import { saisieRetrouvee } from '../../../session-terminee/session-terminee.ts';
import { type EtatDuFormulaire, enPhrases, etatInitial } from '../formulaire.tsx';
import { repondreRefus, surStructure } from '../garde.ts';
import { finDeServiceRoutes } from './fin.ts';
import {
  labelDuChamp,
  lireService,
  saisiesDuService,
  saisiesVierges,
  valeursEnregistrees,
} from './form.ts';
import { surService } from './garde-service.ts';
import { servicesGestionPage } from './liste.page.tsx';
import { servicePage } from './service.page.tsx';

const SERVICES = `${adresses.structuresGerees}/:id/services`;
const PAR_PAGE = 20;

export function servicesGestionRoutes(app: App, context: WebContext): void {
  const { sql } = context;
  listeRoute(app, context);

  app.get(
    `${SERVICES}/nouveau`,
    surStructure(context, async (request, reply, structure) => {
      const frame = cadre(request, context);
      const jour = jourCivil(request.instant);
      const retrouvee = await saisieRetrouvee(request, context, agentDe(request).compteId);
      const etat = etatInitial(saisiesVierges(jour), retrouvee);
      return envoyerPage(reply, servicePage({ frame, structure, service: null, etat, jour }));
    }),
  );

  app.post(
    `${SERVICES}/nouveau`,
    surStructure(context, async (request, reply, structure) => {
      const frame = cadre(request, context);
      const { t } = frame;
      const lecture = lireService(request.body);
      const montrer = (erreurs: EtatDuFormulaire['erreurs'], statut: number) => {
        const etat = { ...etatInitial(lecture.saisies, undefined), erreurs };
        const jour = jourCivil(request.instant);
        const page = servicePage({ frame, structure, service: null, etat, jour });
        return envoyerPage(reply, page, statut);
      };
      if (lecture.kind === 'invalide')
        return montrer(
          enPhrases(frame, lecture.erreurs, (champ) => labelDuChamp(t, champ)),
          422,
        );
      const { compteId } = agentDe(request);
      const cible = { structureId: structure.id, service: lecture.valeurs };
      const resultat = await creerService(sql, compteId, cible, request.instant);
      const { kind } = resultat;
      if (kind === 'codePris')
        return montrer([{ champ: 'code', message: t(`ficheGestion.services.refus.${kind}`) }], 422);
      const liste = adresseGestion(structure.id, 'services');
      if (kind === 'structureInactive')
        return reply.redirect(avecMessage(liste, 'structureSansOuverture'), 303);
      if (kind !== 'cree') return repondreRefus(request, reply, context, resultat);
      return reply.redirect(avecMessage(liste, 'serviceCree'), 303);
    }),
  );

  unServiceRoutes(app, context);
  finDeServiceRoutes(app, context);
}

function listeRoute(app: App, context: WebContext): void {
  app.get(
    SERVICES,
    surStructure(context, async (request, reply, structure) => {
      const frame = cadre(request, context);
      const voulue = lirePageVoulue(request.query, PAR_PAGE);
      const texte = lireTexte(request.query, 'service');
      const page = { texte, ouvertsLe: null, ...voulue };
      const lus = await servicesDe(context.sql, structure.id, page);
      const services = {
        ...lus,
        adresse: adresseGestion(structure.id, 'services'),
        garde: {},
        voulue,
        texte,
        jour: jourCivil(request.instant),
      };
      const message = messageDe(request.query, frame.t);
      return envoyerPage(reply, servicesGestionPage({ frame, structure, services, message }));
    }),
  );
}

function unServiceRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get(
    `${SERVICES}/:serviceId`,
    surService(context, async (request, reply, { structure, service }) => {
      const frame = cadre(request, context);
      const retrouvee = await saisieRetrouvee(request, context, agentDe(request).compteId);
      const etat = etatInitial(saisiesDuService(service), retrouvee);
      const jour = jourCivil(request.instant);
      return envoyerPage(reply, servicePage({ frame, structure, service, etat, jour }));
    }),
  );

  app.post(
    `${SERVICES}/:serviceId`,
    surService(context, async (request, reply, { structure, service }) => {
      const frame = cadre(request, context);
      const { t } = frame;
      const lecture = lireService(request.body);
      const montrer = async (changes: Partial<EtatDuFormulaire>, statut: number) => {
        const present = (await serviceGere(sql, structure.id, service.id)) ?? service;
        const etat = { ...etatInitial(lecture.saisies, undefined), ...changes };
        const jour = jourCivil(request.instant);
        const page = servicePage({ frame, structure, service: present, etat, jour });
        return envoyerPage(reply, page, statut);
      };
      const { version: _, ...sansVersion } = lecture.saisies;
      const version = lireVersion(lecture.saisies);
      const erreurs = lecture.kind === 'invalide' ? lecture.erreurs : [];
      if (version === null) erreurs.push(VERSION_MANQUANTE);
      if (lecture.kind === 'invalide' || version === null) {
        const phrases = enPhrases(frame, erreurs, (champ) => labelDuChamp(t, champ));
        const saisies = version === null ? sansVersion : lecture.saisies;
        return montrer({ saisies, erreurs: phrases }, 422);
      }
      const { compteId } = agentDe(request);
      const cible = { structureId: structure.id, serviceId: service.id };
      const saisie = { ...cible, service: lecture.valeurs, version };
      const resultat = await modifierService(sql, compteId, saisie, request.instant);
      const { kind } = resultat;
      if (kind === 'codePris' || kind === 'debutApresFin') {
        const champ = kind === 'codePris' ? 'code' : 'dateDebut';
        const message = t(`ficheGestion.services.refus.${kind}`);
        return montrer({ erreurs: [{ champ, message }] }, 422);
      }
      if (kind === 'conflit') {
        const saisies = { ...lecture.saisies, version: String(resultat.version) };
        const enregistrees = valeursEnregistrees(frame, resultat.conflits);
        return montrer({ saisies, enregistrees }, 409);
      }
      if (kind !== 'enregistre') return repondreRefus(request, reply, context, resultat);
      const liste = adresseGestion(structure.id, 'services');
      return reply.redirect(avecMessage(liste, 'serviceEnregistre'), 303);
    }),
  );
}
