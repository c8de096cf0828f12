// « Votre session a pris fin »: the way back in, and what becomes of what was typed.
import { Alert } from '../components/alert.tsx';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Frame, Page } from '../layout/page.tsx';

type Props = { frame: Frame; conservee: boolean; href: string };

export function sessionTermineePage({ frame, conservee, href }: Props) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('pages.sessionTerminee.titre')}>
      <p>{t('pages.sessionTerminee.texte')}</p>
      {conservee && <Alert t={t} kind="info" title={t('pages.sessionTerminee.conservee')} />}
      <ButtonGroup>
        <ButtonLink href={href}>
          {t(
            conservee
              ? 'pages.sessionTerminee.seConnecter'
              : 'pages.sessionTerminee.seConnecterSimple',
          )}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
