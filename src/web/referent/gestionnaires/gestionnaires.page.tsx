// The page of a structure's managers for a référent: who they are, one form for every act on them, the delegations.
import { adresseCompteDuReferent, adresseReferent, adresses } from '../../../domain/adresses.ts';
import type {
  DelegationListee,
  UtilisateurListe,
} from '../../../domain/rattachement/utilisateurs.ts';
import type { MessageAffiche } from '../../commun/messages.ts';
import { Alert } from '../../components/alert.tsx';
import { Block } from '../../components/block.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { ReadOnlyList } from '../../components/read-only-list.tsx';
import { SearchBar } from '../../components/search-bar.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { Delegations } from './delegations/delegations.tsx';
import { choixDe, Formulaire, nomComplet, type PropsDuFormulaire } from './formulaire.tsx';

type Props = PropsDuFormulaire & {
  delegations: DelegationListee[];
  message: MessageAffiche | null;
};

// Each leads to their account: who left without MADRHAS knowing is deactivated there.
function Personnes({ frame: { t }, qui }: { frame: Frame; qui: UtilisateurListe[] }) {
  if (qui.length === 0) return t('continuite.referent.personne');
  return (
    <ul class="fr-raw-list">
      {qui.map((personne) => {
        const { id, compteId, etat, etatCompte } = personne;
        const dit =
          etatCompte === 'INACTIF'
            ? t('continuite.referent.compteInactif')
            : t(`compte.statuts.${etat}`);
        return (
          <li key={id}>
            <a href={adresseCompteDuReferent(compteId)}>{nomComplet(personne)}</a>
            {` (${dit})`}
          </li>
        );
      })}
    </ul>
  );
}

function Identite({ frame, structure, personnes: { principaux, secondaires } }: Props) {
  const { t } = frame;
  return (
    <Block id="structure" title={t('continuite.referent.structure')}>
      <ReadOnlyList
        items={[
          { label: t('continuite.referent.identifiant'), value: structure.identifiant },
          { label: t('continuite.referent.departement'), value: structure.departement },
          {
            label: t('continuite.referent.principal'),
            value: <Personnes frame={frame} qui={principaux} />,
          },
          {
            label: t('continuite.referent.secondaires'),
            value: <Personnes frame={frame} qui={secondaires} />,
          },
        ]}
      />
    </Block>
  );
}

export function gestionnairesPage(props: Props) {
  const { frame, structure, personnes, texte, erreurs, delegations, message } = props;
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
      <Delegations frame={frame} structureId={structure.id} delegations={delegations} />
    </Page>
  );
}
