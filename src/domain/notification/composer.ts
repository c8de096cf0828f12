// Writes each mail in the account's language, from its nature (model §6).
import type { MailContent } from '../../platform/mail/layout.tsx';
import { textesDe } from '../../platform/textes/index.ts';
import { adresses } from '../adresses.ts';
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
    paragraphs: [t(`courriels.${nature}.texte`)],
    link: { label: t(`courriels.${nature}.lien`), href: `${publicUrl}${lien(courriel)}` },
    after: t(`courriels.${nature}.suite`),
    footer: embedded ? [pied, t('courriels.commun.demonstration')] : [pied],
  };
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
  }
}
