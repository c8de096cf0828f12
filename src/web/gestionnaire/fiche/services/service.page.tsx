// A service to create or to change; how it ends is told below, and done on a page of its own.
import { adresseGestion, adresseService } from '../../../../domain/adresses.ts';
import type { StructureGeree } from '../../../../domain/rattachement/queries-gestion.ts';
import { codeModifiable, type ServiceGere } from '../../../../domain/structure/service.ts';
import { CODE_MAX, DESCRIPTION_MAX, LIBELLE_MAX } from '../../../../domain/structure/valeurs.ts';
import { formatJour } from '../../../../platform/textes/formats.ts';
import { Block } from '../../../components/block.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { TextArea } from '../../../components/textarea.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filStructure, MenuGestion } from '../../cadre-gestion.tsx';
import {
  Avertissements,
  Case,
  Champ,
  type EtatDuFormulaire,
  textesDuChamp,
} from '../formulaire.tsx';
import { labelDuChamp } from './form.ts';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  /** null: a new one. */
  service: ServiceGere | null;
  etat: EtatDuFormulaire;
  jour: string;
};

function Champs({ frame, service, etat }: Props) {
  const { t } = frame;
  const commun = { frame, etat };
  const duRegistre = service !== null && !codeModifiable(service);
  const facultatif = t('ficheGestion.services.facultatif');
  return (
    <>
      <Champ
        {...commun}
        champ="code"
        label={labelDuChamp(t, 'code')}
        max={CODE_MAX}
        required={!duRegistre}
        readOnly={duRegistre}
        hint={t(`ficheGestion.services.aides.${duRegistre ? 'codeDuRegistre' : 'code'}`)}
      />
      <Champ
        {...commun}
        champ="libelle"
        label={labelDuChamp(t, 'libelle')}
        max={LIBELLE_MAX}
        required
      />
      <TextArea
        t={t}
        {...textesDuChamp(commun, 'description', labelDuChamp(t, 'description'))}
        hint={t('ficheGestion.services.aides.description')}
        optionalText={facultatif}
        limitCharacters={DESCRIPTION_MAX}
      />
      <Champ
        {...commun}
        champ="dateDebut"
        label={labelDuChamp(t, 'dateDebut')}
        type="date"
        hint={t('ficheGestion.services.aides.dateDebut')}
        optionalText={facultatif}
      />
      <Case
        {...commun}
        champ="engagementObligatoire"
        label={labelDuChamp(t, 'engagementObligatoire')}
      />
    </>
  );
}

function Fin({ frame: { t, langue }, structure, service, jour }: Props & { service: ServiceGere }) {
  const { dateFin } = service;
  const ici = adresseService(structure.id, service.id);
  const ferme = dateFin !== null && dateFin < jour;
  const etat = dateFin === null ? 'ouvert' : ferme ? 'fermeLe' : 'fermeraLe';
  const quand = dateFin === null ? '' : formatJour(langue, dateFin);
  return (
    <Block id="fin" title={t('ficheGestion.services.fin.titre')}>
      <p>{t(`ficheGestion.services.fin.${etat}`, { jour: quand })}</p>
      <ButtonGroup>
        {!ferme && (
          <ButtonLink kind="secondary" href={`${ici}/fermeture`}>
            {t(`ficheGestion.services.fin.${dateFin === null ? 'fermer' : 'changer'}`)}
          </ButtonLink>
        )}
        {dateFin !== null && (
          <ButtonLink kind="secondary" href={`${ici}/reouverture`}>
            {t(`ficheGestion.services.fin.${ferme ? 'rouvrir' : 'annulerLaFin'}`)}
          </ButtonLink>
        )}
      </ButtonGroup>
    </Block>
  );
}

export function servicePage(props: Props) {
  const { frame, structure, service, etat } = props;
  const { t } = frame;
  const liste = adresseGestion(structure.id, 'services');
  const titre = service
    ? t('ficheGestion.services.titreService', { service: service.libelle })
    : t('ficheGestion.services.titreCreation');
  const suffixe = service ? `${service.code} – ` : '';
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${suffixe}${structure.designation}`}
      hasError={etat.erreurs.length > 0 || Object.keys(etat.enregistrees).length > 0}
      breadcrumb={filStructure(t, structure, 'services', [{ label: titre }])}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="services" />}
    >
      <Avertissements frame={frame} etat={etat} />
      <form
        class="pc-flow"
        id="formulaire"
        method="post"
        action={service ? adresseService(structure.id, service.id) : `${liste}/nouveau`}
        novalidate
      >
        {service && (
          <input type="hidden" name="version" value={etat.saisies['version'] ?? service.version} />
        )}
        <p class="fr-text--sm">{t('pages.monCompte.legendeObligatoire')}</p>
        {service && !codeModifiable(service) && <p>{t('ficheGestion.services.aides.changees')}</p>}
        <Champs {...props} />
        <ButtonGroup>
          <Button>{t('ficheGestion.valider')}</Button>
          <ButtonLink kind="secondary" href={liste}>
            {t('ficheGestion.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
      {service && <Fin {...props} service={service} />}
    </Page>
  );
}
