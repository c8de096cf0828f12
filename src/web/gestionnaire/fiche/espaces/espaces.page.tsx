// The espaces of a structure, for its managers: which are open, which may be, and the page before one closes.
import { adresseGestion } from '../../../../domain/adresses.ts';
import { libelleEspace } from '../../../../domain/espace/espace.ts';
import type { EspaceSurStructure } from '../../../../domain/espace/ouverture.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import type { Consequences } from '../../../../domain/structure/queries-fins.ts';
import { formatJour } from '../../../../platform/textes/formats.ts';
import { adresseAvec } from '../../../commun/listes.ts';
import type { MessageAffiche } from '../../../commun/messages.ts';
import { Alert } from '../../../components/alert.tsx';
import { Badge } from '../../../components/badge.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import type { Action } from '../../../components/row-actions.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import { BlocDesConsequences } from '../consequences.tsx';

type Cadre = { frame: Frame; structure: StructureGeree };
type Props = Cadre & { espaces: EspaceSurStructure[]; message: MessageAffiche | null };

function colonnes({ t, langue }: Frame): Column<EspaceSurStructure>[] {
  return [
    {
      key: 'espace',
      header: t('ficheGestion.espaces.espace'),
      rowHeader: true,
      cell: (espace) => libelleEspace(espace, langue),
    },
    {
      key: 'etat',
      header: t('ficheGestion.espaces.etat'),
      cell: ({ ouvertLe }) =>
        ouvertLe ? (
          <Badge kind="success">{t('ficheGestion.espaces.ouvert')}</Badge>
        ) : (
          <Badge kind="neutral">{t('ficheGestion.espaces.ferme')}</Badge>
        ),
    },
    {
      key: 'ouverture',
      header: t('ficheGestion.espaces.ouverture'),
      cell: ({ ouvertLe, ouvertPar }) => {
        if (!ouvertLe) return '–';
        const jour = formatJour(langue, ouvertLe);
        return ouvertPar
          ? t('ficheGestion.espaces.depuisPar', { jour, personne: ouvertPar })
          : t('ficheGestion.espaces.depuis', { jour });
      },
    },
  ];
}

function actionsDe({ frame, structure }: Cadre, espace: EspaceSurStructure): Action[] {
  const { t, langue } = frame;
  const about = libelleEspace(espace, langue);
  const { code, ouvertLe } = espace;
  if (ouvertLe) {
    const href = adresseAvec(`${adresseGestion(structure.id, 'espaces')}/fermeture`, {
      espace: code,
    });
    return [{ label: t('ficheGestion.espaces.fermer'), about, href }];
  }
  if (structure.statut === 'INACTIF') return [];
  return [{ label: t('ficheGestion.espaces.ouvrir'), about, name: 'espace', value: code }];
}

export function espacesGestionPage(props: Props) {
  const { frame, structure, espaces, message } = props;
  const { t } = frame;
  const titre = t('ficheGestion.espaces.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${structure.designation}`}
      intro={t('ficheGestion.espaces.intro')}
      breadcrumb={filStructure(t, structure, 'espaces')}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="espaces" />}
    >
      {message && <Alert t={t} {...message} />}
      <form method="post" action={`${adresseGestion(structure.id, 'espaces')}/ouverture`}>
        <DataTable
          t={t}
          caption={titre}
          captionHidden
          columns={colonnes(frame)}
          rows={espaces}
          rowKey={({ code }) => code}
          actions={(espace) => actionsDe(props, espace)}
          empty={null}
        />
      </form>
    </Page>
  );
}

export function fermetureDEspacePage({
  frame,
  structure,
  espace,
  consequences,
}: Cadre & { espace: EspaceSurStructure; consequences: Consequences }) {
  const { t, langue } = frame;
  const titre = t('ficheGestion.espaces.fermeture.titre');
  const noms = { espace: libelleEspace(espace, langue), designation: structure.designation };
  const phrases = (['abonnements', 'demandes', 'prevenus', 'rien'] as const).map((quoi) =>
    t(`ficheGestion.espaces.fermeture.${quoi}`),
  );
  const liste = adresseGestion(structure.id, 'espaces');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={t('ficheGestion.espaces.fermeture.titreDocument', noms)}
      breadcrumb={filStructure(t, structure, 'espaces', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="espaces" />}
    >
      <p class="fr-text--lead">{t('ficheGestion.espaces.fermeture.question', noms)}</p>
      <BlocDesConsequences frame={frame} consequences={consequences} phrases={phrases} />
      <form method="post" action={`${liste}/fermeture`}>
        <input type="hidden" name="espace" value={espace.code} />
        <ButtonGroup>
          <Button>{t('ficheGestion.espaces.fermeture.bouton')}</Button>
          <ButtonLink kind="secondary" href={liste}>
            {t('ficheGestion.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
