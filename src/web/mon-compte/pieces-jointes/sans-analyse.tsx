// Said where no antivirus looks at files (issue « Pièces jointes »): people must not believe that one does.
import { Alert } from '../../components/alert.tsx';
import type { Frame } from '../../layout/page.tsx';

export function SansAnalyse({ frame: { t } }: { frame: Frame }) {
  return (
    <Alert t={t} kind="info" title={t('piecesJointes.sansAnalyse')}>
      <p>{t('piecesJointes.sansAnalyseTexte')}</p>
    </Alert>
  );
}
