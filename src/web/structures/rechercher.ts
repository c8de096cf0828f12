// Answers a search, wherever it stands (screens §6.1): criteria in the address, a person's name in the form only.
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  rechercherStructures,
  trouverParticulier,
} from '../../domain/structure/queries-recherche.ts';
import type { StructureTrouvee } from '../../domain/structure/recherche.ts';
import { cadre, envoyerPage } from '../commun/cadre.ts';
import { agentDe } from '../commun/compte-courant.ts';
import type { WebContext } from '../commun/contexte.ts';
import { laissezPasser } from '../commun/laissez-passer.ts';
import { lirePageVoulue } from '../commun/listes.ts';
import { messageDe } from '../commun/messages.ts';
import type { Trouvees } from './colonnes.tsx';
import { criteresDessines } from './criteres.tsx';
import { adresseRecherche, type EtatRecherche, lireRecherche, lireTri } from './form.ts';
import { recherchePage } from './recherche.page.tsx';
import type { Usage } from './usage.ts';

/** The page of the criteria that the address holds, with their results. */
export async function montrerRecherche(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  usage: Usage,
): Promise<FastifyReply> {
  const lue = lireRecherche(request.query);
  // An address never looks for somebody, whatever was written in it.
  const etat = lue.particulier || lue.vierge ? { ...lue, particulier: null, erreurs: [] } : lue;
  const cherche = !lue.vierge && !lue.particulier && etat.erreurs.length === 0;
  return repondre(request, reply, context, { usage, etat, cherche });
}

/** The form: its criteria go into an address; a particulier is answered at once. */
export async function recevoirRecherche(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  usage: Usage,
): Promise<FastifyReply> {
  const lue = lireRecherche(request.body);
  const etat = usage.prives ? lue : { ...lue, particulier: null };
  if (etat.erreurs.length === 0 && !etat.particulier) {
    return reply.redirect(`${adresseRecherche(usage.adresse, etat.criteres)}#resultats`, 303);
  }
  return repondre(request, reply, context, { usage, etat, cherche: etat.erreurs.length === 0 });
}

async function repondre(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { usage, etat, cherche }: { usage: Usage; etat: EtatRecherche; cherche: boolean },
): Promise<FastifyReply> {
  const voulue = { ...lirePageVoulue(request.query), tri: lireTri(request.query) };
  const frame = cadre(request, context);
  const [trouvees, criteres] = await Promise.all([
    cherche ? trouver(request, context, usage, etat, voulue) : null,
    criteresDessines({ frame, usage, etat }),
  ]);
  // A message takes the focus: errors, or what the form found, take it instead.
  const message =
    request.method === 'POST' || etat.erreurs.length > 0 ? null : messageDe(request.query, frame.t);
  const page = recherchePage({ frame, usage, etat, criteres, trouvees, voulue, message });
  return envoyerPage(reply, page, etat.erreurs.length > 0 ? 422 : 200);
}

async function trouver(
  request: FastifyRequest,
  { sql, sessionKeys }: WebContext,
  { prives }: Usage,
  { criteres, particulier }: EtatRecherche,
  voulue: Parameters<typeof rechercherStructures>[3],
): Promise<Trouvees> {
  const { compteId } = agentDe(request);
  const [cle = ''] = sessionKeys;
  const ouvrir = (structure: StructureTrouvee) => {
    const publique =
      structure.typeStructure === 'PUBLIQUE' && structure.typeIdentifiant !== 'PARTICULIER';
    return { ...structure, jeton: publique ? null : laissezPasser(cle, compteId, structure.id) };
  };
  if (particulier) {
    const trouve = await trouverParticulier(sql, particulier);
    const structures = trouve ? [ouvrir(trouve)] : [];
    return { structures, total: structures.length, plus: false, approches: false };
  }
  const demandes = prives ? criteres : { ...criteres, typeStructure: 'PUBLIQUE' as const };
  const resultats = await rechercherStructures(sql, compteId, demandes, voulue);
  return { ...resultats, structures: resultats.structures.map(ouvrir) };
}
