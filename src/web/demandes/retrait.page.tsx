// Withdrawing one's own request is confirmed first (screens §6): the managers would lose sight of it.
import { adresseDemande, adresses } from '../../domain/adresses.ts';
import type { AbonnementLu, RattachementLu } from '../../domain/demande/queries-lecture.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { ReadOnlyList } from '../components/read-only-list.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { LignesEnMots } from '../mon-compte/abonnements/mots.tsx';
import { ObjetDemande } from '../mon-compte/rattachements/mes-demandes.tsx';
import { listeDe, titreDe } from './demande.page.tsx';

/** Any request; a take-over has no lines, and says no nature. */
type Retirable =
  | Pick<RattachementLu, 'id' | 'designation' | 'demandeeLe' | 'nature' | 'lignes'>
  | Pick<AbonnementLu, 'id' | 'designation' | 'demandeeLe' | 'nature' | 'lignes'>
  | (Pick<RattachementLu, 'id' | 'designation' | 'demandeeLe'> & { nature?: undefined });

function objet(frame: Frame, demande: Retirable) {
  switch (demande.nature) {
    case undefined:
      return frame.t('continuite.reprise.objet');
    case 'ABONNEMENT': {
      const lignes = demande.lignes.map((ligne) => ({ ...ligne, espace: ligne }));
      return <LignesEnMots frame={frame} lignes={lignes} />;
    }
    case 'RATTACHEMENT':
      return <ObjetDemande frame={frame} demande={demande} />;
  }
}

export function retraitPage({ frame, demande }: { frame: Frame; demande: Retirable }) {
  const { t, langue } = frame;
  const { id, designation, demandeeLe, nature } = demande;
  const titre = t('gestion.retrait.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${id}`}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        listeDe(t, nature),
        { label: titreDe(t, demande), href: adresseDemande(id) },
        { label: titre },
      ]}
    >
      <p class="fr-text--lead">{t('gestion.retrait.question')}</p>
      <ReadOnlyList
        items={[
          { label: t('demandes.suivi.structure'), value: designation },
          {
            label: t(
              nature === 'ABONNEMENT' ? 'abonnements.demande.objet' : 'demandes.suivi.objet',
            ),
            value: objet(frame, demande),
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
