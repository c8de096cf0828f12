// Each line of the history in words (design §6.6): what was done, by whom; precisions.ts says what changed.
import type { LigneDHistorique } from '../../../domain/journal/historique.ts';
import type { Cle, Langue, Translate } from '../../../platform/textes/index.ts';

/** Who reads: the texts and the dates of their language. */
export type Lecteur = { t: Translate; langue: Langue };

/** What was done, in one sentence. */
export function phraseDe({ t, langue }: Lecteur, ligne: LigneDHistorique): string {
  const espace = langue === 'fr' ? ligne.espaceFr : ligne.espaceEn;
  return t(`historique.phrases.${ligne.acte}`, {
    personne: ligne.personne ?? t('historique.personneEffacee'),
    objet: ligne.service ?? espace ?? t('historique.objetInconnu'),
  });
}

/** Who did it. */
export function auteurDe({ t }: Pick<Lecteur, 't'>, ligne: LigneDHistorique): string {
  if (ligne.acteurCompteId === null) return t('historique.lePortail');
  return ligne.acteur ?? t('historique.compteEfface');
}

const QUALITES = [
  'DEMANDEUR',
  'GESTIONNAIRE_PRINCIPAL',
  'GESTIONNAIRE_SECONDAIRE',
  'DELEGUE',
  'REFERENT',
] as const;

/** In which quality they acted; '' when the line says none. */
export function qualiteDe({ t }: Pick<Lecteur, 't'>, { enQualite }: LigneDHistorique): string {
  const connue = QUALITES.find((qualite) => qualite === enQualite);
  return connue ? t(`demandes.qualites.${connue}`) : '';
}

/** The name of an act, where a list of acts names it. */
export function nomDeLActe(t: Translate, acte: LigneDHistorique['acte']): string {
  return t(`historique.noms.${acte}` satisfies Cle);
}
