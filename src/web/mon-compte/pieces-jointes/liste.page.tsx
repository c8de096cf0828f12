// « Pièces jointes » (screens §8): what the account keeps, what is left of its room, what can be done with several.
import { adresses } from '../../../domain/adresses.ts';
import type { LimitesDesPieces } from '../../../domain/piece-jointe/limites.ts';
import type { PieceJointe, Usage } from '../../../domain/piece-jointe/piece-jointe.ts';
import type { FiltrePieces } from '../../../domain/piece-jointe/queries.ts';
import type { PageLue } from '../../../platform/postgres/pages.ts';
import { formatNombre, formatTaille } from '../../../platform/textes/formats.ts';
import { etendueDe, TAILLES } from '../../commun/listes.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListFoot } from '../../components/list-foot.tsx';
import { SearchBar } from '../../components/search-bar.tsx';
import type { Frame } from '../../layout/page.tsx';
import { BlocPage } from '../bloc.page.tsx';
import { adresseListe } from './filtre.ts';
import { SansAnalyse } from './sans-analyse.tsx';
import { TableauPieces } from './tableau.tsx';

type Props = {
  frame: Frame;
  liste: PageLue<PieceJointe>;
  filtre: FiltrePieces;
  usage: Usage;
  limites: LimitesDesPieces;
  /** Files wait for an antivirus before they open. */
  analyse: boolean;
  message: MessageAffiche | null;
};

/** From this many rows on, a list is worth searching. */
const A_CHERCHER = 5;
/** The form of the ticked rows; its buttons stand above the table. */
const SELECTION = 'selection';

function Place({ frame: { t, langue }, usage, limites }: Props) {
  return (
    <p>
      {t('piecesJointes.usage', {
        count: usage.fichiers,
        nombre: formatNombre(langue, usage.fichiers),
        fichiersMax: formatNombre(langue, limites.fichiersMax),
        taille: formatTaille(langue, usage.octets),
        quota: formatTaille(langue, limites.quotaOctets),
      })}
    </p>
  );
}

/** What is shown waits for its analysis: the page says how to see it end. */
function EnAnalyse({ frame: { t }, liste, filtre }: Props) {
  const nombre = liste.lignes.filter(
    ({ etat }) => etat === 'RECUE' || etat === 'EN_ANALYSE',
  ).length;
  if (nombre === 0) return null;
  return (
    <Alert t={t} kind="info" title={t('piecesJointes.enAnalyse', { count: nombre })}>
      <p>
        {t('piecesJointes.enAnalyseTexte')}{' '}
        <a href={adresseListe(filtre)}>{t('piecesJointes.actualiser')}</a>
      </p>
    </Alert>
  );
}

/** An account without any, wherever they are shown. */
export function AucunePieceJointe({ frame: { t } }: { frame: Frame }) {
  return (
    <EmptyState title={t('piecesJointes.aucune')}>
      <p>{t('piecesJointes.aucuneTexte')}</p>
    </EmptyState>
  );
}

function Vide({ frame, filtre }: Pick<Props, 'frame' | 'filtre'>) {
  const { t } = frame;
  if (filtre.texte === '') return <AucunePieceJointe frame={frame} />;
  return (
    <EmptyState title={t('piecesJointes.aucunFiltre')}>
      <p>{t('piecesJointes.aucunFiltreTexte')}</p>
      <p>
        <a href={adresses.piecesJointes}>{t('piecesJointes.toutAfficher')}</a>
      </p>
    </EmptyState>
  );
}

function Gestion(props: Props) {
  const { frame, liste, filtre } = props;
  const { t, langue } = frame;
  const aChercher = filtre.texte !== '' || liste.total > A_CHERCHER;
  const choisies = (adresse: string, texte: string) => (
    <Button kind="secondary" form={SELECTION} formAction={adresse}>
      {texte}
    </Button>
  );
  return (
    <section class="pc-flow" aria-labelledby="gestion">
      <h2 id="gestion">{t('piecesJointes.gestion')}</h2>
      <EnAnalyse {...props} />
      {aChercher && (
        <SearchBar
          id="texte"
          action={adresses.piecesJointes}
          label={t('piecesJointes.chercher')}
          hint={t('piecesJointes.chercherAide')}
          button={t('piecesJointes.chercherBouton')}
          value={filtre.texte}
        />
      )}
      {liste.total > 0 && (
        <ButtonGroup>
          {choisies(adresses.archiveDePiecesJointes, t('piecesJointes.telechargerChoisies'))}
          {choisies(adresses.supprimerPiecesJointes, t('piecesJointes.supprimerChoisies'))}
        </ButtonGroup>
      )}
      <form id={SELECTION} class="pc-flow" method="get" action={adresses.supprimerPiecesJointes}>
        <TableauPieces
          frame={frame}
          pieces={liste.lignes}
          filtre={filtre}
          empty={<Vide frame={frame} filtre={filtre} />}
        />
      </form>
      {aChercher && (
        <ListFoot
          t={t}
          langue={langue}
          shown={etendueDe(filtre, liste.total, liste.lignes.length)}
          sizes={{ all: TAILLES, current: filtre.parPage }}
          href={(autres) => adresseListe({ ...filtre, ...autres })}
        />
      )}
    </section>
  );
}

export function listePage(props: Props) {
  const { frame, analyse, message } = props;
  const { t } = frame;
  return (
    <BlocPage frame={frame} bloc="piecesJointes">
      {message && <Alert t={t} {...message} />}
      {!analyse && <SansAnalyse frame={frame} />}
      <ButtonGroup>
        <ButtonLink href={adresses.ajouterPieceJointe}>{t('piecesJointes.ajouter')}</ButtonLink>
      </ButtonGroup>
      <Place {...props} />
      <Gestion {...props} />
    </BlocPage>
  );
}
