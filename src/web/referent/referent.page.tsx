// « Référent DGFiP »: what waits for the référent's decision, and the structures that nobody manages (model §3).
import { adresses } from '../../domain/adresses.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Page } from '../layout/page.tsx';
import { RechercheDeCompte } from './comptes/recherche.tsx';
import { Demandes, type PropsDeDemandes } from './demandes.tsx';
import { ChoixDeDepartement, Orphelines, type PropsDeStructures } from './structures.tsx';

type Props = PropsDeDemandes & PropsDeStructures & { message: MessageAffiche | null };

export function referentPage(props: Props) {
  const { frame, message, lecture, departements } = props;
  const { t } = frame;
  const inconnu = departements === null && lecture.departement !== '' && !lecture.structures;
  const erreurs = inconnu
    ? [{ champ: 'departement', message: t('continuite.refus.departement') }]
    : [];
  return (
    <Page
      frame={frame}
      title={t('continuite.referent.titre')}
      hasError={erreurs.length > 0}
      intro={t('continuite.referent.intro')}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre') },
      ]}
    >
      {message && !inconnu && <Alert t={t} {...message} />}
      <ErrorSummary t={t} errors={erreurs} />
      <Demandes {...props} />
      <section class="pc-flow" aria-labelledby="structures">
        <h2 id="structures">{t('continuite.referent.structures')}</h2>
        <p>{t('continuite.referent.structuresTexte')}</p>
        <ChoixDeDepartement {...props} />
        <Orphelines {...props} />
      </section>
      <section class="pc-flow" aria-labelledby="comptes">
        <h2 id="comptes">{t('continuite.compte.chercher')}</h2>
        <p>{t('continuite.compte.texte')}</p>
        <RechercheDeCompte frame={frame} />
      </section>
    </Page>
  );
}
