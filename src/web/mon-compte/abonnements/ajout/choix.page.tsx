// Step 1 of « Ajouter un abonnement » (screens §7): on which of one's structures; searched where there are many.
import type { StructureTenue } from '../../../../domain/abonnement/queries-ajout.ts';
import { adresseAjoutSur, adresses } from '../../../../domain/adresses.ts';
import type { PageLue } from '../../../../platform/postgres/pages.ts';
import { formatNombre } from '../../../../platform/textes/formats.ts';
import { adresseAvec, etendueDe } from '../../../commun/listes.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ListFoot } from '../../../components/list-foot.tsx';
import { SearchBar } from '../../../components/search-bar.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filSous, MenuCompte } from '../../menu.tsx';
import { SansRattachement } from '../liste.page.tsx';
import { Etapes } from './ajout.page.tsx';
import type { Choix } from './choix.ts';

type Props = {
  frame: Frame;
  structures: PageLue<StructureTenue & { ouverts: number }>;
  choix: Choix;
};

function Vide({ frame, choix }: Pick<Props, 'frame' | 'choix'>) {
  const { t } = frame;
  if (choix.texte === '') return <SansRattachement frame={frame} />;
  return (
    <EmptyState title={t('abonnements.ajout.aucuneStructure')}>
      <p>{t('abonnements.ajout.aucuneStructureTexte')}</p>
      <p>
        <a href={adresses.ajouterAbonnement}>{t('abonnements.ajout.toutesLesStructures')}</a>
      </p>
    </EmptyState>
  );
}

function Structures({ frame, structures, choix }: Props) {
  const { t, langue } = frame;
  return (
    <DataTable
      t={t}
      caption={t('abonnements.ajout.structures')}
      columns={[
        {
          key: 'designation',
          header: t('abonnements.colonnes.designation'),
          rowHeader: true,
          cell: ({ designation }) => designation,
        },
        {
          key: 'identifiant',
          header: t('abonnements.colonnes.identifiant'),
          cell: ({ identifiant }) => identifiant,
        },
        {
          key: 'ouverts',
          header: t('abonnements.ajout.ouverts'),
          cell: ({ ouverts }) => formatNombre(langue, ouverts),
        },
      ]}
      rows={structures.lignes}
      rowKey={({ id }) => id}
      actions={({ id, designation: about }) => [
        {
          label: t('abonnements.ajout.choisir'),
          about,
          href: adresseAvec(adresseAjoutSur(id), { espace: choix.espace }),
        },
      ]}
      empty={<Vide frame={frame} choix={choix} />}
    />
  );
}

export function choixPage(props: Props) {
  const { frame, structures, choix } = props;
  const { t, langue } = frame;
  const { lignes, total } = structures;
  const { texte, espace } = choix;
  return (
    <Page
      frame={frame}
      title={t('abonnements.ajout.titre')}
      documentTitle={t('abonnements.ajout.titreStructure')}
      breadcrumb={[...filSous(t, 'abonnements'), { label: t('abonnements.ajout.titre') }]}
      sideMenu={<MenuCompte frame={frame} courant="abonnements" />}
    >
      <Etapes frame={frame} courante={1} />
      {(total > 0 || texte !== '') && <p>{t('abonnements.ajout.introStructure')}</p>}
      {(total > choix.parPage || texte !== '') && (
        <SearchBar
          id="texte"
          action={adresses.ajouterAbonnement}
          label={t('abonnements.ajout.chercher')}
          hint={t('abonnements.ajout.chercherAide')}
          button={t('abonnements.ajout.chercherBouton')}
          value={texte}
          keep={{ espace }}
        />
      )}
      <Structures {...props} />
      {total > choix.parPage && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendueDe(choix, total, lignes.length)}
          href={({ page }) =>
            adresseAvec(adresses.ajouterAbonnement, { texte, espace, page: page ?? null })
          }
        />
      )}
    </Page>
  );
}
