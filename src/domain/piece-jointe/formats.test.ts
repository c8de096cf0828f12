// The table of the extensions: all of the reference, and what the browser may show.
import { expect, test } from 'vitest';
import { affichageDe, EXTENSIONS, FORMATS } from './formats.ts';

/** As the reference has them (chorus-pro.md §8). */
const REFERENCE =
  'BMP GIF FAX ODT PPT TIFF XLS BZ2 GZ JPEG P7S RTF TXT XML CSV GZIP JPG PDF SVG XHTML XLSX DOC HTM ODP PNG TGZ XLC ZIP ' +
  'DOCX HTML ODS PPS TIF XLM PPTX XSD XSL';

test('the 37 extensions are those of the reference', () => {
  const attendues = REFERENCE.toLowerCase().split(' ');
  expect([...EXTENSIONS].sort()).toEqual(attendues.sort());
  expect(EXTENSIONS).toHaveLength(37);
});

test('only images that hold no script, texts and PDF are shown in the browser', () => {
  const montrees = EXTENSIONS.filter((extension) => affichageDe(extension) !== null);
  expect(montrees.sort()).toEqual(['bmp', 'csv', 'gif', 'jpeg', 'jpg', 'pdf', 'png', 'txt']);
});

test('nothing is shown as a page or as a script', () => {
  const montres = EXTENSIONS.map(affichageDe).filter((mime) => mime !== null);
  expect(montres.filter((mime) => /html|xml|script/.test(mime))).toEqual([]);
});

test('what nothing can check is no more than FAX, XLC and XLM', () => {
  const libres = EXTENSIONS.filter((extension) => FORMATS[extension].contenus === null);
  expect(libres).toEqual(['fax', 'xlc', 'xlm']);
});
