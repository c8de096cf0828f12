// Who cannot enter is told why, what to do and whom to ask.

import { adresses } from '../../domain/adresses.ts';
import type { RaisonDeRefus } from '../../domain/compte/compte.ts';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Frame, Page } from '../layout/page.tsx';

/** The account's reasons, or an answer of the provider that matches no sign-in. */
export type Refus = RaisonDeRefus | 'reponse';

type Props = {
  frame: Frame;
  raison: Refus;
  /** The provider's end of session, when it offers one. */
  pigp: string | null;
};

export function refusPage({ frame, raison, pigp }: Props) {
  const { t } = frame;
  return (
    <Page frame={frame} title={t('pages.refus.titre')} intro={t(`pages.refus.${raison}`)}>
      <p>{t(`pages.refus.${raison}Suite`)}</p>
      {pigp && <p>{t('pages.refus.fermerPigp')}</p>}
      <ButtonGroup>
        {pigp && <ButtonLink href={pigp}>{t('pages.refus.quitterPigp')}</ButtonLink>}
        <ButtonLink href={adresses.connexion} kind={pigp ? 'secondary' : 'primary'}>
          {t('pages.refus.recommencer')}
        </ButtonLink>
        <ButtonLink href={adresses.aide} kind="secondary">
          {t('composants.pied.aide')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
