// « Accéder à la fiche structure » (screens §6): the whole sheet, for those attached to all of the structure.
import { adresseGestion, adresseStructure, adresses } from '../../domain/adresses.ts';
import type { FicheStructure, Gestionnaire, Lecture } from '../../domain/structure/fiche.ts';
import { PARAMETRES } from '../../domain/structure/structure.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import { Alert } from '../components/alert.tsx';
import { Block } from '../components/block.tsx';
import { ButtonGroup, ButtonLink } from '../components/button.tsx';
import { ReadOnlyList } from '../components/read-only-list.tsx';
import { type Frame, Page } from '../layout/page.tsx';
import { adressePostale, facturation, identite, population } from './identite.tsx';
import { Services, type ServicesMontres } from './services.tsx';
import { UnSeulGestionnaire } from './un-seul-gestionnaire.tsx';
import { Vacance } from './vacance.tsx';

type Props = {
  frame: Frame;
  lecture: Lecture;
  gestionnaires: Gestionnaire[];
  services: ServicesMontres;
  /** Nobody is gestionnaire principal: the reader may go and see what they can do about it. */
  aReprendre: boolean;
};

function general(frame: Frame, fiche: FicheStructure) {
  const { t, langue } = frame;
  const origine = `annuaire.structure.origines.${fiche.source}` as const;
  return [
    ...identite(frame, fiche),
    { label: t('annuaire.criteres.raisonSociale'), value: fiche.raisonSociale },
    { label: t('annuaire.criteres.libelle'), value: fiche.libelle },
    { label: t('annuaire.structure.numeroRcs'), value: fiche.numeroRcs },
    { label: t('annuaire.structure.numeroTva'), value: fiche.numeroTva },
    ...population(frame, fiche),
    { label: t('annuaire.structure.origine'), value: t(origine) },
    { label: t('annuaire.structure.modifieLe'), value: formatJour(langue, fiche.modifieLe) },
  ];
}

function contact(frame: Frame, fiche: FicheStructure) {
  const { t } = frame;
  return [
    { label: t('annuaire.structure.adresse'), value: adressePostale(frame, fiche) },
    { label: t('annuaire.structure.departement'), value: fiche.departement },
    { label: t('annuaire.structure.telephone'), value: fiche.telephone },
    { label: t('annuaire.structure.fax'), value: fiche.fax },
    { label: t('annuaire.structure.adresseElectronique'), value: fiche.adresseElectronique },
  ];
}

function parametres(frame: Frame, fiche: FicheStructure) {
  const { t } = frame;
  const lignes = PARAMETRES.map((nom) => ({
    label: t(`annuaire.fiche.noms.${nom}`),
    value: t(fiche[nom] ? 'compte.oui' : 'compte.non'),
  }));
  return [facturation(frame, fiche), ...lignes];
}

export function fichePage({ frame, lecture, gestionnaires, services, aReprendre }: Props) {
  const { t } = frame;
  const { fiche, gere } = lecture;
  const titre = t('annuaire.fiche.titre', { designation: fiche.designation });
  return (
    <Page
      frame={frame}
      title={titre}
      documentTitle={`${titre} – ${fiche.identifiant}`}
      breadcrumb={[
        { label: t('pages.accueil.titre'), href: adresses.accueil },
        { label: t('compte.blocs.rattachements'), href: adresses.rattachements },
        { label: fiche.designation, href: adresseStructure(fiche.id) },
        { label: titre },
      ]}
    >
      {fiche.statut === 'INACTIF' && (
        <Alert t={t} kind="warning" title={t('annuaire.structure.inactive')} />
      )}
      {aReprendre && <Vacance frame={frame} structureId={fiche.id} />}
      <UnSeulGestionnaire
        frame={frame}
        structureId={fiche.id}
        nombre={gestionnaires.length}
        gere={gere}
      />
      <p>{t('annuaire.fiche.lectureSeule')}</p>
      {gere && (
        <ButtonGroup>
          <ButtonLink kind="secondary" href={adresseGestion(fiche.id, 'fiche')}>
            {t('ficheGestion.modifier')}
          </ButtonLink>
        </ButtonGroup>
      )}
      <Block id="general" title={t('annuaire.fiche.general')}>
        <ReadOnlyList items={general(frame, fiche)} />
      </Block>
      <Block id="contact" title={t('annuaire.structure.contact')}>
        <ReadOnlyList items={contact(frame, fiche)} />
      </Block>
      <Block id="parametres" title={t('annuaire.fiche.parametres')}>
        <ReadOnlyList items={parametres(frame, fiche)} />
      </Block>
      <Services frame={frame} services={services} />
    </Page>
  );
}
