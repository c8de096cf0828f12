// « Mettre fin à la délégation », by a référent (model §3): a confirmation, with a reason.
import { adresseReferent, adresses } from '../../../../domain/adresses.ts';
import { COMMENTAIRE_MAX } from '../../../../domain/demande/demande.ts';
import type { StructureDuReferent } from '../../../../domain/rattachement/queries-sans-gestionnaire.ts';
import type { DelegationListee } from '../../../../domain/rattachement/utilisateurs.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { TextArea } from '../../../components/textarea.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { periodeEnMots } from '../../../mon-compte/rattachements/periode.ts';
import { nomComplet } from '../formulaire.tsx';
import { adresseDeFin } from './delegations.tsx';

type Props = {
  frame: Frame;
  structure: StructureDuReferent;
  delegation: DelegationListee;
  texte: string;
  /** Why it was refused; null: it was not. */
  erreur: string | null;
};

export function finDeDelegationPage({ frame, structure, delegation, texte, erreur }: Props) {
  const { t } = frame;
  const nom = nomComplet(delegation);
  const titre = t('utilisateurs.delegation.titreFin');
  const retour = adresseReferent(structure.id);
  const periode = periodeEnMots(frame, delegation, true);
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={t('utilisateurs.delegation.titreFinDocument', { nom })}
      intro={t('utilisateurs.delegation.fin', { nom, periode })}
      hasError={erreur !== null}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre'), href: adresses.referent },
        { label: structure.designation, href: retour },
        { label: titre },
      ]}
    >
      <ErrorSummary t={t} errors={erreur === null ? [] : [{ champ: 'motif', message: erreur }]} />
      <form
        class="pc-flow"
        method="post"
        action={adresseDeFin(structure.id, delegation.id)}
        novalidate
      >
        <TextArea
          t={t}
          id="motif"
          label={t('continuite.motif')}
          hint={t('continuite.motifAide')}
          required
          value={texte}
          limitCharacters={COMMENTAIRE_MAX}
          error={erreur ?? undefined}
        />
        <ButtonGroup>
          <Button>{t('utilisateurs.delegation.validerFin')}</Button>
          <ButtonLink kind="secondary" href={retour}>
            {t('continuite.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
