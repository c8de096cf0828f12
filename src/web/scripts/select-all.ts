// One box for all the rows of a table (screens §6), and how many are ticked: without a script neither is there.
import { announcer, phrase } from './phrase.ts';

export function selectAll(table: HTMLElement): void {
  const boxes = [...table.querySelectorAll<HTMLInputElement>('[data-fr-row-select]:enabled')];
  if (boxes.length < 2) return;
  const { bar, all, seen } = makeBar(table.dataset['selectAll'] ?? '');
  table.prepend(bar);
  const announce = announcer(bar);
  const count = () => {
    const ticked = boxes.filter(({ checked }) => checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
    const text = phrase(table, 'selected', ticked);
    seen.textContent = text;
    return text;
  };
  table.addEventListener('change', ({ target }) => {
    if (target === all) for (const box of boxes) box.checked = all.checked;
    announce(count());
  });
  addEventListener('pageshow', count);
  count();
}

function makeBar(text: string) {
  const bar = document.createElement('div');
  bar.className = 'fr-checkbox-group pc-select-all';
  const label = document.createElement('label');
  label.className = 'fr-label';
  const all = document.createElement('input');
  all.type = 'checkbox';
  // The browser would put it back as it was, apart from the rows.
  all.autocomplete = 'off';
  label.append(all, text);
  const seen = document.createElement('span');
  seen.setAttribute('aria-hidden', 'true');
  bar.append(label, seen);
  return { bar, all, seen };
}
