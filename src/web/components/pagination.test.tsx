// Pages of a list: which numbers are shown, what each link says and where it leads.
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { balises, texteVisible } from '../../../tests/soutien/html.ts';
import { textesDe } from '../../platform/textes/index.ts';
import { PageSize } from './page-size.tsx';
import { Pagination, pageWindow } from './pagination.tsx';
import { ResultCount } from './result-count.tsx';

const t = textesDe('fr');
const pagination = (page: number, pages: number) =>
  render(<Pagination t={t} page={page} pages={pages} href={(n) => `?nom=a&b&page=${n}`} />);
const liens = (html: string) => balises(html, 'a').map(({ attributs }) => attributs['href']);

describe('the numbers of the pages', () => {
  test.each([
    [1, 1, '1'],
    [1, 2, '1 2'],
    [1, 20, '1 2 … 20'],
    [2, 20, '1 2 3 … 20'],
    [3, 20, '1 2 3 4 … 20'],
    [4, 20, '1 2 3 4 5 … 20'],
    [5, 20, '1 … 4 5 6 … 20'],
    [17, 20, '1 … 16 17 18 19 20'],
    [18, 20, '1 … 17 18 19 20'],
    [20, 20, '1 … 19 20'],
    [3, 5, '1 2 3 4 5'],
  ])('on page %i of %i are « %s »', (page, pages, attendu) => {
    expect(
      pageWindow(page, pages)
        .map((n) => n ?? '…')
        .join(' '),
    ).toBe(attendu);
  });
});

describe('the pagination', () => {
  test('of a list of one page is nothing', () => {
    expect(pagination(1, 1)).toBe('');
    expect(pagination(1, 0)).toBe('');
  });

  test('says which page is read, and offers the first, the neighbours and the last', () => {
    const html = pagination(5, 20);
    expect(texteVisible(html)).toBe(
      'Première Précédente Page 1 … Page 4 Page 5 Page 6 … Page 20 Suivante Dernière',
    );
    expect(liens(html).map((href) => href?.split('=').at(-1))).toEqual([
      '1',
      '4',
      '1',
      '4',
      '5',
      '6',
      '20',
      '6',
      '20',
    ]);
    const courante = balises(html, 'a').filter(({ attributs }) => attributs['aria-current']);
    expect(courante.map(({ attributs }) => attributs['aria-current'])).toEqual(['page']);
    expect(balises(html, 'nav')[0]?.attributs['aria-label']).toBe('Pagination');
  });

  test('has nothing before the first page, nothing after the last', () => {
    expect(texteVisible(pagination(1, 3))).toBe('Page 1 Page 2 Page 3 Suivante Dernière');
    expect(texteVisible(pagination(3, 3))).toBe('Première Précédente Page 1 Page 2 Page 3');
  });

  test('escapes the addresses that it is given', () => {
    expect(pagination(1, 2)).toContain('href="?nom=a&amp;b&amp;page=2"');
  });
});

test('the sizes of a page are links that say what they are, the present one marked', () => {
  const html = render(
    <PageSize t={t} sizes={[5, 10, 20, 50]} current={10} href={(n) => `?lignes=${n}`} />,
  );
  expect(texteVisible(html)).toContain('5 lignes par page 10 lignes par page');
  expect(liens(html)).toEqual(['?lignes=5', '?lignes=10', '?lignes=20', '?lignes=50']);
  const marques = balises(html, 'a').map(({ attributs }) => attributs['aria-current']);
  expect(marques).toEqual([undefined, 'true', undefined, undefined]);
});

describe('the count of a list', () => {
  test.each([
    [1, 5, 12, false, '1 à 5 sur 12'],
    [6, 10, 1000, true, '6 à 10 sur plus de 1 000'],
    [1, 12, 12, false, '12 résultats'],
    [1, 1, 1, false, '1 résultat'],
    [11, 11, 11, false, '11 sur 11'],
    [1, 1000, 1000, true, '1 à 1 000 sur plus de 1 000'],
  ])('from %i to %i of %i (more: %s) is « %s »', (from, to, total, more, attendu) => {
    const html = render(
      <ResultCount t={t} langue="fr" from={from} to={to} total={total} more={more} />,
    );
    expect(texteVisible(html)).toBe(attendu);
  });
});
