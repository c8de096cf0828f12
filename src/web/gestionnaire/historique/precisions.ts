// What a line of the history keeps of the act, in words (design §6.6): what changed, from what to what, for how long.
import { MODES } from '../../../domain/abonnement/abonnement.ts';
import type { LigneDHistorique } from '../../../domain/journal/historique.ts';
import { ROLES } from '../../../domain/rattachement/rattachement.ts';
import { CHAMPS_DE_SERVICE } from '../../../domain/structure/valeurs.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import type { Translate } from '../../../platform/textes/index.ts';
import { labelDe } from '../fiche/form.ts';
import { labelDuChamp } from '../fiche/services/form.ts';
import type { Lecteur } from './phrase.ts';

/** All that the details of the line say, one sentence each; '' for nothing. */
export function precisionsDe(lecteur: Lecteur, ligne: LigneDHistorique): string {
  return [
    ...champs(lecteur, ligne),
    ...roles(lecteur, ligne),
    ...jours(lecteur, ligne),
    ...nombres(lecteur, ligne),
    ...droits(lecteur, ligne),
    ...modes(lecteur, ligne),
    ...causes(lecteur, ligne),
  ].join(' ');
}

function champs({ t }: Lecteur, ligne: LigneDHistorique): string[] {
  const noms = ligne.details['champs'];
  if (!Array.isArray(noms) || noms.length === 0) return [];
  const liste = noms.map((champ) => nomDuChamp(t, ligne, String(champ))).join(', ');
  return [t('historique.precisions.champs', { champs: liste })];
}

function nomDuChamp(t: Translate, { acte }: LigneDHistorique, champ: string): string {
  if (acte === 'SERVICE_MODIFIE' && CHAMPS_DE_SERVICE.some((connu) => connu === champ))
    return labelDuChamp(t, champ);
  if (champ === 'departement') return t('historique.precisions.departement');
  return acte === 'FICHE_MODIFIEE' ? labelDe(t, champ) : champ;
}

function roles({ t }: Lecteur, { details }: LigneDHistorique): string[] {
  const mot = (valeur: unknown) => {
    const role = ROLES.find((connu) => connu === valeur);
    return role && t(`compte.roles.${role}`);
  };
  const [de, vers, role] = [mot(details['de']), mot(details['vers']), mot(details['role'])];
  return [
    ...(de && vers ? [t('historique.precisions.deVers', { de, vers })] : []),
    ...(role ? [t('historique.precisions.role', { role })] : []),
  ];
}

function jours({ t, langue }: Lecteur, { details }: LigneDHistorique): string[] {
  const { dateDebut, dateFin, dernierJour } = details;
  const mot = (jour: unknown) => (typeof jour === 'string' ? formatJour(langue, jour) : null);
  const [debut, fin, jour] = [mot(dateDebut), mot(dateFin), mot(dernierJour)];
  return [
    ...(debut && fin ? [t('historique.precisions.periode', { debut, fin })] : []),
    ...(jour ? [t('historique.precisions.dernierJour', { jour })] : []),
  ];
}

const COMPTES = ['ajoutees', 'retirees', 'abonnements', 'personnes'] as const;

function nombres({ t }: Lecteur, { details }: LigneDHistorique): string[] {
  return COMPTES.flatMap((nom) => {
    const count = details[nom];
    // That nobody was touched is told; that nothing was added is not.
    if (typeof count !== 'number' || (count === 0 && nom !== 'personnes')) return [];
    return [t(`historique.precisions.${nom}`, { count })];
  });
}

// `reduit` and `etendu` are of rights that changed, `reduite` of a request that was granted in part.
function droits({ t }: Lecteur, { details }: LigneDHistorique): string[] {
  const { reduit, etendu, reduite } = details;
  if (reduite === true) return [t('historique.precisions.reduite')];
  if (reduit === true && etendu === true) return [t('historique.precisions.reduitEtEtendu')];
  if (reduit === true) return [t('historique.precisions.reduit')];
  return etendu === true ? [t('historique.precisions.etendu')] : [];
}

function modes({ t }: Lecteur, { details }: LigneDHistorique): string[] {
  const mode = MODES.find((connu) => connu === details['mode']);
  return mode ? [t('historique.precisions.mode', { mode: t(`abonnements.modes.${mode}`) })] : [];
}

function causes({ t }: Lecteur, { details }: LigneDHistorique): string[] {
  const { cause, source } = details;
  return [
    ...(cause === 'SERVICE_FERME' ? [t('historique.precisions.serviceFerme')] : []),
    ...(cause === 'RATTACHEMENT' ? [t('historique.precisions.rattachementFini')] : []),
    ...(source === 'MADRHAS' ? [t('historique.precisions.madrhas')] : []),
  ];
}
