// One field and its button, that ask the list of the page for less (screens §6): an address, so a GET.
type Props = {
  id: string;
  action: string;
  label: string;
  button: string;
  value: string;
  name?: string | undefined;
  hint?: string | undefined;
  /** What the address holds besides, and that a search must keep. */
  keep?: Record<string, string | null> | undefined;
};

export function SearchBar({ id, action, label, button, value, name = id, hint, keep }: Props) {
  return (
    <search>
      <form class="fr-search-bar" method="get" action={action}>
        {Object.entries(keep ?? {}).map(
          ([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />,
        )}
        <label class="fr-label" for={id}>
          {label}
        </label>
        {hint && (
          <p class="fr-hint-text" id={`${id}-aide`}>
            {hint}
          </p>
        )}
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
            aria-describedby={hint ? `${id}-aide` : undefined}
          />
          <button type="submit" class="fr-btn fr-btn--secondary">
            {button}
          </button>
        </div>
      </form>
    </search>
  );
}
