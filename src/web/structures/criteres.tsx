// « Critères de recherche » (guide p.10): what most people know first, the rest folded.
import type { VNode } from 'preact';
import type { TypeIdentifiant } from '../../domain/structure/structure.ts';
import { TYPES_IDENTIFIANT, TYPES_STRUCTURE } from '../../domain/structure/structure.ts';
import { optionsPays } from '../commun/pays.ts';
import { Button, ButtonGroup, ButtonLink } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { Field } from '../components/field.tsx';
import { Select } from '../components/select.tsx';
import { drawAhead } from '../layout/draw-ahead.tsx';
import type { Frame } from '../layout/page.tsx';
import { type EtatRecherche, phraseDe } from './form.ts';
import type { Usage } from './usage.ts';

type Props = { frame: Frame; usage: Usage; etat: EtatRecherche };
type Champ =
  | 'raisonSociale'
  | 'identifiant'
  | 'libelle'
  | 'codePostal'
  | 'ville'
  | 'nom'
  | 'prenom';

const LONGUEUR_MAX = 200;
const REPLIES = ['libelle', 'typeIdentifiant', 'typeStructure', 'statut', 'pays', 'nom', 'prenom'];

/** The form of the criteria, drawn while the search that they ask for goes on. */
export function criteresDessines(props: Props): Promise<VNode> {
  return drawAhead(<CriteresDeRecherche {...props} />);
}

function CriteresDeRecherche({ frame, usage, etat }: Props) {
  const { t } = frame;
  const ouverts = REPLIES.some((champ) => (etat.saisies[champ] ?? '') !== '');
  return (
    <form method="post" action={usage.adresse} novalidate>
      <fieldset class="fr-fieldset">
        <legend class="fr-fieldset__legend">{t('annuaire.criteres.legende')}</legend>
        <div class="pc-grid">
          <Texte
            frame={frame}
            etat={etat}
            champ="raisonSociale"
            aide={t('annuaire.criteres.raisonSocialeAide')}
          />
          <Texte
            frame={frame}
            etat={etat}
            champ="identifiant"
            aide={t('annuaire.criteres.identifiantAide')}
          />
        </div>
        <div class="pc-grid">
          <Texte frame={frame} etat={etat} champ="codePostal" longueur={20} />
          <Texte frame={frame} etat={etat} champ="ville" />
        </div>
        <Details summary={t('annuaire.criteres.plus')} open={ouverts}>
          <AutresCriteres frame={frame} usage={usage} etat={etat} />
        </Details>
        <ButtonGroup>
          <Button>{t('annuaire.criteres.rechercher')}</Button>
          {!etat.vierge && (
            <ButtonLink kind="tertiary" href={usage.adresse}>
              {t('annuaire.criteres.effacer')}
            </ButtonLink>
          )}
        </ButtonGroup>
      </fieldset>
    </form>
  );
}

function AutresCriteres({ frame, usage, etat }: Props) {
  const { t, langue } = frame;
  const types = TYPES_IDENTIFIANT.filter((type) => usage.prives || type !== 'PARTICULIER');
  const pays = optionsPays(langue, 'FR');
  return (
    <>
      <div class="pc-grid">
        <Texte frame={frame} etat={etat} champ="libelle" />
        <Choix
          frame={frame}
          etat={etat}
          champ="typeIdentifiant"
          options={types.map((type: TypeIdentifiant) => ({
            value: type,
            label: t(`annuaire.typesIdentifiant.${type}`),
          }))}
        />
        {usage.prives && (
          <Choix
            frame={frame}
            etat={etat}
            champ="typeStructure"
            options={TYPES_STRUCTURE.map((type) => ({
              value: type,
              label: t(`annuaire.typesStructure.${type}`),
            }))}
          />
        )}
        <Choix
          frame={frame}
          etat={etat}
          champ="statut"
          options={(['ACTIF', 'INACTIF'] as const).map((statut) => ({
            value: statut,
            label: t(`annuaire.statuts.${statut}`),
          }))}
        />
        <Choix frame={frame} etat={etat} champ="pays" options={pays} />
      </div>
      {usage.prives && (
        <fieldset class="pc-choices">
          <legend class="fr-label pc-choices__legend">
            {t('annuaire.criteres.particulierLegende')}
          </legend>
          <p class="fr-hint-text">{t('annuaire.criteres.particulierAide')}</p>
          <div class="pc-grid">
            <Texte frame={frame} etat={etat} champ="nom" />
            <Texte frame={frame} etat={etat} champ="prenom" />
          </div>
        </fieldset>
      )}
    </>
  );
}

type TexteProps = Omit<Props, 'usage'> & {
  champ: Champ;
  aide?: string | undefined;
  longueur?: number;
};

function Texte({ frame, etat, champ, aide, longueur = LONGUEUR_MAX }: TexteProps) {
  const erreur = etat.erreurs.find((une) => une.champ === champ);
  const { t } = frame;
  return (
    <Field
      id={champ}
      label={t(`annuaire.criteres.${champ}`)}
      hint={aide}
      value={etat.saisies[champ] ?? ''}
      maxLength={longueur}
      autocomplete="off"
      error={erreur && phraseDe(erreur, t)}
    />
  );
}

type ChoixProps = Omit<Props, 'usage'> & {
  champ: 'typeIdentifiant' | 'typeStructure' | 'statut' | 'pays';
  options: { value: string; label: string }[];
};

function Choix({ frame: { t }, etat, champ, options }: ChoixProps) {
  const indifferent = { value: '', label: t('annuaire.criteres.indifferent') };
  return (
    <Select
      id={champ}
      label={t(`annuaire.criteres.${champ}`)}
      value={etat.saisies[champ] ?? ''}
      options={[indifferent, ...options]}
    />
  );
}
