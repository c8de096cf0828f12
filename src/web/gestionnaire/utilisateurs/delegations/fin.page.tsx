// « Mettre fin à la délégation » (screens §9): a confirmation, with a reason if one wishes.
import { adresseGestion } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { periodeEnMots } from '../../../mon-compte/rattachements/periode.ts';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import { Avertissements, Motif } from '../champs.tsx';
import type { Formulaire } from '../form.ts';
import { nomDe } from '../mots.tsx';
import { adresseDelegation } from './delegations.tsx';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  delegation: DelegationListee;
  etat: Formulaire;
};

export function finDeDelegationPage({ frame, structure, delegation, etat }: Props) {
  const { t } = frame;
  const nom = nomDe(delegation);
  const titre = t('utilisateurs.delegation.titreFin');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={t('utilisateurs.delegation.titreFinDocument', { nom })}
      intro={t('utilisateurs.delegation.fin', {
        nom,
        periode: periodeEnMots(frame, delegation, true),
      })}
      hasError={etat.erreurs.length > 0}
      breadcrumb={filStructure(t, structure, 'utilisateurs', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="utilisateurs" />}
    >
      <Avertissements frame={frame} etat={etat} champs={['motif']} />
      <form
        class="pc-flow"
        id="formulaire"
        method="post"
        action={adresseDelegation(structure.id, delegation.id)}
        novalidate
      >
        <Motif frame={frame} etat={etat} />
        <ButtonGroup>
          <Button>{t('utilisateurs.delegation.validerFin')}</Button>
          <ButtonLink kind="secondary" href={adresseGestion(structure.id, 'utilisateurs')}>
            {t('utilisateurs.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
