// « Mes informations personnelles », edited in place (guide p.5, p.8).

import { adresses } from '../../../domain/adresses.ts';
import type { Compte } from '../../../domain/compte/compte.ts';
import { type Frame, Page } from '../../layout/page.tsx';
import { filCompte, MenuCompte } from '../menu.tsx';
import { AdresseEnAttente } from './adresse-en-attente.tsx';
import { type EtatDuFormulaire, FormulaireInformations } from './formulaire.tsx';

type Props = { frame: Frame; compte: Compte; etat: EtatDuFormulaire };

export function informationsPage({ frame, compte, etat }: Props) {
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('compte.blocs.informationsPersonnelles')}
      hasError={etat.erreurs.length > 0 || etat.conflits.length > 0}
      breadcrumb={filCompte(t, 'informationsPersonnelles')}
      sideMenu={<MenuCompte frame={frame} courant="informationsPersonnelles" />}
    >
      <AdresseEnAttente frame={frame} adresse={compte.adresseEnAttente} />
      <FormulaireInformations
        frame={frame}
        action={adresses.informationsPersonnelles}
        compte={compte}
        etat={etat}
        annuler={adresses.monCompte}
      />
    </Page>
  );
}
