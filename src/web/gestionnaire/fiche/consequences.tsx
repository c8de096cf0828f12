// How many people an end touches, before it is asked for: shared by services and espaces.
import type { Consequences } from '../../../domain/structure/queries-fins.ts';
import { formatNombre } from '../../../platform/textes/formats.ts';
import { Block } from '../../components/block.tsx';
import { ReadOnlyList } from '../../components/read-only-list.tsx';
import type { Frame } from '../../layout/page.tsx';

type Props = { frame: Frame; consequences: Consequences; phrases: string[] };

export function BlocDesConsequences({ frame: { t, langue }, consequences, phrases }: Props) {
  const nombres = (['personnes', 'abonnements', 'demandes'] as const).map((quoi) => ({
    label: t(`ficheGestion.consequences.${quoi}`),
    value: formatNombre(langue, consequences[quoi]),
  }));
  return (
    <Block id="consequences" title={t('ficheGestion.consequences.titre')}>
      {consequences.personnes === 0 && <p>{t('ficheGestion.consequences.aucune')}</p>}
      <ReadOnlyList items={nombres} />
      <ul>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </Block>
  );
}
