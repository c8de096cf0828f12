// Step 2 of a request (guide p.11): the structure, the person, then what the rattachement is.
import { adresses } from '../../../../domain/adresses.ts';
import { formatJour } from '../../../../platform/textes/formats.ts';
import { Alert } from '../../../components/alert.tsx';
import { Badge } from '../../../components/badge.tsx';
import { Block } from '../../../components/block.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { ReadOnlyList } from '../../../components/read-only-list.tsx';
import { Stepper } from '../../../components/stepper.tsx';
import { Page } from '../../../layout/page.tsx';
import { adresseRecherche } from '../../../structures/form.ts';
import { identite } from '../../../structures/identite.tsx';
import { Gestionnaires } from '../../../structures/structure.page.tsx';
import { Formulaire, refusEnMots } from './formulaire.tsx';
import type { NatureProps } from './nature.ts';

function Rappels({ frame, nature }: Omit<NatureProps, 'etat'>) {
  const { t } = frame;
  const { fiche, compte } = nature;
  const statut = (
    <Badge kind={compte.etat === 'ACTIF' ? 'success' : 'neutral'}>
      {t(`compte.etat.${compte.etat}`)}
    </Badge>
  );
  return (
    <div class="pc-grid">
      <Block id="structure" title={t('demandes.nouvelle.structure')}>
        <ReadOnlyList items={identite(frame, fiche)} />
      </Block>
      <Block id="personne" title={t('demandes.nouvelle.personne')}>
        <ReadOnlyList
          items={[
            { label: t('demandes.nouvelle.nom'), value: compte.nom },
            { label: t('demandes.nouvelle.prenom'), value: compte.prenom },
            {
              label: t('demandes.nouvelle.adresseElectronique'),
              value: compte.adresseElectronique,
            },
            { label: t('demandes.nouvelle.statut'), value: statut },
          ]}
        />
      </Block>
    </div>
  );
}

// Whom the request goes to; what was answered before.
function Destinataires({ frame, nature }: Omit<NatureProps, 'etat'>) {
  const { t, langue } = frame;
  const { fiche, gestionnaires, refus, droits } = nature;
  const gere = droits.gere && droits.role !== null;
  if (fiche.statut === 'INACTIF')
    return <Alert t={t} kind="warning" title={t('demandes.refus.structureInactive')} />;
  return (
    <>
      {refus && (
        <Alert
          t={t}
          kind="info"
          title={t('demandes.nouvelle.dejaRefusee', {
            jour: formatJour(langue, refus.termineeLe),
            motif: refus.motif,
          })}
        />
      )}
      {gere && <Alert t={t} kind="info" title={t('demandes.nouvelle.gestion')} />}
      {!gere && gestionnaires.length === 0 && (
        <Alert t={t} kind="warning" title={t('demandes.nouvelle.sansGestionnaire')} />
      )}
      {!gere && gestionnaires.length > 0 && (
        <div>
          <p>{t('demandes.nouvelle.destinataires')}</p>
          <Gestionnaires frame={frame} gestionnaires={gestionnaires} />
        </div>
      )}
    </>
  );
}

export function naturePage(props: NatureProps) {
  const { frame, nature, etat } = props;
  const { t } = frame;
  const { designation } = nature.fiche;
  const erreurs = etat.erreurs.map(({ champ, motif }) => ({
    champ,
    message: refusEnMots(t, nature, etat, motif),
  }));
  return (
    <Page
      frame={frame}
      title={t('demandes.nouvelle.titre')}
      documentTitle={t('demandes.nouvelle.titreNature', { designation })}
      hasError={erreurs.length > 0}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('compte.blocs.rattachements'), href: adresses.rattachements },
        {
          label: t('demandes.nouvelle.etapes.structure'),
          href: adresseRecherche(adresses.demanderRattachement, nature.criteres),
        },
        { label: designation },
      ]}
    >
      <Stepper
        t={t}
        steps={[t('demandes.nouvelle.etapes.structure'), t('demandes.nouvelle.etapes.nature')]}
        current={2}
      />
      <ErrorSummary t={t} errors={erreurs} />
      {etat.retrouvee && (
        <Alert t={t} kind="info" title={t('pages.monCompte.saisieRetrouveeTitre')}>
          <p>{t('pages.monCompte.saisieRetrouveeTexte')}</p>
        </Alert>
      )}
      <Rappels frame={frame} nature={nature} />
      <Destinataires frame={frame} nature={nature} />
      <Formulaire {...props} />
    </Page>
  );
}
