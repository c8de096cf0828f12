// What a program is answered: counts, each refused line with its reason, or the error of the whole
// call.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CodeErreurApi, ERREURS_D_API } from '../platform/erreurs.ts';
import { formatNombre } from '../platform/textes/formats.ts';
import { type Langue, textesDe } from '../platform/textes/index.ts';
import { LIGNES_PAR_APPEL, OCTETS_PAR_APPEL, OCTETS_PAR_LIGNE } from './lignes.ts';
import type { Compte } from './recevoir.ts';

/** The error of a call, with what its lines became as far as they were read. */
export function repondreErreur(
  request: FastifyRequest,
  reply: FastifyReply,
  code: CodeErreurApi,
  compte?: Compte,
): FastifyReply {
  const langue = langueDe(request);
  const nombre = code === 'TROP_DE_LIGNES' ? LIGNES_PAR_APPEL : OCTETS_PAR_APPEL;
  const message = textesDe(langue)(`erreurs.api.${code}`, { nombre: formatNombre(langue, nombre) });
  const lignes = compte ? bilan(langue, compte) : {};
  return reply.code(ERREURS_D_API[code]).send({ erreur: { code, message }, ...lignes });
}

/** What became of the lines of a call. */
export function repondreCompte(
  request: FastifyRequest,
  reply: FastifyReply,
  compte: Compte,
): FastifyReply {
  if (compte.arret) return repondreErreur(request, reply, compte.arret, compte);
  if (!compte.lisible) return repondreErreur(request, reply, 'RIEN_DE_LISIBLE', compte);
  return reply.send(bilan(langueDe(request), compte));
}

function bilan(langue: Langue, { recues, acceptees, dejaRecues, refusees }: Compte) {
  const t = textesDe(langue);
  const nombre = formatNombre(langue, OCTETS_PAR_LIGNE);
  return {
    recues,
    acceptees,
    dejaRecues,
    refusees: refusees.length,
    refus: refusees.map(({ ligne, idEvenement, code, champ = '' }) => {
      const motif = t(`erreurs.lignes.${code}`, { champ, nombre });
      return { ligne, idEvenement, code, motif };
    }),
  };
}

// The messages are for whoever reads them; programs read the codes.
function langueDe({ headers }: FastifyRequest): Langue {
  return /^en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'fr';
}
