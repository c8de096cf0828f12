// One choice in a closed list (screens §2 country and dialling code, §5 language).
import { FieldFrame, type FieldTexts, fieldAria } from './field-frame.tsx';

type Props = Omit<FieldTexts, 'optionalText'> & {
  value: string;
  options: readonly { value: string; label: string }[];
  autocomplete?: AutoFill | undefined;
};

export function Select(props: Props) {
  const { id, value, options, autocomplete } = props;
  return (
    <FieldFrame
      group="select"
      id={id}
      label={props.label}
      required={props.required}
      hint={props.hint}
      error={props.error}
      other={props.other}
    >
      <select class="fr-select" id={id} name={id} autocomplete={autocomplete} {...fieldAria(props)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
