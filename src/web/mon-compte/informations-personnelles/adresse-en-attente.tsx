// Says that a new contact address waits for its confirmation, and lets one give it up (model §6).
import { adresses } from '../../../domain/adresses.ts';
import { Alert } from '../../components/alert.tsx';
import { Button } from '../../components/button.tsx';
import type { Frame } from '../../layout/page.tsx';

export function AdresseEnAttente({ frame, adresse }: { frame: Frame; adresse: string | null }) {
  if (adresse === null) return null;
  const { t } = frame;
  return (
    <Alert t={t} kind="info" title={t('pages.monCompte.adresseEnAttente', { adresse })}>
      <p>{t('pages.monCompte.adresseEnAttenteTexte')}</p>
      <form method="post" action={adresses.annulationAdresse}>
        <Button kind="tertiary">{t('pages.monCompte.adresseEnAttenteAnnuler')}</Button>
      </form>
    </Alert>
  );
}
