// What became of each request of a mass decision (screens §9): decided, by whom before, or why not.
import { adresseDemande } from '../../../domain/adresses.ts';
import type { CompteDesDemandes, DemandeChoisie } from '../../../domain/demande/file.ts';
import { formatNombre } from '../../../platform/textes/formats.ts';
import { Alert } from '../../components/alert.tsx';
import { Badge } from '../../components/badge.tsx';
import { ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { filGestion, MenuActivites } from '../cadre-gestion.tsx';
import type { Bilan } from './bilan.ts';
import { colonnesDeDemande } from './colonnes.tsx';
import { adresseDeFile } from './form.ts';

type Props = {
  frame: Frame;
  attente: CompteDesDemandes;
  bilan: Bilan;
  /** Those that the reader may still see. */
  demandes: DemandeChoisie[];
};

function Resultat({
  frame: { t },
  demande,
  bilan,
}: Omit<Props, 'demandes' | 'attente'> & {
  demande: DemandeChoisie;
}) {
  const { id, etat, parMoi, decideePar } = demande;
  if (parMoi && etat === 'ACCEPTEE')
    return <Badge kind="success">{t('gestion.bilan.accepteeParMoi')}</Badge>;
  if (parMoi && etat === 'REFUSEE')
    return <Badge kind="neutral">{t('gestion.bilan.refuseeParMoi')}</Badge>;
  const raison = bilan.raisons.get(id);
  const attend = etat === 'EN_COURS_DE_VALIDATION';
  return (
    <>
      <Badge kind={attend ? 'warning' : 'info'}>
        {t(`gestion.bilan.${etat}`, { par: decideePar ?? t('gestion.bilan.quelquUn') })}
      </Badge>
      {attend && raison && <span class="pc-detail">{t(`gestion.refus.${raison}`)}</span>}
    </>
  );
}

export function bilanPage({ frame, attente, bilan, demandes }: Props) {
  const { t, langue } = frame;
  const titre = t('gestion.bilan.titre');
  const perdues = bilan.ids.length - demandes.length;
  const colonnes: Column<DemandeChoisie>[] = [
    ...colonnesDeDemande<DemandeChoisie>(frame),
    {
      key: 'resultat',
      header: t('gestion.bilan.resultat'),
      cell: (demande) => <Resultat frame={frame} bilan={bilan} demande={demande} />,
    },
  ];
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${t('gestion.titre')}`}
      breadcrumb={filGestion(t, [
        { label: t('gestion.menu.demandes'), href: adresseDeFile(bilan.file) },
        { label: titre },
      ])}
      sideMenu={<MenuActivites frame={frame} attente={attente} courante={null} />}
    >
      {perdues > 0 && (
        <Alert
          t={t}
          kind="warning"
          title={t('gestion.bilan.perdues', {
            count: perdues,
            nombre: formatNombre(langue, perdues),
          })}
        />
      )}
      <DataTable
        t={t}
        caption={t('gestion.bilan.legende')}
        captionHidden
        columns={colonnes}
        // What they are there now may be what was just granted: it would read as known before.
        rows={demandes.map((demande) => ({ ...demande, role: null }))}
        rowKey={({ id }) => id}
        actions={({ id, demandeur: about }) => [
          { label: t('gestion.demandes.examiner'), about, href: adresseDemande(id) },
        ]}
        empty={null}
      />
      <ButtonGroup>
        <ButtonLink href={adresseDeFile(bilan.file)}>{t('gestion.bilan.retour')}</ButtonLink>
      </ButtonGroup>
    </Page>
  );
}
