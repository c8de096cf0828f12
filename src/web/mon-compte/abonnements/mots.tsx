// Espaces, scopes and states of abonnements in words: the same on every page that shows some.
import type { Mode } from '../../../domain/abonnement/abonnement.ts';
import type { Abonnement, EtatDAbonnement } from '../../../domain/abonnement/liste.ts';
import { type EspaceTenu, libelleEspace } from '../../../domain/espace/espace.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import { Badge } from '../../components/badge.tsx';
import type { Frame } from '../../layout/page.tsx';

const BADGES = {
  EN_COURS_DE_VALIDATION: 'info',
  REFUSE: 'error',
  VALIDE: 'success',
  PAR_DEFAUT: 'neutral',
  A_VENIR: 'info',
  SUSPENDU: 'neutral',
  TERMINE: 'warning',
} as const satisfies Record<EtatDAbonnement, string>;

/** A service by its name, or the whole structure; « – » for « Mon compte ». */
export function porteeDAbonnement(
  { t }: Frame,
  { service, structureId }: Pick<Abonnement, 'service' | 'structureId'>,
): string {
  if (structureId === null) return '–';
  return service ?? t('abonnements.entiere');
}

/** What a row is about, for who cannot see the row: espace, structure, service. */
export function sujetDe(frame: Frame, abonnement: Abonnement): string {
  return frame.t('abonnements.liste.sujet', {
    espace: libelleEspace(abonnement, frame.langue),
    designation: abonnement.designation ?? frame.t('abonnements.toutCompte'),
    service: porteeDAbonnement(frame, abonnement),
  });
}

// « Depuis le 1er mars 2026, accordé par Hélène Aubry ».
function precision({ t, langue }: Frame, abonnement: Abonnement, autrui: boolean): string | null {
  const { etat, depuis, depuisJour, par, sansDecision } = abonnement;
  const quand = depuis ?? depuisJour;
  switch (etat) {
    case 'A_VENIR':
    case 'SUSPENDU':
      return t(`abonnements.${autrui ? 'gestion.precisions' : 'precisions'}.${etat}`);
    case 'TERMINE':
      return t(`abonnements.precisions.${etat}`);
    case 'VALIDE': {
      if (quand === null) return null;
      const jour = formatJour(langue, quand);
      if (sansDecision) return t('abonnements.precisions.VALIDE_sansDecision', { jour });
      if (par === null) return t('abonnements.precisions.VALIDE_sansAuteur', { jour });
      return t('abonnements.precisions.VALIDE', { jour, par });
    }
    default: {
      if (quand === null) return null;
      return t(`abonnements.precisions.${etat}`, { jour: formatJour(langue, quand) });
    }
  }
}

type EtatProps = { frame: Frame; abonnement: Abonnement; autrui: boolean };

/** The state of a row, since when, by whom, why; `autrui`: of somebody else than the reader. */
export function EtatDeLAbonnement({ frame, abonnement, autrui }: EtatProps) {
  const { t } = frame;
  const { etat, motif } = abonnement;
  const dit = precision(frame, abonnement, autrui);
  return (
    <>
      <Badge kind={BADGES[etat]}>{t(`abonnements.etats.${etat}`)}</Badge>
      {dit && <span class="pc-detail">{dit}</span>}
      {motif && <span class="pc-detail">{t('abonnements.motif', { motif })}</span>}
    </>
  );
}

type Ligne = { espace: EspaceTenu; service: string | null; mode: Mode };

/** « Engagements – Urbanisme (Consultation) ». */
export function ligneEnMots({ t, langue }: Frame, { espace, service, mode }: Ligne): string {
  return t('abonnements.demande.ligne', {
    espace: libelleEspace(espace, langue),
    portee: service ?? t('abonnements.entiere'),
    mode: t(`abonnements.modes.${mode}`),
  });
}

/** The lines of a request, one under the other. */
export function LignesEnMots({ frame, lignes }: { frame: Frame; lignes: Ligne[] }) {
  const phrases = lignes.map((ligne) => ligneEnMots(frame, ligne));
  if (phrases.length === 1) return <>{phrases[0]}</>;
  return (
    <ul class="fr-raw-list">
      {phrases.map((phrase) => (
        <li key={phrase}>{phrase}</li>
      ))}
    </ul>
  );
}
