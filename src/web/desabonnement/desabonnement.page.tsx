// The page of a link of unsubscription: the same for every token, known or not.
import { adresseDesabonnement, adresses } from '../../domain/adresses.ts';
import { Alert } from '../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Frame, Page } from '../layout/page.tsx';

type Props = { frame: Frame; jeton: string; fait: boolean };

export function desabonnementPage({ frame, jeton, fait }: Props) {
  const { t } = frame;
  const titre = t('notifications.desabonnement.titre');
  return (
    <Page frame={frame} title={titre}>
      {fait ? (
        <Alert t={t} kind="success" title={t('notifications.desabonnement.faitTitre')} focus>
          <p>{t('notifications.desabonnement.fait')}</p>
        </Alert>
      ) : (
        <>
          <p>{t('notifications.desabonnement.texte')}</p>
          <form method="post" action={adresseDesabonnement(jeton)}>
            <Button>{t('notifications.desabonnement.bouton')}</Button>
          </form>
        </>
      )}
      <p>{t('notifications.desabonnement.preferencesTexte')}</p>
      <ButtonGroup>
        <ButtonLink kind="secondary" href={adresses.parametres}>
          {t('notifications.desabonnement.preferences')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
