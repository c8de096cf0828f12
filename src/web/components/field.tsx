// One line of text, or a day, in a form (screens §2, §5, §6.2).
import { FieldFrame, type FieldTexts, fieldAria } from './field-frame.tsx';

type Props = FieldTexts & {
  value: string;
  /** A date is typed and read back as YYYY-MM-DD; browsers show it their own way. */
  type?: 'text' | 'email' | 'tel' | 'date' | undefined;
  name?: string | undefined;
  autocomplete?: AutoFill | undefined;
  maxLength?: number | undefined;
  readOnly?: boolean | undefined;
  /** The first and last days that a date field offers. */
  min?: string | undefined;
  max?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'email' | 'tel' | 'search' | undefined;
};

const SHORT_MAX_CHARACTERS = 20;

// The width of the field tells how much is expected.
function inputClass(type: string, maxLength = Number.POSITIVE_INFINITY) {
  const short = type === 'tel' || type === 'date' || maxLength <= SHORT_MAX_CHARACTERS;
  return short ? 'fr-input pc-input--short' : 'fr-input';
}

export function Field(props: Props) {
  const { id, name = id, value, type = 'text', maxLength, readOnly, min, max } = props;
  const { autocomplete = type === 'date' ? 'off' : undefined } = props;
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
        min={min}
        max={max}
        readOnly={readOnly}
        {...fieldAria(props)}
      />
    </FieldFrame>
  );
}
