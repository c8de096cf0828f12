// One file of a form that sends several (screens §8): its name to give, its progress, what came of it.
import { type Added, post } from './upload-post.ts';

export type Line = {
  item: HTMLLIElement;
  /** Set once the file is stored. */
  added: Added | null;
  /** It can never be sent. */
  tooBig: boolean;
  /** The file and what came of it, to be read aloud. */
  said(): string;
  send(type: string): Promise<void>;
};

const NAME_CHARACTERS = 100;
let lines = 0;

export function makeLine(form: HTMLFormElement, file: File, onRemove: () => void): Line {
  const text = (name: string) => (form.dataset[name] ?? '').replace('{nom}', file.name);
  // The same file sent again after a failure is stored once.
  const key = crypto.randomUUID();
  const { item, name, bar, seen, button } = makeItem(file, text);
  const say = (sentence: string, error = false) => {
    seen.className = error ? 'fr-message fr-message--error' : 'fr-message pc-counter';
    seen.textContent = sentence;
  };
  const act = (word: string, done: () => void) => {
    button.textContent = word;
    add(button, 'span', 'fr-sr-only', ` – ${file.name}`);
    button.onclick = done;
    button.removeAttribute('aria-disabled');
  };
  const idle = () => {
    bar.hidden = true;
    name.readOnly = false;
    act(text('remove'), () => {
      item.remove();
      onRemove();
    });
  };
  const line: Line = {
    item,
    added: null,
    tooBig: file.size > Number(form.dataset['upload']),
    said: () => `${file.name} – ${seen.textContent}`,
    async send(type) {
      const request = new XMLHttpRequest();
      bar.hidden = false;
      bar.value = 0;
      name.readOnly = true;
      name.ariaInvalid = null;
      act(text('cancel'), () => request.abort());
      request.upload.onprogress = ({ loaded, total }) => {
        bar.value = loaded / total;
        say(bar.value.toLocaleString(document.documentElement.lang, { style: 'percent' }));
      };
      // All is sent: what becomes of it can no longer be stopped from here. The focus stays where it is.
      request.upload.onload = () => {
        button.onclick = null;
        button.ariaDisabled = 'true';
      };
      const fields = { cle: key, designation: name.value, type };
      const outcome = await post(request, form.action, fields, file);
      idle();
      if (outcome.kind === 'added') {
        line.added = outcome;
        name.readOnly = true;
        if (document.activeElement === button) name.focus();
        button.remove();
        say(text('added'));
      } else if (outcome.kind === 'refused') {
        if (outcome.named) name.ariaInvalid = 'true';
        say(outcome.sentences.join(' '), true);
      } else say(text(outcome.kind), outcome.kind !== 'cancelled');
    },
  };
  idle();
  if (line.tooBig) say(text('tooBig'), true);
  return line;
}

function makeItem(file: File, text: (name: string) => string) {
  const item = document.createElement('li');
  item.className = 'pc-flow';
  const label = add(item, 'label', 'fr-label', text('nameOf'));
  const name = add(item, 'input', 'fr-input');
  lines += 1;
  label.htmlFor = name.id = `designation-${lines}`;
  name.value = [...file.name.replace(/\.[^.]*$/, '')].slice(0, NAME_CHARACTERS).join('');
  name.autocomplete = 'off';
  const bar = add(item, 'progress');
  bar.setAttribute('aria-label', text('progress'));
  const seen = add(item, 'p', 'fr-message pc-counter', text('waiting'));
  seen.id = `${name.id}-message`;
  name.setAttribute('aria-describedby', seen.id);
  const button = add(item, 'button', 'fr-btn fr-btn--tertiary');
  button.type = 'button';
  return { item, name, bar, seen, button };
}

function add<K extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}
