// A message of the page (design §6.5): its kind is said in words, colour and sign only repeat it.
import type { ComponentChildren } from 'preact';
import type { Translate } from '../../platform/textes/index.ts';

type AlertKind = 'info' | 'success' | 'warning' | 'error';

const SIGNS: Record<AlertKind, string> = {
  info: 'M12 11v6M12 7v.5',
  success: 'M7 12.5l3.5 3.5L17 9',
  warning: 'M12 7v6M12 16.5v.5',
  error: 'M8.5 8.5l7 7M15.5 8.5l-7 7',
};

type Props = {
  t: Translate;
  kind: AlertKind;
  title: string;
  id?: string | undefined;
  /** Takes the focus when the page opens: what became of the form just sent. One element a page. */
  focus?: boolean | undefined;
  children?: ComponentChildren;
};

export function Alert({ t, kind, title, id, focus, children }: Props) {
  const focused = focus ? { tabindex: -1, autofocus: true } : {};
  return (
    <div class={`fr-alert fr-alert--${kind}`} id={id} {...focused}>
      <svg class="fr-alert__sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="11" />
        <path d={SIGNS[kind]} />
      </svg>
      <div class="pc-flow">
        <p class="fr-alert__title">
          {t(`composants.alerte.${kind}`)}
          {title}
        </p>
        {children}
      </div>
    </div>
  );
}
