// Names, states and scopes of people in words, the same on every page about them.
import {
  type EtatAffiche,
  etatAffiche,
  type LigneAffichee,
} from '../../../domain/rattachement/rattachement.ts';
import { formatJour } from '../../../platform/textes/formats.ts';
import { Badge } from '../../components/badge.tsx';
import type { Frame } from '../../layout/page.tsx';
import { periodeEnMots, porteeEnMots } from '../../mon-compte/rattachements/periode.ts';

const BADGES = {
  VALIDEE: 'success',
  DESACTIVEE: 'neutral',
  EXPIREE: 'warning',
  A_VENIR: 'info',
} as const satisfies Record<EtatAffiche, string>;

/** « AUBRY Hélène », as lists sort them. */
export const nomDe = ({ nom, prenom }: { nom: string; prenom: string }) => `${nom} ${prenom}`;

export function BadgeEtat({ frame: { t }, etat }: { frame: Frame; etat: EtatAffiche }) {
  return <Badge kind={BADGES[etat]}>{t(`compte.statuts.${etat}`)}</Badge>;
}

/** What sets somebody apart: an account that is closed, a delegation that runs. */
export function Marques({
  frame: { t, langue },
  inactif,
  delegueJusquAu,
}: {
  frame: Frame;
  inactif: boolean;
  delegueJusquAu: string | null;
}) {
  return (
    <>
      {inactif && <Badge kind="warning">{t('utilisateurs.compteInactif')}</Badge>}
      {delegueJusquAu && (
        <Badge kind="info">
          {t('utilisateurs.delegue', { jour: formatJour(langue, delegueJusquAu) })}
        </Badge>
      )}
    </>
  );
}

/** A scope and its period; its state too where it is not that of the whole. */
export function Portee({
  frame,
  ligne,
  jour,
  etat,
}: {
  frame: Frame;
  ligne: LigneAffichee;
  jour: string;
  etat: EtatAffiche;
}) {
  const sien = etatAffiche(ligne, jour);
  return (
    <>
      {porteeEnMots(frame, ligne.service)}
      <span class="pc-detail">{periodeEnMots(frame, ligne, sien !== 'A_VENIR')}</span>
      {sien !== etat && <BadgeEtat frame={frame} etat={sien} />}
    </>
  );
}
