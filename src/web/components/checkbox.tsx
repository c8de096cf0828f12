// One box to tick, with its label and, when needed, a hint (screens §5, notifications).
type Props = {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  checked: boolean;
  value?: string | undefined;
};

export function Checkbox({ id, name, label, hint, checked, value }: Props) {
  const hintId = hint ? `${id}-aide` : undefined;
  return (
    <div class="fr-checkbox-group">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={hintId}
      />
      <div>
        <label class="fr-label" for={id}>
          {label}
        </label>
        {hint && (
          <p class="fr-hint-text" id={hintId}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
