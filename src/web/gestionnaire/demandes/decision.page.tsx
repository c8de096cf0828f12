// The confirmation of a decision on several requests (screens §9): which ones, what follows, and why they are refused.
import { adresses } from '../../../domain/adresses.ts';
import type { CompteDesDemandes, DemandeChoisie } from '../../../domain/demande/file.ts';
import { formatNombre } from '../../../platform/textes/formats.ts';
import type { ErreurDeMotif } from '../../commun/motif.ts';
import { Alert } from '../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { ChampMotif } from '../../demandes/champ-motif.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { filGestion, MenuActivites } from '../cadre-gestion.tsx';
import { colonnesDeDemande } from './colonnes.tsx';
import { adresseDeFile, type Choix, fileEnTexte } from './form.ts';

type Props = {
  frame: Frame;
  attente: CompteDesDemandes;
  choix: Choix;
  /** Those that the reader may decide on, whatever became of them. */
  demandes: DemandeChoisie[];
  erreur: ErreurDeMotif | null;
};

function Formulaire({
  frame,
  choix,
  enAttente,
  erreur,
}: Pick<Props, 'frame' | 'choix' | 'erreur'> & { enAttente: DemandeChoisie[] }) {
  const { t } = frame;
  const { acte, file, motif } = choix;
  return (
    <form class="pc-flow" method="post" action={adresses.decisionDeDemandes} novalidate>
      <input type="hidden" name="acte" value={acte} />
      <input type="hidden" name="d" value={enAttente.map(({ id }) => id).join(',')} />
      <input type="hidden" name="file" value={fileEnTexte(file)} />
      {acte === 'refuser' && (
        <ChampMotif
          frame={frame}
          label={t('gestion.masse.motif')}
          required
          value={motif}
          error={erreur ? t(`gestion.refus.${erreur}`) : undefined}
        />
      )}
      <ButtonGroup>
        <Button>{t(`gestion.masse.boutons.${acte}`)}</Button>
        <ButtonLink kind="secondary" href={adresseDeFile(file)}>
          {t('gestion.masse.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

function AConfirmer({ frame, choix, erreur, enAttente }: Parameters<typeof Formulaire>[0]) {
  const { t, langue } = frame;
  const { acte } = choix;
  const count = enAttente.length;
  const nombre = formatNombre(langue, count);
  return (
    <>
      <p class="fr-text--lead">{t(`gestion.masse.question.${acte}`, { count, nombre })}</p>
      <DataTable
        t={t}
        caption={t('gestion.masse.legende')}
        captionHidden
        columns={colonnesDeDemande<DemandeChoisie>(frame)}
        rows={enAttente}
        rowKey={({ id }) => id}
        empty={null}
      />
      <p>{t(`gestion.masse.suite.${acte}`)}</p>
      <Formulaire frame={frame} choix={choix} erreur={erreur} enAttente={enAttente} />
    </>
  );
}

export function decisionPage({ frame, attente, choix, demandes, erreur }: Props) {
  const { t, langue } = frame;
  const enAttente = demandes.filter(({ etat }) => etat === 'EN_COURS_DE_VALIDATION');
  const deja = demandes.length - enAttente.length;
  const titre = t(`gestion.masse.titres.${choix.acte}`);
  const message = erreur && t(`gestion.refus.${erreur}`);
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${t('gestion.titre')}`}
      hasError={erreur !== null}
      breadcrumb={filGestion(t, [
        { label: t('gestion.menu.demandes'), href: adresseDeFile(choix.file) },
        { label: titre },
      ])}
      sideMenu={<MenuActivites frame={frame} attente={attente} courante={null} />}
    >
      <ErrorSummary t={t} errors={message ? [{ champ: 'motif', message }] : []} />
      {deja > 0 && (
        <Alert
          t={t}
          kind="info"
          title={t('gestion.masse.dejaDecidees', {
            count: deja,
            nombre: formatNombre(langue, deja),
          })}
        />
      )}
      {enAttente.length > 0 ? (
        <AConfirmer frame={frame} choix={choix} erreur={erreur} enAttente={enAttente} />
      ) : (
        <>
          <p>{t('gestion.masse.plusRien')}</p>
          <ButtonGroup>
            <ButtonLink href={adresseDeFile(choix.file)}>{t('gestion.bilan.retour')}</ButtonLink>
          </ButtonGroup>
        </>
      )}
    </Page>
  );
}
