// Several files at once, chosen or dropped (screens §8); without a script the form sends one.
import { announcer, phrase } from './phrase.ts';
import { type Line, makeLine } from './upload-line.ts';

const AT_ONCE = 3;

export function uploadFiles(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const zone = input?.parentElement;
  const alone = form.querySelector('#designation')?.parentElement;
  const type = form.querySelector('select');
  const button = form.querySelector<HTMLButtonElement>('button:not([type=button])');
  if (!input || !zone || !alone || !type || !button) return;

  const hint = document.createElement('p');
  hint.className = 'pc-counter';
  hint.textContent = form.dataset['drop'] ?? '';
  const list = document.createElement('ul');
  list.className = 'pc-feed';
  zone.append(hint);
  zone.classList.add('pc-empty');
  zone.after(list);
  const announce = announcer(list);
  const { tell, forget } = makeSummary(form, list, announce);
  input.multiple = true;

  const lines: Line[] = [];
  const show = () => {
    forget();
    list.hidden = lines.length === 0;
    // Each file has its own désignation; the form's is for a file alone, without a script.
    alone.hidden = lines.length > 0;
  };
  const take = (files: FileList | null | undefined) => {
    for (const file of files ?? []) {
      const line = makeLine(form, file, () => {
        lines.splice(lines.indexOf(line), 1);
        show();
        input.focus();
      });
      lines.push(line);
      list.append(line.item);
    }
    announce([...(files ?? [])].map(({ name }) => name).join(', '));
    show();
  };
  input.addEventListener('change', () => {
    take(input.files);
    input.value = '';
  });
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  });

  form.addEventListener('submit', async (event) => {
    // Without a file, the server says what is missing.
    if (lines.length === 0) return;
    event.preventDefault();
    if (button.ariaDisabled) return;
    // Not `disabled`: it would take the focus away.
    button.ariaDisabled = 'true';
    forget();
    const waiting = lines.filter(({ added, tooBig }) => !added && !tooBig);
    const next = async (): Promise<void> => {
      const line = waiting.shift();
      if (!line) return;
      // Withdrawn while the others left.
      if (!lines.includes(line)) return next();
      await line.send(type.value);
      return next();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    button.ariaDisabled = null;
    const added = lines.map((line) => line.added).filter((one) => one !== null);
    if (added.length < lines.length) {
      tell(added.length, lines.length - added.length);
      return lines.length > 1 || announce(lines.map((one) => one.said()).join(' '));
    }
    const twice = added.some((one) => one.twice);
    const several = form.dataset[twice ? 'nextTwice' : 'next'];
    location.assign((added.length > 1 ? several : added[0]?.next) ?? form.action);
  });
  show();
}

/** Of several files sent, one line that takes the focus: what each waits for is told by its own field. */
function makeSummary(
  form: HTMLFormElement,
  list: HTMLElement,
  announce: (sentence: string) => void,
) {
  const summary = document.createElement('p');
  summary.tabIndex = -1;
  summary.hidden = true;
  list.before(summary);
  const leave = form.querySelector('a');
  return {
    tell(added: number, left: number) {
      // What was added stays, whatever becomes of the others.
      if (added > 0 && leave) leave.textContent = form.dataset['back'] ?? '';
      if (added + left < 2) return;
      summary.textContent = `${phrase(form, 'sent', added)}, ${phrase(form, 'unsent', left)}`;
      summary.hidden = false;
      // Nobody is taken out of a field that they are mending.
      if (list.contains(document.activeElement)) announce(summary.textContent);
      else summary.focus();
    },
    forget() {
      summary.hidden = true;
    },
  };
}
