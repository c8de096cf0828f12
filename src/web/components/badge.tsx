// A state in one or two words, in tables and lists (screens §5 to §7): text first, colour second.
import type { ComponentChildren } from 'preact';

type Props = {
  kind: 'info' | 'success' | 'warning' | 'error' | 'neutral';
  children: ComponentChildren;
};

export function Badge({ kind, children }: Props) {
  return <span class={`fr-badge fr-badge--${kind}`}>{children}</span>;
}
