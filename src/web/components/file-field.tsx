// A file to choose (screens §8); web/scripts/upload.ts takes several, dropped too.
import { FieldFrame, type FieldTexts, fieldAria } from './field-frame.tsx';

type Props = Omit<FieldTexts, 'optionalText' | 'other'> & {
  /** The extensions that the browser offers first, each with its dot. */
  accept: readonly string[];
};

export function FileField({ accept, ...texts }: Props) {
  return (
    <FieldFrame group="input" {...texts}>
      <input
        class="fr-input"
        id={texts.id}
        name={texts.id}
        type="file"
        accept={accept.join()}
        {...fieldAria(texts)}
      />
    </FieldFrame>
  );
}
