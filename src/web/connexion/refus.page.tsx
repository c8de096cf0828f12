// Who cannot enter is told why, what to do and whom to ask.

import { adresses } from '../../domain/adresses.ts';
import type { RaisonDeRefus } from '../../domain/compte/compte.ts';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Frame, Page } from '../layout/page.tsx';

/** The account's reasons, or an answer of the provider that matches no sign-in. */
export type Refus = RaisonDeRefus | 'reponse';

export function refusPage({ frame, raison }: { frame: Frame; raison: Refus }) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('pages.refus.titre')} intro={t(`pages.refus.${raison}`)}>
      <p>{t(`pages.refus.${raison}Suite`)}</p>
      {raison !== 'reponse' && <p>{t('pages.refus.fermerPigp')}</p>}
      <ButtonGroup>
        <ButtonLink href={adresses.connexion}>{t('pages.refus.recommencer')}</ButtonLink>
        <ButtonLink href={adresses.aide} kind="secondary">
          {t('composants.pied.aide')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
