// Boxes under one question: its hint, and its error, where the error summary leads.
import type { ComponentChildren } from 'preact';

type Props = {
  id: string;
  legend: string;
  hint?: string | undefined;
  error: string | undefined;
  children: ComponentChildren;
};

export function CheckGroup({ id, legend, hint, error, children }: Props) {
  const errorId = `${id}-erreur`;
  return (
    <fieldset class="fr-fieldset" id={id} tabindex={-1} aria-describedby={error && errorId}>
      <legend class="fr-fieldset__legend">{legend}</legend>
      {hint && <p class="fr-hint-text">{hint}</p>}
      {error && (
        <p class="fr-message fr-message--error" id={errorId}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}
