// One-click unsubscription (RFC 8058): who holds the token of a mail stops such mails, without a sign-in.
import { jourCivil } from '../../platform/clock.ts';
import type { Connection, Sql } from '../../platform/postgres/sql.ts';
import { surCompte } from '../compte/acte.ts';
import { noterParametresChanges, verrouillerCompte } from '../compte/queries.ts';
import { annoncerAuCompte } from '../evenement/queries.ts';
import { journaliser } from '../journal/queries.ts';
import { type CibleDeDesabonnement, silences } from './preferences.ts';
import { choixDuCompte, enregistrerRythmes } from './queries-preferences.ts';

/**
 * Silences what the token stands for. A second time changes nothing, an unknown token neither: the answer is the same,
 * and tells nothing about an account.
 */
export async function desabonner(sql: Sql, jeton: string, instant: Date): Promise<void> {
  await sql.begin(async (tx) => {
    const vise = await trouverJeton(tx, jeton);
    const compte = vise && (await verrouillerCompte(tx, vise.compteId, instant));
    if (!compte) return;
    const { rythmes, qualite } = await choixDuCompte(tx, compte.id, jourCivil(instant));
    const choix = silences(vise.cible, rythmes, qualite);
    const sujets = Object.keys(choix);
    if (sujets.length === 0) return;
    await enregistrerRythmes(tx, compte.id, choix, instant);
    await noterParametresChanges(tx, compte.id);
    // Whoever held the mail did it, signed in or not.
    const ligne = { ...surCompte(compte.id, instant), acteurCompteId: null };
    await journaliser(tx, { ...ligne, acte: 'PARAMETRES_MODIFIES', details: { sujets } });
    await annoncerAuCompte(tx, compte.id, 'PARAMETRES_MODIFIES', instant);
  });
}

async function trouverJeton(
  sql: Connection,
  jeton: string,
): Promise<{ compteId: number; cible: CibleDeDesabonnement } | undefined> {
  const [vise] = await sql<{ compteId: number; cible: CibleDeDesabonnement }[]>`
    select compte_id, cible from jeton_desabonnement where jeton = ${jeton}`;
  return vise;
}
