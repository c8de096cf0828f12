// After « Se déconnecter »: the portal's session is over; PIGP's may be ended too (screens §3).
import { adresses } from '../../domain/adresses.ts';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Frame, Page } from '../layout/page.tsx';

type Props = {
  frame: Frame;
  /** The provider's end of session (OpenID Connect RP-Initiated Logout 1.0), or null. */
  pigp: { action: string; idToken: string; retour: string } | null;
};

export function deconnexionPage({ frame, pigp }: Props) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('pages.deconnexion.titre')} intro={t('pages.deconnexion.texte')}>
      {pigp && (
        <form method="post" action={pigp.action}>
          <p>{t('pages.deconnexion.pigpTexte')}</p>
          <input type="hidden" name="id_token_hint" value={pigp.idToken} />
          <input type="hidden" name="post_logout_redirect_uri" value={pigp.retour} />
          <Button>{t('pages.deconnexion.pigp')}</Button>
        </form>
      )}
      <ButtonGroup>
        <ButtonLink href={adresses.connexion} kind="secondary">
          {t('pages.deconnexion.seReconnecter')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
