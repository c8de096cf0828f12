// One « Demande de reprise » (model §3): its author follows it, managers may oppose it, a référent decides.
import { adresseDemande, adresseStructure, adresses } from '../../../domain/adresses.ts';
import type { RepriseLue } from '../../../domain/demande/queries-reprise-lecture.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Block } from '../../components/block.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { ReadOnlyList } from '../../components/read-only-list.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { BadgeDemande } from '../../mon-compte/rattachements/mes-demandes.tsx';
import { ChampMotif } from '../champ-motif.tsx';
import { Suivi } from '../suivi.tsx';

/** What a form of the page was refused for, and what was typed in it. */
export type FormulaireDeReprise = { texte: string; erreur: string | null };

type Props = {
  frame: Frame;
  reprise: RepriseLue;
  /** The last civil day on which a manager may oppose it; null: too late. */
  opposableJusqu: string | null;
  formulaire: FormulaireDeReprise;
  message: MessageAffiche | null;
};

function resume(frame: Frame, reprise: RepriseLue) {
  const { t } = frame;
  const structure = (
    <>
      <a href={adresseStructure(reprise.structureId)}>{reprise.designation}</a>
      <span class="pc-detail">{reprise.identifiant}</span>
    </>
  );
  return [
    { label: t('demandes.suivi.demandeur'), value: reprise.demandeur },
    { label: t('demandes.suivi.structure'), value: structure },
    { label: t('continuite.referent.demande'), value: t('continuite.reprise.objet') },
    { label: t('demandes.suivi.etat'), value: <BadgeDemande frame={frame} etat={reprise.etat} /> },
    { label: t('continuite.motif'), value: reprise.commentaire },
    ...(reprise.motif === null ? [] : [{ label: t('demandes.suivi.motif'), value: reprise.motif }]),
  ];
}

function Motif({ frame, formulaire, requis }: Props & { requis: boolean }) {
  return (
    <ChampMotif
      frame={frame}
      required={requis}
      value={formulaire.texte}
      error={formulaire.erreur ?? undefined}
    />
  );
}

function Opposition(props: Props) {
  const { frame, reprise } = props;
  const { t } = frame;
  return (
    <Block id="opposition" title={t('continuite.reprise.sOpposer')}>
      <form
        class="pc-flow"
        method="post"
        action={`${adresseDemande(reprise.id)}/opposition`}
        novalidate
      >
        <p>{t('continuite.reprise.sOpposerTexte')}</p>
        <Motif {...props} requis />
        <ButtonGroup>
          <Button kind="secondary">{t('continuite.reprise.sOpposer')}</Button>
        </ButtonGroup>
      </form>
    </Block>
  );
}

function Decision(props: Props) {
  const { frame, reprise } = props;
  const { t } = frame;
  return (
    <Block id="decision" title={t('continuite.reprise.decision')}>
      <form
        class="pc-flow"
        method="post"
        action={`${adresseDemande(reprise.id)}/reprise`}
        novalidate
      >
        <p>{t('continuite.reprise.accepterTexte')}</p>
        {reprise.opposeeLe !== null && (
          <Alert t={t} kind="warning" title={t('continuite.reprise.opposee')} />
        )}
        <Motif {...props} requis={false} />
        <ButtonGroup>
          <Button name="decision" value="accepter">
            {t('continuite.reprise.accepter')}
          </Button>
          <Button kind="secondary" name="decision" value="refuser">
            {t('continuite.reprise.refuser')}
          </Button>
        </ButtonGroup>
      </form>
    </Block>
  );
}

function Actes(props: Props) {
  const { frame, reprise, opposableJusqu } = props;
  const { t, langue } = frame;
  if (reprise.etat !== 'EN_COURS_DE_VALIDATION') return null;
  const { sienne, gere, referent, opposeeLe } = reprise;
  if (sienne) {
    return (
      <ButtonGroup>
        <ButtonLink kind="secondary" href={`${adresseDemande(reprise.id)}/retrait`}>
          {t('demandes.suivi.retirer')}
        </ButtonLink>
      </ButtonGroup>
    );
  }
  return (
    <>
      {gere && opposeeLe === null && opposableJusqu !== null && (
        <>
          <Alert
            t={t}
            kind="info"
            title={t('continuite.refus.opposable', { jour: formatJour(langue, opposableJusqu) })}
          />
          <Opposition {...props} />
        </>
      )}
      {referent && <Decision {...props} />}
    </>
  );
}

export function reprisePage(props: Props) {
  const { frame, reprise, formulaire, message } = props;
  const { t } = frame;
  const titre = t('continuite.reprise.demande', { designation: reprise.designation });
  const { erreur } = formulaire;
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${reprise.id}`}
      hasError={erreur !== null}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        ...(reprise.referent
          ? [{ label: t('continuite.referent.titre'), href: adresses.referent }]
          : []),
        { label: titre },
      ]}
    >
      {message && <Alert t={t} {...message} />}
      <ErrorSummary t={t} errors={erreur ? [{ champ: 'motif', message: erreur }] : []} />
      <Block id="demande" title={t('demandes.suivi.demande')}>
        <ReadOnlyList items={resume(frame, reprise)} />
      </Block>
      <Block id="suivi" title={t('demandes.suivi.chronologie')}>
        <Suivi frame={frame} etapes={reprise.etapes} />
      </Block>
      <Actes {...props} />
    </Page>
  );
}
