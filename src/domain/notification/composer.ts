// Writes each mail in the account's language, from its nature (model §6).
import type { MailContent } from '../../platform/mail/layout.tsx';
import { formatJour } from '../../platform/textes/formats.ts';
import { type Translate, textesDe } from '../../platform/textes/index.ts';
import { adresseDemande, adresses } from '../adresses.ts';
import type { CourrielEnFile } from './notification.ts';

export type Expediteur = { publicUrl: string; serviceName: string; embedded: boolean };

/** The content of a queued mail; addresses in it are whole. */
export function composer(courriel: CourrielEnFile, expediteur: Expediteur): MailContent {
  const { nature, langue, nomComplet } = courriel;
  const { publicUrl, serviceName, embedded } = expediteur;
  const t = textesDe(langue);
  const pied = t('courriels.commun.pied', { service: serviceName, nomComplet });
  return {
    langue,
    serviceName,
    title: t(`courriels.${nature}.objet`),
    greeting: t('courriels.commun.bonjour', { nomComplet }),
    paragraphs: paragraphes(courriel, t),
    link: { label: t(`courriels.${nature}.lien`), href: `${publicUrl}${lien(courriel)}` },
    after: t(`courriels.${nature}.suite`),
    footer: embedded ? [pied, t('courriels.commun.demonstration')] : [pied],
  };
}

function paragraphes(courriel: CourrielEnFile, t: Translate): string[] {
  const { nature } = courriel;
  const valeurs = 'structure' in courriel ? { structure: courriel.structure } : {};
  const texte = t(`courriels.${nature}.texte`, valeurs);
  if (nature === 'DEMANDE_REFUSEE')
    return [texte, t('courriels.commun.motif', { motif: courriel.motif })];
  if (nature !== 'RATTACHEMENTS_BIENTOT_FINIS') return [texte];
  const fins = courriel.fins.map(({ structure, service, jour }) => {
    const quoi = service === null ? structure : `${structure} – ${service}`;
    return t('courriels.commun.fin', { quoi, jour: formatJour(courriel.langue, jour) });
  });
  return [texte, ...fins];
}

function lien(courriel: CourrielEnFile): string {
  switch (courriel.nature) {
    case 'ADRESSE_A_CONFIRMER':
      return `${adresses.confirmationAdresse}?jeton=${courriel.jeton}`;
    case 'ADRESSE_DEMANDEE':
    case 'ADRESSE_CHANGEE':
      return adresses.informationsPersonnelles;
    case 'CONNEXION_REFUSEE':
      return adresses.monCompte;
    case 'COMPTE_DESACTIVE':
      return adresses.aide;
    case 'DEMANDE_ACCEPTEE':
    case 'DEMANDE_REFUSEE':
      return adresseDemande(courriel.demandeId);
    case 'PRINCIPAL_RECU':
    case 'RATTACHEMENTS_BIENTOT_FINIS':
      return adresses.rattachements;
  }
}
