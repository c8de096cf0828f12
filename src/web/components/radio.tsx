// One choice among a few, all seen at once, in a form (screens §6.2).
import { FieldHint, FieldMessages, type FieldTexts, fieldAria } from './field-frame.tsx';

type RadioOption = {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
};

/** `label` is the legend of the group; an error leads to its first choice. */
type Props = Omit<FieldTexts, 'optionalText'> & {
  value: string;
  options: readonly RadioOption[];
  name?: string | undefined;
};

export function RadioGroup(props: Props) {
  const { id, name = id, label, required, value, options, error } = props;
  return (
    <fieldset
      class={error ? 'pc-choices fr-input-group--error' : 'pc-choices'}
      aria-describedby={fieldAria(props)['aria-describedby']}
    >
      <legend class="fr-label pc-choices__legend">
        {label}
        {/* Read aloud: a group, unlike a field, has no attribute that says it. */}
        {required && '\u00a0*'}
      </legend>
      <FieldHint {...props} />
      {options.map((option, i) => (
        <Radio
          key={option.value}
          {...option}
          id={i === 0 ? id : `${id}-${option.value}`}
          name={name}
          checked={option.value === value}
        />
      ))}
      <FieldMessages {...props} />
    </fieldset>
  );
}

type RadioProps = RadioOption & { id: string; name: string; checked: boolean };

function Radio({ id, name, value, label, hint, disabled, checked }: RadioProps) {
  const hintId = hint ? `${id}-precision` : undefined;
  return (
    <div class="fr-radio-group">
      <input
        type="radio"
        id={id}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
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
