// « Mon compte » (guide p.7): all the blocks on one page, each leading to its own address.

import type { Abonnement } from '../../domain/abonnement/liste.ts';
import { adresses } from '../../domain/adresses.ts';
import type { Compte } from '../../domain/compte/compte.ts';
import type { PieceJointe } from '../../domain/piece-jointe/piece-jointe.ts';
import type { RattachementAffiche } from '../../domain/rattachement/rattachement.ts';
import type { PageLue } from '../../platform/postgres/pages.ts';
import { formatNombre } from '../../platform/textes/formats.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Block } from '../components/block.tsx';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ReadOnlyList } from '../components/read-only-list.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { TableauAbonnements } from './abonnements/tableau.tsx';
import { AdresseEnAttente } from './informations-personnelles/adresse-en-attente.tsx';
import { informationsResumees } from './informations-personnelles/resume.tsx';
import { type Bloc, filCompte, MenuCompte } from './menu.tsx';
import { etatEtDates } from './parametres/liste.tsx';
import { resumeDesRythmes } from './parametres/resume.ts';
import type { ChoixDeRythmes } from './parametres/rythmes.tsx';
import { AucunePieceJointe } from './pieces-jointes/liste.page.tsx';
import { TableauPieces } from './pieces-jointes/tableau.tsx';
import { TableauRattachements } from './rattachements/tableau.tsx';

type ContenuDuCompte = {
  compte: Compte;
  rythmes: ChoixDeRythmes;
  rattachements: PageLue<RattachementAffiche>;
  abonnements: PageLue<Abonnement>;
  pieces: PageLue<PieceJointe>;
  /** The civil day on which states are read. */
  jour: string;
};

type Props = ContenuDuCompte & { frame: Frame; message: MessageAffiche | null };

function Parametres({ frame, compte, rythmes }: Pick<Props, 'frame' | 'compte' | 'rythmes'>) {
  const { t } = frame;
  const notifications = resumeDesRythmes(t, compte.recevoirNotifications, rythmes);
  const items = [
    ...etatEtDates(frame, compte),
    { label: t('compte.champs.langue'), value: t(`compte.langues.${compte.langue}`) },
    { label: t('compte.champs.recevoirNotifications'), value: notifications },
  ];
  return <ReadOnlyList items={items} />;
}

function Rattachements({
  frame,
  rattachements,
  jour,
}: Pick<Props, 'frame' | 'rattachements' | 'jour'>) {
  const { t, langue } = frame;
  const { lignes, total } = rattachements;
  const aucun = (
    <EmptyState title={t('pages.monCompte.aucunRattachement')}>
      <p>{t('pages.monCompte.aucunRattachementTexte')}</p>
    </EmptyState>
  );
  return (
    <>
      <TableauRattachements frame={frame} rattachements={lignes} jour={jour} empty={aucun} />
      {total > lignes.length && (
        <p>
          <a href={adresses.rattachements}>
            {t('demandes.liste.voirTout', { nombre: formatNombre(langue, total) })}
          </a>
        </p>
      )}
      <ButtonGroup>
        <ButtonLink kind="secondary" href={adresses.demanderRattachement}>
          {t('demandes.liste.demander')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

function Abonnements({
  frame,
  abonnements: { lignes, total },
}: Pick<Props, 'frame' | 'abonnements'>) {
  const { t, langue } = frame;
  return (
    <>
      <TableauAbonnements frame={frame} abonnements={lignes} empty={null} />
      {total > lignes.length && (
        <p>
          <a href={adresses.abonnements}>
            {t('pages.abonnements.voirTout', { nombre: formatNombre(langue, total) })}
          </a>
        </p>
      )}
      <ButtonGroup>
        <ButtonLink kind="secondary" href={adresses.ajouterAbonnement}>
          {t('abonnements.liste.ajouter')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

function PiecesJointes({ frame, pieces: { lignes, total } }: Pick<Props, 'frame' | 'pieces'>) {
  const { t, langue } = frame;
  return (
    <>
      <TableauPieces frame={frame} pieces={lignes} empty={<AucunePieceJointe frame={frame} />} />
      {total > lignes.length && (
        <p>
          <a href={adresses.piecesJointes}>
            {t('piecesJointes.voirTout', { nombre: formatNombre(langue, total) })}
          </a>
        </p>
      )}
      <ButtonGroup>
        <ButtonLink kind="secondary" href={adresses.ajouterPieceJointe}>
          {t('piecesJointes.ajouter')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

export function monComptePage(props: Props) {
  const { frame, compte, rythmes, message } = props;
  const { t } = frame;
  const bloc = (nom: Bloc, action: 'modifier' | 'voir') => ({
    id: nom,
    title: t(`compte.blocs.${nom}`),
    action: { label: t(`pages.monCompte.${action}`), href: adresses[nom] },
  });
  return (
    <Page
      frame={frame}
      title={t('pages.monCompte.titre')}
      breadcrumb={filCompte(t)}
      sideMenu={<MenuCompte frame={frame} />}
    >
      {message && <Alert t={t} {...message} />}
      <Block {...bloc('informationsPersonnelles', 'modifier')}>
        <AdresseEnAttente frame={frame} adresse={compte.adresseEnAttente} />
        <ReadOnlyList items={informationsResumees(frame, compte)} />
      </Block>
      <Block {...bloc('parametres', 'modifier')}>
        <Parametres frame={frame} compte={compte} rythmes={rythmes} />
      </Block>
      <Block {...bloc('rattachements', 'voir')}>
        <Rattachements {...props} />
      </Block>
      <Block {...bloc('abonnements', 'voir')}>
        <Abonnements {...props} />
      </Block>
      <Block {...bloc('piecesJointes', 'voir')}>
        <PiecesJointes {...props} />
      </Block>
    </Page>
  );
}
