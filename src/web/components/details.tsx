// What most people do not need at once, « Plus de critères » first (screens §6.1): folded by the browser itself.
import type { ComponentChildren } from 'preact';

type Props = { summary: string; open?: boolean | undefined; children: ComponentChildren };

export function Details({ summary, open, children }: Props) {
  return (
    <details class="pc-details" open={open}>
      <summary>{summary}</summary>
      <div class="pc-flow">{children}</div>
    </details>
  );
}
