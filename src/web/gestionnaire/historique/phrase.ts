// Each line of the history in words (design §6.6): what was done, by whom, with what is worth knowing of it.
import type { LigneDHistorique } from '../../../domain/journal/historique.ts';
import { CHAMPS_DE_SERVICE } from '../../../domain/structure/valeurs.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import type { Cle, Langue, Translate } from '../../../platform/textes/index.ts';
import { labelDe } from '../fiche/form.ts';
import { labelDuChamp } from '../fiche/services/form.ts';

type Lecteur = { t: Translate; langue: Langue };

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

/** What the line keeps of it: names of fields, a day, a number; '' for nothing. */
export function precisionsDe({ t, langue }: Lecteur, ligne: LigneDHistorique): string {
  const { champs, dernierJour, personnes, cause } = ligne.details;
  const phrases: string[] = [];
  if (Array.isArray(champs) && champs.length > 0) {
    const noms = champs.map((champ) => nomDuChamp(t, ligne, String(champ)));
    phrases.push(t('historique.precisions.champs', { champs: noms.join(', ') }));
  }
  if (typeof dernierJour === 'string')
    phrases.push(t('historique.precisions.dernierJour', { jour: formatJour(langue, dernierJour) }));
  if (typeof personnes === 'number')
    phrases.push(t('historique.precisions.personnes', { count: personnes }));
  if (cause === 'SERVICE_FERME') phrases.push(t('historique.precisions.serviceFerme'));
  return phrases.join(' ');
}

function nomDuChamp(t: Translate, { acte }: LigneDHistorique, champ: string): string {
  if (acte === 'SERVICE_MODIFIE' && CHAMPS_DE_SERVICE.some((connu) => connu === champ))
    return labelDuChamp(t, champ);
  if (champ === 'departement') return t('historique.precisions.departement');
  return acte === 'FICHE_MODIFIEE' ? labelDe(t, champ) : champ;
}

/** The name of an act, where a list of acts names it. */
export function nomDeLActe(t: Translate, acte: LigneDHistorique['acte']): string {
  return t(`historique.noms.${acte}` satisfies Cle);
}
