// The MADRHAS feed as its domain takes it: validated lines, for the tests of what it changes.
import { appliquerFluxComptes } from '../../src/domain/compte/actions-flux.ts';
import type { LigneFlux } from '../../src/domain/compte/flux.ts';
import type { EntreeFlux } from '../../src/domain/rattachement/flux.ts';
import type { Connection, Sql } from '../../src/platform/postgres/sql.ts';

/** A line of the feed for one person; what is not told is plausible. */
export function ligneFlux(idMadrhas: string, champs: Partial<LigneFlux> = {}): LigneFlux {
  return {
    idMadrhas,
    identifiantConnexion: idMadrhas.toLowerCase(),
    etat: 'ACTIF',
    civilite: 'MME',
    nom: 'PETIT',
    prenom: 'Anne',
    adresseElectronique: `${idMadrhas.toLowerCase()}@ville.example`,
    adresseLigne: null,
    adresseComplement: null,
    adresseCodePostal: null,
    adresseVille: 'Ville',
    adressePays: 'FR',
    telephone: null,
    fax: null,
    langue: 'fr',
    referentNational: false,
    referentDepartements: [],
    rattachements: [],
    ...champs,
  };
}

/** A rattachement as the feed names it, on the whole structure from 2026 on unless told. */
export async function entreeFlux(
  sql: Connection,
  structureId: number,
  champs: Partial<EntreeFlux> = {},
): Promise<EntreeFlux> {
  const [structure] = await sql<Pick<EntreeFlux, 'typeIdentifiant' | 'identifiant'>[]>`
    select type_identifiant, identifiant from structure where id = ${structureId}`;
  if (!structure) throw new Error('no such structure');
  const periode = { dateDebut: '2026-01-01', dateFin: null };
  return { ...structure, role: 'UTILISATEUR', ...periode, services: [], ...champs };
}

/** Applies one line as a run of the feed would; gives the account. Throws when it is refused. */
export async function appliquerLigne(sql: Sql, ligne: LigneFlux, instant: Date): Promise<number> {
  const lignes = [{ numero: 1, flux: ligne }];
  const [fait] = await appliquerFluxComptes(sql, lignes, () => false, instant);
  if (!fait || fait.kind === 'rejete') throw new Error(`refused: ${JSON.stringify(fait)}`);
  return fait.compteId;
}
