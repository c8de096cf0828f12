// The report of an import and the lines that it refused (model §7: kept 13 months), one run at a
// time a source.
import path from 'node:path';
import type { Clock } from '../platform/clock.ts';
import { ErreurDeDemarrage } from '../platform/erreur-de-demarrage.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { ROOT } from '../platform/root.ts';

export type Source = 'MADRHAS' | 'ANNUAIRE' | 'COMMUNES';
export type Rejet = { ligne: number; motif: string; contenu: string };
/** Counts and a sentence at most: what `import_rapport.compte_rendu` keeps. */
type CompteRendu = { [cle: string]: number | string | boolean | null };

/** The counts of a run; `etat` becomes TERMINE when the file was applied to its end. */
export type Bilan = CompteRendu & { etat: 'TERMINE' | 'ARRETE' };

/**
 * Runs an import alone of its source, with a report that calls it `fichier`: its id goes to `run`,
 * which fills `bilan`. The lock falls with its connection, so a killed run frees it; the report that
 * it left open is closed by the next run. An error closes the report as ARRETE and goes on up.
 */
export async function sousRapport<R>(
  sql: Sql,
  clock: Clock,
  { source, fichier, bilan }: { source: Source; fichier: string; bilan: Bilan },
  run: (rapport: number) => Promise<R>,
): Promise<R> {
  return sousVerrou(sql, source, async () => {
    const rapport = await ouvrirRapport(sql, source, fichier, await clock());
    try {
      const resultat = await run(rapport);
      await fermerRapport(sql, rapport, bilan, await clock());
      return resultat;
    } catch (error) {
      // The database may be what failed: the first error is the one to show.
      const arrete = { ...bilan, etat: 'ARRETE' } as const;
      await clock()
        .then((instant) => fermerRapport(sql, rapport, arrete, instant))
        .catch(() => undefined);
      throw error;
    }
  });
}

async function sousVerrou<R>(sql: Sql, source: Source, run: () => Promise<R>): Promise<R> {
  const lien = await sql.reserve();
  try {
    const cle = `import ${source}`;
    const [row] = await lien<{ libre: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${cle}, 0)) as libre`;
    if (!row?.libre) throw new ErreurDeDemarrage(`Un import ${source} est déjà en cours.`);
    try {
      return await run();
    } finally {
      await lien`select pg_advisory_unlock(hashtextextended(${cle}, 0))`.catch(() => undefined);
    }
  } finally {
    lien.release();
  }
}

async function ouvrirRapport(
  sql: Sql,
  source: Source,
  fichier: string,
  instant: Date,
): Promise<number> {
  await sql`
    update import_rapport set etat = 'ARRETE', termine_le = ${instant}
    where source = ${source} and etat = 'EN_COURS'`;
  const [row] = await sql<{ id: number }[]>`
    insert into import_rapport (source, fichier, commence_le, etat)
    values (${source}, ${fichier}, ${instant}, 'EN_COURS') returning id`;
  if (!row) throw new Error('the report was not stored');
  return row.id;
}

async function fermerRapport(
  sql: Sql,
  id: number,
  { etat, ...compteRendu }: Bilan,
  instant: Date,
): Promise<void> {
  await sql`
    update import_rapport set etat = ${etat}, termine_le = ${instant},
      compte_rendu = ${sql.json(compteRendu)}
    where id = ${id}`;
}

/**
 * Keeps the lines refused, of the report's file or of another; PostgreSQL stores no NUL, which only a broken file has.
 */
export async function garderRejets(
  sql: Sql,
  importId: number,
  rejets: Rejet[],
  fichier = '',
): Promise<void> {
  if (rejets.length === 0) return;
  const rows = rejets.map(({ contenu, ...rejet }) => ({
    importId,
    fichier,
    ...rejet,
    contenu: contenu.replaceAll('\0', '␀'),
  }));
  await sql`insert into import_rejet ${sql(rows)}`;
}

/** True when a file, by the name that its report gives it, was once imported to its end. */
export async function dejaImporte(sql: Sql, source: Source, fichier: string): Promise<boolean> {
  const rows = await sql`
    select from import_rapport
    where source = ${source} and fichier = ${fichier} and etat = 'TERMINE' limit 1`;
  return rows.length > 0;
}

/** A file as its report names it: from the project's folder when it lies there. */
export function nomDeFichier(fichier: string): string {
  const relatif = path.relative(ROOT, path.resolve(fichier));
  return relatif.startsWith('..') ? path.resolve(fichier) : relatif;
}
