// One block of « Mon compte » (screens §5): its title, the link that opens it alone, its content.
import type { ComponentChildren } from 'preact';

type Props = {
  id: string;
  title: string;
  action?: { label: string; href: string } | undefined;
  children: ComponentChildren;
};

export function Block({ id, title, action, children }: Props) {
  return (
    <section class="pc-block" id={id} aria-labelledby={`${id}-titre`}>
      <div class="pc-block__header">
        <h2 id={`${id}-titre`}>{title}</h2>
        {action && (
          <a href={action.href}>
            {action.label}
            <span class="fr-sr-only">{` – ${title}`}</span>
          </a>
        )}
      </div>
      <div class="pc-block__body pc-flow">{children}</div>
    </section>
  );
}
