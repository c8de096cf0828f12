// The report of an act on many people (screens §9): each row says what became of it.
import { adresseGestion } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { PersonneChoisie } from '../../../../domain/rattachement/utilisateurs.ts';
import { formatNombre } from '../../../../platform/textes/formats.ts';
import { Alert } from '../../../components/alert.tsx';
import { Badge } from '../../../components/badge.tsx';
import { ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import { colonnesDePersonne } from './confirmation.page.tsx';
import type { ActeDeGroupe } from './form.ts';
import { estFait, type Issue } from './rapport.ts';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  acte: ActeDeGroupe;
  suites: (PersonneChoisie & { issue: Issue })[];
};

function Bilan({ frame: { t, langue }, suites }: Pick<Props, 'frame' | 'suites'>) {
  const faits = suites.filter(({ issue }) => estFait(issue)).length;
  const refus = suites.length - faits;
  const dit = { count: faits, nombre: formatNombre(langue, faits) };
  return (
    <Alert
      t={t}
      kind={refus === 0 ? 'success' : 'warning'}
      title={faits === 0 ? t('utilisateurs.rapport.aucun') : t('utilisateurs.rapport.faits', dit)}
    >
      {refus > 0 && (
        <p>
          {t('utilisateurs.rapport.refus', { count: refus, nombre: formatNombre(langue, refus) })}
        </p>
      )}
    </Alert>
  );
}

export function rapportPage({ frame, structure, acte, suites }: Props) {
  const { t } = frame;
  const titre = t('utilisateurs.rapport.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${t(`utilisateurs.rapport.titres.${acte}`)} – ${structure.designation}`}
      breadcrumb={filStructure(t, structure, 'utilisateurs', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="utilisateurs" />}
    >
      <Bilan frame={frame} suites={suites} />
      <DataTable
        t={t}
        caption={t('utilisateurs.rapport.legende')}
        columns={[
          ...colonnesDePersonne(frame),
          {
            key: 'suite',
            header: t('utilisateurs.rapport.suite'),
            cell: ({ issue }: Props['suites'][number]) =>
              estFait(issue) ? (
                <Badge kind="success">{t(`utilisateurs.suites.${issue}`)}</Badge>
              ) : (
                t(`utilisateurs.suites.${issue}`)
              ),
          },
        ]}
        rows={suites}
        rowKey={({ id }) => id}
        empty={null}
      />
      <ButtonGroup>
        <ButtonLink kind="secondary" href={adresseGestion(structure.id, 'utilisateurs')}>
          {t('utilisateurs.rapport.retour')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
