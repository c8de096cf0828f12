// « Référent DGFiP »: what waits for the référent's decision, and the structures that nobody manages (model §3).
import { adresseDemande, adresseReferent, adresses } from '../../domain/adresses.ts';
import type { DemandeEnFile, PageDeFile } from '../../domain/demande/file.ts';
import type { RepriseEnAttente } from '../../domain/demande/queries-reprise-lecture.ts';
import type { StructureSansGestionnaire } from '../../domain/rattachement/queries-sans-gestionnaire.ts';
import type { PageLue, PageVoulue } from '../../platform/postgres/pages.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { adresseAvec, etendueDe } from '../commun/listes.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Badge } from '../components/badge.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Pagination } from '../components/pagination.tsx';
import { SearchBar } from '../components/search-bar.tsx';
import { type Frame, Page } from '../layout/page.tsx';

export type ReferentProps = {
  frame: Frame;
  /** null: the whole country. */
  departements: string[] | null;
  departement: string | null;
  /** What was typed as a département. */
  saisi: string;
  demandes: PageDeFile;
  reprises: RepriseEnAttente[];
  /** null: no département was asked. */
  orphelines: PageLue<StructureSansGestionnaire> | null;
  voulue: PageVoulue;
  jour: string;
  message: MessageAffiche | null;
};

/** A row of what waits: a take-over, or a request that went up. */
type Attente = {
  id: number;
  nature: DemandeEnFile['nature'] | 'REPRISE';
  demandeur: string;
  designation: string;
  identifiant: string;
  demandeeLe: Date;
  opposee: boolean;
};

function attentes({ demandes, reprises }: ReferentProps): Attente[] {
  const montees = demandes.lignes.map((d) => ({ ...d, opposee: false }));
  const roles = reprises.map((r) => ({
    ...r,
    nature: 'REPRISE' as const,
    opposee: r.opposeeLe !== null,
  }));
  return [...roles, ...montees];
}

function colonnesDAttente({ t, langue }: Frame): Column<Attente>[] {
  return [
    {
      key: 'demandeur',
      header: t('continuite.referent.demandeur'),
      rowHeader: true,
      cell: ({ demandeur }) => demandeur,
    },
    {
      key: 'nature',
      header: t('continuite.referent.nature'),
      cell: ({ nature, opposee }) => (
        <>
          {t(`continuite.referent.natures.${nature}`)}
          {opposee && (
            <>
              {' '}
              <Badge kind="warning">{t('demandes.etapes.OPPOSEE')}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      key: 'structure',
      header: t('continuite.referent.structure'),
      cell: ({ designation, identifiant }) => (
        <>
          {designation}
          <span class="pc-detail">{identifiant}</span>
        </>
      ),
    },
    {
      key: 'depuis',
      header: t('continuite.referent.depuis'),
      cell: ({ demandeeLe }) => formatJour(langue, demandeeLe),
    },
  ];
}

function Demandes(props: ReferentProps) {
  const { frame } = props;
  const { t } = frame;
  return (
    <section class="pc-flow" aria-labelledby="demandes">
      <h2 id="demandes">{t('continuite.referent.demandes')}</h2>
      <DataTable
        t={t}
        caption={t('continuite.referent.demandes')}
        captionHidden
        columns={colonnesDAttente(frame)}
        rows={attentes(props)}
        rowKey={({ id }) => id}
        actions={({ id, demandeur }) => [
          { label: t('continuite.referent.decider'), about: demandeur, href: adresseDemande(id) },
        ]}
        empty={
          <EmptyState title={t('continuite.referent.aucuneDemande')}>
            <p>{t('continuite.referent.aucuneDemandeTexte')}</p>
          </EmptyState>
        }
      />
    </section>
  );
}

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

function Orphelines({ frame, departement, orphelines, voulue }: ReferentProps) {
  const { t } = frame;
  if (!orphelines) return null;
  const { page, pages } = etendueDe(voulue, orphelines.total, orphelines.lignes.length);
  const vers = (numero: number) =>
    adresseAvec(adresses.referent, { departement, page: numero === 1 ? null : numero });
  return (
    <>
      <DataTable
        t={t}
        caption={t('continuite.referent.structures')}
        captionHidden
        columns={colonnesDeStructure(frame)}
        rows={orphelines.lignes}
        rowKey={({ id }) => id}
        actions={({ id, designation }) => [
          { label: t('continuite.referent.gerer'), about: designation, href: adresseReferent(id) },
        ]}
        empty={<EmptyState title={t('continuite.referent.aucuneStructure')} />}
      />
      <Pagination t={t} page={page} pages={pages} href={vers} />
    </>
  );
}

// A référent of a few départements chooses among them; of the whole country, types one.
function ChoixDeDepartement({ frame: { t }, departements, saisi }: ReferentProps) {
  if (departements === null) {
    return (
      <SearchBar
        id="departement"
        action={adresses.referent}
        label={t('continuite.referent.departement')}
        hint={t('continuite.referent.departementAide')}
        button={t('continuite.referent.afficher')}
        value={saisi}
      />
    );
  }
  return (
    <ul class="pc-inline fr-raw-list">
      {departements.map((code) => (
        <li key={code}>
          <a
            href={adresseAvec(adresses.referent, { departement: code })}
            aria-current={code === saisi ? 'true' : undefined}
          >
            {`${t('continuite.referent.departement')} ${code}`}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function referentPage(props: ReferentProps) {
  const { frame, message } = props;
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('continuite.referent.titre')}
      intro={t('continuite.referent.intro')}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre') },
      ]}
    >
      {message && <Alert t={t} {...message} />}
      <Demandes {...props} />
      <section class="pc-flow" aria-labelledby="structures">
        <h2 id="structures">{t('continuite.referent.structures')}</h2>
        <p>{t('continuite.referent.structuresTexte')}</p>
        <ChoixDeDepartement {...props} />
        <Orphelines {...props} />
      </section>
    </Page>
  );
}
