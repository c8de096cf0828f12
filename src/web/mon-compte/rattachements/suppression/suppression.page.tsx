// « Fenêtre de confirmation » (guide p.12) as a page: what is deleted, and what happens to each.
import { adresses } from '../../../../domain/adresses.ts';
import type { RattachementASupprimer } from '../../../../domain/rattachement/queries-suppression.ts';
import { decideSuppression } from '../../../../domain/rattachement/suppression.ts';
import { Alert } from '../../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filCompte, MenuCompte } from '../../menu.tsx';

type Props = { frame: Frame; rattachements: RattachementASupprimer[] };

type Suite = 'fin' | 'passation' | 'sansSuccesseur' | 'dernier';

/** What « OK » does of a rattachement; each has its sentence. */
function suiteDe(rattachement: RattachementASupprimer): Suite {
  switch (decideSuppression(rattachement).kind) {
    case 'dernierGestionnaire':
      return 'dernier';
    case 'successeurRequis':
      return rattachement.candidats > 0 ? 'passation' : 'sansSuccesseur';
    default:
      return 'fin';
  }
}

function colonnes(frame: Frame): Column<RattachementASupprimer>[] {
  const { t } = frame;
  return [
    {
      key: 'structure',
      header: t('demandes.suppression.structure'),
      rowHeader: true,
      cell: ({ designation }) => designation,
    },
    {
      key: 'identifiant',
      header: t('demandes.suppression.identifiant'),
      cell: ({ identifiant }) => identifiant,
    },
    {
      key: 'statut',
      header: t('demandes.suppression.statut'),
      cell: ({ statutStructure }) => t(`annuaire.statuts.${statutStructure}`),
    },
    {
      key: 'suite',
      header: t('demandes.suppression.suite'),
      cell: (rattachement) => t(`demandes.suppression.${suiteDe(rattachement)}`),
    },
  ];
}

export function suppressionPage({ frame, rattachements }: Props) {
  const { t } = frame;
  const suites = new Set(rattachements.map(suiteDe));
  const possible = suites.has('fin') || suites.has('passation');
  const question = t('demandes.suppression.question', { count: rattachements.length });
  return (
    <Page
      frame={frame}
      title={t('demandes.suppression.titre')}
      documentTitle={t('demandes.suppression.titreDocument')}
      breadcrumb={[
        ...filCompte(t).slice(0, 1),
        { label: t('compte.blocs.rattachements'), href: adresses.rattachements },
        { label: t('demandes.suppression.titre') },
      ]}
      sideMenu={<MenuCompte frame={frame} courant="rattachements" />}
    >
      <p class="fr-text--lead">{question}</p>
      <DataTable
        t={t}
        caption={t('demandes.suppression.legende')}
        captionHidden
        columns={colonnes(frame)}
        rows={rattachements}
        rowKey={({ id }) => id}
        empty={null}
      />
      {suites.has('fin') && <p>{t('demandes.suppression.consequences')}</p>}
      {suites.has('passation') && (
        <Alert t={t} kind="warning" title={t('demandes.suppression.gestion')}>
          <p>{t('demandes.suppression.gestionTexte')}</p>
        </Alert>
      )}
      {suites.has('sansSuccesseur') && (
        <Alert t={t} kind="warning" title={t('demandes.passation.aucun')}>
          <p>{t('demandes.passation.aucunTexte')}</p>
        </Alert>
      )}
      {suites.has('dernier') && (
        <Alert t={t} kind="warning" title={t('demandes.suppression.dernierTitre')}>
          <p>{t('demandes.suppression.dernierTexte')}</p>
        </Alert>
      )}
      <form method="post" action={adresses.supprimerRattachements}>
        {rattachements.map(({ id }) => (
          <input key={id} type="hidden" name="r" value={id} />
        ))}
        <ButtonGroup>
          {possible && <Button>{t('demandes.suppression.ok')}</Button>}
          <ButtonLink kind="secondary" href={adresses.rattachements}>
            {t('demandes.suppression.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
