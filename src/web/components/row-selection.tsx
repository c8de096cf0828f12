// The box in front of a row (screens §6, §6.1): several rows by boxes to tick, one by radio buttons.
import type { Translate } from '../../platform/textes/index.ts';

export type RowSelection<Row> = {
  /** One name a row where what was ticked must outlive a session: a form keeps one value a name. */
  name: string | ((row: Row) => string);
  type: 'checkbox' | 'radio';
  value: (row: Row) => string | number;
  /** The whole sentence: « Sélectionner la structure Mairie de Terneuil sur Seine ». */
  label: (row: Row) => string;
  checked?: ((row: Row) => boolean) | undefined;
  disabled?: ((row: Row) => boolean) | undefined;
  /** Which rows have a box; all of them unless told. */
  when?: ((row: Row) => boolean) | undefined;
};

type BoxProps<Row> = { select: RowSelection<Row>; row: Row };

export function SelectBox<Row>({ select, row }: BoxProps<Row>) {
  const { type, value, label, checked, disabled } = select;
  const name = typeof select.name === 'string' ? select.name : select.name(row);
  const id = typeof select.name === 'string' ? `${name}-${value(row)}` : name;
  return (
    <div class={`fr-${type}-group`}>
      <input
        data-fr-row-select="true"
        id={id}
        type={type}
        name={name}
        value={value(row)}
        checked={checked?.(row)}
        disabled={disabled?.(row)}
      />
      <label class="fr-label" for={id}>
        <span class="fr-sr-only">{label(row)}</span>
      </label>
    </div>
  );
}

/** What web/scripts/select-all.ts says over a table of boxes to tick: {n} is its own hole. */
export function selectionTexts<Row>(t: Translate, select: RowSelection<Row> | undefined) {
  if (select?.type !== 'checkbox') return {};
  const nombre = '{n}';
  return {
    'data-select-all': t('composants.tableau.toutSelectionner'),
    'data-selected-one': t('composants.tableau.selectionnees', { count: 1, nombre }),
    'data-selected-other': t('composants.tableau.selectionnees', { count: 2, nombre }),
  };
}
