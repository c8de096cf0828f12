// The structures that nobody manages, of a référent's départements (model §3): choose one, then page by page.
import { adresseReferent, adresses } from '../../domain/adresses.ts';
import type { StructureSansGestionnaire } from '../../domain/rattachement/queries-sans-gestionnaire.ts';
import type { PageLue } from '../../platform/postgres/pages.ts';
import { etendueDe } from '../commun/listes.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ListFoot } from '../components/list-foot.tsx';
import { SearchBar } from '../components/search-bar.tsx';
import type { Frame } from '../layout/page.tsx';
import { adresseDuReferent, type LectureDuReferent, SANS_DEPARTEMENT } from './lecture.ts';

export type PropsDeStructures = {
  frame: Frame;
  lecture: LectureDuReferent;
  /** null: the whole country. */
  departements: string[] | null;
  /** null: no département was asked. */
  orphelines: PageLue<StructureSansGestionnaire> | null;
};

function colonnesDeStructure({ t }: Frame): Column<StructureSansGestionnaire>[] {
  return [
    {
      key: 'designation',
      header: t('continuite.referent.structure'),
      rowHeader: true,
      cell: ({ designation }) => designation,
    },
    {
      key: 'identifiant',
      header: t('continuite.referent.identifiant'),
      cell: ({ identifiant }) => identifiant,
    },
    {
      key: 'rattaches',
      header: t('continuite.referent.rattaches'),
      cell: ({ rattaches }) => rattaches,
    },
    {
      key: 'demandes',
      header: t('continuite.referent.demandesEnAttente'),
      cell: ({ demandes }) => demandes,
    },
  ];
}

export function Orphelines(props: PropsDeStructures) {
  const { orphelines, lecture } = props;
  const { structures } = lecture;
  const { t, langue } = props.frame;
  if (!orphelines || !structures) return null;
  const { lignes, total } = orphelines;
  const sans = structures.departement === null;
  return (
    <>
      <DataTable
        t={t}
        caption={t('continuite.referent.structures')}
        captionHidden
        columns={colonnesDeStructure(props.frame)}
        rows={lignes}
        rowKey={({ id }) => id}
        actions={({ id, designation }) => [
          { label: t('continuite.referent.gerer'), about: designation, href: adresseReferent(id) },
        ]}
        empty={
          <EmptyState
            title={t(`continuite.referent.${sans ? 'aucuneSansDepartement' : 'aucuneStructure'}`)}
          />
        }
      />
      <ListFoot
        t={t}
        langue={langue}
        shown={etendueDe(structures, total, lignes.length)}
        href={({ page = 1 }) => adresseDuReferent(lecture, { page })}
      />
    </>
  );
}

type PropsDeLien = { lecture: LectureDuReferent; code: string; children: string };

function LienDeDepartement({ lecture, code, children }: PropsDeLien) {
  return (
    <a
      href={adresseDuReferent(lecture, { departement: code, page: 1 })}
      aria-current={code === lecture.departement ? 'true' : undefined}
    >
      {children}
    </a>
  );
}

// A référent of a few départements chooses among them; of the whole country, types one, or none.
export function ChoixDeDepartement({ frame: { t }, lecture, departements }: PropsDeStructures) {
  const { departement, filtre, structures } = lecture;
  if (departements === null) {
    return (
      <>
        <SearchBar
          id="departement"
          action={adresses.referent}
          label={t('continuite.referent.departement')}
          hint={t('continuite.referent.departementAide')}
          button={t('continuite.referent.afficher')}
          value={departement === SANS_DEPARTEMENT ? '' : departement}
          error={departement !== '' && !structures ? t('continuite.refus.departement') : undefined}
          keep={{ texte: filtre.texte }}
        />
        <p>
          <LienDeDepartement lecture={lecture} code={SANS_DEPARTEMENT}>
            {t('continuite.referent.sansDepartement')}
          </LienDeDepartement>
        </p>
      </>
    );
  }
  return (
    <ul class="pc-inline fr-raw-list">
      {departements.map((code) => (
        <li key={code}>
          <LienDeDepartement lecture={lecture} code={code}>
            {`${t('continuite.referent.departement')} ${code}`}
          </LienDeDepartement>
        </li>
      ))}
    </ul>
  );
}
