// Data to read, label and value (screens §5): each block of « Mon compte ».
import type { ComponentChildren } from 'preact';

export type ReadOnlyItem = { label: string; value: ComponentChildren };
type Props = { items: ReadOnlyItem[] };

export function ReadOnlyList({ items }: Props) {
  return (
    <dl class="pc-list">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' || value == null ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
