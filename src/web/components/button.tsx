// What acts: a button that posts a form, a link drawn as one, and both side by side (design §6.4).
import type { ComponentChildren } from 'preact';

type ButtonKind = 'primary' | 'secondary' | 'tertiary';

const CLASSES: Record<ButtonKind, string> = {
  primary: 'fr-btn',
  secondary: 'fr-btn fr-btn--secondary',
  tertiary: 'fr-btn fr-btn--tertiary',
};

type ButtonProps = {
  type?: 'submit' | 'button' | undefined;
  kind?: ButtonKind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  formAction?: string | undefined;
  /** The form that it sends, when it stands outside of it. */
  form?: string | undefined;
  lang?: string | undefined;
  children: ComponentChildren;
};

export function Button({ type = 'submit', kind = 'primary', children, ...rest }: ButtonProps) {
  return (
    <button type={type} class={CLASSES[kind]} {...rest}>
      {children}
    </button>
  );
}

type ButtonLinkProps = { href: string; kind?: ButtonKind | undefined; children: ComponentChildren };

export function ButtonLink({ href, kind = 'primary', children }: ButtonLinkProps) {
  return (
    <a class={CLASSES[kind]} href={href}>
      {children}
    </a>
  );
}

export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="fr-btns-group">{children}</div>;
}
