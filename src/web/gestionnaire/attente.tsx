// What waits for a manager, in words: the number, the oldest's age, the structures that hang by one person (screens §4, §9).
import { adresseDemande, adresseGestion, adresseReprise, adresses } from '../../domain/adresses.ts';
import { ageEnJours, type NombreDeDemandes } from '../../domain/demande/file.ts';
import type { RepriseOpposable } from '../../domain/demande/queries-reprise-lecture.ts';
import type { StructureFragile } from '../../domain/rattachement/queries-mes-structures.ts';
import { formatJour, formatNombre } from '../../platform/textes/formats.ts';
import type { Translate } from '../../platform/textes/index.ts';
import { Alert } from '../components/alert.tsx';
import type { Frame } from '../layout/page.tsx';
import { aReprendre } from '../structures/vacance.tsx';

/** « 12 », « plus de 1 000 ». */
export function nombreEnMots(
  { t, langue }: Frame,
  { nombre, plus }: Pick<NombreDeDemandes, 'nombre' | 'plus'>,
): string {
  const ecrit = formatNombre(langue, nombre);
  return plus ? t('gestion.plusDe', { nombre: ecrit }) : ecrit;
}

/** « aujourd’hui », « il y a 3 jours ». */
export function ageEnMots({ t, langue }: Frame, demandeeLe: Date, jour: string): string {
  const jours = ageEnJours(demandeeLe, jour);
  if (jours === 0) return t('gestion.age.aujourdHui');
  return t('gestion.age.jours', { count: jours, nombre: formatNombre(langue, jours) });
}

type AttenteProps = {
  frame: Frame;
  attente: NombreDeDemandes;
  jour: string;
  /** Where they are; the manager's queue unless told. */
  vers?: { href: string; label: string };
};

/** How many requests wait, since when, and the way to them. */
export function Attente({ frame, attente, jour, vers }: AttenteProps) {
  const { t, langue } = frame;
  const { nombre, depuis } = attente;
  if (depuis === null) return <p>{t('gestion.attente.aucune')}</p>;
  const titre = t('gestion.attente.titre', { count: nombre, nombre: nombreEnMots(frame, attente) });
  const age = ageEnMots(frame, depuis, jour);
  return (
    <Alert t={t} kind="info" title={titre}>
      <p>{t('gestion.attente.depuis', { jour: formatJour(langue, depuis), age })}</p>
      <p>
        <a href={vers?.href ?? adresses.demandesADecider}>
          {vers?.label ?? t('gestion.attente.lien')}
        </a>
      </p>
    </Alert>
  );
}

/** The take-overs of the role of gestionnaire principal that the reader may oppose, and until when. */
export function Reprises({ frame, reprises }: { frame: Frame; reprises: RepriseOpposable[] }) {
  const { t, langue } = frame;
  if (reprises.length === 0) return null;
  return (
    <Alert t={t} kind="warning" title={t('gestion.reprises.titre')}>
      <p>{t('gestion.reprises.texte')}</p>
      <ul>
        {reprises.map(({ id, demandeur, designation, jusqu }) => (
          <li key={id}>
            <a href={adresseDemande(id)}>
              {t('gestion.reprises.demande', { demandeur, designation })}
            </a>
            {` – ${t('gestion.reprises.jusqu', { jour: formatJour(langue, jusqu) })}`}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Why a structure is named in the warning. */
export function fragilite(
  t: Translate,
  {
    gestionnairesActifs,
    principalVacant,
  }: Pick<StructureFragile, 'gestionnairesActifs' | 'principalVacant'>,
): string[] {
  return [
    ...(gestionnairesActifs === 0 ? [t('gestion.fragiles.aucun')] : []),
    ...(gestionnairesActifs === 1 ? [t('gestion.fragiles.seul')] : []),
    ...(principalVacant ? [t('gestion.fragiles.vacant')] : []),
  ];
}

/** The structures that would stop without one person, each with the way to mend it. */
export function Fragiles({
  frame: { t },
  fragiles,
}: {
  frame: Frame;
  fragiles: StructureFragile[];
}) {
  if (fragiles.length === 0) return null;
  return (
    <Alert t={t} kind="warning" title={t('gestion.fragiles.titre')}>
      <p>{t('gestion.fragiles.texte')}</p>
      <ul>
        {fragiles.map((structure) => (
          <li key={structure.id}>
            <a href={adresseGestion(structure.id, 'utilisateurs')}>{structure.designation}</a>
            {` – ${fragilite(t, structure).join(', ')}`}
            {aReprendre(structure) && (
              <span class="pc-detail">
                <a href={adresseReprise(structure.id)}>
                  {t('continuite.vacance.lien')}
                  <span class="fr-sr-only">{` – ${structure.designation}`}</span>
                </a>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={adresses.gestionnaire}>{t('gestion.fragiles.toutes')}</a>
      </p>
    </Alert>
  );
}
