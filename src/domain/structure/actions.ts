// What managers do with the sheet of their structure (model §3): contact, address, parameters.
import type { Sql } from '../../platform/postgres/sql.ts';
import { journaliser } from '../journal/queries.ts';
import { agirSurFiche, ligneSur, type RefusSurFiche } from './acte.ts';
import { type Conflit, conflitsDeFiche, departementGagne } from './fiche-modifiee.ts';
import { ecrireFiche, ficheGeree } from './queries-gestion.ts';
import type { ChampDeFiche, FicheModifiable } from './valeurs.ts';

export type ResultatFiche =
  | { kind: 'enregistree' }
  /** Another tab, or a register, changed it meanwhile. */
  | { kind: 'conflit'; version: number; conflits: Conflit<ChampDeFiche>[] }
  | RefusSurFiche;

/**
 * Stores the sheet. `version` is the one that the form showed: another means that the sheet changed meanwhile, and
 * nothing is stored. Each field changed is the manager's from then on: imports leave it.
 */
export function modifierFiche(
  sql: Sql,
  acteurId: number,
  saisie: { structureId: number; valeurs: FicheModifiable; version: number },
  instant: Date,
): Promise<ResultatFiche> {
  const { structureId, valeurs, version } = saisie;
  return agirSurFiche<ResultatFiche>(sql, { acteurId, structureId }, instant, async (sur) => {
    const { tx } = sur;
    const fiche = await ficheGeree(tx, structureId);
    if (!fiche) return { kind: 'introuvable' };
    const differents = conflitsDeFiche(valeurs, fiche);
    if (differents.length === 0) return { kind: 'enregistree' };
    if (version !== fiche.version)
      return { kind: 'conflit', version: fiche.version, conflits: differents };
    const gagne = departementGagne(valeurs, fiche);
    const champs: string[] = differents.map(({ champ }) => champ);
    if (gagne !== null) champs.push('departement');
    const departement = gagne ?? fiche.departement;
    await ecrireFiche(tx, structureId, { ...valeurs, departement }, champs, instant);
    const ligne = ligneSur(sur, { objet: 'structure', objetId: structureId });
    await journaliser(tx, { ...ligne, acte: 'FICHE_MODIFIEE', details: { champs } });
    return { kind: 'enregistree' };
  });
}
