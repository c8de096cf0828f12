// What waits for a référent's decision (model §3): take-overs, requests that went up; searched, page by page.
import { adresseDemande, adresses } from '../../domain/adresses.ts';
import type { DemandeMontee, PageDeMontees } from '../../domain/demande/file.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { adresseAvec, etendueDe } from '../commun/listes.ts';
import { Badge } from '../components/badge.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ListFoot } from '../components/list-foot.tsx';
import { SearchBar } from '../components/search-bar.tsx';
import type { Frame } from '../layout/page.tsx';
import { adresseDuReferent, type LectureDuReferent } from './lecture.ts';

export type PropsDeDemandes = { frame: Frame; lecture: LectureDuReferent; demandes: PageDeMontees };

function colonnesDAttente({ t, langue }: Frame): Column<DemandeMontee>[] {
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
      cell: ({ nature, opposeeLe }) => (
        <>
          {t(`continuite.referent.natures.${nature}`)}
          {opposeeLe && (
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

export function Demandes(props: PropsDeDemandes) {
  const { frame, demandes, lecture } = props;
  const { filtre, departement } = lecture;
  const { t, langue } = frame;
  const { lignes, total, plus } = demandes;
  return (
    <section class="pc-flow" aria-labelledby="demandes">
      <h2 id="demandes">{t('continuite.referent.demandes')}</h2>
      {(filtre.texte !== '' || total > lignes.length) && (
        <SearchBar
          id="texte"
          action={adresses.referent}
          label={t('gestion.demandes.chercher')}
          button={t('continuite.referent.chercherDemande')}
          value={filtre.texte}
          keep={{ departement }}
        />
      )}
      <DataTable
        t={t}
        caption={t('continuite.referent.demandes')}
        captionHidden
        columns={colonnesDAttente(frame)}
        rows={lignes}
        rowKey={({ id }) => id}
        actions={({ id, demandeur }) => [
          { label: t('continuite.referent.decider'), about: demandeur, href: adresseDemande(id) },
        ]}
        empty={<AucuneDemande {...props} />}
      />
      {total > lignes.length && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendueDe(filtre, total, lignes.length)}
          more={plus}
          href={({ page = 1 }) => adresseDuReferent(lecture, { demandes: page })}
        />
      )}
    </section>
  );
}

function AucuneDemande({ frame: { t }, lecture: { filtre, departement } }: PropsDeDemandes) {
  if (filtre.texte === '')
    return (
      <EmptyState title={t('continuite.referent.aucuneDemande')}>
        <p>{t('continuite.referent.aucuneDemandeTexte')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('gestion.demandes.aucunFiltre')}>
      <p>
        <a href={adresseAvec(adresses.referent, { departement })}>
          {t('gestion.demandes.toutAfficher')}
        </a>
      </p>
    </EmptyState>
  );
}
