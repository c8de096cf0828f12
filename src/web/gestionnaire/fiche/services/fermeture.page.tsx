// Before a service closes, or opens again: how many people it touches, what ends, what does not come back.
import { adresseGestion, adresseService } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { Consequences } from '../../../../domain/structure/queries-fins.ts';
import type { ServiceGere } from '../../../../domain/structure/service.ts';
import { Alert } from '../../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import { BlocDesConsequences } from '../consequences.tsx';

/** What is wrong with the day given. */
export type ErreurDeJour = 'jour' | 'jourPasse' | 'avantOuverture';
/** Why the service cannot close, whatever the day. */
export type Obstacle = 'principalSeul' | 'derniersGestionnaires';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  service: ServiceGere;
};
type PropsDeFermeture = Props & {
  consequences: Consequences;
  dernierJour: string;
  /** The earliest day that may be given. */
  jour: string;
  erreur: ErreurDeJour | null;
  obstacle: Obstacle | null;
};

const noms = ({ structure, service }: Props) => ({
  service: service.libelle,
  code: service.code,
  designation: structure.designation,
});

function Formulaire({ frame: { t }, structure, service, ...props }: PropsDeFermeture) {
  const { dernierJour, jour, erreur } = props;
  const ici = adresseService(structure.id, service.id);
  return (
    <form class="pc-flow" method="post" action={`${ici}/fermeture`} novalidate>
      <Field
        id="dernierJour"
        type="date"
        label={t('ficheGestion.services.fermeture.dernierJour')}
        hint={t('ficheGestion.services.fermeture.dernierJourAide')}
        value={dernierJour}
        min={jour}
        required
        error={erreur ? t(`ficheGestion.services.refus.${erreur}`) : undefined}
      />
      <ButtonGroup>
        <Button>{t('ficheGestion.services.fermeture.bouton')}</Button>
        <ButtonLink kind="secondary" href={adresseGestion(structure.id, 'services')}>
          {t('ficheGestion.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

export function fermetureDeServicePage(props: PropsDeFermeture) {
  const { frame, structure, consequences, erreur, obstacle } = props;
  const { t } = frame;
  const titre = t('ficheGestion.services.fermeture.titre');
  const message = erreur && t(`ficheGestion.services.refus.${erreur}`);
  const phrases = (['lignes', 'abonnements', 'demandes', 'prevenus'] as const).map((quoi) =>
    t(`ficheGestion.services.fermeture.${quoi}`),
  );
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={t('ficheGestion.services.fermeture.titreDocument', noms(props))}
      hasError={erreur !== null}
      breadcrumb={filStructure(t, structure, 'services', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="services" />}
    >
      <ErrorSummary t={t} errors={message ? [{ champ: 'dernierJour', message }] : []} />
      <p class="fr-text--lead">{t('ficheGestion.services.fermeture.question', noms(props))}</p>
      <BlocDesConsequences frame={frame} consequences={consequences} phrases={phrases} />
      {obstacle && (
        <Alert t={t} kind="warning" title={t('ficheGestion.services.fermeture.impossible')} focus>
          <p>{t(`ficheGestion.services.refus.${obstacle}`)}</p>
        </Alert>
      )}
      {obstacle === 'principalSeul' ? (
        <ButtonGroup>
          <ButtonLink href={adresseGestion(structure.id, 'utilisateurs')}>
            {t('gestion.pages.utilisateurs')}
          </ButtonLink>
          <ButtonLink kind="secondary" href={adresseGestion(structure.id, 'services')}>
            {t('ficheGestion.annuler')}
          </ButtonLink>
        </ButtonGroup>
      ) : (
        <Formulaire {...props} />
      )}
    </Page>
  );
}

export function reouverturePage(props: Props) {
  const { frame, structure, service } = props;
  const { t } = frame;
  const titre = t('ficheGestion.services.reouverture.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={t('ficheGestion.services.reouverture.titreDocument', noms(props))}
      breadcrumb={filStructure(t, structure, 'services', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="services" />}
    >
      <p class="fr-text--lead">{t('ficheGestion.services.reouverture.question', noms(props))}</p>
      <p>{t('ficheGestion.services.reouverture.rien')}</p>
      <form method="post" action={`${adresseService(structure.id, service.id)}/reouverture`}>
        <ButtonGroup>
          <Button>{t('ficheGestion.services.reouverture.bouton')}</Button>
          <ButtonLink kind="secondary" href={adresseGestion(structure.id, 'services')}>
            {t('ficheGestion.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
