// What every field of a form has around its control: label, hint, error, value stored meanwhile.
import type { ComponentChildren } from 'preact';

export type FieldTexts = {
  id: string;
  label: string;
  required?: boolean | undefined;
  optionalText?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** The value now stored, shown beside the one typed when two tabs edited the same data. */
  other?: { label: string; value: string } | undefined;
};

/** The ARIA attributes that tie a control to the texts of its frame. */
export function fieldAria({ id, required, hint, error, other }: FieldTexts) {
  const ids = [hint && `${id}-aide`, error && `${id}-erreur`, other && `${id}-autre`];
  return {
    'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    // Not the native attribute: the server's messages name the field and keep what was typed.
    'aria-required': required ? ('true' as const) : undefined,
  };
}

export function FieldHint({ id, hint }: FieldTexts) {
  if (!hint) return null;
  return (
    <p class="fr-hint-text" id={`${id}-aide`}>
      {hint}
    </p>
  );
}

/** What the server said of the value. */
export function FieldMessages({ id, error, other }: FieldTexts) {
  return (
    <>
      {error && (
        <p class="fr-message fr-message--error" id={`${id}-erreur`}>
          {error}
        </p>
      )}
      {other && (
        <p class="pc-other" id={`${id}-autre`}>
          {other.label} <strong>{other.value}</strong>
        </p>
      )}
    </>
  );
}

type Props = FieldTexts & { group: 'input' | 'select'; children: ComponentChildren };

export function FieldFrame({ group, children, ...texts }: Props) {
  const { label, required, optionalText } = texts;
  const base = `fr-${group}-group`;
  return (
    <div class={texts.error ? `${base} ${base}--error` : base}>
      <label class="fr-label" for={texts.id}>
        {label}
        {required && <span aria-hidden="true">&nbsp;*</span>}
        {optionalText && <span class="pc-optional"> {optionalText}</span>}
      </label>
      <FieldHint {...texts} />
      {children}
      <FieldMessages {...texts} />
    </div>
  );
}
