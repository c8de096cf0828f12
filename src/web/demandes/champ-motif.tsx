// The reason of an act, that the person concerned will read: the same field on every page that asks for one.
import { COMMENTAIRE_MAX } from '../../domain/demande/demande.ts';
import type { FieldTexts } from '../components/field-frame.tsx';
import { TextArea } from '../components/textarea.tsx';
import type { Frame } from '../layout/page.tsx';

type Props = Partial<Omit<FieldTexts, 'other'>> & { frame: Frame; value: string };

export function ChampMotif({ frame: { t }, ...texts }: Props) {
  return (
    <TextArea
      t={t}
      id="motif"
      label={t('continuite.motif')}
      hint={t('continuite.motifAide')}
      limitCharacters={COMMENTAIRE_MAX}
      {...texts}
    />
  );
}
