// « Activités du gestionnaire » (screens §9): what waits, then the structures managed, each leading to its pages.

import { adresseGestion, adresseReprise, adresses } from '../../domain/adresses.ts';
import type { CompteDesDemandes } from '../../domain/demande/file.ts';
import type { RepriseOpposable } from '../../domain/demande/queries-reprise-lecture.ts';
import {
  ATTENTE_MAX,
  type FiltreMesStructures,
  type MaStructure,
} from '../../domain/rattachement/queries-mes-structures.ts';
import type { PageLue } from '../../platform/postgres/pages.ts';
import { adresseAvec, etendueDe, TAILLES } from '../commun/listes.ts';
import type { MessageAffiche } from '../commun/messages.ts';
import { Alert } from '../components/alert.tsx';
import { Badge } from '../components/badge.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ListFoot } from '../components/list-foot.tsx';
import type { Action } from '../components/row-actions.tsx';
import { SearchBar } from '../components/search-bar.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { aReprendre } from '../structures/vacance.tsx';
import { Attente, fragilite, Reprises } from './attente.tsx';
import { filGestion, MenuActivites } from './cadre-gestion.tsx';

type Props = {
  frame: Frame;
  attente: CompteDesDemandes;
  reprises: RepriseOpposable[];
  structures: PageLue<MaStructure>;
  filtre: FiltreMesStructures;
  jour: string;
  message: MessageAffiche | null;
};

/** From this many rows on, a list is worth searching. */
const A_CHERCHER = 5;

// Who manages without a manager's role does so by delegation.
function monRole({ t }: Frame, { role }: MaStructure): string {
  if (role === null || role === 'UTILISATEUR') return t('gestion.accueil.delegue');
  return t(`compte.roles.${role}`);
}

// Nobody counts all that waits on each structure: beyond the bound, « plus de ».
function enAttente({ t }: Frame, { id, enAttente: nombre }: MaStructure) {
  if (nombre === 0) return '0';
  const plus = nombre > ATTENTE_MAX;
  return (
    <a href={adresseAvec(adresses.demandesADecider, { structure: id })}>
      {plus ? t('gestion.plusDe', { nombre: ATTENTE_MAX }) : nombre}
    </a>
  );
}

function colonnes(frame: Frame): Column<MaStructure>[] {
  const { t } = frame;
  return [
    {
      key: 'structure',
      header: t('gestion.accueil.structure'),
      rowHeader: true,
      cell: ({ designation, identifiant, statut }) => (
        <>
          {designation}
          <span class="pc-detail">{identifiant}</span>
          {statut === 'INACTIF' && <Badge kind="neutral">{t('demandes.liste.inactive')}</Badge>}
        </>
      ),
    },
    {
      key: 'role',
      header: t('gestion.accueil.role'),
      cell: (structure) => monRole(frame, structure),
    },
    {
      key: 'gestionnaires',
      header: t('gestion.accueil.gestionnaires'),
      cell: (structure) => (
        <>
          {structure.gestionnairesActifs}
          {structure.statut === 'ACTIF' && <Fragilite frame={frame} structure={structure} />}
        </>
      ),
    },
    {
      key: 'attente',
      header: t('gestion.accueil.enAttente'),
      cell: (structure) => enAttente(frame, structure),
    },
  ];
}

function Fragilite({ frame: { t }, structure }: { frame: Frame; structure: MaStructure }) {
  return (
    <>
      {fragilite(t, structure).map((mot) => (
        <span class="pc-detail" key={mot}>
          <Badge kind="warning">{mot}</Badge>
        </span>
      ))}
    </>
  );
}

// What nobody may put off comes first.
function actionsSur({ t }: Frame, structure: MaStructure): Action[] {
  const { id, designation: about } = structure;
  const reprise = { label: t('gestion.accueil.reprendre'), about, href: adresseReprise(id) };
  const pages = (['utilisateurs', 'fiche', 'historique'] as const).map((lien) => {
    return { label: t(`gestion.pages.${lien}`), about, href: adresseGestion(id, lien) };
  });
  return aReprendre(structure) ? [reprise, ...pages] : pages;
}

function Liste({ frame, structures, filtre }: Pick<Props, 'frame' | 'structures' | 'filtre'>) {
  const { t, langue } = frame;
  const { lignes } = structures;
  const etendue = etendueDe(filtre, structures.total, lignes.length);
  const aChercher = filtre.texte !== '' || structures.total > A_CHERCHER;
  const vers = (autres: Partial<FiltreMesStructures>) => {
    const { texte, parPage, page: numero } = { ...filtre, ...autres };
    const rang = numero === 1 ? null : numero;
    return adresseAvec(adresses.gestionnaire, { texte, lignes: parPage, page: rang });
  };
  return (
    <>
      {aChercher && (
        <SearchBar
          id="texte"
          action={adresses.gestionnaire}
          label={t('gestion.accueil.chercher')}
          hint={t('gestion.accueil.chercherAide')}
          button={t('gestion.accueil.bouton')}
          value={filtre.texte}
          keep={{ lignes: String(filtre.parPage) }}
        />
      )}
      <DataTable
        t={t}
        caption={t('gestion.accueil.legende')}
        captionHidden
        columns={colonnes(frame)}
        rows={lignes}
        rowKey={({ id }) => id}
        actions={(structure) => actionsSur(frame, structure)}
        empty={
          <EmptyState title={t('gestion.accueil.aucune')}>
            <p>
              <a href={adresses.gestionnaire}>{t('gestion.accueil.toutAfficher')}</a>
            </p>
          </EmptyState>
        }
      />
      {aChercher && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendue}
          sizes={{ all: TAILLES, current: filtre.parPage }}
          href={vers}
        />
      )}
    </>
  );
}

export function accueilGestionPage(props: Props) {
  const { frame, attente, reprises, jour, message } = props;
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('gestion.titre')}
      intro={t('gestion.accueil.intro')}
      breadcrumb={filGestion(t)}
      sideMenu={<MenuActivites frame={frame} attente={attente} courante="structures" />}
    >
      {message && <Alert t={t} {...message} />}
      <section class="pc-flow" aria-labelledby="attente">
        <h2 id="attente">{t('gestion.accueil.attente')}</h2>
        <Attente frame={frame} attente={attente} jour={jour} />
        <Reprises frame={frame} reprises={reprises} />
      </section>
      <section class="pc-flow" aria-labelledby="structures">
        <h2 id="structures">{t('gestion.accueil.structures')}</h2>
        <Liste {...props} />
      </section>
    </Page>
  );
}
