// Step 2 of « Ajouter un abonnement » (screens §7): what is asked on one structure, and who decides.
import { adresses } from '../../../../domain/adresses.ts';
import { Alert } from '../../../components/alert.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Stepper } from '../../../components/stepper.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { Gestionnaires } from '../../../structures/structure.page.tsx';
import { filSous, MenuCompte } from '../../menu.tsx';
import { type AjoutProps, Formulaire, refusEnMots } from './formulaire.tsx';

/** Both steps. */
export function Etapes({ frame: { t }, courante }: { frame: Frame; courante: 1 | 2 }) {
  return (
    <Stepper
      t={t}
      steps={[t('abonnements.ajout.etapes.structure'), t('abonnements.ajout.etapes.espaces')]}
      current={courante}
    />
  );
}

// Whom the request goes to.
function Destinataires({ frame, ajout }: Omit<AjoutProps, 'etat'>) {
  const { t } = frame;
  if (ajout.gere) return <Alert t={t} kind="info" title={t('abonnements.ajout.gestion')} />;
  if (ajout.gestionnaires.length === 0)
    return <Alert t={t} kind="warning" title={t('abonnements.ajout.sansGestionnaire')} />;
  return (
    <div>
      <p>{t('abonnements.ajout.destinataires')}</p>
      <Gestionnaires frame={frame} gestionnaires={ajout.gestionnaires} />
    </div>
  );
}

function Contenu(props: AjoutProps) {
  const { frame, ajout } = props;
  const { t } = frame;
  if (ajout.structure.statut === 'INACTIF')
    return <Alert t={t} kind="warning" title={t('abonnements.ajout.inactive')} />;
  if (!ajout.actif)
    return (
      <Alert t={t} kind="warning" title={t('abonnements.ajout.nonRattache')}>
        <p>{t('abonnements.ajout.nonRattacheTexte')}</p>
      </Alert>
    );
  if (ajout.espaces.length === 0 && ajout.gere)
    return <Alert t={t} kind="warning" title={t('abonnements.gestion.aucunOuvert')} />;
  if (ajout.espaces.length === 0)
    return (
      <>
        <EmptyState title={t('abonnements.ajout.aucunEspace')}>
          <p>{t('abonnements.ajout.aucunEspaceTexte')}</p>
        </EmptyState>
        <Gestionnaires frame={frame} gestionnaires={ajout.gestionnaires} />
      </>
    );
  return (
    <>
      <Destinataires frame={frame} ajout={ajout} />
      <Formulaire {...props} />
    </>
  );
}

export function ajoutPage(props: AjoutProps) {
  const { frame, ajout, etat } = props;
  const { t } = frame;
  const { designation, identifiant, statut } = ajout.structure;
  // Where there is no form any more, what the page says is why.
  const formulaire = statut === 'ACTIF' && ajout.actif && ajout.espaces.length > 0;
  const erreurs = (formulaire ? etat.erreurs : []).map(({ champ, motif }) => ({
    champ,
    message: refusEnMots(t, ajout, etat, motif),
  }));
  return (
    <Page
      frame={frame}
      title={t('abonnements.ajout.titre')}
      documentTitle={t('abonnements.ajout.titreEspaces', { designation })}
      hasError={erreurs.length > 0}
      breadcrumb={[...filSous(t, 'abonnements'), { label: t('abonnements.ajout.titre') }]}
      sideMenu={<MenuCompte frame={frame} courant="abonnements" />}
    >
      <Etapes frame={frame} courante={2} />
      <ErrorSummary t={t} errors={erreurs} />
      {etat.retrouvee && (
        <Alert t={t} kind="info" title={t('pages.monCompte.saisieRetrouveeTitre')}>
          <p>{t('pages.monCompte.saisieRetrouveeTexte')}</p>
        </Alert>
      )}
      <p class="fr-text--lead">
        {designation}
        <span class="pc-detail">
          {identifiant}
          {' – '}
          <a href={`${adresses.ajouterAbonnement}?choix=oui`}>
            {t('abonnements.ajout.autreStructure')}
          </a>
        </span>
      </p>
      <Contenu {...props} />
    </Page>
  );
}
