// Writes a digest, or a notice at once, in the account's language; the preview shows the same.
import type { MailContent, MailLink, MailSection } from '../../platform/mail/layout.tsx';
import { formatJour, formatNombre } from '../../platform/textes/formats.ts';
import { type Translate, textesDe } from '../../platform/textes/index.ts';
import { adresseActualite, adresseGestion, adresses } from '../adresses.ts';
import { adresseDeLEvenement, phraseDeLEvenement } from '../evenement/phrase.ts';
import { type Expediteur, liensDuPied } from './composer.ts';
import {
  type ContenuDeReleve,
  type GroupeReleve,
  MOUVEMENTS,
  type Mouvements,
  RESTE_DIT,
  type RythmeDeReleve,
  sujetsDuReleve,
} from './releve.ts';

type Edition = {
  rythme: RythmeDeReleve;
  jour: string;
  /** Null in a preview, which nobody unsubscribes from. */
  jeton: string | null;
};

/** The content of a digest; addresses in it are whole. */
export function composerReleve(
  contenu: ContenuDeReleve,
  { rythme, jour, jeton }: Edition,
  expediteur: Expediteur,
): MailContent {
  const { langue, nomComplet, adresse, groupes, mouvements } = contenu;
  const { publicUrl, serviceName, embedded } = expediteur;
  const t = textesDe(langue);
  const lien = (label: string, chemin: string): MailLink => ({ label, href: publicUrl + chemin });
  const sujets = sujetsDuReleve(contenu);
  const alerte = rythme === 'IMMEDIAT';
  const pied = t(alerte ? 'notifications.pied.alerte' : 'notifications.pied.releve', {
    service: serviceName,
    adresse,
    nomComplet,
  });
  return {
    langue,
    serviceName,
    title: objet(contenu, { rythme, jour }, t),
    greeting: t('courriels.commun.bonjour', { nomComplet }),
    paragraphs: [t(alerte ? 'notifications.releve.texteAlerte' : 'notifications.releve.texte')],
    sections: [
      ...groupes.map((groupe) => sectionDuGroupe(groupe, contenu, t, lien)),
      ...resteDesStructures(contenu, t, lien),
      ...mouvements.map((mouvement) => sectionDesMouvements(mouvement, t, lien)),
      ...resteDesMouvements(contenu, t, lien),
      ...sectionDesActualites(contenu, t, lien),
    ],
    link: lien(t('notifications.releve.lien'), adresses.evenements),
    after: t('notifications.releve.suite'),
    footer: embedded ? [t('courriels.commun.demonstration'), pied] : [pied],
    footerLinks: liensDuPied(sujets, jeton, publicUrl, t),
  };
}

type Lien = (label: string, chemin: string) => MailLink;

// A notice of one subject is named by it.
function objet(
  contenu: ContenuDeReleve,
  { rythme, jour }: Pick<Edition, 'rythme' | 'jour'>,
  t: Translate,
): string {
  if (rythme === 'QUOTIDIEN')
    return t('notifications.releve.objet', { jour: formatJour(contenu.langue, jour) });
  const [sujet, ...autres] = sujetsDuReleve(contenu);
  return sujet && autres.length === 0
    ? t(`notifications.sujets.${sujet}`)
    : t('notifications.releve.objetAlerte');
}

function sectionDuGroupe(
  { structureId, designation, nombre, evenements }: GroupeReleve,
  { langue }: ContenuDeReleve,
  t: Translate,
  lien: Lien,
): MailSection {
  // The same sentence is said once, with how often; it then leads to all of them.
  const dites = new Map<string, { fois: number; chemin: string }>();
  for (const evenement of evenements) {
    const phrase = phraseDeLEvenement(t, langue, { ...evenement, designation });
    const fois = (dites.get(phrase)?.fois ?? 0) + 1;
    const chemin = fois === 1 ? adresseDeLEvenement(evenement) : filDe(structureId);
    dites.set(phrase, { fois, chemin });
  }
  const lines = [...dites].map(([phrase, { fois, chemin }]) => {
    const nombre = formatNombre(langue, fois);
    const dite = fois === 1 ? phrase : t('notifications.releve.fois', { phrase, nombre });
    return lien(dite, chemin);
  });
  const reste = nombre - evenements.length;
  const nombreux = { nombre: formatNombre(langue, RESTE_DIT) };
  if (reste > RESTE_DIT)
    lines.push(lien(t('notifications.releve.plusDe', nombreux), filDe(structureId)));
  else if (reste > 0)
    lines.push(lien(t('notifications.releve.autres', { count: reste }), filDe(structureId)));
  return { title: designation ?? t('notifications.releve.surLeCompte'), lines };
}

function resteDesStructures({ autresGroupes }: ContenuDeReleve, t: Translate, lien: Lien) {
  if (autresGroupes === 0) return [];
  const dit = t('notifications.releve.autresStructures', { count: autresGroupes });
  return [{ title: dit, lines: [lien(t('notifications.releve.lien'), adresses.evenements)] }];
}

function sectionDesMouvements(mouvements: Mouvements, t: Translate, lien: Lien): MailSection {
  const { structureId, designation, comptes, enAttente } = mouvements;
  const historique = adresseGestion(structureId, 'historique');
  const lines = MOUVEMENTS.flatMap((mouvement) => {
    const count = comptes[mouvement];
    return count ? [lien(t(`notifications.mouvements.${mouvement}`, { count }), historique)] : [];
  });
  if (enAttente > 0) {
    const dit = t('notifications.mouvements.enAttente', { count: enAttente });
    lines.push(lien(dit, adresses.demandesADecider));
  }
  return { title: t('notifications.mouvements.titre', { designation }), lines };
}

function resteDesMouvements({ autresMouvements }: ContenuDeReleve, t: Translate, lien: Lien) {
  if (autresMouvements === 0) return [];
  const dit = t('notifications.mouvements.autres', { count: autresMouvements });
  return [{ title: dit, lines: [lien(t('notifications.releve.lien'), adresses.structuresGerees)] }];
}

function sectionDesActualites({ actualites }: ContenuDeReleve, t: Translate, lien: Lien) {
  if (actualites.length === 0) return [];
  const lines = actualites.map(({ identifiant, titre }) =>
    lien(titre, adresseActualite(identifiant)),
  );
  return [{ title: t('notifications.releve.actualites'), lines }];
}

// The rest of a group is on the feed, narrowed to its structure.
function filDe(structureId: number | null): string {
  return structureId === null
    ? adresses.evenements
    : `${adresses.evenements}?structure=${structureId}`;
}
