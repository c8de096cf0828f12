// « Référent DGFiP »: what waits for the référent's decision, and the structures that nobody manages (model §3).
import { adresses } from '../../domain/adresses.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Page } from '../layout/page.tsx';
import { RechercheDeCompte } from './comptes/recherche.tsx';
import { Demandes, type PropsDeDemandes } from './demandes.tsx';
import { ChoixDeDepartement, Orphelines, type PropsDeStructures } from './structures.tsx';

type Props = PropsDeDemandes & PropsDeStructures & { message: MessageAffiche | null };

export function referentPage(props: Props) {
  const { frame, message } = props;
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('continuite.referent.titre')}
      intro={t('continuite.referent.intro')}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre') },
      ]}
    >
      {message && <Alert t={t} {...message} />}
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
