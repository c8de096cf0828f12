// The services of a structure, found by code or name, page by page (screens §6).

import { type EtatService, etatService, type ServiceLu } from '../../domain/structure/fiche.ts';
import type { PageLue, PageVoulue } from '../../platform/postgres/pages.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { adresseAvec, etendueDe } from '../commun/listes.ts';
import { Badge } from '../components/badge.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ListFoot } from '../components/list-foot.tsx';
import { SearchBar } from '../components/search-bar.tsx';
import type { Frame } from '../layout/page.tsx';

export type ServicesMontres = PageLue<ServiceLu> & {
  /** The page where the list stands, and what its address holds besides. */
  adresse: string;
  garde: Record<string, string | null>;
  voulue: PageVoulue;
  texte: string;
  jour: string;
};

/** How the state of a service is drawn. */
export const BADGES = {
  OUVERT: 'success',
  A_VENIR: 'info',
  FERME: 'neutral',
} as const satisfies Record<EtatService, string>;

/** The columns that every list of services shows. */
export function colonnesDeService({ t, langue }: Frame): Column<ServiceLu>[] {
  const jour = (date: string | null) => (date === null ? '–' : formatJour(langue, date));
  return [
    {
      key: 'nom',
      header: t('annuaire.structure.nomService'),
      rowHeader: true,
      cell: ({ libelle }) => libelle,
    },
    { key: 'code', header: t('annuaire.structure.code'), cell: ({ code }) => code },
    {
      key: 'debut',
      header: t('annuaire.structure.dateDebut'),
      cell: ({ dateDebut }) => jour(dateDebut),
    },
    { key: 'fin', header: t('annuaire.structure.dateFin'), cell: ({ dateFin }) => jour(dateFin) },
  ];
}

function colonnes(frame: Frame, aujourdHui: string): Column<ServiceLu>[] {
  const { t } = frame;
  return [
    ...colonnesDeService(frame),
    {
      key: 'engagement',
      header: t('annuaire.structure.engagement'),
      cell: ({ engagementObligatoire }) =>
        t(
          engagementObligatoire
            ? 'annuaire.structure.engagementExige'
            : 'annuaire.structure.engagementNon',
        ),
    },
    {
      key: 'statut',
      header: t('annuaire.structure.statutService'),
      cell: (service) => {
        const etat = etatService(service, aujourdHui);
        return <Badge kind={BADGES[etat]}>{t(`annuaire.structure.etatsService.${etat}`)}</Badge>;
      },
    },
  ];
}

/** The section of the services; the search shows once there is something to search. */
export function Services({ frame, services }: { frame: Frame; services: ServicesMontres }) {
  const { t } = frame;
  const { lignes, total, texte, adresse, garde, jour, voulue } = services;
  const vide =
    texte === '' ? (
      <EmptyState title={t('annuaire.structure.aucunService')}>
        <p>{t('annuaire.structure.aucunServiceTexte')}</p>
      </EmptyState>
    ) : (
      <EmptyState title={t('annuaire.structure.aucunServiceFiltre')} />
    );
  return (
    <section class="pc-flow" id="services" aria-labelledby="services-titre">
      <h2 id="services-titre">{t('annuaire.structure.services')}</h2>
      {(texte !== '' || total > voulue.parPage) && (
        <SearchBar
          id="service"
          action={`${adresse}#services`}
          label={t('annuaire.structure.chercherService')}
          button={t('annuaire.structure.chercher')}
          value={texte}
          keep={garde}
        />
      )}
      <DataTable
        t={t}
        caption={t('annuaire.structure.services')}
        captionHidden
        columns={colonnes(frame, jour)}
        rows={lignes}
        rowKey={({ id }) => id}
        empty={vide}
      />
      {total > 0 && <Pied frame={frame} services={services} />}
    </section>
  );
}

/** Which services are shown, and the other pages. */
export function Pied({ frame, services }: { frame: Frame; services: ServicesMontres }) {
  const { t, langue } = frame;
  const { lignes, total, texte, adresse, garde, voulue } = services;
  const etendue = etendueDe(voulue, total, lignes.length);
  if (etendue.pages === 1) return null;
  return (
    <ListFoot
      t={t}
      langue={langue}
      shown={etendue}
      href={({ page }) => `${adresseAvec(adresse, { ...garde, service: texte, page })}#services`}
    />
  );
}
