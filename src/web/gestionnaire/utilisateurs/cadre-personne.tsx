// The page of one act on one person (screens §9): way back, errors, form, its button and « Annuler ».
import type { ComponentChildren } from 'preact';
import { adresseUtilisateur } from '../../../domain/adresses.ts';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { filStructure, MenuGestion } from '../cadre-gestion.tsx';
import { Avertissements } from './champs.tsx';
import type { Formulaire } from './form.ts';
import type { SurPersonne } from './gardes.ts';
import { nomDe } from './mots.tsx';

export type PropsDActe = SurPersonne & { frame: Frame; etat: Formulaire };

type Props = PropsDActe & {
  titre: string;
  titreDocument: string;
  intro?: string | undefined;
  /** The ids of the fields of this form. */
  champs: string[];
  /** What stands above the form. */
  avant?: ComponentChildren;
  page: 'services' | 'role' | 'delegation' | 'copie' | 'abonnements';
  valider: string;
  children: ComponentChildren;
};

export function PageDActe({ frame, structure, personne, etat, page, ...props }: Props) {
  const { t } = frame;
  const fiche = adresseUtilisateur(structure.id, personne.id);
  return (
    <Page
      frame={frame}
      title={props.titre}
      documentTitle={props.titreDocument}
      intro={props.intro}
      hasError={etat.erreurs.length > 0}
      breadcrumb={filStructure(t, structure, 'utilisateurs', [
        { label: nomDe(personne), href: fiche },
        { label: props.titre },
      ])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="utilisateurs" />}
    >
      <Avertissements frame={frame} etat={etat} champs={props.champs} />
      {props.avant}
      <form
        class="pc-flow"
        id="formulaire"
        method="post"
        action={adresseUtilisateur(structure.id, personne.id, page)}
        tabindex={-1}
        novalidate
      >
        {props.children}
        <ButtonGroup>
          <Button name="acte" value="valider">
            {props.valider}
          </Button>
          <ButtonLink kind="secondary" href={fiche}>
            {t('utilisateurs.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
