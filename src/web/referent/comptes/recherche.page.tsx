// Where a search for an account comes out when none was found: of another référent, misspelt, or not typed.
import { adresses } from '../../../domain/adresses.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { RechercheDeCompte } from './recherche.tsx';

/** `identifiant`: what was searched; null: nothing yet. */
type Props = { frame: Frame; identifiant: string | null };

export function recherchePage({ frame, identifiant }: Props) {
  const { t } = frame;
  const titre = t('continuite.compte.chercher');
  const vide = identifiant === '';
  const erreur = vide ? t('continuite.compte.vide') : undefined;
  const erreurs = erreur ? [{ champ: 'identifiant', message: erreur }] : [];
  return (
    <Page
      frame={frame}
      title={titre}
      hasError={vide}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre'), href: adresses.referent },
        { label: titre },
      ]}
    >
      <ErrorSummary t={t} errors={erreurs} />
      <RechercheDeCompte frame={frame} identifiant={identifiant ?? ''} erreur={erreur} />
      {identifiant && (
        <EmptyState title={t('continuite.compte.aucun')}>
          <p>{t('continuite.compte.aucunTexte')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
