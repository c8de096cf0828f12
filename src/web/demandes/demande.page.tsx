// One request (screens §6): what was asked, where it stands, who decides; its author and its managers read the same.
import {
  adresseDemande,
  adresseDemandeSur,
  adresseStructure,
  adresses,
} from '../../domain/adresses.ts';
import type { QuoiEtape } from '../../domain/demande/demande.ts';
import type { DemandeLue, EtapeLue } from '../../domain/demande/queries-lecture.ts';
import type { Gestionnaire } from '../../domain/structure/fiche.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Block } from '../components/block.tsx';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { ReadOnlyList } from '../components/read-only-list.tsx';
import { Timeline, type TimelineEntry } from '../components/timeline.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { BadgeDemande, ObjetDemande } from '../mon-compte/rattachements/mes-demandes.tsx';
import { Gestionnaires } from '../structures/structure.page.tsx';

type Props = {
  frame: Frame;
  demande: DemandeLue;
  gestionnaires: Gestionnaire[];
  message: MessageAffiche | null;
};

const SORTES: Partial<Record<QuoiEtape, TimelineEntry['kind']>> = {
  DEMANDEE: 'info',
  ACCEPTEE: 'success',
  REFUSEE: 'error',
  EXPIREE: 'warning',
  ESCALADEE: 'warning',
};

// « Jeanne Martin, gestionnaire principal », or the portal itself.
function auteur({ t }: Frame, { par, enQualite }: EtapeLue): string {
  if (par === null) return t('demandes.lePortail');
  return enQualite === null ? par : `${par}, ${t(`demandes.qualites.${enQualite}`)}`;
}

function Suivi({ frame, demande }: Pick<Props, 'frame' | 'demande'>) {
  const { t, langue } = frame;
  const entries = demande.etapes.map((etape, rang) => ({
    key: rang,
    title: t(`demandes.etapes.${etape.quoi}`),
    when: etape.instant,
    who: auteur(frame, etape),
    comment: etape.commentaire ?? undefined,
    kind: SORTES[etape.quoi],
  }));
  return <Timeline t={t} langue={langue} entries={entries} />;
}

function Actions({ frame: { t }, demande }: Pick<Props, 'frame' | 'demande'>) {
  const { id, etat, structureId, statutStructure, sienne } = demande;
  if (!sienne) return null;
  if (etat === 'EN_COURS_DE_VALIDATION') {
    return (
      <form method="post" action={`${adresseDemande(id)}/retrait`}>
        <Button kind="secondary">{t('demandes.suivi.retirer')}</Button>
      </form>
    );
  }
  if (etat === 'ACCEPTEE' || statutStructure === 'INACTIF') return null;
  return (
    <ButtonGroup>
      <ButtonLink href={adresseDemandeSur(structureId)}>
        {t('demandes.suivi.demanderANouveau')}
      </ButtonLink>
    </ButtonGroup>
  );
}

function resume(frame: Frame, demande: DemandeLue) {
  const { t } = frame;
  const { designation, identifiant, structureId, commentaire, motif, demandeur } = demande;
  const structure = (
    <>
      <a href={adresseStructure(structureId)}>{designation}</a>
      <span class="pc-detail">{identifiant}</span>
    </>
  );
  return [
    { label: t('demandes.suivi.demandeur'), value: demandeur },
    { label: t('demandes.suivi.structure'), value: structure },
    {
      label: t('demandes.suivi.objet'),
      value: <ObjetDemande frame={frame} demande={demande} />,
    },
    {
      label: t('demandes.suivi.etat'),
      value: <BadgeDemande frame={frame} etat={demande.etat} />,
    },
    { label: t('demandes.suivi.commentaire'), value: commentaire },
    ...(motif === null ? [] : [{ label: t('demandes.suivi.motif'), value: motif }]),
  ];
}

export function demandePage({ frame, demande, gestionnaires, message }: Props) {
  const { t } = frame;
  const titre = t('demandes.suivi.titre', { designation: demande.designation });
  const enCours = demande.etat === 'EN_COURS_DE_VALIDATION';
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${demande.id}`}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        ...(demande.sienne
          ? [{ label: t('demandes.suivi.retour'), href: adresses.rattachements }]
          : []),
        { label: titre },
      ]}
    >
      {message && <Alert t={t} {...message} />}
      <Block id="demande" title={t('demandes.suivi.demande')}>
        <ReadOnlyList items={resume(frame, demande)} />
        <Actions frame={frame} demande={demande} />
      </Block>
      <Block id="suivi" title={t('demandes.suivi.chronologie')}>
        <Suivi frame={frame} demande={demande} />
      </Block>
      {enCours && (
        <Block id="gestionnaires" title={t('demandes.suivi.gestionnaires')}>
          <Gestionnaires frame={frame} gestionnaires={gestionnaires} />
        </Block>
      )}
    </Page>
  );
}
