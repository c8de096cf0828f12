// What stands above a form of the account that was not stored: errors, a conflict, a form found again (screens §5).
import { Alert } from '../components/alert.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import type { Frame } from '../layout/page.tsx';

type Props = {
  frame: Frame;
  errors: FieldError[];
  /** Another tab stored other values meanwhile. */
  conflit: boolean;
  /** What was typed before the session ended is shown again. */
  retrouvee: boolean;
};

export function Avertissements({ frame: { t }, errors, conflit, retrouvee }: Props) {
  return (
    <>
      <ErrorSummary t={t} errors={errors} />
      {conflit && (
        <Alert t={t} kind="warning" title={t('pages.monCompte.conflitTitre')} focus>
          <p>{t('pages.monCompte.conflitTexte')}</p>
        </Alert>
      )}
      {retrouvee && (
        <Alert t={t} kind="info" title={t('pages.monCompte.saisieRetrouveeTitre')}>
          <p>{t('pages.monCompte.saisieRetrouveeTexte')}</p>
        </Alert>
      )}
    </>
  );
}
