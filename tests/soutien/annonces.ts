// What an account was told of the end of its rattachements: mails in the queue, events of its fil.
import type { BaseDeTest } from './base-de-test.ts';
import { courrielsEnFile, filDe } from './scene.ts';

type Bases = Pick<BaseDeTest, 'sql' | 'proprietaire'>;

/** Noon of a day in Paris, in winter. */
export const midi = (jour: string) => new Date(`${jour}T11:00:00Z`);

/** The mails in the queue that are an account's. */
export async function courrielsDuCompte({ sql, proprietaire }: Bases, compteId: number) {
  const envois = await sql<{ id: number }[]>`select id from envoi where compte_id = ${compteId}`;
  const ids = new Set(envois.map(({ id }) => id));
  const courriels = await courrielsEnFile(proprietaire);
  return courriels.filter((courriel) => ids.has(Number(courriel['envoiId'])));
}

/** How many mails and events of an end the account got. */
export async function finsAnnoncees(bases: Bases, compteId: number): Promise<[number, number]> {
  const fil = await filDe(bases.sql, compteId);
  const courriels = await courrielsDuCompte(bases, compteId);
  return [
    courriels.filter(({ nature }) => nature === 'RATTACHEMENTS_BIENTOT_FINIS').length,
    fil.filter((quoi) => quoi === 'RATTACHEMENT_BIENTOT_FINI').length,
  ];
}
