// « Mes rattachements aux structures » (guide p.9): one row a structure, what each covers, what can be done.
import { adresseFiche, adresseStructure, adresses } from '../../../domain/adresses.ts';
import {
  type EtatAffiche,
  etatAffiche,
  type LigneAffichee,
  type RattachementAffiche,
} from '../../../domain/rattachement/rattachement.ts';
import { adresseAvec } from '../../commun/listes.ts';
import { Badge } from '../../components/badge.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import type { Action } from '../../components/row-actions.tsx';
import type { Frame } from '../../layout/page.tsx';
import { periodeEnMots, porteeEnMots } from './periode.ts';

const BADGES = {
  VALIDEE: 'success',
  DESACTIVEE: 'neutral',
  EXPIREE: 'warning',
  A_VENIR: 'info',
} as const satisfies Record<EtatAffiche, string>;

type Props = {
  frame: Frame;
  rattachements: RattachementAffiche[];
  /** The civil day on which states are read. */
  jour: string;
  /** With boxes to tick and actions: on the page of the list. */
  complet?: boolean;
  empty: preact.ComponentChildren;
};

function BadgeEtat({ frame: { t }, etat }: { frame: Frame; etat: EtatAffiche }) {
  return <Badge kind={BADGES[etat]}>{t(`compte.statuts.${etat}`)}</Badge>;
}

// Where the lines of a structure differ, each says its own state.
function Couverture({
  frame,
  rattachement,
  jour,
}: Omit<Props, 'rattachements' | 'empty'> & { rattachement: RattachementAffiche }) {
  const phrase = (ligne: LigneAffichee) => {
    const etat = etatAffiche(ligne, jour);
    return (
      <>
        {porteeEnMots(frame, ligne.service)}
        <span class="pc-detail">{periodeEnMots(frame, ligne, etat !== 'A_VENIR')}</span>
        {etat !== rattachement.etat && <BadgeEtat frame={frame} etat={etat} />}
      </>
    );
  };
  const { lignes } = rattachement;
  const [premiere] = lignes;
  if (lignes.length === 1 && premiere) return phrase(premiere);
  return (
    <ul class="fr-raw-list">
      {lignes.map((ligne) => (
        <li key={`${ligne.service} ${ligne.dateDebut}`}>{phrase(ligne)}</li>
      ))}
    </ul>
  );
}

function colonnes(frame: Frame, jour: string): Column<RattachementAffiche>[] {
  const { t } = frame;
  return [
    {
      key: 'designation',
      header: t('pages.rattachements.designation'),
      rowHeader: true,
      cell: ({ designation, statutStructure }) => (
        <>
          {designation}
          {statutStructure === 'INACTIF' && (
            <>
              {' '}
              <Badge kind="neutral">{t('demandes.liste.inactive')}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      key: 'identifiant',
      header: t('pages.rattachements.identifiant'),
      cell: ({ identifiant }) => identifiant,
    },
    {
      key: 'role',
      header: t('pages.rattachements.role'),
      cell: ({ role }) => t(`compte.roles.${role}`),
    },
    {
      key: 'services',
      header: t('pages.rattachements.servicesEtPeriode'),
      cell: (rattachement) => <Couverture frame={frame} rattachement={rattachement} jour={jour} />,
    },
    {
      key: 'statut',
      header: t('pages.rattachements.statut'),
      cell: ({ etat }) => <BadgeEtat frame={frame} etat={etat} />,
    },
  ];
}

function actions({ t }: Frame, rattachement: RattachementAffiche): Action[] {
  const { id, structureId, designation: about, entiere } = rattachement;
  const fiche = { label: t('demandes.liste.fiche'), about, href: adresseFiche(structureId) };
  return [
    { label: t('demandes.liste.consulter'), about, href: adresseStructure(structureId) },
    ...(entiere ? [fiche] : []),
    {
      label: t('demandes.liste.supprimerUn'),
      about,
      href: adresseAvec(adresses.supprimerRattachements, { r: id }),
    },
  ];
}

export function TableauRattachements({ frame, rattachements, jour, complet, empty }: Props) {
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={t('pages.rattachements.legende')}
      captionHidden
      columns={colonnes(frame, jour)}
      rows={rattachements}
      rowKey={({ id }) => id}
      select={
        complet
          ? {
              name: 'r',
              type: 'checkbox',
              value: ({ id }) => id,
              label: ({ designation }) => t('demandes.liste.selectionner', { designation }),
            }
          : undefined
      }
      actions={complet ? (rattachement) => actions(frame, rattachement) : undefined}
      empty={empty}
    />
  );
}
