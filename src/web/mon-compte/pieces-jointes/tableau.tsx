// The table of the pièces jointes (screens §8): what each is, its state, what can be done with it.
import { adressePieceJointe, adresses } from '../../../domain/adresses.ts';
import { affichageDe } from '../../../domain/piece-jointe/formats.ts';
import type { PieceJointe } from '../../../domain/piece-jointe/piece-jointe.ts';
import type { FiltrePieces } from '../../../domain/piece-jointe/queries.ts';
import { formatJour, formatTaille } from '../../../platform/textes/formats.ts';
import { adresseAvec } from '../../commun/listes.ts';
import { Badge } from '../../components/badge.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import type { Action } from '../../components/row-actions.tsx';
import type { Frame } from '../../layout/page.tsx';
import { adresseListe } from './filtre.ts';

type Props = {
  frame: Frame;
  pieces: readonly PieceJointe[];
  /** On the page of the list: boxes to tick, actions, columns that sort. */
  filtre?: FiltrePieces | undefined;
  empty: preact.ComponentChildren;
};

function Etat({ frame: { t }, piece }: { frame: Frame; piece: PieceJointe }) {
  const { etat, motifRejet } = piece;
  if (etat === 'DISPONIBLE') return null;
  return (
    <>
      {' '}
      <Badge kind={etat === 'REJETEE' ? 'error' : 'info'}>{t(`piecesJointes.etats.${etat}`)}</Badge>
      {motifRejet && <span class="pc-detail">{t(`piecesJointes.rejets.${motifRejet}`)}</span>}
    </>
  );
}

export function colonnesDePieces(
  frame: Frame,
  filtre?: FiltrePieces | undefined,
): Column<PieceJointe>[] {
  const { t, langue } = frame;
  const triable = (colonne: FiltrePieces['tri']['colonne']) => {
    if (!filtre) return undefined;
    const present = filtre.tri.colonne === colonne ? filtre.tri.sens : null;
    const sens = present === 'croissant' ? 'decroissant' : 'croissant';
    return {
      href: adresseListe({ ...filtre, page: 1, tri: { colonne, sens } }),
      state: present && (present === 'croissant' ? 'ascending' : 'descending'),
    } as const;
  };
  return [
    {
      key: 'designation',
      header: t('piecesJointes.colonnes.designation'),
      rowHeader: true,
      sort: triable('designation'),
      cell: (piece) => (
        <>
          {piece.designation}
          <Etat frame={frame} piece={piece} />
        </>
      ),
    },
    {
      key: 'nom',
      header: t('piecesJointes.colonnes.nom'),
      sort: triable('nom'),
      cell: ({ nomFichier }) => nomFichier,
    },
    {
      key: 'type',
      header: t('piecesJointes.colonnes.type'),
      sort: triable('type'),
      cell: ({ type }) => type,
    },
    {
      key: 'taille',
      header: t('piecesJointes.colonnes.taille'),
      sort: triable('taille'),
      cell: ({ tailleOctets }) => formatTaille(langue, tailleOctets),
    },
    {
      key: 'ajoutee',
      header: t('piecesJointes.colonnes.ajoutee'),
      sort: triable('ajoutee'),
      cell: ({ ajouteeLe }) => formatJour(langue, ajouteeLe),
    },
  ];
}

// Two of them may bear the same désignation: the file tells which is which.
function actions({ t }: Frame, piece: PieceJointe): Action[] {
  const { id, designation, nomFichier, extension, etat } = piece;
  const about = `${designation}, ${nomFichier}`;
  const lien = (comment: 'consulter' | 'telecharger') => ({
    label: t(`piecesJointes.actions.${comment}`),
    about,
    href: adressePieceJointe(id, comment),
  });
  return [
    ...(etat === 'DISPONIBLE' && affichageDe(extension) ? [lien('consulter')] : []),
    ...(etat === 'DISPONIBLE' ? [lien('telecharger')] : []),
    {
      label: t('piecesJointes.actions.supprimer'),
      about,
      href: adresseAvec(adresses.supprimerPiecesJointes, { p: id }),
    },
  ];
}

export function TableauPieces({ frame, pieces, filtre, empty }: Props) {
  const { t } = frame;
  return (
    <DataTable
      t={t}
      caption={t('piecesJointes.legende')}
      captionHidden
      columns={colonnesDePieces(frame, filtre)}
      rows={pieces}
      rowKey={({ id }) => id}
      select={
        filtre && {
          name: 'p',
          type: 'checkbox',
          value: ({ id }) => id,
          label: ({ designation, nomFichier: fichier }) =>
            t('piecesJointes.selectionner', { designation, fichier }),
        }
      }
      actions={filtre ? (piece) => actions(frame, piece) : undefined}
      empty={empty}
    />
  );
}
