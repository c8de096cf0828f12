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

function suite({ t }: Frame, rattachement: RattachementASupprimer): string {
  switch (decideSuppression(rattachement).kind) {
    case 'dernierGestionnaire':
      return t('demandes.suppression.dernier');
    case 'successeurRequis':
      return t(
        rattachement.candidats > 0
          ? 'demandes.suppression.passation'
          : 'demandes.suppression.sansSuccesseur',
      );
    default:
      return t('demandes.suppression.fin');
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
      cell: (rattachement) => suite(frame, rattachement),
    },
  ];
}

export function suppressionPage({ frame, rattachements }: Props) {
  const { t } = frame;
  const decisions = rattachements.map((r) => decideSuppression(r).kind);
  const possible = decisions.some((kind) => kind !== 'dernierGestionnaire');
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
      <p class="fr-text--lead">{t('demandes.suppression.question')}</p>
      <DataTable
        t={t}
        caption={t('demandes.suppression.legende')}
        captionHidden
        columns={colonnes(frame)}
        rows={rattachements}
        rowKey={({ id }) => id}
        empty={null}
      />
      {decisions.includes('supprimer') && <p>{t('demandes.suppression.consequences')}</p>}
      {decisions.includes('successeurRequis') && (
        <Alert t={t} kind="warning" title={t('demandes.suppression.gestion')} />
      )}
      {decisions.includes('dernierGestionnaire') && (
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
