// The queue of the requests to decide on (screens §9): filters, sort, pages, ticked rows accepted or refused at once.

import { adresseDemande, adresses } from '../../../domain/adresses.ts';
import {
  AGES_JOURS,
  type CompteDesDemandes,
  type FiltreDeFile,
  NATURES_A_DECIDER,
  type PageDeFile,
} from '../../../domain/demande/file.ts';
import type { StructureNommee } from '../../../domain/rattachement/queries-mes-structures.ts';
import { etendueDe, TAILLES } from '../../commun/listes.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Button, ButtonGroup } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { ListFoot } from '../../components/list-foot.tsx';
import { Select } from '../../components/select.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { nombreEnMots } from '../attente.tsx';
import { filGestion, MenuActivites } from '../cadre-gestion.tsx';
import { colonnesDeLaFile } from './colonnes.tsx';
import { adresseDeFile, estFiltre, fileEnTexte } from './form.ts';

type Props = {
  frame: Frame;
  attente: CompteDesDemandes;
  file: PageDeFile;
  filtre: FiltreDeFile;
  /** Those that the filter offers, the one chosen among them. */
  structures: StructureNommee[];
  jour: string;
  message: MessageAffiche | null;
};

/** The form of the ticked rows; its buttons stand above the list. */
const SELECTION = 'selection';

function Filtre({ frame: { t }, filtre, structures }: Props) {
  const toutes = (label: string) => ({ value: '', label });
  return (
    <search>
      <form class="pc-inline" method="get" action={adresses.demandesADecider}>
        {filtre.tri !== 'ancien' && <input type="hidden" name="tri" value={filtre.tri} />}
        <Field
          id="texte"
          label={t('gestion.demandes.chercher')}
          value={filtre.texte}
          autocomplete="off"
        />
        {structures.length > 1 && (
          <Select
            id="structure"
            label={t('gestion.demandes.structure')}
            value={String(filtre.structureId ?? '')}
            options={[
              toutes(t('gestion.demandes.toutesStructures')),
              ...structures.map(({ id, designation }) => ({
                value: String(id),
                label: designation,
              })),
            ]}
          />
        )}
        <Select
          id="nature"
          label={t('gestion.demandes.nature')}
          value={filtre.nature ?? ''}
          options={[
            toutes(t('gestion.demandes.toutesNatures')),
            ...NATURES_A_DECIDER.map((nature) => ({
              value: nature,
              label: t(`gestion.demandes.natures.${nature}`),
            })),
          ]}
        />
        <Select
          id="age"
          label={t('gestion.demandes.age')}
          value={String(filtre.ageJours ?? '')}
          options={[
            toutes(t('gestion.demandes.toutAge')),
            ...AGES_JOURS.map((nombre) => ({
              value: String(nombre),
              label: t('gestion.demandes.agePlus', { nombre }),
            })),
          ]}
        />
        <Button kind="secondary">{t('gestion.demandes.afficher')}</Button>
      </form>
    </search>
  );
}

function Vide({ frame: { t }, filtre }: Props) {
  if (!estFiltre(filtre)) {
    return (
      <EmptyState title={t('gestion.demandes.aucune')}>
        <p>{t('gestion.demandes.aucuneTexte')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('gestion.demandes.aucunFiltre')}>
      <p>{t('gestion.demandes.aucunFiltreTexte')}</p>
      <p>
        <a href={adresses.demandesADecider}>{t('gestion.demandes.toutAfficher')}</a>
      </p>
    </EmptyState>
  );
}

function Tableau(props: Props) {
  const { frame, file, filtre, jour } = props;
  const { t } = frame;
  return (
    <form id={SELECTION} method="get" action={adresses.decisionDeDemandes}>
      <input type="hidden" name="file" value={fileEnTexte(filtre)} />
      <DataTable
        t={t}
        caption={t('gestion.demandes.legende')}
        captionHidden
        columns={colonnesDeLaFile(frame, filtre, jour)}
        rows={file.lignes}
        rowKey={({ id }) => id}
        select={{
          name: 'd',
          type: 'checkbox',
          value: ({ id }) => id,
          label: ({ demandeur, designation }) =>
            t('gestion.demandes.selectionner', { demandeur, designation }),
        }}
        actions={({ id, demandeur: about }) => [
          { label: t('gestion.demandes.examiner'), about, href: adresseDemande(id) },
        ]}
        empty={<Vide {...props} />}
      />
    </form>
  );
}

function Pied({ frame: { t, langue }, file, filtre }: Props) {
  return (
    <ListFoot
      t={t}
      langue={langue}
      shown={etendueDe(filtre, file.total, file.lignes.length)}
      more={file.plus}
      sizes={{ all: TAILLES, current: filtre.parPage }}
      href={(autres) => adresseDeFile({ ...filtre, ...autres })}
    />
  );
}

export function filePage(props: Props) {
  const { frame, attente, file, filtre, message } = props;
  const { t } = frame;
  const titre = t('gestion.demandes.titre', { nombre: nombreEnMots(frame, attente) });
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${t('gestion.titre')}`}
      breadcrumb={filGestion(t, [{ label: t('gestion.menu.demandes') }])}
      sideMenu={<MenuActivites frame={frame} attente={attente} courante="demandes" />}
    >
      {message && <Alert t={t} {...message} />}
      {(attente.nombre > 0 || estFiltre(filtre)) && <Filtre {...props} />}
      {file.lignes.length > 0 && (
        <ButtonGroup>
          <Button form={SELECTION} name="acte" value="accepter">
            {t('gestion.demandes.accepter')}
          </Button>
          <Button kind="secondary" form={SELECTION} name="acte" value="refuser">
            {t('gestion.demandes.refuser')}
          </Button>
        </ButtonGroup>
      )}
      <Tableau {...props} />
      {file.total > 0 && <Pied {...props} />}
    </Page>
  );
}
