// How an event reads, in the feed and in mails: one sentence, and the page that it is about.
import { formatMontant } from '../../platform/textes/formats.ts';
import type { Langue, Translate } from '../../platform/textes/index.ts';
import { adresseDemande, adresseEspace, adresseStructure, adresses } from '../adresses.ts';
import { libelleEspace } from '../espace/espace.ts';
import type { Evenement } from './evenement.ts';
import { ESPACE_DU_ROLE } from './facture.ts';

type Dit = Pick<Evenement, 'quoi' | 'designation' | 'espace' | 'details'>;

/** The sentence of an event, in the reader's language, with what else is known of it. */
export function phraseDeLEvenement(t: Translate, langue: Langue, evenement: Dit): string {
  const precisions = precisionsDeLEvenement(t, langue, evenement);
  const titre = titreDeLEvenement(t, langue, evenement);
  return precisions ? `${titre} ${precisions}` : titre;
}

/** What happened, in one sentence. */
export function titreDeLEvenement(t: Translate, langue: Langue, evenement: Dit): string {
  const { quoi, designation, espace } = evenement;
  if (quoi === 'FACTURE') return titreDeFacture(t, evenement);
  return t(`evenements.phrases.${quoi}`, {
    designation: designation ?? '',
    espace: espace
      ? t('evenements.espace', { nom: libelleEspace(espace, langue) })
      : t('evenements.unEspace'),
  });
}

/** What else is known: the amount of an invoice, the reason given. */
export function precisionsDeLEvenement(
  t: Translate,
  langue: Langue,
  { details: { montantTtc, motif } }: Pick<Dit, 'details'>,
): string {
  const suite = [];
  if (montantTtc !== undefined)
    suite.push(t('evenements.factureMontant', { montant: formatMontant(langue, montantTtc) }));
  if (motif) suite.push(t('evenements.factureMotif', { motif }));
  return suite.join(' ');
}

function titreDeFacture(t: Translate, { designation, details }: Dit): string {
  const { numero = '', statut = 'DEPOSEE', service } = details;
  const recue = details.role === 'DESTINATAIRE';
  const nom = designation ?? '';
  return t(recue ? 'evenements.factureRecue' : 'evenements.factureEmise', {
    numero,
    statut: t(`evenements.statuts.${statut}`),
    designation:
      recue && service ? t('evenements.factureAvecService', { designation: nom, service }) : nom,
    autre: (recue ? details.emetteur : details.destinataire) ?? '',
  });
}

/** The page that an event is about. */
export function adresseDeLEvenement(
  evenement: Pick<Evenement, 'famille' | 'quoi' | 'structureId' | 'details'>,
): string {
  const { famille, quoi, structureId, details } = evenement;
  if (details.demandeId !== undefined) return adresseDemande(details.demandeId);
  if (details.role) return adresseEspace(ESPACE_DU_ROLE[details.role]);
  if (quoi === 'DEMANDE_RECUE' || quoi === 'DEMANDE_RECUE_EXPIREE')
    return adresses.demandesADecider;
  if (quoi === 'ABONNEMENT_ACCORDE' && details.espace) return adresseEspace(details.espace);
  if (quoi === 'PIECE_REJETEE') return adresses.piecesJointes;
  if (quoi === 'PARAMETRES_MODIFIES') return adresses.parametres;
  if (famille === 'COMPTE') return adresses.informationsPersonnelles;
  if (famille === 'ABONNEMENT') return adresses.abonnements;
  if (famille === 'STRUCTURE' && structureId !== null) return adresseStructure(structureId);
  return adresses.rattachements;
}
