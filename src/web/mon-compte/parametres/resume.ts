// What « Mon compte » says of notifications: how many subjects at each rhythm.
import {
  type Preferences,
  type QualiteDeLecteur,
  type Rythme,
  sujetsDe,
} from '../../../domain/notification/preferences.ts';
import type { Translate } from '../../../platform/textes/index.ts';

const RYTHMES: readonly Rythme[] = ['IMMEDIAT', 'QUOTIDIEN', 'HEBDOMADAIRE', 'JAMAIS'];

/** « Tout de suite (1 sujet), une fois par jour ouvré (6 sujets) ». */
export function resumeDesRythmes(
  t: Translate,
  recoit: boolean,
  { rythmes, qualite }: { rythmes: Preferences; qualite: QualiteDeLecteur },
): string {
  if (!recoit) return t('notifications.choix.silence');
  const sujets = sujetsDe(qualite);
  const parties = RYTHMES.flatMap((rythme) => {
    const count = sujets.filter((sujet) => rythmes[sujet] === rythme).length;
    if (count === 0) return [];
    return [
      t('notifications.choix.resume', { rythme: t(`notifications.rythmes.${rythme}`), count }),
    ];
  });
  return parties.join(', ');
}
