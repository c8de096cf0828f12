// The confirmation of a deletion (guide p.13) as a page: which abonnements, and what follows.
import type { Abonnement } from '../../../../domain/abonnement/liste.ts';
import { adresses } from '../../../../domain/adresses.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filSous, MenuCompte } from '../../menu.tsx';
import { TableauAbonnements } from '../tableau.tsx';

type Props = { frame: Frame; abonnements: Abonnement[] };

export function suppressionPage({ frame, abonnements }: Props) {
  const { t } = frame;
  const titre = t('abonnements.suppression.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={t('abonnements.suppression.titreDocument')}
      breadcrumb={[...filSous(t, 'abonnements'), { label: titre }]}
      sideMenu={<MenuCompte frame={frame} courant="abonnements" />}
    >
      <p class="fr-text--lead">
        {t('abonnements.suppression.question', { count: abonnements.length })}
      </p>
      <TableauAbonnements
        frame={frame}
        abonnements={abonnements}
        legende={t('abonnements.suppression.legende')}
        empty={null}
      />
      <p>{t('abonnements.suppression.consequences')}</p>
      <form method="post" action={adresses.supprimerAbonnements}>
        {abonnements.map(({ id }) => (
          <input key={id} type="hidden" name="a" value={id ?? ''} />
        ))}
        <ButtonGroup>
          <Button>{t('abonnements.suppression.ok')}</Button>
          <ButtonLink kind="secondary" href={adresses.abonnements}>
            {t('abonnements.suppression.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
