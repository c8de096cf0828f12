// Writes each mail in the account's language, from its nature (model §6).
import type { MailContent, MailLink } from '../../platform/mail/layout.tsx';
import { formatJour, formatListe } from '../../platform/textes/formats.ts';
import { type Langue, type Translate, textesDe } from '../../platform/textes/index.ts';
import { adresseDemande, adresseDesabonnement, adressePreference, adresses } from '../adresses.ts';
import { type EspaceTenu, libelleEspace } from '../espace/espace.ts';
import { type CourrielEnFile, estRappel } from './notification.ts';
import type { Sujet } from './preferences.ts';

export type Expediteur = { publicUrl: string; serviceName: string; embedded: boolean };

/** The content of a queued mail; addresses in it are whole. `jeton`: what stops such mails, where they may be. */
export function composer(
  courriel: CourrielEnFile,
  expediteur: Expediteur,
  jeton: string | null = null,
): MailContent {
  const { nature, langue, nomComplet } = courriel;
  const { publicUrl, serviceName, embedded } = expediteur;
  const t = textesDe(langue);
  const rappel = estRappel(courriel);
  const cle = rappel ? 'courriels.commun.piedNotification' : 'courriels.commun.pied';
  const adresse = courriel.destinataire;
  const pied = t(cle, { service: serviceName, nomComplet, adresse });
  return {
    langue,
    serviceName,
    title: t(
      surAbonnement(courriel)
        ? `courriels.${courriel.nature}.objetAbonnement`
        : `courriels.${nature}.objet`,
      valeursDe(courriel),
    ),
    greeting: t('courriels.commun.bonjour', { nomComplet }),
    paragraphs: paragraphes(courriel, t),
    link: { label: libelleDuLien(courriel, t), href: `${publicUrl}${lien(courriel)}` },
    after: suite(courriel, t),
    footer: embedded ? [pied, t('courriels.commun.demonstration')] : [pied],
    ...(rappel ? { footerLinks: liensDuPied(['DEMANDES_A_DECIDER'], jeton, publicUrl, t) } : {}),
  };
}

/** Under a notification: where each of its subjects is chosen, and what stops it at once. */
export function liensDuPied(
  sujets: readonly Sujet[],
  jeton: string | null,
  publicUrl: string,
  t: Translate,
): MailLink[] {
  const preferences = sujets.map((sujet) => ({
    label: t('notifications.pied.sujet', { sujet: t(`notifications.sujets.${sujet}`) }),
    href: publicUrl + adressePreference(sujet),
  }));
  if (jeton === null) return preferences;
  const href = publicUrl + adresseDesabonnement(jeton);
  return [...preferences, { label: t('notifications.pied.desabonner'), href }];
}

/** The answer to a request for espaces: it has words of its own. */
function surAbonnement(
  courriel: CourrielEnFile,
): courriel is EnFile<'DEMANDE_ACCEPTEE' | 'DEMANDE_REFUSEE'> {
  return 'abonnement' in courriel && courriel.abonnement;
}

function libelleDuLien(courriel: CourrielEnFile, t: Translate): string {
  if (surDesEspaces(courriel)) return t('courriels.commun.lienAbonnements');
  return t(`courriels.${courriel.nature}.lien`, valeursDe(courriel));
}

const surDesEspaces = (courriel: CourrielEnFile) => 'espaces' in courriel;

function paragraphes(courriel: CourrielEnFile, t: Translate): string[] {
  const { nature } = courriel;
  const valeurs = valeursDe(courriel);
  const texte = surAbonnement(courriel)
    ? t(`courriels.${courriel.nature}.texteAbonnement`, valeurs)
    : t(`courriels.${nature}.texte`, valeurs);
  if (nature === 'COMPTE_DESACTIVE' && courriel.motif !== undefined)
    return [t('courriels.COMPTE_DESACTIVE.parReferent'), motifDe(courriel.motif, t)];
  if (nature === 'COMPTE_REACTIVE') return [texte, motifDe(courriel.motif, t)];
  if (nature === 'DEMANDE_REFUSEE' || nature === 'REPRISE_REFUSEE' || nature === 'REPRISE_OPPOSEE')
    return [texte, motifDe(courriel.motif, t)];
  if (nature === 'DEMANDE_ACCEPTEE' && courriel.reduite)
    return [texte, t('courriels.commun.reduite')];
  if (nature === 'DROITS_RETIRES' || nature === 'RATTACHEMENT_ACCORDE') {
    const { motif } = courriel;
    const dit = nature === 'DROITS_RETIRES' ? perdu(courriel, t) : gagne(courriel, t);
    return motif === null ? dit : [...dit, motifDe(motif, t)];
  }
  if (nature === 'DEMANDES_EN_ATTENTE' || nature === 'DEMANDES_ESCALADEES') {
    const lignes = courriel.demandes.map(({ demandeur, structure, jour }) =>
      t('courriels.commun.demande', {
        demandeur,
        structure,
        jour: formatJour(courriel.langue, jour),
      }),
    );
    return [texte, ...lignes];
  }
  if (nature !== 'RATTACHEMENTS_BIENTOT_FINIS') return [texte];
  const fins = courriel.fins.map(({ structure, service, jour }) => {
    const quoi = service === null ? structure : `${structure} – ${service}`;
    return t('courriels.commun.fin', { quoi, jour: formatJour(courriel.langue, jour) });
  });
  return [texte, ...fins];
}

const motifDe = (motif: string, t: Translate) => t('courriels.commun.motif', { motif });

type EnFile<N> = Extract<CourrielEnFile, { nature: N }>;

function perdu(courriel: EnFile<'DROITS_RETIRES'>, t: Translate): string[] {
  const { perte, structure, demandesCloses = 0 } = courriel;
  const dit =
    perte === 'ESPACE_RETIRE' || perte === 'ESPACE_FINI'
      ? t(`courriels.pertes.${perte}`, {
          ...{ structure, espaces: noms(courriel), count: courriel.espaces.length },
        })
      : t(`courriels.pertes.${perte}`, { structure });
  if (demandesCloses === 0) return [dit];
  return [dit, t('courriels.commun.demandesCloses', { count: demandesCloses })];
}

function noms({ espaces, langue }: { espaces: EspaceTenu[]; langue: Langue }): string {
  return formatListe(
    langue,
    espaces.map((espace) => libelleEspace(espace, langue)),
  );
}

function gagne(courriel: EnFile<'RATTACHEMENT_ACCORDE'>, t: Translate): string[] {
  const { gain, structure, langue } = courriel;
  if (gain === 'ESPACE') {
    const count = courriel.espaces.length;
    return [t('courriels.gains.ESPACE', { structure, espaces: noms(courriel), count })];
  }
  if (gain === 'DELEGATION') {
    const [debut, fin] = [formatJour(langue, courriel.debut), formatJour(langue, courriel.fin)];
    return [t('courriels.gains.DELEGATION', { structure, debut, fin })];
  }
  const dit = t(`courriels.gains.${gain}`, { structure });
  const avec = 'avecEspaces' in courriel ? (courriel.avecEspaces ?? []) : [];
  if (avec.length === 0) return [dit];
  const espaces = noms({ espaces: avec, langue });
  return [dit, t('courriels.commun.avecEspaces', { espaces, count: avec.length })];
}

function valeursDe(courriel: CourrielEnFile): Record<string, string | number> {
  if (courriel.nature === 'REPRISE_SIGNALEE') {
    const { structure, jour, langue } = courriel;
    return { structure, jour: formatJour(langue, jour) };
  }
  if ('structure' in courriel) return { structure: courriel.structure };
  return 'nombre' in courriel ? { count: courriel.nombre } : {};
}

function suite(courriel: CourrielEnFile, t: Translate): string {
  if (courriel.nature === 'DEMANDE_ACCEPTEE' && courriel.debut !== undefined)
    return t('courriels.commun.debut', { jour: formatJour(courriel.langue, courriel.debut) });
  // A rattachement can be deleted; what is given on one that was there cannot.
  if (courriel.nature === 'RATTACHEMENT_ACCORDE' && courriel.gain !== 'RATTACHEMENT')
    return t('courriels.commun.suiteDUnGain');
  return t(`courriels.${courriel.nature}.suite`, valeursDe(courriel));
}

function lien(courriel: CourrielEnFile): string {
  if (surDesEspaces(courriel)) return adresses.abonnements;
  switch (courriel.nature) {
    case 'ADRESSE_A_CONFIRMER':
      return `${adresses.confirmationAdresse}?jeton=${courriel.jeton}`;
    case 'ADRESSE_DEMANDEE':
    case 'ADRESSE_CHANGEE':
      return adresses.informationsPersonnelles;
    case 'CONNEXION_REFUSEE':
    case 'COMPTE_REACTIVE':
      return adresses.monCompte;
    case 'COMPTE_DESACTIVE':
      return adresses.aide;
    case 'DEMANDE_ACCEPTEE':
    case 'DEMANDE_REFUSEE':
    case 'DEMANDE_EXPIREE':
    case 'REPRISE_SIGNALEE':
    case 'REPRISE_OPPOSEE':
    case 'REPRISE_ACCEPTEE':
    case 'REPRISE_REFUSEE':
      return adresseDemande(courriel.demandeId);
    case 'DEMANDES_EN_ATTENTE':
      return adresses.demandesADecider;
    case 'DEMANDES_ESCALADEES':
      return adresses.referent;
    case 'PRINCIPAL_RECU':
    case 'PRINCIPAL_REMPLACE':
    case 'RATTACHEMENT_ACCORDE':
    case 'DROITS_RETIRES':
    case 'RATTACHEMENTS_BIENTOT_FINIS':
      return adresses.rattachements;
  }
}
