// The form of a référent about somebody of a structure: whom, which act, days for some, why.
import { adresseReferent, adresses } from '../../../domain/adresses.ts';
import type { StructureDuReferent } from '../../../domain/rattachement/queries-sans-gestionnaire.ts';
import type { UtilisateurListe } from '../../../domain/rattachement/utilisateurs.ts';
import { adresseAvec } from '../../commun/listes.ts';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Field } from '../../components/field.tsx';
import { RadioGroup } from '../../components/radio.tsx';
import { Select } from '../../components/select.tsx';
import { ChampMotif } from '../../demandes/champ-motif.tsx';
import type { Frame } from '../../layout/page.tsx';
import { periodeEnMots } from '../../mon-compte/rattachements/periode.ts';
import { ACTES_DU_REFERENT, type SaisieDuReferent } from './form.ts';

/** What a choice says of somebody. */
type Choisie = Pick<
  UtilisateurListe,
  'id' | 'nom' | 'prenom' | 'identifiantConnexion' | 'role' | 'etat' | 'etatCompte' | 'lignes'
>;

export type PropsDuFormulaire = {
  frame: Frame;
  structure: StructureDuReferent;
  personnes: {
    principaux: UtilisateurListe[];
    secondaires: UtilisateurListe[];
    /** Utilisateurs that the search finds, the first ones. */
    autres: { lignes: UtilisateurListe[]; total: number };
    /** Who was chosen in a form that comes back, when neither list shows them. */
    choisie: Choisie | null;
  };
  /** What was searched among the utilisateurs. */
  texte: string;
  saisie: SaisieDuReferent;
  erreurs: { champ: string; message: string }[];
};

export const nomComplet = ({ prenom, nom }: { prenom: string; nom: string }) => `${prenom} ${nom}`;

/** Those whom an act may be about. */
export function choixDe({ secondaires, autres, choisie }: PropsDuFormulaire['personnes']) {
  return [...(choisie ? [choisie] : []), ...secondaires, ...autres.lignes];
}

// The period only of those whose period a référent may change.
function precision(frame: Frame, personne: Choisie) {
  const { t } = frame;
  const { identifiantConnexion, role, etat, etatCompte, lignes } = personne;
  const periodes = role === 'GESTIONNAIRE_SECONDAIRE' ? lignes.slice(0, 1) : [];
  return [
    identifiantConnexion,
    t(`compte.roles.${role}`),
    t(`compte.statuts.${etat}`),
    ...periodes.map((ligne) => periodeEnMots(frame, ligne, true)),
    ...(etatCompte === 'INACTIF' ? [t('continuite.referent.compteInactif')] : []),
  ].join(' – ');
}

type PropsDeChamps = Pick<PropsDuFormulaire, 'frame' | 'saisie' | 'erreurs'>;

function erreurDe({ erreurs }: PropsDeChamps, champ: string): string | undefined {
  return erreurs.find((une) => une.champ === champ)?.message;
}

function Jours(props: PropsDeChamps) {
  const { saisie } = props;
  const { t } = props.frame;
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('continuite.referent.jours')}</legend>
      <div class="pc-grid">
        <Field
          id="dateDebut"
          type="date"
          label={t('continuite.referent.premierJour')}
          hint={t('continuite.referent.premierJourAide')}
          value={saisie.dateDebut}
          error={erreurDe(props, 'dateDebut')}
        />
        <Field
          id="dateFin"
          type="date"
          label={t('continuite.referent.dernierJour')}
          hint={t('continuite.referent.dernierJourAide')}
          value={saisie.dateFin}
          error={erreurDe(props, 'dateFin')}
        />
      </div>
      <Checkbox
        id="sansFin"
        name="sansFin"
        value="oui"
        label={t('continuite.referent.sansFin')}
        hint={t('continuite.referent.sansFinAide')}
        checked={saisie.sansFin === 'oui'}
      />
    </fieldset>
  );
}

/** One form for every act: without JavaScript, nothing shows or hides with the act chosen. */
export function Formulaire(props: PropsDuFormulaire) {
  const { frame, structure, personnes, texte, saisie, erreurs } = props;
  const { t } = frame;
  const champs = { frame, saisie, erreurs };
  const actes = ACTES_DU_REFERENT.map((acte) => {
    return { value: acte as string, label: t(`continuite.referent.actes.${acte}`) };
  });
  // A form that comes back still shows what was searched.
  const action = adresseAvec(adresseReferent(structure.id), { recherche: texte });
  return (
    <form class="pc-flow" method="post" action={action} novalidate>
      <RadioGroup
        id="personne"
        label={t('continuite.referent.choisirPersonne')}
        required
        value={saisie.personne}
        error={erreurDe(champs, 'personne')}
        options={choixDe(personnes).map((personne) => ({
          value: String(personne.id),
          label: nomComplet(personne),
          hint: precision(frame, personne),
        }))}
      />
      <Select
        id="acte"
        label={t('continuite.referent.choisirActe')}
        required
        value={saisie.acte}
        error={erreurDe(champs, 'acte')}
        options={[{ value: '', label: '' }, ...actes]}
      />
      <Jours {...champs} />
      <ChampMotif frame={frame} required value={saisie.motif} error={erreurDe(champs, 'motif')} />
      <ButtonGroup>
        <Button>{t('continuite.referent.valider')}</Button>
        <ButtonLink kind="secondary" href={adresses.referent}>
          {t('continuite.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
