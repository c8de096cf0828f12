// The whole fil d'événements (screens §4): filter, pages, « Tout marquer comme lu ».
import { adresses } from '../../domain/adresses.ts';
import { FAMILLES } from '../../domain/evenement/evenement.ts';
import type { EvenementDuFil, FiltreDuFil } from '../../domain/evenement/fil.ts';
import type { PageBornee } from '../commun/bornes.ts';
import { adresseAvec } from '../commun/listes.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { OlderNewer } from '../components/older-newer.tsx';
import { Select } from '../components/select.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { FilEvenements } from './fil.tsx';
import { filtre as estFiltre } from './form.ts';

type Props = PageBornee<EvenementDuFil> & {
  frame: Frame;
  filtre: FiltreDuFil;
  /** What the reader may narrow to. */
  structures: { id: number; designation: string }[];
  message: MessageAffiche | null;
};

function Filtre({ frame: { t }, filtre, structures }: Props) {
  const toutes = { value: '', label: t('evenements.fil.toutes') };
  const familles = FAMILLES.map((famille) => ({
    value: famille,
    label: t(`evenements.fil.familles.${famille}`),
  }));
  return (
    <search>
      <form class="pc-flow" method="get" action={adresses.evenements}>
        <div class="pc-grid">
          <Select
            id="famille"
            label={t('evenements.fil.famille')}
            value={filtre.famille ?? ''}
            options={[toutes, ...familles]}
          />
          {structures.length > 1 && (
            <Select
              id="structure"
              label={t('evenements.fil.structure')}
              value={String(filtre.structureId ?? '')}
              options={[
                toutes,
                ...structures.map(({ id, designation }) => ({
                  value: String(id),
                  label: designation,
                })),
              ]}
            />
          )}
        </div>
        <ButtonGroup>
          <Button kind="secondary">{t('evenements.fil.filtrer')}</Button>
          {estFiltre(filtre) && (
            <ButtonLink kind="tertiary" href={adresses.evenements}>
              {t('evenements.fil.effacer')}
            </ButtonLink>
          )}
        </ButtonGroup>
      </form>
    </search>
  );
}

// Offered where the newest events are all shown: whoever presses it has seen what it marks.
function MarquerLus({ frame: { t }, filtre, lignes, plusRecents }: Props) {
  const [recent] = lignes;
  if (!recent || plusRecents !== null || estFiltre(filtre)) return null;
  if (lignes.every(({ lu }) => lu)) return null;
  return (
    <form method="post" action={adresses.evenementsLus}>
      <input type="hidden" name="jusqua" value={recent.id} />
      <Button kind="secondary">{t('evenements.fil.marquerLus')}</Button>
    </form>
  );
}

function Vide({ frame: { t }, filtre }: Props) {
  if (estFiltre(filtre)) return <EmptyState title={t('evenements.fil.aucunFiltre')} />;
  return (
    <EmptyState title={t('evenements.fil.aucun')}>
      <p>{t('evenements.fil.aucunSuite')}</p>
    </EmptyState>
  );
}

export function filPage(props: Props) {
  const { frame, filtre, lignes, plusAnciens, plusRecents, message } = props;
  const { t } = frame;
  const titre = t('evenements.fil.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      intro={t('evenements.fil.intro')}
      breadcrumb={[{ label: t('pages.accueil.titre'), href: adresses.accueil }, { label: titre }]}
    >
      {message && <Alert t={t} {...message} />}
      {(lignes.length > 0 || estFiltre(filtre)) && <Filtre {...props} />}
      <MarquerLus {...props} />
      {lignes.length > 0 ? (
        <FilEvenements frame={frame} evenements={lignes} />
      ) : (
        <Vide {...props} />
      )}
      <OlderNewer
        t={t}
        label={t('evenements.fil.pages')}
        older={plusAnciens}
        newer={plusRecents}
        href={(borne) =>
          adresseAvec(adresses.evenements, {
            famille: filtre.famille,
            structure: filtre.structureId,
            ...borne,
          })
        }
      />
    </Page>
  );
}
