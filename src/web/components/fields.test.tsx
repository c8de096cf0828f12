// Fields of a form: hint, error and control tied together, what was typed given back as it was.
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { balises, ids } from '../../../tests/soutien/html.ts';
import { textesDe } from '../../platform/textes/index.ts';
import { Field } from './field.tsx';
import { RadioGroup } from './radio.tsx';
import { SearchBar } from './search-bar.tsx';
import { TextArea } from './textarea.tsx';

const t = textesDe('fr');
const TEXTES = { id: 'portee', label: 'Portée', hint: 'Une aide', error: 'À choisir' };
const OPTIONS = [
  { value: 'entiere', label: 'La structure', hint: 'Entière' },
  { value: 'services', label: 'Des services' },
];
const decrit = (html: string, nom: string) =>
  balises(html, nom)[0]?.attributs['aria-describedby']?.split(' ') ?? [];

describe.each([
  ['a text of several lines', 'textarea', <TextArea key="t" t={t} {...TEXTES} value="" />],
  ['a day', 'input', <Field key="f" type="date" {...TEXTES} value="" />],
  ['a choice', 'fieldset', <RadioGroup key="r" {...TEXTES} value="services" options={OPTIONS} />],
])('%s', (_, nom, champ) => {
  const html = render(champ);

  test('is described by its hint and its error', () => {
    expect(decrit(html, nom)).toEqual(['portee-aide', 'portee-erreur']);
    expect(ids(html)).toEqual(expect.arrayContaining(['portee', 'portee-aide', 'portee-erreur']));
    expect(html).toContain('À choisir');
  });

  test('has its label', () => {
    const pour = balises(html, 'label').map(({ attributs }) => attributs['for']);
    expect(pour).toContain('portee');
  });
});

describe('a choice', () => {
  const html = render(
    <RadioGroup {...TEXTES} name="etendue" required value="services" options={OPTIONS} />,
  );

  test('sends one name, keeps what was chosen, and its first box is where an error leads', () => {
    const boites = balises(html, 'input').map(({ attributs }) => attributs);
    expect(boites.map(({ id, name, value }) => [id, name, value])).toEqual([
      ['portee', 'etendue', 'entiere'],
      ['portee-services', 'etendue', 'services'],
    ]);
    expect(boites.map((boite) => 'checked' in boite)).toEqual([false, true]);
    expect(boites[0]?.['aria-describedby']).toBe('portee-precision');
  });

  test('reads its star, having no attribute that says it is required', () => {
    expect(html).toMatch(/<legend[^>]*>Portée\u00a0\*<\/legend>/);
  });
});

describe('a text of several lines', () => {
  test.each(['a\nb', '\nune ligne vide devant', '</textarea><script>1</script>', ''])(
    'gives back %j',
    (value) => {
      const html = render(<TextArea t={t} id="c" label="Commentaire" value={value} />);
      // As a browser reads it: the first line feed after the tag is none.
      const contenu = /<textarea[^>]*>\n?(.*)<\/textarea>/s.exec(html)?.[1] ?? '?';
      expect(contenu.replaceAll('&lt;', '<')).toBe(value);
      expect(html.match(/<\/textarea>/g)).toHaveLength(1);
    },
  );

  test('tells its limit to the script, and lets nothing be cut', () => {
    const html = render(<TextArea t={t} id="c" label="C" value="" limitCharacters={255} />);
    const attributs = balises(html, 'textarea')[0]?.attributs;
    expect(attributs).toMatchObject({
      'data-limit': '255',
      'data-left-one': '{n} caractère restant',
      'data-left-other': '{n} caractères restants',
      'data-over-other': '{n} caractères en trop',
    });
    expect(attributs).not.toHaveProperty('maxlength');
  });
});

test('a day is not filled in by the browser, and stays within its bounds', () => {
  const html = render(
    <Field id="fin" type="date" label="Fin" value="2026-12-01" min="2026-11-25" />,
  );
  expect(balises(html, 'input')[0]?.attributs).toMatchObject({
    type: 'date',
    value: '2026-12-01',
    min: '2026-11-25',
    autocomplete: 'off',
  });
});

test('a search asks by its address, and keeps what the address already said', () => {
  const html = render(
    <SearchBar
      id="filtre"
      action="/mon-compte/rattachements"
      label="Filtrer"
      button="Filtrer"
      value={'"terneuil"'}
      keep={{ lignes: '20' }}
    />,
  );
  expect(balises(html, 'form')[0]?.attributs).toMatchObject({ method: 'get' });
  const champs = balises(html, 'input').map(({ attributs: { name, value } }) => [name, value]);
  expect(champs).toEqual([
    ['lignes', '20'],
    ['filtre', '"terneuil"'],
  ]);
});
