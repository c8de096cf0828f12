// Services of a structure to choose from, found by code or name; a form reads them with `servicesCoches`.
import type { ServiceLu } from '../../domain/structure/fiche.ts';
import type { PageLue } from '../../platform/postgres/pages.ts';
import { Button } from '../components/button.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Field } from '../components/field.tsx';
import type { Frame } from '../layout/page.tsx';
import { colonnesDeService } from './services.tsx';
import { nomDeLaBoite } from './services-coches.ts';

type Props = {
  frame: Frame;
  services: PageLue<ServiceLu>;
  /** The words by which services are looked for. */
  recherche: string;
  coches: readonly number[];
  caption: string;
  /** What ticking the box of this service does. */
  label: (service: ServiceLu) => string;
  autresColonnes?: Column<ServiceLu>[];
};

export function ServicesACocher(props: Props) {
  const { frame, services, recherche, coches, caption, label, autresColonnes = [] } = props;
  const { t } = frame;
  const { lignes, total } = services;
  // What is ticked and not shown by the present search stays ticked.
  const caches = coches.filter((id) => !lignes.some((service) => service.id === id));
  return (
    <>
      {(total > lignes.length || recherche !== '') && (
        <div class="pc-inline">
          <Field
            id="recherche"
            label={t('annuaire.structure.chercherService')}
            hint={t('annuaire.structure.servicesMontres', { nombre: lignes.length })}
            value={recherche}
            autocomplete="off"
          />
          <Button kind="secondary" name="acte" value="chercher">
            {t('annuaire.structure.chercher')}
          </Button>
        </div>
      )}
      {caches.map((id) => (
        <input key={id} type="hidden" name={nomDeLaBoite(id)} value="oui" />
      ))}
      <DataTable
        t={t}
        caption={caption}
        captionHidden
        columns={[...colonnesDeService(frame), ...autresColonnes]}
        rows={lignes}
        rowKey={({ id }) => id}
        select={{
          name: ({ id }) => nomDeLaBoite(id),
          type: 'checkbox',
          value: () => 'oui',
          label,
          checked: ({ id }) => coches.includes(id),
        }}
        empty={<p>{t('annuaire.structure.aucunServiceFiltre')}</p>}
      />
    </>
  );
}
