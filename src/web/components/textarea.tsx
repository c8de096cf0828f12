// Several lines of text, with a limit told beforehand (screens §6.2 « Commentaire »).
import type { Translate } from '../../platform/textes/index.ts';
import { FieldFrame, type FieldTexts, fieldAria } from './field-frame.tsx';

type Props = FieldTexts & {
  t: Translate;
  value: string;
  name?: string | undefined;
  rows?: number | undefined;
  /** Not the native attribute, which cuts what is pasted without a word: a script counts, the server refuses. */
  limitCharacters?: number | undefined;
};

const ROWS = 4;

// What web/scripts/character-count.ts says while somebody types: {n} is its own hole.
function countTexts(t: Translate, limit: number) {
  const nombre = '{n}';
  return {
    'data-limit': limit,
    'data-left-one': t('composants.limite.restants', { count: 1, nombre }),
    'data-left-other': t('composants.limite.restants', { count: 2, nombre }),
    'data-over-one': t('composants.limite.enTrop', { count: 1, nombre }),
    'data-over-other': t('composants.limite.enTrop', { count: 2, nombre }),
  };
}

export function TextArea(props: Props) {
  const { t, value, name = props.id, rows = ROWS, limitCharacters, ...texts } = props;
  return (
    <FieldFrame group="input" {...texts}>
      <textarea
        class="fr-input"
        id={texts.id}
        name={name}
        rows={rows}
        {...fieldAria(texts)}
        {...(limitCharacters ? countTexts(t, limitCharacters) : {})}
      >
        {/* A browser drops a first line feed: this one is for it. */}
        {`\n${value}`}
      </textarea>
    </FieldFrame>
  );
}
