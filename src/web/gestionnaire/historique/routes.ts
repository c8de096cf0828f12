// « Historique » of a structure, for its managers: pages by line, and its export.
import { adresses } from '../../../domain/adresses.ts';
import { historiqueDe } from '../../../domain/journal/queries-historique.ts';
import { textesDe } from '../../../platform/textes/index.ts';
import { lireDepuis, lirePageBornee } from '../../commun/bornes.ts';
import { cadre, envoyerPage } from '../../commun/cadre.ts';
import type { App, WebContext } from '../../commun/contexte.ts';
import { pageErreur } from '../../erreurs/erreurs.ts';
import { surStructure } from '../fiche/garde.ts';
import { ecrireHistorique, FORMATS, TYPES } from './export.ts';
import { lireFiltre } from './form.ts';
import { historiquePage } from './historique.page.tsx';

const HISTORIQUE = `${adresses.structuresGerees}/:id/historique`;
const PAR_PAGE = 25;
/** An export reads up to 100,000 lines: enough for a person, not for a loop. */
const EXPORTS_PAR_MINUTE = 20;

export function historiqueRoutes(app: App, context: WebContext): void {
  const { sql } = context;

  app.get(
    HISTORIQUE,
    surStructure(context, async (request, reply, structure) => {
      const lecture = lireFiltre(request.query);
      const page = await lirePageBornee(
        (depuis, nombre) => historiqueDe(sql, structure.id, lecture.filtre, depuis, nombre),
        lireDepuis(request.query),
        PAR_PAGE,
      );
      const frame = cadre(request, context);
      const statut = lecture.erreurs.length > 0 ? 422 : 200;
      return envoyerPage(reply, historiquePage({ frame, structure, lecture, ...page }), statut);
    }),
  );

  const limite = { rateLimit: { max: EXPORTS_PAR_MINUTE, timeWindow: '1 minute' } };
  for (const format of FORMATS)
    app.get(
      `${HISTORIQUE}/export.${format}`,
      { config: limite },
      surStructure(context, async (request, reply, structure) => {
        const { filtre, erreurs } = lireFiltre(request.query);
        if (erreurs.length > 0) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
        const lecteur = { t: textesDe(request.langue), langue: request.langue };
        const nom = `${lecteur.t('historique.fichier')}-${structure.identifiant}.${format}`;
        return reply
          .type(TYPES[format])
          .header('content-disposition', `attachment; filename="${nom.replace(/[^\w.-]/g, '_')}"`)
          .send(ecrireHistorique(format, sql, lecteur, structure.id, filtre));
      }),
    );
}
