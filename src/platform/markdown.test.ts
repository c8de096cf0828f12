// What Markdown may become: nothing that runs, nothing from elsewhere, titles in order.
import { describe, expect, test } from 'vitest';
import { rendreMarkdown, texteDuHtml } from './markdown.ts';

const html = (markdown: string) => rendreMarkdown(markdown).html;

describe('Markdown of anybody', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', ''],
    ['a script in a line', 'a <script>alert(1)</script> b', '<p>a  b</p>'],
    ['a script in a drawing', '<svg><script>alert(1)</script><circle/></svg>b', '<p>b</p>'],
    ['a style', '<style>p{color:red}</style>b', 'b'],
    ['a frame', '<iframe src="https://x.fr"></iframe>b', 'b'],
    ['a form', '<form action="/x"><input name="a"><button>b</button></form>', 'b'],
    ['a comment', 'a <!-- secret --> b', '<p>a  b</p>'],
    ['an event on an element', '<p onclick="x()" style="top:0" id="y">b</p>', '<p>b</p>'],
    ['an image', '![b](https://x.fr/i.png)', '<p></p>'],
    ['an image that fails', '<img src=x onerror="x()">', ''],
    ['code', '`<b>` and\n\n```html\n<i onclick="x">\n```', null],
    ['an element that is not closed', '<p>a <strong>b', '<p>a <strong>b</strong></p>'],
    ['a class of ours on a frame of another', '<div class="fr-btn fr-table">b</div>', null],
  ])('%s', (_quoi, markdown, attendu) => {
    const rendu = html(markdown);
    if (attendu !== null) expect(rendu).toBe(attendu);
    expect(rendu).not.toMatch(/<(script|style|svg|iframe|img|form|input|button)/);
    expect(rendu).not.toMatch(/<[^>]*\s(on\w+|style|id|src)=/);
    expect(rendu).not.toContain('fr-btn');
  });

  test.each([
    ['/aide', true],
    ['/mon-compte?a=1&b=2#c', true],
    ['https://www.service-public.fr/', true],
    ['http://example.fr', true],
    ['mailto:accueil@mairie.fr', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['java\tscript:alert(1)', false],
    ['&#106;avascript:alert(1)', false],
    ['data:text/html,<b>x</b>', false],
    ['vbscript:x', false],
    ['file:///etc/passwd', false],
    ['//ailleurs.fr', false],
    ['/\\ailleurs.fr', false],
    ['/\t/ailleurs.fr', false],
    ['relatif', false],
    ['#ancre', false],
    ['', false],
  ])('a link to %j is kept: %s', (href, garde) => {
    const rendu = rendreMarkdown(`<a href="${href}" onclick="x()" target="_blank">lien</a>`);
    expect(rendu.html.includes('<a href="')).toBe(garde);
    expect(rendu.html).toContain('lien');
    expect(rendu.html).not.toMatch(/onclick|target/);
    expect(rendu.retires).toEqual(garde ? [] : ['lien']);
  });

  test('tells what it left out, each once', () => {
    const { retires } = rendreMarkdown('<u>a</u> <u>b</u> <img src="/x"> <script>1</script> **c**');
    expect(retires.toSorted()).toEqual(['img', 'script', 'u']);
  });
});

describe('titles', () => {
  const niveaux = (markdown: string) => [...html(markdown).matchAll(/<h(\d)>/g)].map(([, n]) => n);

  test.each([
    ['# a', ['2']],
    ['### a', ['2']],
    ['# a\n\n# b', ['2', '2']],
    ['## a\n\n#### b\n\n### c\n\n## d', ['2', '3', '3', '2']],
    ['# a\n\n###### b', ['2', '3']],
    ['<h1>a</h1>\n\n## b', ['2', '3']],
    ['# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f', ['2', '3', '4', '5', '6', '6']],
  ])('%j begin below the title of the page and skip no level', (markdown, attendus) => {
    expect(niveaux(markdown)).toEqual(attendus);
  });
});

describe('what a text needs', () => {
  test('nested lists stay nested, and keep where they begin', () => {
    expect(html('3. a\n   - b\n   - c').replaceAll('\n', '')).toBe(
      '<ol start="3"><li>a<ul><li>b</li><li>c</li></ul></li></ol>',
    );
  });

  test('a table has the frame of ours: each cell says its column, the first names the row', () => {
    const table = html('| A | « B » & co |\n|---|---|\n| **1** | 2 |');
    expect(table).toMatch(/^<div class="fr-table"><div class="fr-table__wrapper">/);
    expect(table).toContain('<th scope="col">A</th>');
    expect(table).toContain('<th scope="row"><strong>1</strong></th>');
    expect(html('|a|«\u00a0B\u00a0»|\n|-|-|\n|1|2|')).toContain('data-label="«\u00a0B\u00a0»"');
    expect(table).toContain('<td data-label="« B » &amp; co">2</td>');
  });

  test('a title of a column cannot leave its attribute', () => {
    const table = html('| A | x" onclick="y |\n|---|---|\n| 1 | 2 |');
    expect(table).toContain('<td data-label="x&quot; onclick=&quot;y">2</td>');
  });

  test('its words are read without markup', () => {
    expect(texteDuHtml('<p>«\u00a0a\u00a0»\u202f:\n  b</p>')).toBe('«\u00a0a\u00a0»\u202f: b');
    expect(texteDuHtml(html('# A\n\n- b **c**, `<d>`\n- e & f'))).toBe('A b c, <d> e & f');
  });
});
