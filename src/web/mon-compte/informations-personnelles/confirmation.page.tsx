// The page that the link of a confirmation mail opens: a button confirms (model §6).
import { adresses } from '../../../domain/adresses.ts';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { filCompte } from '../menu.tsx';

type Props = { frame: Frame; demande: { adresse: string } | undefined; jeton: string };

export function confirmationPage({ frame, demande, jeton }: Props) {
  const { t } = frame;
  const fil = filCompte(t, 'informationsPersonnelles');
  if (!demande) {
    return (
      <Page frame={frame} title={t('pages.confirmationAdresse.perimeTitre')} breadcrumb={fil}>
        <p>{t('pages.confirmationAdresse.perimeTexte')}</p>
        <ButtonGroup>
          <ButtonLink href={adresses.informationsPersonnelles} kind="secondary">
            {t('pages.confirmationAdresse.retour')}
          </ButtonLink>
        </ButtonGroup>
      </Page>
    );
  }
  return (
    <Page frame={frame} title={t('pages.confirmationAdresse.titre')} breadcrumb={fil}>
      <form method="post" action={adresses.confirmationAdresse}>
        <p>
          {t('pages.confirmationAdresse.texte')} <strong>{demande.adresse}</strong>
        </p>
        <input type="hidden" name="jeton" value={jeton} />
        <ButtonGroup>
          <Button>{t('pages.confirmationAdresse.bouton')}</Button>
          <ButtonLink href={adresses.monCompte} kind="secondary">
            {t('pages.monCompte.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
