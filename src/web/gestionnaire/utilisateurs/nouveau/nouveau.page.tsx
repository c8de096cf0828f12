// « Rattacher une personne » (screens §9): who, by identifiant; what, and for how long.
import { adresseGestion } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { ServiceLu } from '../../../../domain/structure/fiche.ts';
import type { PageLue } from '../../../../platform/postgres/pages.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import { Avertissements, Identifiant, Periode, Portees } from '../champs.tsx';
import type { Formulaire } from '../form.ts';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  services: PageLue<ServiceLu>;
  etat: Formulaire;
};

const CHAMPS = ['identifiant', 'dateDebut', 'dateFin', 'entiere'];

export function nouveauPage({ frame, structure, services, etat }: Props) {
  const { t } = frame;
  const liste = adresseGestion(structure.id, 'utilisateurs');
  const titre = t('utilisateurs.rattacher');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${structure.designation}`}
      intro={t('utilisateurs.nouveau.intro')}
      hasError={etat.erreurs.length > 0}
      breadcrumb={filStructure(t, structure, 'utilisateurs', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="utilisateurs" />}
    >
      <Avertissements frame={frame} etat={etat} champs={CHAMPS} />
      <form
        class="pc-flow"
        id="formulaire"
        method="post"
        action={`${liste}/nouveau`}
        tabindex={-1}
        novalidate
      >
        <Identifiant
          frame={frame}
          etat={etat}
          label={t('utilisateurs.champs.identifiant')}
          hint={t('utilisateurs.champs.identifiantAide')}
        />
        <Periode frame={frame} etat={etat} />
        <Portees frame={frame} etat={etat} services={services} />
        <ButtonGroup>
          <Button name="acte" value="valider">
            {t('utilisateurs.nouveau.valider')}
          </Button>
          <ButtonLink kind="secondary" href={liste}>
            {t('utilisateurs.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
