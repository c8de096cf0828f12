// The warning that nobody is gestionnaire principal of a structure any more (model §3), with the way to take the role.
import { adresseReprise } from '../../domain/adresses.ts';
import type { StructureGeree } from '../../domain/rattachement/queries-gestion.ts';
import { Alert } from '../components/alert.tsx';
import type { Frame } from '../layout/page.tsx';

/** For somebody attached to an active structure whose role is vacant. */
export function Vacance({ frame: { t }, structureId }: { frame: Frame; structureId: number }) {
  return (
    <Alert t={t} kind="warning" title={t('continuite.vacance.titre')}>
      <p>{t('continuite.vacance.texte')}</p>
      <p>
        <a href={adresseReprise(structureId)}>{t('continuite.vacance.lien')}</a>
      </p>
    </Alert>
  );
}

/** True when a manager may go and take the role: a delegate who is not attached has no page for it. */
export function aReprendre({
  principalVacant,
  statut,
  role,
}: Pick<StructureGeree, 'principalVacant' | 'statut' | 'role'>): boolean {
  return principalVacant && statut === 'ACTIF' && role !== null;
}

/** The same, on the pages of a structure that the reader manages. */
export function VacanceGeree({ frame, structure }: { frame: Frame; structure: StructureGeree }) {
  return aReprendre(structure) ? <Vacance frame={frame} structureId={structure.id} /> : null;
}
