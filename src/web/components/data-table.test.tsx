// Tables: order said and offered, boxes and acts that name their row, nothing of people's texts read as markup.
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { balises, ids, texteVisible } from '../../../tests/soutien/html.ts';
import { textesDe } from '../../platform/textes/index.ts';
import { type Column, DataTable } from './data-table.tsx';
import type { RowSelection } from './row-selection.tsx';

type Ligne = { id: number; nom: string; ville: string };
const LIGNES: Ligne[] = [
  { id: 7, nom: 'Mairie <b>"A"</b>', ville: 'Évry' },
  { id: 8, nom: 'CCAS', ville: 'Évry' },
];
const COLONNES: Column<Ligne>[] = [
  { key: 'nom', header: 'Désignation', rowHeader: true, cell: ({ nom }) => nom },
  { key: 'ville', header: 'Ville', cell: ({ ville }) => ville },
];
type Plus = Partial<Parameters<typeof DataTable<Ligne>>[0]>;

function table(plus: Plus = {}): string {
  return render(
    <DataTable
      t={textesDe('fr')}
      caption="Structures"
      columns={COLONNES}
      rows={LIGNES}
      rowKey={({ id }) => id}
      empty={<p>rien</p>}
      {...plus}
    />,
  );
}

const choix = (type: 'checkbox' | 'radio'): RowSelection<Ligne> => ({
  name: 'structure',
  type,
  value: ({ id }) => id,
  label: ({ nom }) => `Sélectionner la structure ${nom}`,
  checked: ({ id }) => id === 8,
  disabled: ({ id }) => id === 7,
});

describe('a table', () => {
  test('without a row is what stands for nothing', () => {
    expect(table({ rows: [], select: choix('radio') })).toBe('<p>rien</p>');
  });

  test('shows what people wrote as text', () => {
    expect(table()).toContain('Mairie &lt;b>&quot;A&quot;&lt;/b>');
  });

  test('names each cell for the cards of narrow screens', () => {
    const cellules = balises(table(), 'td').map(({ attributs }) => attributs['data-label']);
    expect(cellules).toEqual(['Ville', 'Ville']);
  });
});

describe('columns that sort', () => {
  const etat = (state: 'ascending' | 'descending' | null) =>
    table({
      columns: COLONNES.map((colonne) =>
        colonne.key === 'nom' ? { ...colonne, sort: { href: '?tri=-nom&page=1', state } } : colonne,
      ),
    });
  const ordres = (html: string) =>
    balises(html, 'th')
      .filter(({ attributs }) => attributs['role'] === 'columnheader')
      .map(({ attributs }) => attributs['aria-sort']);

  test.each(['ascending', 'descending', null] as const)('say their order: %s', (state) => {
    expect(ordres(etat(state))).toEqual([state ?? undefined, undefined]);
  });

  test('are links, and the caption says so', () => {
    const html = etat(null);
    expect(balises(html, 'a').map(({ attributs }) => attributs['href'])).toEqual([
      '?tri=-nom&page=1',
    ]);
    expect(texteVisible(html)).toMatch(/^Structures \. Les titres de colonne/);
    expect(texteVisible(table())).not.toContain('trient');
  });
});

describe('rows that are selected', () => {
  test.each(['checkbox', 'radio'] as const)('have a %s that names them', (type) => {
    const html = table({ select: choix(type) });
    expect(balises(html, 'input').map(({ attributs }) => attributs)).toEqual([
      expect.objectContaining({ type, name: 'structure', value: '7', id: 'structure-7' }),
      expect.objectContaining({ type, name: 'structure', value: '8', id: 'structure-8' }),
    ]);
    const pour = balises(html, 'label').map(({ attributs }) => attributs['for']);
    expect(pour).toEqual(ids(html));
    expect(texteVisible(html)).toContain('Sélectionner la structure CCAS');
  });

  test('may be ticked beforehand, or closed', () => {
    const [premiere, seconde] = balises(table({ select: choix('checkbox') }), 'input');
    expect('disabled' in (premiere?.attributs ?? {})).toBe(true);
    expect('checked' in (premiere?.attributs ?? {})).toBe(false);
    expect('checked' in (seconde?.attributs ?? {})).toBe(true);
  });

  test('carry the words of the script only where several can be ticked', () => {
    const attributs = balises(table({ select: choix('checkbox') }), 'div')[0]?.attributs;
    expect(attributs).toMatchObject({
      'data-select-all': 'Tout sélectionner',
      'data-selected-one': '{n} ligne sélectionnée',
      'data-selected-other': '{n} lignes sélectionnées',
    });
    expect(table({ select: choix('radio') })).not.toContain('data-select-all');
    // The box for all is the script's: without it there is none.
    expect(texteVisible(table({ select: choix('checkbox') }))).not.toContain('Tout sélectionner');
  });
});

test('what can be done with a row names it, for those who do not see where it stands', () => {
  const html = table({
    actions: ({ id, nom }) => [
      { label: 'Consulter', about: nom, href: `/structures/${id}` },
      { label: 'Supprimer', about: nom, name: 'supprimer', value: id, formAction: '/suppression' },
    ],
  });
  expect(texteVisible(html)).toContain('Consulter – CCAS Supprimer – CCAS');
  expect(balises(html, 'button')[1]?.attributs).toMatchObject({
    type: 'submit',
    name: 'supprimer',
    value: '8',
    formaction: '/suppression',
  });
});
