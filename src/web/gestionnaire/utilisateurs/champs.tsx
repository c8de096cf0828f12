// The fields that the forms about people share: a period, a reason, the services of the structure.
import type { ServiceLu } from '../../../domain/structure/fiche.ts';
import type { PageLue } from '../../../platform/postgres/pages.ts';
import { Alert } from '../../components/alert.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { ChampMotif } from '../../demandes/champ-motif.tsx';
import type { Frame } from '../../layout/page.tsx';
import { ServicesACocher } from '../../structures/services-a-cocher.tsx';
import { servicesCoches } from '../../structures/services-coches.ts';
import { erreursDe, type Formulaire, messageDuChamp } from './form.ts';

export type PropsDeChamps = { frame: Frame; etat: Formulaire };

/** What is wrong, and what was found again, above a form that has these fields. */
export function Avertissements({
  frame: { t },
  etat,
  champs,
}: PropsDeChamps & { champs: string[] }) {
  return (
    <>
      <ErrorSummary t={t} errors={erreursDe(etat, t, champs)} />
      {etat.retrouvee && (
        <Alert t={t} kind="info" title={t('pages.monCompte.saisieRetrouveeTitre')}>
          <p>{t('pages.monCompte.saisieRetrouveeTexte')}</p>
        </Alert>
      )}
    </>
  );
}

type PropsDePeriode = PropsDeChamps & {
  debutFacultatif?: boolean;
  /** A delegation has an end. */
  finRequise?: boolean;
  /** An end is given, or said to be none by a box: an empty field says nothing. */
  sansFin?: boolean;
  /** How many people it is for. */
  count?: number;
};

/** Both ends of a period. */
export function Periode(props: PropsDePeriode) {
  const { frame, etat, debutFacultatif, finRequise, sansFin, count = 1 } = props;
  const { t } = frame;
  const aideFin = finRequise ? 'dateFinIncluse' : sansFin ? 'dateFinOuSans' : 'dateFinAide';
  const facultatif = t('utilisateurs.facultatif');
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('utilisateurs.champs.periode')}</legend>
      <div class="pc-grid">
        <Field
          id="dateDebut"
          type="date"
          label={t('utilisateurs.champs.dateDebut')}
          required={!debutFacultatif}
          optionalText={debutFacultatif ? facultatif : undefined}
          hint={debutFacultatif ? t('utilisateurs.champs.dateDebutGardee', { count }) : undefined}
          value={etat.saisies['dateDebut'] ?? ''}
          error={messageDuChamp(etat, t, 'dateDebut')}
        />
        <Field
          id="dateFin"
          type="date"
          label={t('utilisateurs.champs.dateFin')}
          required={finRequise}
          optionalText={finRequise || sansFin ? undefined : facultatif}
          hint={t(`utilisateurs.champs.${aideFin}`, { count })}
          value={etat.saisies['dateFin'] ?? ''}
          error={messageDuChamp(etat, t, 'dateFin')}
        />
      </div>
      {sansFin && (
        <Checkbox
          id="sansFin"
          name="sansFin"
          value="oui"
          label={t('utilisateurs.champs.sansFin')}
          hint={t('utilisateurs.champs.sansFinAide', { count })}
          checked={etat.saisies['sansFin'] === 'oui'}
        />
      )}
    </fieldset>
  );
}

/** The reason that the person will read. */
export function Motif({ frame, etat, requis }: PropsDeChamps & { requis?: boolean }) {
  const { t } = frame;
  return (
    <ChampMotif
      frame={frame}
      required={requis}
      optionalText={requis ? undefined : t('utilisateurs.facultatif')}
      value={etat.saisies['motif'] ?? ''}
      error={messageDuChamp(etat, t, 'motif')}
    />
  );
}

/** The identifiant de connexion of somebody. */
export function Identifiant({
  frame: { t },
  etat,
  label,
  hint,
}: PropsDeChamps & { label: string; hint: string }) {
  return (
    <Field
      id="identifiant"
      label={label}
      hint={hint}
      required
      autocomplete="off"
      value={etat.saisies['identifiant'] ?? ''}
      error={messageDuChamp(etat, t, 'identifiant')}
    />
  );
}

type PropsDeServices = PropsDeChamps & { services: PageLue<ServiceLu> };

/** The whole structure, or some of its services. */
export function Portees({ frame, etat, services }: PropsDeServices) {
  const { t } = frame;
  const recherche = etat.saisies['recherche'] ?? '';
  const aDesServices = services.total > 0 || recherche !== '';
  const erreur = messageDuChamp(etat, t, 'entiere');
  return (
    <fieldset class="fr-fieldset" aria-describedby={erreur && 'entiere-erreur'}>
      <legend class="fr-fieldset__legend">{t('utilisateurs.champs.services')}</legend>
      {erreur && (
        <p class="fr-message fr-message--error" id="entiere-erreur">
          {erreur}
        </p>
      )}
      <Checkbox
        id="entiere"
        name="entiere"
        value="oui"
        label={t('utilisateurs.champs.entiere')}
        hint={t('utilisateurs.champs.entiereAide')}
        checked={etat.saisies['entiere'] === 'oui' || !aDesServices}
      />
      {aDesServices && (
        <>
          <p>{t('utilisateurs.champs.ouServices')}</p>
          <ServicesACocher
            frame={frame}
            services={services}
            recherche={recherche}
            coches={servicesCoches(etat.saisies)}
            caption={t('utilisateurs.champs.services')}
            label={({ libelle }) => t('utilisateurs.champs.cocherService', { service: libelle })}
          />
        </>
      )}
    </fieldset>
  );
}
