// One field and its button, that ask the list of the page for less (screens §6): an address, so a GET.
import { FieldHint, FieldMessages, type FieldTexts, fieldAria } from './field-frame.tsx';

type Props = Pick<FieldTexts, 'id' | 'label' | 'hint' | 'error'> & {
  action: string;
  button: string;
  value: string;
  name?: string | undefined;
  /** What the address holds besides, and that a search must keep. */
  keep?: Record<string, string | null> | undefined;
};

export function SearchBar(props: Props) {
  const { id, action, label, button, value, name = id, keep } = props;
  return (
    <search>
      <form class="fr-search-bar" method="get" action={action}>
        {Object.entries(keep ?? {}).map(
          ([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />,
        )}
        <label class="fr-label" for={id}>
          {label}
        </label>
        <FieldHint {...props} />
        <div class="fr-search-bar__field">
          <input
            class="fr-input"
            // Named though absent: its type asks for it.
            list={undefined}
            type="search"
            id={id}
            name={name}
            value={value}
            autocomplete="off"
            {...fieldAria(props)}
          />
          <button type="submit" class="fr-btn fr-btn--secondary">
            {button}
          </button>
        </div>
        <FieldMessages {...props} />
      </form>
    </search>
  );
}
