// The sheet of a structure as its managers keep it: general data here, services and espaces below.
import { adresses } from '../../../domain/adresses.ts';
import { modifierFiche } from '../../../domain/structure/actions.ts';
import { ficheGeree } from '../../../domain/structure/queries-gestion.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import { agentDe } from '../../commun/compte-courant.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { lireVersion, VERSION_MANQUANTE } from '../../commun/formulaire.ts';
import { avecMessage, messageDe } from '../../commun/messages.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import { saisieRetrouvee } from '../../session-terminee/session-terminee.ts';
import { espacesGestionRoutes } from './espaces/routes.ts';
import { ficheGestionPage } from './fiche-gestion.page.tsx';
import { enregistrees, labelDe, lireFiche, saisiesDeFiche } from './form.ts';
import { type EtatDuFormulaire, enPhrases, etatInitial } from './formulaire.tsx';
import { repondreRefus, surStructure } from './garde.ts';
import { servicesGestionRoutes } from './services/routes.ts';

const FICHE = `${adresses.structuresGerees}/:id/fiche`;

export function ficheGestionRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get(
    FICHE,
    surStructure(context, async (request, reply, structure) => {
      const [fiche, retrouvee] = await Promise.all([
        ficheGeree(sql, structure.id),
        saisieRetrouvee(request, context, agentDe(request).compteId),
      ]);
      if (!fiche) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
      const frame = cadre(request, context);
      const etat = etatInitial(saisiesDeFiche(fiche), retrouvee);
      const message = messageDe(request.query, frame.t);
      return envoyerPage(reply, ficheGestionPage({ frame, structure, fiche, etat, message }));
    }),
  );

  app.post(
    FICHE,
    surStructure(context, async (request, reply, structure) => {
      const frame = cadre(request, context);
      const montrer = async (etat: Partial<EtatDuFormulaire>, statut: number) => {
        const fiche = await ficheGeree(sql, structure.id);
        if (!fiche) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
        const entier = { ...etatInitial(saisiesDeFiche(fiche), undefined), ...etat };
        const page = { frame, structure, fiche, etat: entier, message: null };
        return envoyerPage(reply, ficheGestionPage(page), statut);
      };
      const lecture = lireFiche(request.body);
      const { version: _, ...sansVersion } = lecture.saisies;
      const version = lireVersion(lecture.saisies);
      const erreurs = lecture.kind === 'invalide' ? lecture.erreurs : [];
      if (version === null) erreurs.push(VERSION_MANQUANTE);
      if (lecture.kind === 'invalide' || version === null) {
        const phrases = enPhrases(frame, erreurs, (champ) => labelDe(frame.t, champ));
        const saisies = version === null ? sansVersion : lecture.saisies;
        return montrer({ saisies, erreurs: phrases }, 422);
      }
      const { compteId } = agentDe(request);
      const saisie = { structureId: structure.id, valeurs: lecture.valeurs, version };
      const resultat = await modifierFiche(sql, compteId, saisie, request.instant);
      if (resultat.kind === 'conflit') {
        const saisies = { ...lecture.saisies, version: String(resultat.version) };
        const autres = enregistrees(frame, resultat.conflits);
        return montrer({ saisies, enregistrees: autres }, 409);
      }
      if (resultat.kind !== 'enregistree') return repondreRefus(request, reply, context, resultat);
      const ici = request.url.split('?', 1)[0] ?? adresses.gestionnaire;
      return reply.redirect(avecMessage(ici, 'ficheEnregistree'), 303);
    }),
  );

  servicesGestionRoutes(app, context);
  espacesGestionRoutes(app, context);
}
