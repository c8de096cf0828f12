// What the forms of the sheet share: state, fields with their errors and the values stored meanwhile, what stands above.
import type { ErreurDeChamp, Saisies } from '../../commun/formulaire.ts';
import { phrase } from '../../commun/formulaire.ts';
import { Alert } from '../../components/alert.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { ErrorSummary, type FieldError } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import type { Frame } from '../../layout/page.tsx';

/** A form as it is shown: what was typed, what is wrong, what another person stored meanwhile. */
export type EtatDuFormulaire = {
  saisies: Saisies;
  erreurs: FieldError[];
  /** By field, the value now stored, as people read it. */
  enregistrees: Record<string, string>;
  /** What was typed before the session ended is shown again. */
  retrouvee: boolean;
};

/** The form as first shown. */
export function etatInitial(stockees: Saisies, retrouvees: Saisies | undefined): EtatDuFormulaire {
  return {
    // Not over what is stored: an unticked box sends nothing.
    saisies: retrouvees ?? stockees,
    erreurs: [],
    enregistrees: {},
    retrouvee: retrouvees !== undefined,
  };
}

/** Sentences for the errors that the schema found; `labelDe` names the field. */
export function enPhrases(
  { t }: Pick<Frame, 't'>,
  erreurs: ErreurDeChamp[],
  labelDe: (champ: string) => string,
): FieldError[] {
  return erreurs.map((erreur) => ({
    champ: erreur.champ,
    message: phrase(erreur, erreur.motif === 'version' ? '' : labelDe(erreur.champ), t),
  }));
}

type Props = { frame: Frame; etat: EtatDuFormulaire };

/** What stands above a form that was not stored. */
export function Avertissements({ frame: { t }, etat }: Props) {
  return (
    <>
      <ErrorSummary t={t} errors={etat.erreurs} />
      {Object.keys(etat.enregistrees).length > 0 && (
        <Alert t={t} kind="warning" title={t('pages.monCompte.conflitTitre')} focus>
          <p>{t('ficheGestion.conflitTexte')}</p>
        </Alert>
      )}
      {etat.retrouvee && (
        <Alert t={t} kind="info" title={t('pages.monCompte.saisieRetrouveeTitre')}>
          <p>{t('pages.monCompte.saisieRetrouveeTexte')}</p>
        </Alert>
      )}
    </>
  );
}

/** The texts of a field: its value, its error, the value stored meanwhile. */
export function textesDuChamp({ frame: { t }, etat }: Props, champ: string, label: string) {
  const enregistree = etat.enregistrees[champ];
  return {
    id: champ,
    label,
    value: etat.saisies[champ] ?? '',
    error: etat.erreurs.find((erreur) => erreur.champ === champ)?.message,
    other:
      enregistree === undefined
        ? undefined
        : { label: t('pages.monCompte.enregistreMaintenant'), value: enregistree },
  };
}

type ChampProps = Props & {
  champ: string;
  label: string;
  max?: number | undefined;
  type?: 'email' | 'tel' | 'date' | undefined;
  required?: boolean | undefined;
  hint?: string | undefined;
  readOnly?: boolean | undefined;
  optionalText?: string | undefined;
};

/** One line of text; nothing that a browser knows of the person belongs to a structure. */
export function Champ({ champ, label, max, ...props }: ChampProps) {
  const { type, required, hint, readOnly, optionalText } = props;
  return (
    <Field
      {...textesDuChamp(props, champ, label)}
      type={type}
      required={required}
      hint={hint}
      readOnly={readOnly}
      optionalText={optionalText}
      maxLength={max}
      autocomplete="off"
    />
  );
}

/** One box. */
export function Case({
  champ,
  label,
  hint,
  ...props
}: Props & { champ: string; label: string; hint?: string | undefined }) {
  const { value, other } = textesDuChamp(props, champ, label);
  const aides = [hint, other && `${other.label} ${other.value}`].filter(Boolean).join(' – ');
  return (
    <Checkbox
      id={champ}
      name={champ}
      label={label}
      value="oui"
      hint={aides || undefined}
      checked={value !== ''}
    />
  );
}
