// The directory of structures (screens §6, §6.1): search, export, the sheet of each structure.
import type { FastifyRequest } from 'fastify';
import { adresseFiche, adresseStructure, adresses } from '../../domain/adresses.ts';
import { lireRole } from '../../domain/demande/queries-reprise.ts';
import type { Gestionnaire, Lecture } from '../../domain/structure/fiche.ts';
import {
  gestionnairesDe,
  lireStructure,
  servicesDe,
} from '../../domain/structure/queries-fiche.ts';
import { jourCivil } from '../../platform/clock.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { App, WebContext } from '../commun/contexte.ts';
import { idDuChemin } from '../commun/identifiant.ts';
import { laisserPasser } from '../commun/laissez-passer.ts';
import { lirePageVoulue, lireTexte } from '../commun/listes.ts';
import { pageErreur } from '../erreurs/erreurs.ts';
import { exporter } from './export.ts';
import { fichePage } from './fiche.page.tsx';
import { montrerRecherche, recevoirRecherche } from './rechercher.ts';
import { repriseRoutes } from './reprise/routes.ts';
import type { ServicesMontres } from './services.tsx';
import { structurePage } from './structure.page.tsx';
import { ANNUAIRE, origineDe, parametresDe } from './usage.ts';

const SERVICES_PAR_PAGE = 10;
/** An export reads up to 100,000 rows: enough for a person, not for a loop. */
const EXPORTS_PAR_MINUTE = 20;

export function structuresRoutes(app: App, context: WebContext): void {
  repriseRoutes(app, context);
  const limite = { rateLimit: { max: EXPORTS_PAR_MINUTE, timeWindow: '1 minute' } };

  app.get(adresses.structures, (request, reply) =>
    montrerRecherche(request, reply, context, ANNUAIRE),
  );
  app.post(adresses.structures, (request, reply) =>
    recevoirRecherche(request, reply, context, ANNUAIRE),
  );
  for (const format of ['csv', 'xlsx'] as const)
    app.get(`${adresses.structures}/export.${format}`, { config: limite }, (request, reply) =>
      exporter(request, reply, context, format),
    );

  app.get(`${adresses.structures}/:id`, async (request, reply) => {
    const lue = await lire(request, context, adresseStructure);
    if (!lue) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    const origine = origineDe(request.query);
    return envoyerPage(reply, structurePage({ frame: cadre(request, context), origine, ...lue }));
  });

  app.get(`${adresses.structures}/:id/fiche`, async (request, reply) => {
    const lue = await lire(request, context, adresseFiche);
    // For those attached to all of it; the others are not told that there is more.
    if (!lue?.lecture.entiere) return pageErreur(request, reply, context, 'PAGE_INCONNUE');
    return envoyerPage(reply, fichePage({ frame: cadre(request, context), ...lue }));
  });
}

type StructureLue = {
  lecture: Lecture;
  gestionnaires: Gestionnaire[];
  services: ServicesMontres;
  jeton: string | null;
  /** The role of gestionnaire principal is vacant, and the reader attached. */
  aReprendre: boolean;
};

/** The structure that the address names, as this person may read it; `adresse` is that of the page. */
async function lire(
  request: FastifyRequest,
  { sql, sessionKeys }: WebContext,
  adresse: (id: number) => string,
): Promise<StructureLue | undefined> {
  const id = idDuChemin(request.params);
  if (id === null) return undefined;
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const { jeton: presente } = request.query as { jeton?: unknown };
  const prouve = laisserPasser(sessionKeys, presente, compteId, id);
  const jeton = prouve ? String(presente) : null;
  const voulue = lirePageVoulue(request.query, SERVICES_PAR_PAGE);
  const texte = lireTexte(request.query, 'service');
  const [lecture, gestionnaires, services, role] = await Promise.all([
    lireStructure(sql, id, { compteId, prouve }, jour),
    gestionnairesDe(sql, id, jour),
    servicesDe(sql, id, { texte, ouvertsLe: null, ...voulue }),
    lireRole(sql, id, jour),
  ]);
  if (!lecture) return undefined;
  const garde = { ...parametresDe(origineDe(request.query)), jeton };
  const liste = { adresse: adresse(id), garde, voulue, texte, jour };
  const { rattache, fiche } = lecture;
  const aReprendre = rattache && fiche.statut === 'ACTIF' && (role?.vacant ?? false);
  return { lecture, gestionnaires, services: { ...services, ...liste }, jeton, aReprendre };
}
