// One line of text in a form (screens §2, §5).
import { FieldFrame, type FieldTexts, fieldAria } from './field-frame.tsx';

type Props = FieldTexts & {
  value: string;
  type?: 'text' | 'email' | 'tel' | undefined;
  name?: string | undefined;
  autocomplete?: AutoFill | undefined;
  maxLength?: number | undefined;
  readOnly?: boolean | undefined;
  inputmode?: 'text' | 'numeric' | 'email' | 'tel' | 'search' | undefined;
};

const SHORT_MAX_CHARACTERS = 20;

// The width of the field tells how much is expected.
function inputClass(type: string, maxLength = Number.POSITIVE_INFINITY) {
  const short = type === 'tel' || maxLength <= SHORT_MAX_CHARACTERS;
  return short ? 'fr-input pc-input--short' : 'fr-input';
}

export function Field(props: Props) {
  const { id, name = id, value, type = 'text', autocomplete, maxLength, readOnly } = props;
  return (
    <FieldFrame
      group="input"
      id={id}
      label={props.label}
      required={props.required}
      optionalText={props.optionalText}
      hint={props.hint}
      error={props.error}
      other={props.other}
    >
      <input
        class={inputClass(type, maxLength)}
        // Named though absent: its type asks for it when `type` is a union.
        list={undefined}
        id={id}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        inputmode={props.inputmode}
        maxlength={maxLength}
        readOnly={readOnly}
        {...fieldAria(props)}
      />
    </FieldFrame>
  );
}
