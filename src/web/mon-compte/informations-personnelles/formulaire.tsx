// The fields of « Mes informations personnelles », shared by the first connection and the account (guide p.5).
import type { Compte, Conflit } from '../../../domain/compte/compte.ts';
import type { ChampPersonnel } from '../../../domain/compte/valeurs.ts';
import { type ErreurDeChamp, phrase, type Saisies } from '../../commun/formulaire.ts';
import { optionsPays } from '../../commun/pays.ts';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import type { Frame } from '../../layout/page.tsx';
import { Avertissements } from '../avertissements.tsx';
import { SAISIE, valeurLisible } from './form.ts';

export type EtatDuFormulaire = {
  saisies: Saisies;
  erreurs: ErreurDeChamp[];
  /** The fields that another tab changed meanwhile. */
  conflits: Conflit[];
  /** What was typed before the session ended is shown again. */
  retrouvee: boolean;
};

type Props = {
  frame: Frame;
  action: string;
  /** Whose form it is: what cannot be changed in it, and its present version. */
  compte: Pick<Compte, 'identifiantConnexion' | 'version'>;
  etat: EtatDuFormulaire;
  /** « Annuler » leads there; none at the first connection. */
  annuler?: string | undefined;
};

type ChampProps = {
  frame: Frame;
  champ: ChampPersonnel;
  etat: EtatDuFormulaire;
  type?: 'email' | 'tel';
  required?: boolean;
  hint?: string;
};

function textes({ frame, champ, etat }: ChampProps) {
  const { t, langue } = frame;
  const label = t(`compte.champs.${champ}`);
  const erreur = etat.erreurs.find((e) => e.champ === champ);
  const conflit = etat.conflits.find((c) => c.champ === champ);
  return {
    id: champ,
    label,
    value: etat.saisies[champ] ?? '',
    error: erreur && phrase(erreur, label, t),
    other: conflit && {
      label: t('pages.monCompte.enregistreMaintenant'),
      value: valeurLisible(conflit, langue),
    },
  };
}

function Champ(props: ChampProps) {
  const { max, autocomplete } = SAISIE[props.champ];
  return (
    <Field
      {...textes(props)}
      type={props.type}
      required={props.required}
      hint={props.hint}
      autocomplete={autocomplete}
      maxLength={max}
    />
  );
}

function erreursEnPhrases({ t }: Frame, etat: EtatDuFormulaire) {
  return etat.erreurs.map((erreur) => {
    const label =
      erreur.motif === 'version' ? '' : t(`compte.champs.${erreur.champ as ChampPersonnel}`);
    return { champ: erreur.champ, message: phrase(erreur, label, t) };
  });
}

function InformationsGenerales({ frame, etat, compte }: Props) {
  const { t } = frame;
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('compte.blocs.informationsGenerales')}</legend>
      <Field
        id="identifiantConnexion"
        label={t('compte.champs.identifiantConnexion')}
        hint={t('compte.aides.identifiantConnexion')}
        value={compte.identifiantConnexion}
        readOnly
      />
      <Champ
        frame={frame}
        champ="adresseElectronique"
        etat={etat}
        type="email"
        required
        hint={t('compte.aides.adresseElectronique')}
      />
      <div class="fr-grid-row">
        <div class="fr-col-md-6">
          <Champ frame={frame} champ="nom" etat={etat} required />
        </div>
        <div class="fr-col-md-6">
          <Champ frame={frame} champ="prenom" etat={etat} required />
        </div>
      </div>
    </fieldset>
  );
}

function AdressePostale({ frame, etat }: Props) {
  const { t, langue } = frame;
  const pays = textes({ frame, champ: 'adressePays', etat });
  const aide = t('compte.aides.telephone');
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('compte.blocs.adressePostale')}</legend>
      <Champ frame={frame} champ="adresseLigne" etat={etat} required />
      <Champ frame={frame} champ="adresseComplement" etat={etat} />
      <div class="fr-grid-row">
        <div class="fr-col-md-4">
          <Champ frame={frame} champ="adresseCodePostal" etat={etat} />
        </div>
        <div class="fr-col-md-8">
          <Champ frame={frame} champ="adresseVille" etat={etat} required />
        </div>
      </div>
      <Select {...pays} options={optionsPays(langue, pays.value)} required autocomplete="country" />
      <div class="fr-grid-row">
        <div class="fr-col-md-6">
          <Champ frame={frame} champ="telephone" etat={etat} type="tel" hint={aide} />
        </div>
        <div class="fr-col-md-6">
          <Champ frame={frame} champ="fax" etat={etat} type="tel" hint={aide} />
        </div>
      </div>
    </fieldset>
  );
}

export function FormulaireInformations(props: Props) {
  const { frame, action, etat, annuler, compte } = props;
  const { t } = frame;
  return (
    <>
      <Avertissements
        frame={frame}
        errors={erreursEnPhrases(frame, etat)}
        conflit={etat.conflits.length > 0}
        retrouvee={etat.retrouvee}
      />
      <form id="formulaire" method="post" action={action} novalidate>
        <input type="hidden" name="version" value={etat.saisies['version'] ?? compte.version} />
        <p class="fr-text--sm">{t('pages.monCompte.legendeObligatoire')}</p>
        <InformationsGenerales {...props} />
        <AdressePostale {...props} />
        <ButtonGroup>
          <Button>{t('pages.monCompte.valider')}</Button>
          {annuler && (
            <ButtonLink href={annuler} kind="secondary">
              {t('pages.monCompte.annuler')}
            </ButtonLink>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
