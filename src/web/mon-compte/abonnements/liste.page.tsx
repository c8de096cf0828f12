// « Mes abonnements aux espaces » (guide p.13): filter, table by triplet, what to add, what to delete.
import {
  type Abonnement,
  ETATS_D_ABONNEMENT,
  type FiltreDAbonnements,
} from '../../../domain/abonnement/liste.ts';
import { adresses } from '../../../domain/adresses.ts';
import type { PageLue } from '../../../platform/postgres/pages.ts';
import { etendueDe, TAILLES } from '../../commun/listes.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { ListFoot } from '../../components/list-foot.tsx';
import { Select } from '../../components/select.tsx';
import type { Frame } from '../../layout/page.tsx';
import { BlocPage } from '../bloc.page.tsx';
import { adresseDeListe, estFiltre } from './filtre.ts';
import { TableauAbonnements } from './tableau.tsx';

type Props = {
  frame: Frame;
  liste: PageLue<Abonnement>;
  filtre: FiltreDAbonnements;
  message: MessageAffiche | null;
};

/** From this many rows on, a list is worth searching. */
const A_CHERCHER = 8;
/** The form of the ticked rows; its button stands above. */
const SELECTION = 'selection';

function Filtre({ frame: { t }, filtre }: Pick<Props, 'frame' | 'filtre'>) {
  const etats = ETATS_D_ABONNEMENT.map((etat) => ({
    value: etat,
    label: t(`abonnements.etats.${etat}`),
  }));
  return (
    <search>
      <form class="pc-inline" method="get" action={adresses.abonnements}>
        <Field
          id="texte"
          label={t('abonnements.liste.chercher')}
          hint={t('abonnements.liste.chercherAide')}
          value={filtre.texte}
          autocomplete="off"
        />
        <Select
          id="etat"
          label={t('abonnements.colonnes.statut')}
          value={filtre.etat ?? ''}
          options={[{ value: '', label: t('abonnements.liste.tousLesEtats') }, ...etats]}
        />
        <Button kind="secondary">{t('abonnements.liste.filtrer')}</Button>
      </form>
    </search>
  );
}

/** What an account on no structure is told: how to get attached. */
export function SansRattachement({ frame: { t } }: Pick<Props, 'frame'>) {
  return (
    <EmptyState title={t('abonnements.liste.sansRattachement')}>
      <p>{t('abonnements.liste.sansRattachementTexte')}</p>
      <ButtonGroup>
        <ButtonLink href={adresses.demanderRattachement}>
          {t('abonnements.liste.demanderRattachement')}
        </ButtonLink>
      </ButtonGroup>
    </EmptyState>
  );
}

function Vide({ frame: { t } }: Pick<Props, 'frame'>) {
  return (
    <EmptyState title={t('abonnements.liste.aucunFiltre')}>
      <p>{t('abonnements.liste.aucunFiltreTexte')}</p>
      <p>
        <a href={adresses.abonnements}>{t('abonnements.liste.toutAfficher')}</a>
      </p>
    </EmptyState>
  );
}

/** « Mon compte » alone: nothing comes from a structure. */
const sansStructure = ({ lignes, total }: PageLue<Abonnement>) =>
  total === 1 && lignes[0]?.structureId === null;

function Liste({ frame, liste, filtre }: Props) {
  const { t, langue } = frame;
  const { lignes, total } = liste;
  return (
    <>
      <form id={SELECTION} class="pc-flow" method="get" action={adresses.supprimerAbonnements}>
        <TableauAbonnements
          frame={frame}
          abonnements={lignes}
          complet
          empty={<Vide frame={frame} />}
        />
      </form>
      {total > A_CHERCHER && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendueDe(filtre, total, lignes.length)}
          sizes={{ all: TAILLES, current: filtre.parPage }}
          href={(autres) => adresseDeListe({ ...filtre, ...autres })}
        />
      )}
    </>
  );
}

export function listePage(props: Props) {
  const { frame, liste, filtre, message } = props;
  const { t } = frame;
  const seul = !estFiltre(filtre) && sansStructure(liste);
  return (
    <BlocPage frame={frame} bloc="abonnements">
      {message && <Alert t={t} {...message} />}
      {seul ? (
        <SansRattachement frame={frame} />
      ) : (
        <ButtonGroup>
          <ButtonLink href={adresses.ajouterAbonnement}>
            {t('abonnements.liste.ajouter')}
          </ButtonLink>
          {liste.lignes.some(({ id }) => id !== null) && (
            <Button kind="secondary" form={SELECTION}>
              {t('abonnements.liste.supprimer')}
            </Button>
          )}
        </ButtonGroup>
      )}
      {(estFiltre(filtre) || liste.total > A_CHERCHER) && <Filtre frame={frame} filtre={filtre} />}
      <Liste {...props} />
    </BlocPage>
  );
}
