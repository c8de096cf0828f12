// The read-only part of « Mes paramètres »: state and dates of the account (guide p.8).
import type { Compte } from '../../../domain/compte/compte.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import { Badge } from '../../components/badge.tsx';
import type { Frame } from '../../layout/page.tsx';

/** The items of a read-only list. */
export function etatEtDates({ t, langue }: Frame, compte: Compte) {
  const jour = (date: Date | null) => date && formatJour(langue, date);
  const { etat, creeLe, activeLe, desactiveLe, modifieLe } = compte;
  const badge = (
    <Badge kind={etat === 'ACTIF' ? 'success' : 'neutral'}>{t(`compte.etat.${etat}`)}</Badge>
  );
  return [
    { label: t('compte.etat.libelle'), value: badge },
    { label: t('compte.dates.creation'), value: jour(creeLe) },
    { label: t('compte.dates.activation'), value: jour(activeLe) },
    { label: t('compte.dates.desactivation'), value: jour(desactiveLe) },
    { label: t('compte.dates.modification'), value: jour(modifieLe) },
  ];
}
