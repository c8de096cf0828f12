// What stands where nothing is yet, and what to do next (screens §4, design §7).
import type { ComponentChildren } from 'preact';

type Props = { title: string; children?: ComponentChildren };

export function EmptyState({ title, children }: Props) {
  return (
    <div class="pc-empty pc-flow">
      <p class="pc-empty__title">{title}</p>
      {children}
    </div>
  );
}
