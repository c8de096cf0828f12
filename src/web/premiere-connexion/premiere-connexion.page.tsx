// « Mes informations personnelles » at the first connection: the only page until they are checked (guide p.5).
import type { Compte } from '../../domain/compte/compte.ts';
import { type Frame, Page } from '../layout/page.tsx';
import {
  type EtatDuFormulaire,
  FormulaireInformations,
} from '../mon-compte/informations-personnelles/formulaire.tsx';

type Props = { frame: Frame; compte: Compte; etat: EtatDuFormulaire; action: string };

export function premiereConnexionPage({ frame, compte, etat, action }: Props) {
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('pages.premiereConnexion.titre')}
      documentTitle={t('pages.premiereConnexion.titreDocument')}
      intro={t('pages.premiereConnexion.intro')}
      hasError={etat.erreurs.length > 0 || etat.conflits.length > 0}
    >
      <FormulaireInformations frame={frame} action={action} compte={compte} etat={etat} />
    </Page>
  );
}
