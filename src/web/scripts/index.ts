// The one script of the pages (design §6.4): it improves what works without it, and only where it finds it.
import { countCharacters } from './character-count.ts';
import { selectAll } from './select-all.ts';
import { uploadFiles } from './upload.ts';

for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) {
  countCharacters(field);
}
for (const table of document.querySelectorAll<HTMLElement>('[data-select-all]')) {
  selectAll(table);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  uploadFiles(form);
}
