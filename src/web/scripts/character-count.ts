// How many characters a limited text may still take (screens §6.2), seen at once, read aloud after a rest.
import { announcer, phrase } from './phrase.ts';

export function countCharacters(field: HTMLTextAreaElement): void {
  const limit = Number(field.dataset['limit']);
  const seen = document.createElement('p');
  // Read by the live region instead, which does not speak at each key.
  seen.setAttribute('aria-hidden', 'true');
  field.after(seen);
  const announce = announcer(seen);
  const count = () => {
    const left = limit - [...field.value].length;
    const text = phrase(field, left < 0 ? 'over' : 'left', Math.abs(left));
    seen.className = left < 0 ? 'pc-counter pc-counter--over' : 'pc-counter';
    seen.textContent = text;
    return text;
  };
  field.addEventListener('input', () => announce(count()));
  // Back and forward put a text back without an event.
  addEventListener('pageshow', count);
  count();
}
