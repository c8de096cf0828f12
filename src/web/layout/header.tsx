// The banner (screens §3): whose site, who is signed in, language, sign-out; nothing is folded.
import { Button, ButtonLink } from '../components/button.tsx';
import { LanguageSwitch } from '../components/language-switch.tsx';
import type { Frame } from './frame.ts';

const MARK_PX = 44;

function Brand({ t, serviceName, faviconHref }: Frame) {
  return (
    <div class="fr-header__service">
      <img src={faviconHref} alt="" width={MARK_PX} height={MARK_PX} />
      <div>
        <a class="fr-header__service-title" href="/">
          {serviceName}
        </a>
        <p class="fr-header__service-tagline">{t('composants.entete.accroche')}</p>
      </div>
    </div>
  );
}

function SignedIn({ t, nomComplet }: { t: Frame['t']; nomComplet: string }) {
  return (
    <>
      <li>
        <a class="pc-person" href="/mon-compte">
          <span class="fr-sr-only">{t('composants.entete.monCompte')}</span>
          {nomComplet}
        </a>
      </li>
      <li>
        <form method="post" action="/deconnexion">
          <Button kind="tertiary">{t('composants.entete.seDeconnecter')}</Button>
        </form>
      </li>
    </>
  );
}

export function Header(frame: Frame) {
  const { t, person, langue, path, embedded } = frame;
  return (
    <header class="fr-header">
      {embedded && (
        <p class="fr-notice">
          <span class="fr-container">{t('composants.entete.demonstration')}</span>
        </p>
      )}
      <div class="fr-header__body fr-container">
        <Brand {...frame} />
        <ul class="fr-header__tools">
          {person ? (
            <SignedIn t={t} nomComplet={person.nomComplet} />
          ) : (
            <li>
              <ButtonLink kind="tertiary" href="/connexion">
                {t('composants.entete.seConnecter')}
              </ButtonLink>
            </li>
          )}
          <li>
            <LanguageSwitch langue={langue} path={path} />
          </li>
        </ul>
      </div>
    </header>
  );
}
