// The page of the rattachements (guide p.9): filter, list, deletion of several, then the requests.

import { adresses } from '../../../domain/adresses.ts';
import type { DemandeResumee } from '../../../domain/demande/queries-lecture.ts';
import type { FiltreRattachements } from '../../../domain/rattachement/queries.ts';
import {
  ETATS_AFFICHES,
  type RattachementAffiche,
} from '../../../domain/rattachement/rattachement.ts';
import type { PageLue } from '../../../platform/postgres/pages.ts';
import { formatNombre } from '../../../platform/textes/formats.ts';
import { adresseAvec, etendueDe, TAILLES } from '../../commun/listes.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { ListFoot } from '../../components/list-foot.tsx';
import { Select } from '../../components/select.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { filCompte, MenuCompte } from '../menu.tsx';
import { TableauDemandes } from './mes-demandes.tsx';
import { TableauRattachements } from './tableau.tsx';

type Props = {
  frame: Frame;
  liste: PageLue<RattachementAffiche>;
  filtre: FiltreRattachements;
  demandes: PageLue<DemandeResumee>;
  jour: string;
  message: MessageAffiche | null;
};

/** From this many rows on, a list is worth searching. */
const A_CHERCHER = 5;
/** The form of the ticked rows; its button stands above, beside « Demander un rattachement ». */
const SELECTION = 'selection';

function Filtre({ frame: { t }, filtre }: Pick<Props, 'frame' | 'filtre'>) {
  const etats = ETATS_AFFICHES.map((etat) => ({ value: etat, label: t(`compte.statuts.${etat}`) }));
  return (
    <search>
      <form class="pc-inline" method="get" action={adresses.rattachements}>
        <Field
          id="texte"
          label={t('demandes.liste.chercher')}
          hint={t('demandes.liste.chercherAide')}
          value={filtre.texte}
          autocomplete="off"
        />
        <Select
          id="etat"
          label={t('pages.rattachements.statut')}
          value={filtre.etat ?? ''}
          options={[{ value: '', label: t('demandes.liste.tousLesEtats') }, ...etats]}
        />
        <Button kind="secondary">{t('demandes.liste.filtrer')}</Button>
      </form>
    </search>
  );
}

function Vide({ frame: { t }, filtre }: Pick<Props, 'frame' | 'filtre'>) {
  if (filtre.texte === '' && filtre.etat === null) {
    return (
      <EmptyState title={t('pages.monCompte.aucunRattachement')}>
        <p>{t('pages.monCompte.aucunRattachementTexte')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('demandes.liste.aucunFiltre')}>
      <p>{t('demandes.liste.aucunFiltreTexte')}</p>
      <p>
        <a href={adresses.rattachements}>{t('demandes.liste.toutAfficher')}</a>
      </p>
    </EmptyState>
  );
}

/** Few rattachements are seen at a glance: neither filter nor count. */
function vautUneRecherche({ liste, filtre }: Pick<Props, 'liste' | 'filtre'>): boolean {
  return filtre.texte !== '' || filtre.etat !== null || liste.total > A_CHERCHER;
}

function Liste(props: Props) {
  const { frame, liste, filtre, jour } = props;
  const aChercher = vautUneRecherche(props);
  const { t, langue } = frame;
  const vers = (autres: Partial<FiltreRattachements>) => {
    const { texte, etat, parPage, page: numero } = { ...filtre, ...autres };
    return adresseAvec(adresses.rattachements, {
      texte,
      etat,
      lignes: parPage,
      page: numero === 1 ? null : numero,
    });
  };
  return (
    <>
      <form id={SELECTION} class="pc-flow" method="get" action={adresses.supprimerRattachements}>
        <TableauRattachements
          frame={frame}
          rattachements={liste.lignes}
          jour={jour}
          complet
          empty={<Vide frame={frame} filtre={filtre} />}
        />
      </form>
      {aChercher && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendueDe(filtre, liste.total, liste.lignes.length)}
          sizes={{ all: TAILLES, current: filtre.parPage }}
          href={vers}
        />
      )}
    </>
  );
}

export function listePage(props: Props) {
  const { frame, filtre, demandes, message } = props;
  const { t, langue } = frame;
  return (
    <Page
      frame={frame}
      title={t('compte.blocs.rattachements')}
      breadcrumb={filCompte(t, 'rattachements')}
      sideMenu={<MenuCompte frame={frame} courant="rattachements" />}
    >
      {message && <Alert t={t} {...message} />}
      <ButtonGroup>
        <ButtonLink href={adresses.demanderRattachement}>{t('demandes.liste.demander')}</ButtonLink>
        {props.liste.total > 0 && (
          <Button kind="secondary" form={SELECTION}>
            {t('demandes.liste.supprimer')}
          </Button>
        )}
      </ButtonGroup>
      {vautUneRecherche(props) && <Filtre frame={frame} filtre={filtre} />}
      <Liste {...props} />
      <section class="pc-flow" aria-labelledby="demandes">
        <h2 id="demandes">{t('demandes.mesDemandes.titre')}</h2>
        <TableauDemandes frame={frame} demandes={demandes.lignes} />
        {demandes.total > demandes.lignes.length && (
          <p>
            <a href={adresses.demandesDeRattachement}>
              {t('demandes.mesDemandes.toutes', { nombre: formatNombre(langue, demandes.total) })}
            </a>
          </p>
        )}
      </section>
    </Page>
  );
}
