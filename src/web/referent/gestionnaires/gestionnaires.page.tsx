// The page of a structure's managers for a référent: who they are, and one form for every act on them, with a reason.
import { adresseReferent, adresses } from '../../../domain/adresses.ts';
import { COMMENTAIRE_MAX } from '../../../domain/demande/demande.ts';
import type { StructureDuReferent } from '../../../domain/rattachement/queries-sans-gestionnaire.ts';
import type { UtilisateurListe } from '../../../domain/rattachement/utilisateurs.ts';
import { adresseAvec } from '../../commun/listes.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Block } from '../../components/block.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { RadioGroup } from '../../components/radio.tsx';
import { ReadOnlyList } from '../../components/read-only-list.tsx';
import { SearchBar } from '../../components/search-bar.tsx';
import { Select } from '../../components/select.tsx';
import { TextArea } from '../../components/textarea.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { ACTES_DU_REFERENT, type SaisieDuReferent } from './form.ts';

/** What a choice says of somebody. */
type Choisie = Pick<
  UtilisateurListe,
  'id' | 'nom' | 'prenom' | 'identifiantConnexion' | 'role' | 'etat' | 'etatCompte'
>;

type Props = {
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
  texte: string;
  saisie: SaisieDuReferent;
  erreurs: { champ: string; message: string }[];
  message: MessageAffiche | null;
};

const nom = ({ prenom, nom: famille }: Choisie) => `${prenom} ${famille}`;

function precision({ t }: Frame, { identifiantConnexion, role, etat, etatCompte }: Choisie) {
  const parties = [identifiantConnexion, t(`compte.roles.${role}`), t(`compte.statuts.${etat}`)];
  const inactif = etatCompte === 'INACTIF' ? [t('continuite.referent.compteInactif')] : [];
  return [...parties, ...inactif].join(' – ');
}

function Identite({ frame, structure, personnes: { principaux, secondaires } }: Props) {
  const { t } = frame;
  const liste = (qui: UtilisateurListe[]) =>
    qui.length === 0
      ? t('continuite.referent.personne')
      : qui.map((p) => `${nom(p)} (${t(`compte.statuts.${p.etat}`)})`).join(', ');
  return (
    <Block id="structure" title={t('continuite.referent.structure')}>
      <ReadOnlyList
        items={[
          { label: t('continuite.referent.identifiant'), value: structure.identifiant },
          { label: t('continuite.referent.departement'), value: structure.departement },
          { label: t('continuite.referent.principal'), value: liste(principaux) },
          { label: t('continuite.referent.secondaires'), value: liste(secondaires) },
        ]}
      />
    </Block>
  );
}

/** Those whom an act may be about. */
function choixDe({ secondaires, autres, choisie }: Props['personnes']): Choisie[] {
  return [...(choisie ? [choisie] : []), ...secondaires, ...autres.lignes];
}

function Formulaire({ frame, structure, personnes, texte, saisie, erreurs }: Props) {
  const { t } = frame;
  const erreur = (champ: string) => erreurs.find((une) => une.champ === champ)?.message;
  // A form that comes back still shows what was searched.
  const action = adresseAvec(adresseReferent(structure.id), { recherche: texte });
  return (
    <form class="pc-flow" method="post" action={action} novalidate>
      <RadioGroup
        id="personne"
        label={t('continuite.referent.choisirPersonne')}
        required
        value={saisie.personne}
        error={erreur('personne')}
        options={choixDe(personnes).map((p) => ({
          value: String(p.id),
          label: nom(p),
          hint: precision(frame, p),
        }))}
      />
      <Select
        id="acte"
        label={t('continuite.referent.choisirActe')}
        required
        value={saisie.acte}
        error={erreur('acte')}
        options={[
          { value: '', label: '' },
          ...ACTES_DU_REFERENT.map((acte) => ({
            value: acte,
            label: t(`continuite.referent.actes.${acte}`),
          })),
        ]}
      />
      <div class="pc-grid">
        <Field
          id="dateDebut"
          type="date"
          label={t('continuite.referent.delegationDebut')}
          optionalText={t('continuite.referent.delegationSeulement')}
          value={saisie.dateDebut}
          error={erreur('dateDebut')}
        />
        <Field
          id="dateFin"
          type="date"
          label={t('continuite.referent.delegationFin')}
          optionalText={t('continuite.referent.delegationSeulement')}
          value={saisie.dateFin}
          error={erreur('dateFin')}
        />
      </div>
      <TextArea
        t={t}
        id="motif"
        label={t('continuite.motif')}
        hint={t('continuite.motifAide')}
        required
        value={saisie.motif}
        limitCharacters={COMMENTAIRE_MAX}
        error={erreur('motif')}
      />
      <ButtonGroup>
        <Button>{t('continuite.referent.valider')}</Button>
        <ButtonLink kind="secondary" href={adresses.referent}>
          {t('continuite.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

export function gestionnairesPage(props: Props) {
  const { frame, structure, personnes, texte, erreurs, message } = props;
  const { t } = frame;
  const titre = t('continuite.referent.gestionnaires', { designation: structure.designation });
  const { autres } = personnes;
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${structure.identifiant}`}
      hasError={erreurs.length > 0}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('continuite.referent.titre'), href: adresses.referent },
        { label: structure.designation },
      ]}
    >
      {message && <Alert t={t} {...message} />}
      <ErrorSummary t={t} errors={erreurs} />
      <Identite {...props} />
      <Block id="agir" title={t('continuite.referent.agir')}>
        <p>{t('continuite.referent.agirTexte')}</p>
        {(texte !== '' || autres.total > autres.lignes.length) && (
          <SearchBar
            id="recherche"
            action={adresseReferent(structure.id)}
            label={t('continuite.referent.chercher')}
            button={t('continuite.referent.afficher')}
            value={texte}
          />
        )}
        {choixDe(personnes).length === 0 ? (
          <EmptyState
            title={t(`continuite.referent.${texte === '' ? 'aucunePersonne' : 'aucuneTrouvee'}`)}
          />
        ) : (
          <Formulaire {...props} />
        )}
      </Block>
    </Page>
  );
}
