// What step 2 of « Ajouter un abonnement » shows (screens §7): the structure, what one may ask, what one has there.
import type { FastifyRequest } from 'fastify';
import { type EspaceDemandable, porteesTenues } from '../../../../domain/abonnement/abonnement.ts';
import {
  type StructureTenue,
  servicesTenus,
  structureTenue,
} from '../../../../domain/abonnement/queries-ajout.ts';
import {
  type EspacesDeQuelquUn,
  espacesDeQuelquUn,
  espacesSurStructure,
} from '../../../../domain/abonnement/queries-situation.ts';
import { lireDroits } from '../../../../domain/demande/queries-situation.ts';
import type { Gestionnaire, ServiceLu } from '../../../../domain/structure/fiche.ts';
import { gestionnairesDe } from '../../../../domain/structure/queries-fiche.ts';
import { jourCivil } from '../../../../platform/clock.ts';
import type { PageLue } from '../../../../platform/postgres/pages.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { WebContext } from '../../../commun/contexte.ts';
import { idDuChemin } from '../../../commun/identifiant.ts';

/** The services shown at once; a search shows the others. */
const SERVICES_MONTRES = 20;

export type Ajout = {
  structure: StructureTenue;
  gestionnaires: Gestionnaire[];
  services: PageLue<ServiceLu>;
  /** Those that this person may ask for, in the order of the catalogue. */
  espaces: EspaceDemandable[];
  siens: EspacesDeQuelquUn;
  /** The rattachement covers the whole structure today. */
  entiere: boolean;
  /** A line of it counts today. */
  actif: boolean;
  /** What is asked is granted at once. */
  gere: boolean;
};

/** Reads it; nothing when the person has no rattachement there. */
export async function lireLAjout(
  request: FastifyRequest,
  { sql }: WebContext,
  recherche: string,
): Promise<Ajout | undefined> {
  const id = idDuChemin(request.params);
  if (id === null) return undefined;
  const { compteId } = agentDe(request);
  const jour = jourCivil(request.instant);
  const page = { texte: recherche, page: 1, parPage: SERVICES_MONTRES };
  const [structure, gestionnaires, services, catalogue, siens, droits] = await Promise.all([
    structureTenue(sql, compteId, id),
    gestionnairesDe(sql, id, jour),
    servicesTenus(sql, compteId, id, page, jour),
    espacesSurStructure(sql, id),
    espacesDeQuelquUn(sql, compteId, id),
    lireDroits(sql, compteId, id, jour),
  ]);
  if (!structure) return undefined;
  const { gere } = droits;
  const portees = porteesTenues(droits.lignes, jour);
  const espaces = catalogue.filter(
    ({ ouvert, parDefaut, pour }) => ouvert && !parDefaut && (pour !== 'GESTIONNAIRES' || gere),
  );
  const [entiere, actif] = [portees.includes(null), portees.length > 0];
  return { structure, gestionnaires, services, espaces, siens, entiere, actif, gere };
}
