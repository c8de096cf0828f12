// What the page of a request lists (screens §6, §9): who asks what, and what was granted of it.
import { adresseStructure } from '../../domain/adresses.ts';
import type {
  AbonnementLu,
  DemandeLue,
  LigneDAbonnement,
  LigneLue,
  RattachementLu,
} from '../../domain/demande/queries-lecture.ts';
import { formatJour } from '../../platform/textes/formats.ts';
import type { Frame } from '../layout/page.tsx';
import { LignesEnMots } from '../mon-compte/abonnements/mots.tsx';
import { BadgeDemande, ObjetDemande } from '../mon-compte/rattachements/mes-demandes.tsx';
import { periodeEnMots, porteeEnMots } from '../mon-compte/rattachements/periode.ts';
import type { LectureDeDemande } from './lire.ts';

type Resumee = Pick<LectureDeDemande, 'demande' | 'role'>;

// The same of abonnements: the lines, in the mode that was granted.
function espacesAccordes(frame: Frame, { etat, lignes }: AbonnementLu) {
  const { t } = frame;
  const accordees = lignes.filter((ligne) => ligne.etat === 'ACCEPTEE');
  const refusees = lignes.filter((ligne) => ligne.etat === 'REFUSEE');
  const moins = accordees.some(({ mode, accordeMode }) => (accordeMode ?? mode) !== mode);
  if (etat !== 'ACCEPTEE' || (refusees.length === 0 && !moins)) return [];
  const donnees = accordees.map((ligne) => ({ ...ligne, mode: ligne.accordeMode ?? ligne.mode }));
  const bloc = (label: string, lesquelles: LigneDAbonnement[]) => ({
    label,
    value: <LignesEnMots frame={frame} lignes={lesquelles.map((l) => ({ ...l, espace: l }))} />,
  });
  return [
    bloc(t('abonnements.demande.accordeTitre'), donnees),
    ...(refusees.length > 0 ? [bloc(t('abonnements.demande.nonAccorde'), refusees)] : []),
  ];
}

// What was granted, beside what was asked, where it is less.
function accorde(frame: Frame, { etat, lignes }: RattachementLu) {
  const { t } = frame;
  if (etat !== 'ACCEPTEE') return [];
  const accordees = lignes.filter((ligne) => ligne.accordeeDebut !== null);
  const refusees = lignes.filter((ligne) => ligne.etat === 'REFUSEE');
  const reduites = accordees.some(
    (l) => l.accordeeDebut !== l.dateDebut || l.accordeeFin !== l.dateFin,
  );
  const [premiere] = accordees;
  if (!premiere || (refusees.length === 0 && !reduites)) return [];
  const { accordeeDebut, accordeeFin } = premiere;
  const periode = { dateDebut: accordeeDebut ?? premiere.dateDebut, dateFin: accordeeFin };
  const portees = (lesquelles: LigneLue[]) =>
    lesquelles.map(({ service }) => porteeEnMots(frame, service)).join(', ');
  const value = (
    <>
      {portees(accordees)}
      <span class="pc-detail">{periodeEnMots(frame, periode, false)}</span>
    </>
  );
  return [
    { label: t('gestion.decision.accordeTitre'), value },
    ...(refusees.length > 0
      ? [{ label: t('gestion.decision.nonAccorde'), value: portees(refusees) }]
      : []),
  ];
}

// Who decides sees whom they let in; the author knows.
function surLeDemandeur({ t }: Frame, { demande, role }: Resumee) {
  const { demandeur, identifiantConnexion, sienne } = demande;
  const qui = { label: t('demandes.suivi.demandeur'), value: demandeur };
  if (sienne) return [qui];
  return [
    qui,
    { label: t('gestion.decision.identifiant'), value: identifiantConnexion },
    ...(role
      ? [{ label: t('gestion.decision.roleActuel'), value: t(`compte.roles.${role}`) }]
      : []),
  ];
}

function objet(frame: Frame, demande: DemandeLue) {
  const { t } = frame;
  if (demande.nature === 'ABONNEMENT') {
    const lignes = demande.lignes.map((ligne) => ({ ...ligne, espace: ligne }));
    const value = <LignesEnMots frame={frame} lignes={lignes} />;
    return [{ label: t('abonnements.demande.objet'), value }, ...espacesAccordes(frame, demande)];
  }
  const value = <ObjetDemande frame={frame} demande={demande} />;
  return [{ label: t('demandes.suivi.objet'), value }, ...accorde(frame, demande)];
}

/** What is asked, by whom, where it stands. */
export function resume(frame: Frame, { demande, role }: Resumee) {
  const { t, langue } = frame;
  const { designation, identifiant, structureId, commentaire, motif, demandeeLe } = demande;
  const structure = (
    <>
      <a href={adresseStructure(structureId)}>{designation}</a>
      <span class="pc-detail">{identifiant}</span>
    </>
  );
  return [
    ...surLeDemandeur(frame, { demande, role }),
    { label: t('demandes.suivi.structure'), value: structure },
    ...objet(frame, demande),
    { label: t('gestion.decision.demandeeLe'), value: formatJour(langue, demandeeLe) },
    {
      label: t('demandes.suivi.etat'),
      value: <BadgeDemande frame={frame} etat={demande.etat} />,
    },
    { label: t('demandes.suivi.commentaire'), value: commentaire },
    ...(motif === null ? [] : [{ label: t('demandes.suivi.motif'), value: motif }]),
  ];
}
