// For the tests of the journal's seals: lines to seal, their ranks, what a verification finds.
import { expect } from 'vitest';
import { scellerJournal } from '../../src/domain/journal/actions-sceaux.ts';
import { type Anomalie, verifierJournal } from '../../src/domain/journal/verification.ts';
import type { Connection, Sql } from '../../src/platform/postgres/sql.ts';
import { INSTANT } from './scene.ts';

export function scellement(sql: Sql) {
  /** Writes a line in this transaction or at once; gives its id. */
  async function noter(connexion: Connection = sql, instant = INSTANT): Promise<number> {
    const [row] = await connexion<{ id: number }[]>`
      insert into journal (instant, acte, objet, objet_id, compte_id)
      values (${instant}, 'CONNEXION', 'compte', 1, 1)
      returning id`;
    return row?.id ?? 0;
  }

  /** The ids of the sealed lines, in the order of their ranks. */
  const rangs = async () =>
    (await sql<{ journalId: number }[]>`select journal_id from journal_sceau order by rang`).map(
      ({ journalId }) => journalId,
    );

  /** Seals until these lines are: transactions of other tests' databases hold the horizon too. */
  async function sceller(attendu: number, parLot?: number): Promise<void> {
    const scelles = async () => {
      await scellerJournal(sql, INSTANT, parLot);
      return (await rangs()).length;
    };
    await expect.poll(scelles, { timeout: 20_000 }).toBe(attendu);
  }

  async function verifier(note: { rang: number; empreinte: string } | null = null) {
    const anomalies: Anomalie[] = [];
    const bilan = await verifierJournal(sql, (anomalie) => anomalies.push(anomalie), note);
    return { anomalies, bilan };
  }

  return { noter, rangs, sceller, verifier };
}
