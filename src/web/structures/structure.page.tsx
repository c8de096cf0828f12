// « Consulter la structure » (screens §6): a read-only sheet, its services, and whom to ask.
import { adresseDemandeSur, adresseFiche, adresses } from '../../domain/adresses.ts';
import type { Gestionnaire, Lecture } from '../../domain/structure/fiche.ts';
import { adresseAvec } from '../commun/listes.ts';
import { Alert } from '../components/alert.tsx';
import { Block } from '../components/block.tsx';
import type { Crumb } from '../components/breadcrumb.tsx';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ReadOnlyList } from '../components/read-only-list.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { adresseRecherche } from './form.ts';
import { adressePostale, facturation, identite, population } from './identite.tsx';
import { Services, type ServicesMontres } from './services.tsx';
import type { Origine } from './usage.ts';
import { Vacance } from './vacance.tsx';

type Props = {
  frame: Frame;
  lecture: Lecture;
  gestionnaires: Gestionnaire[];
  services: ServicesMontres;
  jeton: string | null;
  /** Nobody is gestionnaire principal: the reader may go and see what they can do about it. */
  aReprendre: boolean;
  origine: Origine;
};

/** The names of those who decide. */
export function Gestionnaires({
  frame: { t },
  gestionnaires,
}: Pick<Props, 'frame' | 'gestionnaires'>) {
  if (gestionnaires.length === 0) {
    return (
      <EmptyState title={t('annuaire.structure.aucunGestionnaire')}>
        <p>{t('annuaire.structure.aucunGestionnaireTexte')}</p>
      </EmptyState>
    );
  }
  return (
    <ul>
      {gestionnaires.map(({ prenom, nom, role }) => (
        <li key={`${prenom} ${nom}`}>
          {prenom} {nom} – {t(`compte.roles.${role}`)}
        </li>
      ))}
    </ul>
  );
}

function Actions({ frame: { t }, lecture, jeton, origine }: Props) {
  const { fiche, rattache, entiere, comble } = lecture;
  return (
    <ButtonGroup>
      {fiche.statut === 'ACTIF' && !comble && (
        <ButtonLink href={adresseAvec(adresseDemandeSur(fiche.id), { ...origine.criteres, jeton })}>
          {t(rattache ? 'annuaire.structure.etendre' : 'annuaire.structure.demander')}
        </ButtonLink>
      )}
      {entiere && (
        <ButtonLink kind="secondary" href={adresseFiche(fiche.id)}>
          {t('annuaire.structure.fiche')}
        </ButtonLink>
      )}
    </ButtonGroup>
  );
}

// Back to the search that led here; to one's own list when none did and one is attached.
function retour({ frame: { t }, lecture, origine: { usage, criteres } }: Props): Crumb {
  const href = adresseRecherche(usage.adresse, criteres);
  if (usage.kind === 'demande') return { label: t('demandes.nouvelle.titre'), href };
  if (lecture.rattache && href === usage.adresse)
    return { label: t('compte.blocs.rattachements'), href: adresses.rattachements };
  return { label: t('annuaire.titre'), href };
}

export function structurePage(props: Props) {
  const { frame, lecture, gestionnaires, services } = props;
  const { t } = frame;
  const { fiche } = lecture;
  return (
    <Page
      frame={frame}
      title={fiche.designation}
      documentTitle={`${fiche.designation} – ${fiche.identifiant}`}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        retour(props),
        { label: fiche.designation },
      ]}
    >
      {fiche.statut === 'INACTIF' && (
        <Alert t={t} kind="warning" title={t('annuaire.structure.inactive')} />
      )}
      {props.aReprendre && <Vacance frame={frame} structureId={fiche.id} />}
      <Block id="identite" title={t('annuaire.structure.identite')}>
        <ReadOnlyList
          items={[
            ...identite(frame, fiche),
            { label: t('annuaire.structure.adresse'), value: adressePostale(frame, fiche) },
            ...population(frame, fiche),
            facturation(frame, fiche),
          ]}
        />
        <Actions {...props} />
      </Block>
      <Block id="gestionnaires" title={t('annuaire.structure.gestionnaires')}>
        {gestionnaires.length > 0 && <p>{t('annuaire.structure.gestionnairesTexte')}</p>}
        <Gestionnaires frame={frame} gestionnaires={gestionnaires} />
      </Block>
      <Services frame={frame} services={services} />
    </Page>
  );
}
