// The confirmation of a deletion of pièces jointes (screens §8), as a page.
import { adresses } from '../../../../domain/adresses.ts';
import type { PieceJointe } from '../../../../domain/piece-jointe/piece-jointe.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filCompte, MenuCompte } from '../../menu.tsx';
import { colonnesDePieces } from '../tableau.tsx';

type Props = { frame: Frame; pieces: PieceJointe[] };

export function suppressionPage({ frame, pieces }: Props) {
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('piecesJointes.suppression.titre')}
      intro={t('piecesJointes.suppression.question', { count: pieces.length })}
      breadcrumb={[
        ...filCompte(t).slice(0, 1),
        { label: t('compte.blocs.piecesJointes'), href: adresses.piecesJointes },
        { label: t('piecesJointes.suppression.titre') },
      ]}
      sideMenu={<MenuCompte frame={frame} courant="piecesJointes" />}
    >
      <DataTable
        t={t}
        caption={t('piecesJointes.suppression.legende')}
        captionHidden
        columns={colonnesDePieces(frame)}
        rows={pieces}
        rowKey={({ id }) => id}
        empty={null}
      />
      <p>{t('piecesJointes.suppression.consequences')}</p>
      <form method="post" action={adresses.supprimerPiecesJointes}>
        {pieces.map(({ id }) => (
          <input key={id} type="hidden" name="p" value={id} />
        ))}
        <ButtonGroup>
          <Button>{t('piecesJointes.suppression.ok')}</Button>
          <ButtonLink kind="secondary" href={adresses.piecesJointes}>
            {t('piecesJointes.suppression.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
