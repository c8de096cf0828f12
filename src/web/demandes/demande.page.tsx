// One request (screens §6, §9): what was asked, where it stands, who decides; both sides read the same.

import type { VNode } from 'preact';
import { adresseDemande, adresseDemandeSur, adresses } from '../../domain/adresses.ts';
import type { RefusDeDecider } from '../../domain/demande/acte-decision.ts';
import type { DemandeLue } from '../../domain/demande/queries-lecture.ts';
import type { Translate } from '../../platform/textes/index.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Block } from '../components/block.tsx';
import type { Crumb } from '../components/breadcrumb.tsx';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { ReadOnlyList } from '../components/read-only-list.tsx';
import { filGestion } from '../gestionnaire/cadre-gestion.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { adresseDAjout } from '../mon-compte/abonnements/ajout/form.ts';
import { Gestionnaires } from '../structures/structure.page.tsx';
import type { LectureDeDemande } from './lire.ts';
import { Relance } from './relance.tsx';
import { resume } from './resume.tsx';
import { Suivi } from './suivi.tsx';

/** What an act has to say: done, or done before by somebody else, or not theirs to do. */
export type AlerteDeDemande =
  | MessageAffiche
  | Extract<RefusDeDecider, { kind: 'terminee' | 'interdite' }>
  | null;

type Props = {
  frame: Frame;
  lue: LectureDeDemande;
  alerte: AlerteDeDemande;
  /** The forms of who decides. */
  decision: VNode | null;
  erreurs: FieldError[];
};

/** The form of the same nature; that of an abonnement asks what was not granted. */
function adresseANouveau({ nature, structureId, lignes }: DemandeLue): string {
  if (nature !== 'ABONNEMENT') return adresseDemandeSur(structureId);
  const restes = lignes.filter(({ etat }) => etat !== 'ACCEPTEE');
  return adresseDAjout(
    structureId,
    restes.map(({ code, mode, portee }) => ({ code, mode, serviceId: portee })),
  );
}

function Actions({ frame, lue: { demande, relance } }: Pick<Props, 'frame' | 'lue'>) {
  const { t } = frame;
  const { id, etat, statutStructure, sienne } = demande;
  if (!sienne) return null;
  if (etat === 'EN_COURS_DE_VALIDATION') {
    return (
      <>
        {relance && <Relance frame={frame} demandeId={id} relance={relance} />}
        <ButtonGroup>
          <ButtonLink kind="secondary" href={`${adresseDemande(id)}/retrait`}>
            {t('demandes.suivi.retirer')}
          </ButtonLink>
        </ButtonGroup>
      </>
    );
  }
  if (etat === 'ACCEPTEE' || statutStructure === 'INACTIF') return null;
  return (
    <ButtonGroup>
      <ButtonLink href={adresseANouveau(demande)}>
        {t('demandes.suivi.demanderANouveau')}
      </ButtonLink>
    </ButtonGroup>
  );
}

function Alerte({ frame: { t }, alerte }: Pick<Props, 'frame' | 'alerte'>) {
  if (alerte === null) return null;
  if (alerte.kind === 'interdite')
    return <Alert t={t} kind="warning" title={t('gestion.refus.interdite')} focus />;
  if (alerte.kind !== 'terminee') return <Alert t={t} {...alerte} />;
  const { etat, par } = alerte;
  if (etat === 'EN_COURS_DE_VALIDATION') return null;
  const qui = par ?? t('gestion.bilan.quelquUn');
  return (
    <Alert t={t} kind="warning" title={t(`gestion.decision.deja.${etat}`, { par: qui })} focus>
      <p>{t('gestion.decision.rienChange')}</p>
    </Alert>
  );
}

// The author comes from their list, a manager from the queue.
function fil({ t }: Frame, { sienne, gere, nature }: DemandeLue, titre: string): Crumb[] {
  const accueil = { label: t('pages.accueil.titre'), href: adresses.accueil };
  if (sienne) return [accueil, listeDe(t, nature), { label: titre }];
  if (!gere) return [accueil, { label: titre }];
  const file = { label: t('gestion.menu.demandes'), href: adresses.demandesADecider };
  return filGestion(t, [file, { label: titre }]);
}

/** The list where the author of a request finds it. */
export function listeDe(t: Translate, nature: DemandeLue['nature'] | undefined): Crumb {
  return nature === 'ABONNEMENT'
    ? { label: t('abonnements.demande.retour'), href: adresses.abonnements }
    : { label: t('demandes.suivi.retour'), href: adresses.rattachements };
}

/** The title of a request, by what it asks. */
export function titreDe(t: Translate, { nature, designation }: DemandeNommee): string {
  const cle = nature === 'ABONNEMENT' ? 'abonnements.demande.titre' : 'demandes.suivi.titre';
  return t(cle, { designation });
}

type DemandeNommee = { nature?: DemandeLue['nature'] | undefined; designation: string };

export function demandePage({ frame, lue, alerte, decision, erreurs }: Props) {
  const { demande, gestionnaires } = lue;
  const { t } = frame;
  const titre = titreDe(t, demande);
  const enCours = demande.etat === 'EN_COURS_DE_VALIDATION';
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${demande.id}`}
      hasError={erreurs.length > 0}
      breadcrumb={fil(frame, demande, titre)}
    >
      <Alerte frame={frame} alerte={alerte} />
      <ErrorSummary t={t} errors={erreurs} />
      <Block id="demande" title={t('demandes.suivi.demande')}>
        <ReadOnlyList items={resume(frame, lue)} />
        <Actions frame={frame} lue={lue} />
      </Block>
      {decision}
      <Block id="suivi" title={t('demandes.suivi.chronologie')}>
        <Suivi frame={frame} etapes={demande.etapes} />
      </Block>
      {enCours && (
        <Block id="gestionnaires" title={t('demandes.suivi.gestionnaires')}>
          <Gestionnaires frame={frame} gestionnaires={gestionnaires} />
        </Block>
      )}
    </Page>
  );
}
