// The results of a search (guide p.10): how many, a page of them, sorted, to look at, to select, to export.

import { adresses } from '../../domain/adresses.ts';
import { SANS_CRITERE } from '../../domain/structure/recherche.ts';
import { formatNombre } from '../../platform/textes/formats.ts';
import { etendueDe, TAILLES } from '../commun/listes.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ListFoot } from '../components/list-foot.tsx';
import { colonnes, type PropsDesResultats as Props } from './colonnes.tsx';
import { adresseRecherche } from './form.ts';
import { Exports } from './liens-export.tsx';

function Tableau(props: Props) {
  const { frame, usage, trouvees } = props;
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={t('annuaire.resultats.legende')}
      captionHidden
      columns={colonnes(props)}
      rows={trouvees.structures}
      rowKey={({ id }) => id}
      select={
        usage.kind === 'demande'
          ? {
              name: 'structure',
              type: 'radio',
              value: ({ id, jeton }) => (jeton === null ? id : `${id}.${jeton}`),
              label: ({ designation, identifiant }) =>
                t('annuaire.resultats.selectionner', { designation, identifiant }),
              checked: () => trouvees.structures.length === 1,
            }
          : undefined
      }
      empty={null}
    />
  );
}

function Pied({ frame: { t, langue }, usage, etat, trouvees, voulue }: Props) {
  return (
    <ListFoot
      t={t}
      langue={langue}
      shown={etendueDe(voulue, trouvees.total, trouvees.structures.length)}
      more={trouvees.plus}
      sizes={etat.particulier ? undefined : { all: TAILLES, current: voulue.parPage }}
      href={(autres) =>
        `${adresseRecherche(usage.adresse, etat.criteres, { ...voulue, ...autres })}#resultats`
      }
    />
  );
}

function Aucune({ frame: { t }, usage, etat }: Props) {
  return (
    <EmptyState title={t('annuaire.resultats.aucune')}>
      {etat.particulier ? (
        <p>{t('annuaire.resultats.aucunParticulierTexte')}</p>
      ) : (
        <p>
          {t('annuaire.resultats.aucuneTexte')}
          {usage.prives && ` ${t('annuaire.resultats.aucunePriveeTexte')}`}
        </p>
      )}
    </EmptyState>
  );
}

/** The section of the results, under the criteria. */
export function ResultatsDeRecherche({
  alerte,
  ...props
}: Props & { alerte: MessageAffiche | null }) {
  const { frame, usage, etat, trouvees } = props;
  const { t, langue } = frame;
  const nombre = formatNombre(langue, trouvees.total);
  // What names a person, an identifier among it, never enters an address.
  const criteres = etat.particulier ? SANS_CRITERE : etat.criteres;
  const selection = adresseRecherche(`${usage.adresse}/selection`, criteres);
  return (
    <section
      class="pc-flow"
      id="resultats"
      aria-labelledby="resultats-titre"
      tabindex={-1}
      // Others are found at an address, which ends with the name of this section.
      autofocus={etat.particulier !== null}
    >
      <h2 id="resultats-titre">{t('annuaire.resultats.titre')}</h2>
      {alerte && <Alert t={t} {...alerte} />}
      {trouvees.approches && <Alert t={t} kind="info" title={t('annuaire.resultats.approches')} />}
      {trouvees.plus && (
        <Alert t={t} kind="info" title={t('annuaire.resultats.trop', { nombre })}>
          <p>{t('annuaire.resultats.tropTexte', { nombre })}</p>
        </Alert>
      )}
      {trouvees.total === 0 ? (
        <Aucune {...props} />
      ) : usage.kind === 'demande' ? (
        <form class="pc-flow" method="post" action={selection}>
          {trouvees.structures.length > 1 && <p>{t('annuaire.resultats.consigne')}</p>}
          <Tableau {...props} />
          <Pied {...props} />
          <ButtonGroup>
            <Button>{t('annuaire.resultats.bouton')}</Button>
            <ButtonLink kind="secondary" href={adresses.rattachements}>
              {t('annuaire.resultats.annuler')}
            </ButtonLink>
          </ButtonGroup>
        </form>
      ) : (
        <>
          <Tableau {...props} />
          <Pied {...props} />
        </>
      )}
      <Exports {...props} />
    </section>
  );
}
