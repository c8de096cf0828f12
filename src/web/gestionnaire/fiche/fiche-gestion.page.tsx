// « Fiche structure » for its managers: what registers say, read-only, then contact, address and parameters to change.
import { adresseFiche, adresseGestion } from '../../../domain/adresses.ts';
import type { StructureGeree } from '../../../domain/rattachement/queries-gestion.ts';
import type { FicheGeree } from '../../../domain/structure/fiche-modifiee.ts';
import { PARAMETRES_MODIFIABLES } from '../../../domain/structure/structure.ts';
import type { ChampDeContact } from '../../../domain/structure/valeurs.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { optionsPays } from '../../commun/pays.ts';
import { Alert } from '../../components/alert.tsx';
import { Block } from '../../components/block.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { ReadOnlyList } from '../../components/read-only-list.tsx';
import { Select } from '../../components/select.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { UnSeulGestionnaire } from '../../structures/un-seul-gestionnaire.tsx';
import { VacanceGeree } from '../../structures/vacance.tsx';
import { filStructure, MenuGestion } from '../cadre-gestion.tsx';
import { labelDe } from './form.ts';
import {
  Avertissements,
  Case,
  Champ,
  type EtatDuFormulaire,
  textesDuChamp,
} from './formulaire.tsx';

type Props = {
  frame: Frame;
  structure: StructureGeree;
  fiche: FicheGeree;
  etat: EtatDuFormulaire;
  message: MessageAffiche | null;
};

function Registre({ frame: { t }, fiche }: Pick<Props, 'frame' | 'fiche'>) {
  const origine = t(`annuaire.structure.origines.${fiche.source}`);
  const items = [
    {
      label: t('annuaire.criteres.typeIdentifiant'),
      value: t(`annuaire.typesIdentifiant.${fiche.typeIdentifiant}`),
    },
    { label: t('annuaire.criteres.identifiant'), value: fiche.identifiant },
    { label: t('annuaire.criteres.raisonSociale'), value: fiche.raisonSociale },
    { label: t('annuaire.criteres.libelle'), value: fiche.libelle },
    { label: t('annuaire.criteres.statut'), value: t(`annuaire.statuts.${fiche.statut}`) },
    {
      label: t('annuaire.structure.type'),
      value: t(`annuaire.typesStructure.${fiche.typeStructure}`),
    },
    { label: t('annuaire.structure.departement'), value: fiche.departement },
    {
      label: t('ficheGestion.registre.insee'),
      value: t(fiche.nonDiffusibleInsee ? 'compte.oui' : 'compte.non'),
    },
  ];
  return (
    <Block id="registre" title={t('ficheGestion.registre.titre')}>
      <p>{t('ficheGestion.registre.texte', { origine })}</p>
      <ReadOnlyList items={items} />
    </Block>
  );
}

type ChampsProps = Pick<Props, 'frame' | 'etat'>;

const MAX: Record<ChampDeContact, number> = {
  adresseElectronique: 254,
  telephone: 40,
  fax: 40,
  adresseLigne: 200,
  adresseComplement1: 200,
  adresseComplement2: 200,
  adresseCodePostal: 20,
  adresseVille: 100,
  adressePays: 2,
};

function Texte({
  champ,
  ...props
}: ChampsProps & { champ: ChampDeContact; type?: 'email' | 'tel'; hint?: string }) {
  const { t } = props.frame;
  return <Champ {...props} champ={champ} label={labelDe(t, champ)} max={MAX[champ]} />;
}

function Contact(props: ChampsProps) {
  const { t } = props.frame;
  const aide = t('compte.aides.telephone');
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('ficheGestion.blocs.contact')}</legend>
      <Texte
        {...props}
        champ="adresseElectronique"
        type="email"
        hint={t('ficheGestion.aides.adresseElectronique')}
      />
      <div class="pc-grid">
        <Texte {...props} champ="telephone" type="tel" hint={aide} />
        <Texte {...props} champ="fax" type="tel" hint={aide} />
      </div>
    </fieldset>
  );
}

function Adresse(props: ChampsProps) {
  const { t, langue } = props.frame;
  const pays = textesDuChamp(props, 'adressePays', labelDe(t, 'adressePays'));
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('ficheGestion.blocs.adresse')}</legend>
      <Texte {...props} champ="adresseLigne" />
      <Texte {...props} champ="adresseComplement1" />
      <Texte {...props} champ="adresseComplement2" />
      <div class="pc-grid">
        <Texte {...props} champ="adresseCodePostal" />
        <Texte {...props} champ="adresseVille" />
      </div>
      <Select {...pays} options={optionsPays(langue, pays.value)} autocomplete="off" />
    </fieldset>
  );
}

function Parametres(props: ChampsProps) {
  const { t } = props.frame;
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('ficheGestion.blocs.parametres')}</legend>
      <p class="fr-hint-text">{t('ficheGestion.aides.parametres')}</p>
      {PARAMETRES_MODIFIABLES.map((champ) => (
        <Case
          {...props}
          key={champ}
          champ={champ}
          label={labelDe(t, champ)}
          hint={
            champ === 'serviceOuEngagementObligatoire'
              ? t('ficheGestion.aides.serviceOuEngagementObligatoire')
              : undefined
          }
        />
      ))}
    </fieldset>
  );
}

export function ficheGestionPage({ frame, structure, fiche, etat, message }: Props) {
  const { t } = frame;
  const titre = t('ficheGestion.titre');
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${structure.designation}`}
      hasError={etat.erreurs.length > 0 || Object.keys(etat.enregistrees).length > 0}
      breadcrumb={filStructure(t, structure, 'fiche')}
      sideMenu={<MenuGestion frame={frame} structure={structure} courante="fiche" />}
    >
      {message && <Alert t={t} {...message} />}
      <Avertissements frame={frame} etat={etat} />
      <VacanceGeree frame={frame} structure={structure} />
      <UnSeulGestionnaire
        frame={frame}
        structureId={structure.id}
        nombre={structure.gestionnairesActifs}
        gere
      />
      <p>
        <a href={adresseFiche(structure.id)}>{t('ficheGestion.lire')}</a>
      </p>
      <Registre frame={frame} fiche={fiche} />
      <form id="formulaire" method="post" action={adresseGestion(structure.id, 'fiche')} novalidate>
        <input type="hidden" name="version" value={etat.saisies['version'] ?? fiche.version} />
        {fiche.source !== 'GESTIONNAIRE' && <p>{t('ficheGestion.aides.changees')}</p>}
        <Contact frame={frame} etat={etat} />
        <Adresse frame={frame} etat={etat} />
        <Parametres frame={frame} etat={etat} />
        <ButtonGroup>
          <Button>{t('ficheGestion.valider')}</Button>
          <ButtonLink kind="secondary" href={adresseFiche(structure.id)}>
            {t('ficheGestion.annuler')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Page>
  );
}
