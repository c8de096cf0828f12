// After « Se déconnecter »: the portal's session is over; PIGP's may be ended too (screens §3).
import { adresses } from '../../domain/adresses.ts';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Frame, Page } from '../layout/page.tsx';

type Props = {
  frame: Frame;
  /** The provider's end of session (OpenID Connect RP-Initiated Logout 1.0), when it offers one. */
  pigp: string | null;
};

export function deconnexionPage({ frame, pigp }: Props) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('pages.deconnexion.titre')} intro={t('pages.deconnexion.texte')}>
      {pigp && <p>{t('pages.deconnexion.pigpTexte')}</p>}
      <ButtonGroup>
        {pigp && <ButtonLink href={pigp}>{t('pages.deconnexion.pigp')}</ButtonLink>}
        <ButtonLink href={adresses.connexion} kind="secondary">
          {t('pages.deconnexion.seReconnecter')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
