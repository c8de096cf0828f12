// A period and a scope in words (guide p.9): « Du 1er mars 2026 au 31 mai 2026 », « Toute la structure ».
import { formatJour } from '../../../platform/textes/formats.ts';
import type { Frame } from '../../layout/page.tsx';

type Periode = { dateDebut: string; dateFin: string | null };

/** A period in words; one that has not begun, or may not begin, runs « À partir du … ». */
export function periodeEnMots(
  { t, langue }: Frame,
  { dateDebut, dateFin }: Periode,
  commencee: boolean,
): string {
  const debut = formatJour(langue, dateDebut);
  const sansFin = commencee ? 'pages.rattachements.depuis' : 'pages.rattachements.aPartirDu';
  if (dateFin === null) return t(sansFin, { debut });
  return t('pages.rattachements.duAu', { debut, fin: formatJour(langue, dateFin) });
}

/** A service by its name, or the whole structure. */
export function porteeEnMots({ t }: Frame, service: string | null): string {
  return service ?? t('pages.rattachements.structureEntiere');
}
