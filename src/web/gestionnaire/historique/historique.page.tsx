// « Historique » of a structure: filter, lines newest first, older and newer pages, export.
import { adresseGestion } from '../../../domain/adresses.ts';
import {
  actesDe,
  FAMILLES_D_ACTES,
  type LigneDHistorique,
} from '../../../domain/journal/historique.ts';
import type { StructureGeree } from '../../../domain/rattachement/queries-gestion.ts';
import { formatHeure, formatJour } from '../../../platform/textes/formats.ts';
import type { PageBornee } from '../../commun/bornes.ts';
import { adresseAvec } from '../../commun/listes.ts';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { OlderNewer } from '../../components/older-newer.tsx';
import { Select } from '../../components/select.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { filStructure, MenuGestion } from '../cadre-gestion.tsx';
import { filtre as estFiltre, type LectureDuFiltre } from './form.ts';
import { auteurDe, nomDeLActe, phraseDe, qualiteDe } from './phrase.ts';
import { precisionsDe } from './precisions.ts';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  lecture: LectureDuFiltre;
} & PageBornee<LigneDHistorique>;

function optionsDActes({ t }: Frame) {
  const familles = FAMILLES_D_ACTES.map((famille) => ({
    value: famille as string,
    label: t(`historique.familles.${famille}`),
  }));
  const actes = FAMILLES_D_ACTES.flatMap(actesDe).map((acte) => ({
    value: acte as string,
    label: nomDeLActe(t, acte),
  }));
  return [{ value: '', label: t('historique.filtres.tout') }, ...familles, ...actes];
}

function Filtre({ frame, structure, lecture }: Pick<Props, 'frame' | 'structure' | 'lecture'>) {
  const { t } = frame;
  const { saisie, erreurs } = lecture;
  const erreurDe = (champ: string) => {
    const erreur = erreurs.find((une) => une.champ === champ);
    return erreur && t(`historique.erreurs.${erreur.motif}`);
  };
  const ici = adresseGestion(structure.id, 'historique');
  return (
    <search>
      <form class="pc-flow" method="get" action={ici}>
        <div class="pc-grid">
          <Select
            id="quoi"
            label={t('historique.filtres.quoi')}
            value={saisie.quoi}
            options={optionsDActes(frame)}
          />
          <Field
            id="personne"
            label={t('historique.filtres.personne')}
            hint={t('historique.filtres.personneAide')}
            value={saisie.personne}
            maxLength={100}
            autocomplete="off"
          />
        </div>
        <div class="pc-grid">
          <Field
            id="du"
            type="date"
            label={t('historique.filtres.du')}
            value={saisie.du}
            error={erreurDe('du')}
          />
          <Field
            id="au"
            type="date"
            label={t('historique.filtres.au')}
            value={saisie.au}
            error={erreurDe('au')}
          />
        </div>
        <ButtonGroup>
          <Button kind="secondary">{t('historique.filtres.filtrer')}</Button>
          {estFiltre(saisie) && (
            <ButtonLink kind="tertiary" href={ici}>
              {t('historique.filtres.effacer')}
            </ButtonLink>
          )}
        </ButtonGroup>
      </form>
    </search>
  );
}

function colonnes(frame: Frame): Column<LigneDHistorique>[] {
  const { t, langue } = frame;
  return [
    {
      key: 'quoi',
      header: t('historique.colonnes.quoi'),
      rowHeader: true,
      cell: (ligne) => {
        const precisions = precisionsDe(frame, ligne);
        return (
          <>
            {phraseDe(frame, ligne)}
            {precisions && <span class="pc-detail">{precisions}</span>}
          </>
        );
      },
    },
    {
      key: 'date',
      header: t('historique.colonnes.date'),
      cell: ({ instant }) => (
        <time datetime={instant.toISOString()}>
          {t('historique.quand', {
            jour: formatJour(langue, instant),
            heure: formatHeure(langue, instant),
          })}
        </time>
      ),
    },
    {
      key: 'par',
      header: t('historique.colonnes.par'),
      cell: (ligne) => {
        const qualite = qualiteDe(frame, ligne);
        return qualite ? `${auteurDe(frame, ligne)}, ${qualite}` : auteurDe(frame, ligne);
      },
    },
  ];
}

function Vide({ frame: { t }, lecture }: Pick<Props, 'frame' | 'lecture'>) {
  if (estFiltre(lecture.saisie)) return <EmptyState title={t('historique.aucun')} />;
  return (
    <EmptyState title={t('historique.vide')}>
      <p>{t('historique.videTexte')}</p>
    </EmptyState>
  );
}

function Exports({ frame: { t }, structure, lecture }: Props) {
  const vers = (format: string) =>
    adresseAvec(`${adresseGestion(structure.id, 'historique')}/export.${format}`, lecture.saisie);
  return (
    <section class="pc-flow" aria-labelledby="exporter">
      <div>
        <h2 id="exporter">{t('historique.exporter')}</h2>
        <p class="fr-hint-text">{t('historique.exporterAide')}</p>
      </div>
      <ButtonGroup>
        <ButtonLink kind="tertiary" href={vers('csv')}>
          {t('historique.exporterCsv')}
        </ButtonLink>
        <ButtonLink kind="tertiary" href={vers('xlsx')}>
          {t('historique.exporterXlsx')}
        </ButtonLink>
      </ButtonGroup>
    </section>
  );
}

export function historiquePage(props: Props) {
  const { frame, structure, lecture, lignes } = props;
  const { t } = frame;
  const titre = t('historique.titre');
  const erreurs = lecture.erreurs.map(({ champ, motif }) => ({
    champ,
    message: t(`historique.erreurs.${motif}`),
  }));
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${structure.designation}`}
      intro={t('historique.intro')}
      hasError={erreurs.length > 0}
      breadcrumb={filStructure(t, structure, 'historique')}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="historique" />}
    >
      <ErrorSummary t={t} errors={erreurs} />
      {(lignes.length > 0 || estFiltre(lecture.saisie)) && <Filtre {...props} />}
      <DataTable
        t={t}
        caption={titre}
        captionHidden
        columns={colonnes(frame)}
        rows={lignes}
        rowKey={({ id }) => id}
        empty={<Vide {...props} />}
      />
      <OlderNewer
        t={t}
        label={t('historique.pages')}
        older={props.plusAnciens}
        newer={props.plusRecents}
        href={(borne) =>
          adresseAvec(adresseGestion(structure.id, 'historique'), { ...lecture.saisie, ...borne })
        }
      />
      {lignes.length > 0 && <Exports {...props} />}
    </Page>
  );
}
