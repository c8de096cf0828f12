// An import that dies leaves the directory as it was, and the next one completes.
import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerStructure } from '../../../tests/soutien/scene.ts';
import { connect } from '../../platform/postgres/connect.ts';
import type { Connection, Sql } from '../../platform/postgres/sql.ts';
import { STRUCTURES } from './annuaire/entete.ts';
import { formatAnnuaire } from './annuaire/format.ts';
import { essai, organisme, organismes, siret } from './essai.test-helper.ts';
import { importerStructures } from './importer.ts';

const base = await baseDeTest();
const { sql, clock, proprietaire, regler, adresses } = base;
const { chemin, importer } = await essai(base);
const VINGT = organismes(20);

beforeEach(async () => {
  await proprietaire`truncate structure, service, import_rapport, import_rejet cascade`;
  await regler('2026-11-25T09:00:00Z');
  await importer(VINGT);
});

// Connections of its own: what is killed must not be the tests'.
async function avecPool<R>(act: (pool: Sql) => Promise<R>): Promise<R> {
  const pool = connect(adresses.portail, { max: 4, name: 'import-de-test' });
  try {
    return await act(pool);
  } finally {
    await pool.end({ timeout: 1 });
  }
}

/** Ends the server's side of the import as soon as it runs a statement that begins so. */
async function tuer(debut: string): Promise<void> {
  for (;;) {
    const [mort] = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'import-de-test' and state = 'active'
        and ltrim(query, E' \n') like ${`${debut}%`}`;
    if (mort) return;
    await setTimeout(5);
  }
}

async function ecrire(lignes: string[]) {
  await writeFile(chemin('tue.csv'), [STRUCTURES.noms.join(';'), ...lignes].join('\n'));
  return formatAnnuaire({ structures: chemin('tue.csv') });
}

const noms = async () => {
  const rows = await sql<{ raisonSociale: string }[]>`
    select raison_sociale from structure order by identifiant`;
  return rows.map(({ raisonSociale }) => raisonSociale);
};
const NOUVEAUX = Array.from({ length: 21 }, (_, n) =>
  organisme(n + 1, { RaisonSociale: `Nouveau ${n + 1}` }),
);

describe('an import whose connection is lost', () => {
  test('while it sends its lines leaves the directory as it was', async () => {
    const avant = await noms();
    // Enough lines to be still sending when the connection dies.
    const format = await ecrire([...NOUVEAUX, ...organismes(60_000).slice(21)]);
    await avecPool(async (pool) => {
      const run = importerStructures(pool, clock, format, { journal: () => undefined });
      await Promise.all([expect(run).rejects.toThrow(), tuer('copy flux_structure')]);
    });
    expect(await noms()).toEqual(avant);
  });

  // The merge waits in its middle, for somebody else's transaction, until it is killed.
  test.each<[string, string, (tx: Connection) => Promise<unknown>]>([
    [
      'while it locks the rows that change',
      'select count(*) from (',
      (tx) => tx`select from structure for update`,
    ],
    [
      'after it changed rows, while it creates others',
      'insert into structure',
      (tx) => creerStructure(tx, { identifiant: siret(21) }),
    ],
  ])('%s leaves the directory as it was, and the next run completes', async (_, debut, tenir) => {
    const avant = await noms();
    const format = await ecrire(NOUVEAUX);
    const tenue = proprietaire.begin(async (tx) => {
      await tenir(tx);
      await avecPool(async (pool) => {
        const run = importerStructures(pool, clock, format, { journal: () => undefined });
        await Promise.all([expect(run).rejects.toThrow(), tuer(debut)]);
      });
      throw new Error('undo');
    });
    await expect(tenue).rejects.toThrow('undo');
    expect(await noms()).toEqual(avant);
    const { bilan } = await importer(NOUVEAUX);
    expect(bilan).toMatchObject({ etat: 'TERMINE', modifiees: 20, creees: 1 });
    const etats = await sql<{ etat: string }[]>`select etat from import_rapport order by id`;
    expect(etats.map(({ etat }) => etat)).toEqual(['TERMINE', 'ARRETE', 'TERMINE']);
  });
});

describe('two imports at once', () => {
  test('of one source: the second is refused', async () => {
    const format = await ecrire(NOUVEAUX);
    const run = () => importerStructures(sql, clock, format, { journal: () => undefined });
    const sorts = await Promise.allSettled([run(), run()]);
    expect(sorts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(sorts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'Un import ANNUAIRE est déjà en cours.' },
    });
  });

  test('of two sources: the second waits, and leaves what the first created', async () => {
    const annuaire = { ...(await ecrire(NOUVEAUX)), complet: false };
    const communes = { ...annuaire, source: 'COMMUNES' as const };
    const silence = { journal: () => undefined };
    const [a, b] = await Promise.all([
      importerStructures(sql, clock, annuaire, silence),
      importerStructures(sql, clock, communes, silence),
    ]);
    expect(a.creees + b.creees).toBe(1);
  });
});

test('a manager’s page does not wait for an import that changes other rows', async () => {
  const format = await ecrire([organisme(1, { Ville: 'Yvetot' }), ...VINGT.slice(1)]);
  await proprietaire.begin(async (tx) => {
    await tx`select from structure where identifiant = ${siret(2)} for update`;
    const { modifiees } = await importerStructures(sql, clock, format, {
      journal: () => undefined,
    });
    expect(modifiees).toBe(1);
  });
});
