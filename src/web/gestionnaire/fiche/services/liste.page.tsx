// The services of a structure for its managers: found by code or name, each to change, close or open again.
import { adresseGestion, adresseService } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import { etatService, type ServiceLu } from '../../../../domain/structure/fiche.ts';
import { formatJour } from '../../../../platform/textes/formats.ts';
import type { MessageAffiche } from '../../../commun/messages.ts';
import { Alert } from '../../../components/alert.tsx';
import { Badge } from '../../../components/badge.tsx';
import { ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import type { Action } from '../../../components/row-actions.tsx';
import { SearchBar } from '../../../components/search-bar.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { BADGES, Pied, type ServicesMontres } from '../../../structures/services.tsx';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  services: ServicesMontres;
  message: MessageAffiche | null;
};

// Few columns: the actions of a row stay on its line.
function colonnes({ t, langue }: Frame, jour: string): Column<ServiceLu>[] {
  return [
    {
      key: 'nom',
      header: t('annuaire.structure.nomService'),
      rowHeader: true,
      cell: ({ libelle }) => libelle,
    },
    { key: 'code', header: t('annuaire.structure.code'), cell: ({ code }) => code },
    {
      key: 'statut',
      header: t('annuaire.structure.statutService'),
      cell: (service) => {
        const etat = etatService(service, jour);
        const quand = etat === 'A_VENIR' ? service.dateDebut : service.dateFin;
        const mots = etat === 'A_VENIR' ? 'premierJour' : 'dernierJour';
        return (
          <>
            <Badge kind={BADGES[etat]}>{t(`annuaire.structure.etatsService.${etat}`)}</Badge>
            {quand !== null && (
              <span class="pc-detail">
                {t(`ficheGestion.services.${mots}`, { jour: formatJour(langue, quand) })}
              </span>
            )}
          </>
        );
      },
    },
  ];
}

function actionsDe({ frame: { t }, structure, services }: Props, service: ServiceLu): Action[] {
  const href = adresseService(structure.id, service.id);
  const ferme = service.dateFin !== null && service.dateFin < services.jour;
  const about = service.libelle;
  return [
    { label: t('ficheGestion.services.modifier'), about, href },
    ferme
      ? { label: t('ficheGestion.services.rouvrir'), about, href: `${href}/reouverture` }
      : { label: t('ficheGestion.services.fermer'), about, href: `${href}/fermeture` },
  ];
}

function Vide({ frame: { t }, services }: Props) {
  if (services.texte !== '')
    return <EmptyState title={t('annuaire.structure.aucunServiceFiltre')} />;
  return (
    <EmptyState title={t('annuaire.structure.aucunService')}>
      <p>{t('ficheGestion.services.aucunTexte')}</p>
    </EmptyState>
  );
}

export function servicesGestionPage(props: Props) {
  const { frame, structure, services, message } = props;
  const { t } = frame;
  const { lignes, total, texte, adresse, voulue, jour } = services;
  const titre = t('ficheGestion.services.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${structure.designation}`}
      intro={t('ficheGestion.services.intro')}
      breadcrumb={filStructure(t, structure, 'services')}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="services" />}
    >
      {message && <Alert t={t} {...message} />}
      {structure.statut === 'ACTIF' && (
        <ButtonGroup>
          <ButtonLink href={`${adresseGestion(structure.id, 'services')}/nouveau`}>
            {t('ficheGestion.services.creer')}
          </ButtonLink>
        </ButtonGroup>
      )}
      <section class="pc-flow" id="services">
        {(texte !== '' || total > voulue.parPage) && (
          <SearchBar
            id="service"
            action={adresse}
            label={t('annuaire.structure.chercherService')}
            button={t('annuaire.structure.chercher')}
            value={texte}
          />
        )}
        <DataTable
          t={t}
          caption={titre}
          captionHidden
          columns={colonnes(frame, jour)}
          rows={lignes}
          rowKey={({ id }) => id}
          actions={(service) => actionsDe(props, service)}
          empty={<Vide {...props} />}
        />
        {total > 0 && <Pied frame={frame} services={services} />}
      </section>
    </Page>
  );
}
