// The results of a search (guide p.10): how many, a page of them, sorted, to look at, to select, to export.
import { adresseStructure, adresses } from '../../domain/adresses.ts';
import type { ColonneDeTri, StructureTrouvee, Tri } from '../../domain/structure/recherche.ts';
import type { PageVoulue } from '../../platform/postgres/pages.ts';
import { formatNombre } from '../../platform/textes/formats.ts';
import { adresseAvec, etendueDe, TAILLES } from '../commun/listes.ts';
import { Alert } from '../components/alert.tsx';
import { Badge } from '../components/badge.tsx';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageSize } from '../components/page-size.tsx';
import { Pagination } from '../components/pagination.tsx';
import { ResultCount } from '../components/result-count.tsx';
import type { Frame } from '../layout/page.tsx';
import { adresseRecherche, type EtatRecherche } from './form.ts';
import type { Usage } from './usage.ts';

/** What was found, each with the pass that opens it when it is not public. */
export type Trouvees = {
  structures: (StructureTrouvee & { jeton: string | null })[];
  total: number;
  plus: boolean;
  approches: boolean;
};

type Props = {
  frame: Frame;
  usage: Usage;
  etat: EtatRecherche;
  trouvees: Trouvees;
  voulue: PageVoulue & { tri: Tri | null };
};

/** Where a structure of the results is read. */
function lien({ id, jeton }: Trouvees['structures'][number]): string {
  return adresseAvec(adresseStructure(id), { jeton });
}

function colonnes({ frame, usage, etat, voulue }: Props): Column<Trouvees['structures'][number]>[] {
  const { t } = frame;
  const triable = (colonne: ColonneDeTri) => {
    if (etat.particulier) return undefined;
    const present = voulue.tri?.colonne === colonne ? voulue.tri.sens : null;
    const sens = present === 'croissant' ? 'decroissant' : 'croissant';
    const href = adresseRecherche(usage.adresse, etat.criteres, {
      parPage: voulue.parPage,
      tri: { colonne, sens },
    });
    const state = present && (present === 'croissant' ? 'ascending' : 'descending');
    return { href: `${href}#resultats`, state } as const;
  };
  return [
    {
      key: 'designation',
      header: t('annuaire.resultats.designation'),
      rowHeader: true,
      sort: triable('designation'),
      cell: (structure) => (
        <>
          <a href={lien(structure)}>{structure.designation}</a>
          {structure.typeStructure === 'PRIVEE' && (
            <>
              {' '}
              <Badge kind="neutral">{t('annuaire.resultats.privee')}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      key: 'typeIdentifiant',
      header: t('annuaire.criteres.typeIdentifiant'),
      sort: triable('typeIdentifiant'),
      cell: ({ typeIdentifiant }) => t(`annuaire.typesIdentifiant.${typeIdentifiant}`),
    },
    {
      key: 'identifiant',
      header: t('annuaire.criteres.identifiant'),
      sort: triable('identifiant'),
      cell: ({ identifiant }) => identifiant,
    },
    {
      key: 'statut',
      header: t('annuaire.criteres.statut'),
      sort: triable('statut'),
      cell: ({ statut }) => (
        <Badge kind={statut === 'ACTIF' ? 'success' : 'neutral'}>
          {t(`annuaire.statuts.${statut}`)}
        </Badge>
      ),
    },
    {
      key: 'codePostal',
      header: t('annuaire.criteres.codePostal'),
      sort: triable('codePostal'),
      cell: ({ codePostal }) => codePostal ?? '–',
    },
    {
      key: 'ville',
      header: t('annuaire.criteres.ville'),
      sort: triable('ville'),
      cell: ({ ville }) => ville ?? '–',
    },
  ];
}

function Tableau(props: Props) {
  const { frame, usage, trouvees } = props;
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={t('annuaire.resultats.legende')}
      captionHidden
      columns={colonnes(props)}
      rows={trouvees.structures}
      rowKey={({ id }) => id}
      select={
        usage.kind === 'demande'
          ? {
              name: 'structure',
              type: 'radio',
              value: ({ id, jeton }) => (jeton === null ? id : `${id}.${jeton}`),
              label: ({ designation, identifiant }) =>
                t('annuaire.resultats.selectionner', { designation, identifiant }),
              checked: () => trouvees.structures.length === 1,
            }
          : undefined
      }
      empty={null}
    />
  );
}

function Pied({ frame, usage, etat, trouvees, voulue }: Props) {
  const { t, langue } = frame;
  const { page, pages, debut, fin, total } = etendueDe(
    voulue,
    trouvees.total,
    trouvees.structures.length,
  );
  const vers = (autres: Partial<PageVoulue>) =>
    `${adresseRecherche(usage.adresse, etat.criteres, { ...voulue, ...autres })}#resultats`;
  return (
    <>
      <div class="pc-list-bar">
        <ResultCount
          t={t}
          langue={langue}
          from={debut}
          to={fin}
          total={total}
          more={trouvees.plus}
        />
        {!etat.particulier && (
          <PageSize
            t={t}
            sizes={TAILLES}
            current={voulue.parPage}
            href={(parPage) => vers({ parPage, page: 1 })}
          />
        )}
      </div>
      <Pagination t={t} page={page} pages={pages} href={(n) => vers({ page: n })} />
    </>
  );
}

function Exports({ frame: { t }, etat, voulue }: Props) {
  const vers = (fin: string) =>
    adresseRecherche(`${adresses.structures}/export.${fin}`, etat.criteres, { tri: voulue.tri });
  return (
    <section aria-label={t('annuaire.resultats.exporter')}>
      <ButtonGroup>
        <ButtonLink kind="tertiary" href={vers('csv')}>
          {t('annuaire.resultats.exporterCsv')}
        </ButtonLink>
        <ButtonLink kind="tertiary" href={vers('xlsx')}>
          {t('annuaire.resultats.exporterXlsx')}
        </ButtonLink>
      </ButtonGroup>
      <p class="fr-hint-text">{t('annuaire.resultats.exporterAide')}</p>
    </section>
  );
}

/** The section of the results, under the criteria. */
export function ResultatsDeRecherche(props: Props) {
  const { frame, usage, etat, trouvees } = props;
  const { t, langue } = frame;
  const nombre = formatNombre(langue, trouvees.total);
  const selection = adresseRecherche(`${usage.adresse}/selection`, etat.criteres);
  return (
    <section class="pc-flow" id="resultats" aria-labelledby="resultats-titre" tabindex={-1}>
      <h2 id="resultats-titre">{t('annuaire.resultats.titre')}</h2>
      {trouvees.approches && <Alert t={t} kind="info" title={t('annuaire.resultats.approches')} />}
      {trouvees.plus && (
        <Alert t={t} kind="info" title={t('annuaire.resultats.trop', { nombre })}>
          <p>{t('annuaire.resultats.tropTexte', { nombre })}</p>
        </Alert>
      )}
      {trouvees.total === 0 ? (
        <EmptyState title={t('annuaire.resultats.aucune')}>
          <p>
            {t(
              etat.particulier
                ? 'annuaire.resultats.aucunParticulierTexte'
                : 'annuaire.resultats.aucuneTexte',
            )}
          </p>
        </EmptyState>
      ) : usage.kind === 'demande' ? (
        <form class="pc-flow" method="post" action={selection}>
          <Tableau {...props} />
          <Pied {...props} />
          <ButtonGroup>
            <Button>{t('annuaire.resultats.bouton')}</Button>
            <ButtonLink kind="secondary" href={adresses.rattachements}>
              {t('annuaire.resultats.annuler')}
            </ButtonLink>
          </ButtonGroup>
        </form>
      ) : (
        <>
          <Tableau {...props} />
          <Pied {...props} />
        </>
      )}
      {trouvees.total > 0 && !etat.particulier && <Exports {...props} />}
    </section>
  );
}
