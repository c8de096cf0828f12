// The pages of the drawer of files, in each of its states: for the tests that read all pages.
import { adresses } from '../../src/domain/adresses.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { Langue } from '../../src/platform/textes/index.ts';
import { creerCompteRempli } from './compte-rempli.ts';
import { joindre } from './pieces-jointes.ts';
import type { PortailDeTest, Voir } from './portail.ts';

/** The drawer of files in its states: full, searched, refused, deleted. */
export async function visiterPieces(
  sql: Sql,
  portail: PortailDeTest,
  langue: Langue,
  voir: Voir,
): Promise<void> {
  const compteId = await creerCompteRempli(sql, { langue });
  const agent = await portail.connecter(compteId);
  const ids: number[] = [];
  for (const analyse of [false, false, false, false, true, true])
    ids.push(await joindre(sql, portail.magasin, compteId, { analyse }));
  await sql`
    update piece_jointe set etat = 'REJETEE', motif_rejet = 'VIRUS' where id = ${ids.at(-1) ?? 0}`;
  const { piecesJointes, ajouterPieceJointe, supprimerPiecesJointes } = adresses;
  await voir('pièces', agent.get(`${piecesJointes}?message=piecesACocher&lignes=5`));
  await voir('pièces introuvables', agent.get(`${piecesJointes}?texte=zzz`));
  await voir('compte avec pièces', agent.get(adresses.monCompte));
  await voir('suppression de pièces', agent.get(`${supprimerPiecesJointes}?p=${ids.join()}`));
  await voir('erreurs de pièce', agent.post(ajouterPieceJointe, {}));
}
