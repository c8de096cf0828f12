// The warning that a structure depends on one single manager (model §3, « Last manager »), on its sheets.
import { adresseGestion } from '../../domain/adresses.ts';
import { Alert } from '../components/alert.tsx';
import type { Frame } from '../layout/page.tsx';

type Props = {
  frame: Frame;
  structureId: number;
  /** How many manage it today, delegates apart. */
  nombre: number;
  /** The reader may name another. */
  gere: boolean;
};

export function UnSeulGestionnaire({ frame: { t }, structureId, nombre, gere }: Props) {
  if (nombre !== 1) return null;
  return (
    <Alert t={t} kind="warning" title={t('ficheGestion.unSeulGestionnaire.titre')}>
      <p>{t('ficheGestion.unSeulGestionnaire.texte')}</p>
      {gere && (
        <p>
          <a href={adresseGestion(structureId, 'utilisateurs')}>
            {t('ficheGestion.unSeulGestionnaire.nommer')}
          </a>
        </p>
      )}
    </Alert>
  );
}
