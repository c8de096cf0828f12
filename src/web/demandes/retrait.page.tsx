// Withdrawing one's own request is confirmed first (screens §6): the managers would lose sight of it.
import { adresseDemande, adresses } from '../../domain/adresses.ts';
import type { DemandeLue } from '../../domain/demande/queries-lecture.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { ReadOnlyList } from '../components/read-only-list.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { ObjetDemande } from '../mon-compte/rattachements/mes-demandes.tsx';

/** Any request: `lignes` is what is asked, that a take-over has not. */
type Retirable = Pick<DemandeLue, 'id' | 'designation' | 'demandeeLe'> & {
  lignes?: DemandeLue['lignes'];
};

export function retraitPage({ frame, demande }: { frame: Frame; demande: Retirable }) {
  const { t, langue } = frame;
  const { id, designation, demandeeLe, lignes } = demande;
  const titre = t('gestion.retrait.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${id}`}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('demandes.suivi.retour'), href: adresses.rattachements },
        { label: t('demandes.suivi.titre', { designation }), href: adresseDemande(id) },
        { label: titre },
      ]}
    >
      <p class="fr-text--lead">{t('gestion.retrait.question')}</p>
      <ReadOnlyList
        items={[
          { label: t('demandes.suivi.structure'), value: designation },
          {
            label: t('demandes.suivi.objet'),
            value: lignes ? (
              <ObjetDemande frame={frame} demande={{ lignes }} />
            ) : (
              t('continuite.reprise.objet')
            ),
          },
          { label: t('gestion.decision.demandeeLe'), value: formatJour(langue, demandeeLe) },
        ]}
      />
      <p>{t('gestion.retrait.suite')}</p>
      <form method="post" action={`${adresseDemande(id)}/retrait`}>
        <ButtonGroup>
          <Button>{t('gestion.retrait.bouton')}</Button>
          <ButtonLink kind="secondary" href={adresseDemande(id)}>
            {t('gestion.retrait.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
