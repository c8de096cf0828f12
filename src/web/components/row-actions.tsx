// What can be done with one row of a table (screens §6 to §8): words, never a sign alone.

/** A link, or a button of the form around the table. */
export type Action = {
  label: string;
  /** Which row, read aloud only: « Supprimer » then tells itself from those of the other rows. */
  about: string;
} & (
  | { href: string; name?: undefined }
  | { name: string; value: string | number; formAction?: string | undefined; href?: undefined }
);

const CLASS = 'fr-btn fr-btn--sm fr-btn--tertiary-no-outline';

export function RowActions({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  return (
    <ul class="fr-raw-list">
      {actions.map((action) => (
        <li key={action.label}>
          {action.href === undefined ? (
            <button
              class={CLASS}
              type="submit"
              name={action.name}
              value={action.value}
              formaction={action.formAction}
            >
              <Name {...action} />
            </button>
          ) : (
            <a class={CLASS} href={action.href}>
              <Name {...action} />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Name({ label, about }: Pick<Action, 'label' | 'about'>) {
  return (
    <>
      {label}
      <span class="fr-sr-only">{` – ${about}`}</span>
    </>
  );
}
