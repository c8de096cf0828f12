// The columns of the queue of requests (screens §9): who, where, what, since when; each sorts the list where it may.
import type {
  DemandeEnFile,
  FiltreDeFile,
  LigneEnFile,
  TriDeFile,
} from '../../../domain/demande/file.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import { Badge } from '../../components/badge.tsx';
import type { Column } from '../../components/data-table.tsx';
import type { Sort } from '../../components/sort-link.tsx';
import type { Frame } from '../../layout/page.tsx';
import { ligneEnMots } from '../../mon-compte/abonnements/mots.tsx';
import { periodeEnMots, porteeEnMots } from '../../mon-compte/rattachements/periode.ts';
import { ageEnMots } from '../attente.tsx';
import { adresseDeFile } from './form.ts';

function Demandeur({ frame: { t }, demande }: { frame: Frame; demande: DemandeEnFile }) {
  const { demandeur, identifiantConnexion, role } = demande;
  return (
    <>
      {demandeur}
      <span class="pc-detail">{identifiantConnexion}</span>
      {role && (
        <span class="pc-detail">
          {t('gestion.demandes.dejaRattache', { role: t(`compte.roles.${role}`) })}
        </span>
      )}
    </>
  );
}

function ligneDeFile(frame: Frame, { espace, service, mode }: LigneEnFile): string {
  return espace && mode
    ? ligneEnMots(frame, { espace, service, mode })
    : porteeEnMots(frame, service);
}

/** What is asked: the first scopes, how many more, the period, the comment. */
function Objet({ frame, demande }: { frame: Frame; demande: DemandeEnFile }) {
  const { t } = frame;
  const { nature, lignes, nombreDeLignes, commentaire } = demande;
  const [premiere] = lignes;
  const autres = nombreDeLignes - lignes.length;
  const portees = lignes.map((ligne) => ligneDeFile(frame, ligne)).join(', ');
  const cle = nature === 'ABONNEMENT' ? 'abonnements.demande' : 'gestion.demandes';
  const suite = autres > 0 ? t(`${cle}.autresLignes`, { count: autres, nombre: autres }) : null;
  const debut = premiere?.dateDebut;
  return (
    <>
      {suite ? `${portees} ${suite}` : portees}
      {nature !== 'RATTACHEMENT' && (
        <span class="pc-detail">{t(`gestion.demandes.natures.${nature}`)}</span>
      )}
      {premiere && debut && (
        <span class="pc-detail">
          {periodeEnMots(frame, { dateDebut: debut, dateFin: premiere.dateFin }, false)}
        </span>
      )}
      {commentaire && (
        <span class="pc-detail">{t('gestion.demandes.commentaire', { commentaire })}</span>
      )}
    </>
  );
}

function Depuis({ frame, demande, jour }: { frame: Frame; demande: DemandeEnFile; jour: string }) {
  const { t, langue } = frame;
  return (
    <>
      {formatJour(langue, demande.demandeeLe)}
      <span class="pc-detail">{ageEnMots(frame, demande.demandeeLe, jour)}</span>
      {demande.escaladeeLe && <Badge kind="warning">{t('gestion.demandes.escaladee')}</Badge>}
    </>
  );
}

/** Who asks, where and what: the same on every page that shows requests of the queue. */
export function colonnesDeDemande<D extends DemandeEnFile>(
  frame: Frame,
  sort: (tri: 'demandeur' | 'structure') => Sort | undefined = () => undefined,
): Column<D>[] {
  const { t } = frame;
  return [
    {
      key: 'demandeur',
      header: t('gestion.demandes.demandeur'),
      rowHeader: true,
      cell: (demande) => <Demandeur frame={frame} demande={demande} />,
      sort: sort('demandeur'),
    },
    {
      key: 'structure',
      header: t('gestion.demandes.structure'),
      cell: ({ designation, identifiant }) => (
        <>
          {designation}
          <span class="pc-detail">{identifiant}</span>
        </>
      ),
      sort: sort('structure'),
    },
    {
      key: 'objet',
      header: t('gestion.demandes.objet'),
      cell: (demande) => <Objet frame={frame} demande={demande} />,
    },
  ];
}

/** The columns of the queue, sorted by links. */
export function colonnesDeLaFile(
  frame: Frame,
  filtre: FiltreDeFile,
  jour: string,
): Column<DemandeEnFile>[] {
  const vers = (tri: TriDeFile) => adresseDeFile({ ...filtre, tri, page: 1 });
  const croissant = (tri: 'demandeur' | 'structure'): Sort => ({
    href: vers(filtre.tri === tri ? 'ancien' : tri),
    state: filtre.tri === tri ? 'ascending' : null,
  });
  const ETATS = { ancien: 'ascending', recent: 'descending' } as const;
  const { tri } = filtre;
  return [
    ...colonnesDeDemande<DemandeEnFile>(frame, croissant),
    {
      key: 'depuis',
      header: frame.t('gestion.demandes.depuis'),
      cell: (demande) => <Depuis frame={frame} demande={demande} jour={jour} />,
      sort: {
        href: vers(tri === 'ancien' ? 'recent' : 'ancien'),
        state: tri === 'ancien' || tri === 'recent' ? ETATS[tri] : null,
      },
    },
  ];
}
