// The page of an error: what to do next, and the code to quote.
import { adresses } from '../../domain/adresses.ts';
import type { CodeErreur } from '../../platform/erreurs.ts';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Frame, Page } from '../layout/page.tsx';

export function erreurPage({ frame, code }: { frame: Frame; code: CodeErreur }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t(`erreurs.pages.${code}.titre`)}>
      <p class="fr-text--lead">{t(`erreurs.pages.${code}.texte`)}</p>
      <p class="fr-text--sm">{t('erreurs.code', { code })}</p>
      <ButtonGroup>
        <ButtonLink href={adresses.accueil} kind="secondary">
          {t('erreurs.retourAccueil')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
