// « Ajouter une pièce jointe » (screens §8): a form with a file; a script sends it too, and is answered in JSON.
import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresses } from '../../../../domain/adresses.ts';
import { ajouterPiece } from '../../../../domain/piece-jointe/actions.ts';
import type { TypeDePiece } from '../../../../domain/piece-jointe/piece-jointe.ts';
import {
  pieceDeLaCle,
  typesDePiece,
  usageDuCompte,
} from '../../../../domain/piece-jointe/queries.ts';
import { cadre, envoyerPage } from '../../../commun/cadre.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { App, WebContext } from '../../../commun/contexte.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { repondreSessionTerminee } from '../../../session-terminee/session-terminee.ts';
import { ajoutPage } from './ajout.page.tsx';
import { ajoutVierge, type EtatAjout, erreurDeFichier, lireAjout } from './form.ts';
import { type FormulaireRecu, recevoir } from './recevoir.ts';

/** Nobody fills a drawer twice in a minute; what is received counts in no quota before it is whole. */
const TIROIRS_PAR_MINUTE = 2;

export function ajoutRoutes(app: App, context: WebContext): void {
  const { sql, limitesDesPieces } = context;
  const limite = {
    max: TIROIRS_PAR_MINUTE * limitesDesPieces.fichiersMax,
    timeWindow: '1 minute',
    // A town hall has one address for all its agents: each account counts for itself.
    hook: 'preHandler' as const,
    keyGenerator: (request: FastifyRequest) => String(agentDe(request).compteId),
  };

  app.get(adresses.ajouterPieceJointe, async (request, reply) => {
    const types = await typesDePiece(sql, request.langue);
    return montrer(request, reply, context, { types, etat: ajoutVierge(types) });
  });

  // In a scope of its own: no other form of the portal carries a file.
  app.register(async (envois: App) => {
    // A file that is too long is told by a sentence of ours.
    await envois.register(multipart, { throwFileSizeLimit: false });
    envois.post(
      adresses.ajouterPieceJointe,
      { config: { envoiLong: true, rateLimit: limite } },
      async (request, reply) => {
        const types = await typesDePiece(sql, request.langue);
        const recu = await recevoir(request, context);
        return ajouter(request, reply, context, { recu, types });
      },
    );
  });
}

async function ajouter(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { recu: { saisies, fichier }, types }: { recu: FormulaireRecu; types: TypeDePiece[] },
): Promise<FastifyReply> {
  const { sql, magasin, limitesDesPieces: limites, antivirus } = context;
  const { compteId } = agentDe(request);
  const { etat, cle, valeurs } = lireAjout(saisies, types, request.langue);
  const refuser = (refus: Parameters<typeof erreurDeFichier>[0]) => {
    const erreurs = [erreurDeFichier(refus, limites, request.langue), ...etat.erreurs];
    return montrer(request, reply, context, { types, etat: { ...etat, erreurs } });
  };
  if (fichier.kind === 'refus') {
    // The first sending of this form may have taken the last place.
    const plein = fichier.refus === 'nombre' || fichier.refus === 'quota';
    const deja = plein && cle !== null && (await pieceDeLaCle(sql, compteId, cle));
    return deja ? reussir(request, reply, false) : refuser(fichier.refus);
  }
  if (valeurs === null) {
    await magasin.supprimer(fichier.depot.fichier);
    // Browsers do not give a file back to a form; a script still has it.
    return parScript(request)
      ? montrer(request, reply, context, { types, etat })
      : refuser('aReprendre');
  }
  const resultat = await ajouterPiece(
    sql,
    { magasin, limites, analyse: antivirus !== null },
    compteId,
    { ...valeurs, depot: fichier.depot, nom: fichier.nom, cle },
    request.instant,
  );
  switch (resultat.kind) {
    case 'indisponible':
      return repondreSessionTerminee(request, reply, context, compteId);
    case 'refus':
      return refuser(resultat.refus);
    case 'dejaAjoutee':
      return reussir(request, reply, false);
    case 'ajoutee':
      return reussir(request, reply, resultat.enDouble);
  }
}

function reussir(request: FastifyRequest, reply: FastifyReply, enDouble: boolean): FastifyReply {
  const message = enDouble ? 'pieceAjouteeDouble' : 'pieceAjoutee';
  const suite = avecMessage(adresses.piecesJointes, message);
  if (!parScript(request)) return reply.redirect(suite, 303);
  return reply.code(201).send({ enDouble, suite });
}

async function montrer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  { types, etat }: { types: TypeDePiece[]; etat: EtatAjout },
): Promise<FastifyReply> {
  const statut = etat.erreurs.length > 0 ? 422 : 200;
  if (statut === 422 && parScript(request))
    return reply.code(statut).send({
      erreurs: etat.erreurs.map(({ message }) => message),
      designation: etat.erreurs.some(({ champ }) => champ === 'designation'),
    });
  const { sql, limitesDesPieces: limites, antivirus } = context;
  const usage = await usageDuCompte(sql, agentDe(request).compteId);
  const frame = cadre(request, context);
  const analyse = antivirus !== null;
  return envoyerPage(reply, ajoutPage({ frame, types, etat, usage, limites, analyse }), statut);
}

function parScript({ headers }: FastifyRequest): boolean {
  return headers.accept === 'application/json';
}
