// Which part of a list is shown, and how long the list is (screens §6.1): exact up to a bound, then « plus de ».
import { formatNombre } from '../../platform/textes/formats.ts';
import type { Langue, Translate } from '../../platform/textes/index.ts';

type Props = {
  t: Translate;
  langue: Langue;
  /** Ranks of the first and last rows shown, from 1 on. */
  from: number;
  to: number;
  total: number;
  /** There are more than `total`: nobody counted them all. */
  more?: boolean | undefined;
};

export function ResultCount(props: Props) {
  return <p class="pc-count">{sentence(props)}</p>;
}

function sentence({ t, langue, from, to, total, more = false }: Props): string {
  const nombre = formatNombre(langue, total);
  if (!more && from === 1 && to === total) {
    return t('composants.resultats.tous', { count: total, nombre });
  }
  const values = {
    debut: formatNombre(langue, from),
    fin: formatNombre(langue, to),
    total: more ? t('composants.resultats.plusDe', { nombre }) : nombre,
  };
  return t(from === to ? 'composants.resultats.dernier' : 'composants.resultats.tranche', values);
}
