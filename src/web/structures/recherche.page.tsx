// The page of the search (guide p.10): the directory, or step 1 of a request for a rattachement.
import type { VNode } from 'preact';
import { adresses } from '../../domain/adresses.ts';
import type { Tri } from '../../domain/structure/recherche.ts';
import type { PageVoulue } from '../../platform/postgres/pages.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import type { Crumb } from '../components/breadcrumb.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Stepper } from '../components/stepper.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import type { Trouvees } from './colonnes.tsx';
import { type EtatRecherche, phraseDe } from './form.ts';
import { ResultatsDeRecherche } from './resultats.tsx';
import type { Usage } from './usage.ts';

type Props = {
  frame: Frame;
  usage: Usage;
  etat: EtatRecherche;
  /** The form of the criteria. */
  criteres: VNode;
  /** null: nothing was searched. */
  trouvees: Trouvees | null;
  voulue: PageVoulue & { tri: Tri | null };
  message: MessageAffiche | null;
};

function filAriane({ frame: { t }, usage }: Props): Crumb[] {
  const accueil = { label: t('pages.accueil.titre'), href: adresses.accueil };
  if (usage.kind === 'annuaire') return [accueil, { label: t('annuaire.titre') }];
  return [
    accueil,
    { label: t('pages.monCompte.titre'), href: adresses.monCompte },
    { label: t('compte.blocs.rattachements'), href: adresses.rattachements },
    { label: t('demandes.nouvelle.titre') },
  ];
}

export function recherchePage(props: Props) {
  const { frame, usage, etat, criteres, trouvees, message } = props;
  const { t } = frame;
  const demande = usage.kind === 'demande';
  // A warning is about the list: it stands there, where the eyes are.
  const surLaListe = message?.kind === 'warning' && trouvees !== null;
  const erreurs = etat.erreurs.map((erreur) => ({
    champ: erreur.champ,
    message: phraseDe(erreur, t),
  }));
  return (
    <Page
      frame={frame}
      title={t(demande ? 'demandes.nouvelle.titre' : 'annuaire.titre')}
      documentTitle={t(demande ? 'demandes.nouvelle.titreStructure' : 'annuaire.titre')}
      intro={t(demande ? 'demandes.nouvelle.intro' : 'annuaire.intro')}
      hasError={erreurs.length > 0}
      breadcrumb={filAriane(props)}
    >
      {demande && (
        <Stepper
          t={t}
          steps={[t('demandes.nouvelle.etapes.structure'), t('demandes.nouvelle.etapes.nature')]}
          current={1}
        />
      )}
      {message && !surLaListe && <Alert t={t} {...message} />}
      <ErrorSummary t={t} errors={erreurs} />
      {criteres}
      {trouvees && (
        <ResultatsDeRecherche {...props} trouvees={trouvees} alerte={surLaListe ? message : null} />
      )}
    </Page>
  );
}
