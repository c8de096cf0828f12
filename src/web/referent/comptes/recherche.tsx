// Where a référent names an account, by its identifiant de connexion: on their page, and where none was found.
import { adresses } from '../../../domain/adresses.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { SearchBar } from '../../components/search-bar.tsx';
import { type Frame, Page } from '../../layout/page.tsx';

export function RechercheDeCompte({ frame: { t }, identifiant = '' }: Props) {
  return (
    <SearchBar
      id="identifiant"
      action={adresses.comptesDuReferent}
      label={t('continuite.compte.identifiant')}
      hint={t('continuite.compte.identifiantAide')}
      button={t('continuite.compte.ouvrir')}
      value={identifiant}
    />
  );
}

type Props = { frame: Frame; identifiant?: string };

export function recherchePage({ frame, identifiant = '' }: Props) {
  const { t } = frame;
  const titre = t('continuite.compte.chercher');
  return (
    <Page
      frame={frame}
      title={titre}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre'), href: adresses.referent },
        { label: titre },
      ]}
    >
      <RechercheDeCompte frame={frame} identifiant={identifiant} />
      {identifiant !== '' && (
        <EmptyState title={t('continuite.compte.aucun')}>
          <p>{t('continuite.compte.aucunTexte')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
