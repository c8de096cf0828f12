// What is sent from the pages of one person (screens §9): read, done, answered; wrong, the page again.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adresseUtilisateur } from '../../../../domain/adresses.ts';
import { copierDroits } from '../../../../domain/rattachement/actions-gestion-copie.ts';
import { deleguer } from '../../../../domain/rattachement/actions-gestion-delegation.ts';
import { modifierRattachement } from '../../../../domain/rattachement/actions-gestion-lignes.ts';
import { changerRole } from '../../../../domain/rattachement/actions-gestion-role.ts';
import { agentDe } from '../../../commun/compte-courant.ts';
import type { WebContext } from '../../../commun/contexte.ts';
import { lireVersion } from '../../../commun/formulaire.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { type Formulaire, Lecteur, type Refus } from '../form.ts';
import { estRefusCommun, repondreRefus, type SurPersonne } from '../gardes.ts';

/** Answered, or the page to show again with this changed. */
type SuiteDeReception =
  | { kind: 'repondu' }
  | { kind: 'encore'; statut: number; etat: Partial<Formulaire> };
export type Reception = (
  request: FastifyRequest,
  reply: FastifyReply,
  context: WebContext,
  lieu: SurPersonne,
  etat: Formulaire,
) => Promise<SuiteDeReception>;

const refuser = (erreurs: Refus[], statut = 422): SuiteDeReception => ({
  kind: 'encore',
  statut,
  etat: { erreurs },
});
// A Reply that is awaited is a Reply sent, and gives nothing: it cannot be carried along.
async function repondu(reply: FastifyReply | Promise<FastifyReply>): Promise<SuiteDeReception> {
  await reply;
  return { kind: 'repondu' };
}

/** Back to the person, saying what was done. */
function revenir(
  reply: FastifyReply,
  { structure, personne }: SurPersonne,
  message: Parameters<typeof avecMessage>[1],
  rattachementId = personne.id,
): Promise<SuiteDeReception> {
  const adresse = adresseUtilisateur(structure.id, rattachementId);
  return repondu(reply.redirect(avecMessage(adresse, message), 303));
}

const viseeDe = ({ structure, personne }: SurPersonne) => ({
  structureId: structure.id,
  rattachementId: personne.id,
});

export const modifier: Reception = async (request, reply, context, lieu, etat) => {
  if (etat.saisies['acte'] === 'chercher') return { kind: 'encore', statut: 200, etat: {} };
  const lecteur = new Lecteur(etat.saisies);
  const dateDebut = lecteur.jour('dateDebut', { siVide: 'dateDebut' });
  const dateFin = lecteur.jour('dateFin');
  const quoi = { dateFin, portees: lecteur.portees(), motif: lecteur.motif() };
  if (dateDebut === null || lecteur.erreurs.length > 0) return refuser(lecteur.erreurs);
  const { compteId } = agentDe(request);
  const version = lireVersion(etat.saisies) ?? 0;
  const voulu = { ...viseeDe(lieu), ...quoi, dateDebut, version };
  const fait = await modifierRattachement(context.sql, compteId, voulu, request.instant);
  if (estRefusCommun(fait))
    return repondu(repondreRefus(request, reply, context, fait, lieu.structure.id));
  if (fait.kind === 'modifie') return revenir(reply, lieu, 'utilisateurModifie');
  if (fait.kind === 'inchange') return revenir(reply, lieu, 'utilisateurInchange');
  if (fait.kind !== 'conflit') return refuser([fait.kind]);
  // What the page shows now is what the next « Valider » replaces.
  const saisies = { ...etat.saisies, version: String(lieu.personne.version) };
  return { kind: 'encore', statut: 409, etat: { saisies, erreurs: ['conflit'] } };
};

export const nommer: Reception = async (request, reply, context, lieu, etat) => {
  const lecteur = new Lecteur(etat.saisies);
  const motif = lecteur.motif();
  if (lecteur.erreurs.length > 0) return refuser(lecteur.erreurs);
  const { compteId } = agentDe(request);
  const nomme = etat.saisies['role'] === 'GESTIONNAIRE_SECONDAIRE';
  const role = nomme ? 'GESTIONNAIRE_SECONDAIRE' : 'UTILISATEUR';
  const voulu = { ...viseeDe(lieu), role, motif } as const;
  const fait = await changerRole(context.sql, compteId, voulu, request.instant);
  if (estRefusCommun(fait))
    return repondu(repondreRefus(request, reply, context, fait, lieu.structure.id));
  if (fait.kind === 'roleChange') return revenir(reply, lieu, 'utilisateurRole');
  if (fait.kind === 'inchange') return revenir(reply, lieu, 'utilisateurInchange');
  return refuser([fait.kind]);
};

export const deleguerA: Reception = async (request, reply, context, lieu, etat) => {
  const lecteur = new Lecteur(etat.saisies);
  const dateDebut = lecteur.jour('dateDebut', { siVide: 'dateDebut' });
  const dateFin = lecteur.jour('dateFin', { siVide: 'dateFinRequise' });
  const motif = lecteur.motif();
  if (dateDebut === null || dateFin === null || lecteur.erreurs.length > 0)
    return refuser(lecteur.erreurs);
  const { compteId } = agentDe(request);
  const voulu = { ...viseeDe(lieu), dateDebut, dateFin, motif };
  const fait = await deleguer(context.sql, compteId, voulu, request.instant);
  if (estRefusCommun(fait))
    return repondu(repondreRefus(request, reply, context, fait, lieu.structure.id));
  if (fait.kind === 'deleguee') return revenir(reply, lieu, 'utilisateurDelegation');
  return refuser([fait.kind]);
};

export const copier: Reception = async (request, reply, context, lieu, etat) => {
  const lecteur = new Lecteur(etat.saisies);
  const identifiant = lecteur.identifiant();
  if (lecteur.erreurs.length > 0) return refuser(lecteur.erreurs);
  const { compteId } = agentDe(request);
  const voulu = { ...viseeDe(lieu), identifiant, motif: null };
  const fait = await copierDroits(context.sql, compteId, voulu, request.instant);
  if (estRefusCommun(fait))
    return repondu(repondreRefus(request, reply, context, fait, lieu.structure.id));
  if (fait.kind === 'copie') return revenir(reply, lieu, 'utilisateurCopie', fait.rattachementId);
  return refuser([fait.kind]);
};
