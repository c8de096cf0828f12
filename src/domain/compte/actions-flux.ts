// Applies the MADRHAS feed to the accounts: a batch is one transaction, a line all or nothing
// (model §5).
import type { Sql, Transaction } from '../../platform/postgres/sql.ts';
import { journaliser } from '../journal/queries.ts';
import { chercherReperes } from '../rattachement/queries-flux.ts';
import { ecrireComptes, type Retenues, surCompte } from './ecriture-flux.ts';
import { type CompteFlux, decideFluxCompte } from './flux.ts';
import { type LigneNumerotee, type ResultatLigne, rejeter, type Scene } from './lot-flux.ts';
import { accompagnerPassage } from './passage.ts';
import { desactiver, identifiantsTenus, lireComptesFlux, marquerVerifies } from './queries-flux.ts';
import { journaliserLot } from './queries-flux-ecriture.ts';

/**
 * Applies a batch of lines in one transaction. Lines are read first without a lock: those that
 * repeat what is stored cost no write; the others are decided again on their locked accounts, in
 * the order of the file. `dejaApplique` tells the accounts that an earlier batch of the same file
 * named. A line that the domain refuses is given back with its reason; one that the database
 * refuses throws, and the whole batch is undone.
 */
export function appliquerFluxComptes(
  sql: Sql,
  lignes: LigneNumerotee[],
  dejaApplique: (compteId: number) => boolean,
  instant: Date,
): Promise<ResultatLigne[]> {
  return sql.begin(async (tx) => {
    const connus = await lireComptesFlux(tx, idsDe(lignes), { verrou: false });
    const vus = new Set<string>();
    const resultats: ResultatLigne[] = [];
    const aEcrire: LigneNumerotee[] = [];
    for (const ligne of lignes) {
      const { numero, flux } = ligne;
      const compte = connus.get(flux.idMadrhas);
      const double = vus.has(flux.idMadrhas) || (compte && dejaApplique(compte.id));
      vus.add(flux.idMadrhas);
      if (double) {
        resultats.push({ numero, kind: 'rejete', raison: { kind: 'doublon' } });
      } else if (compte && decideFluxCompte(compte, flux).kind === 'inchange')
        resultats.push({ numero, kind: 'inchange', compteId: compte.id, aConfirmer: 0 });
      else aEcrire.push(ligne);
    }
    if (aEcrire.length > 0) resultats.push(...(await ecrire(tx, aEcrire, instant)));
    return resultats;
  });
}

async function ecrire(
  tx: Transaction,
  lignes: LigneNumerotee[],
  instant: Date,
): Promise<ResultatLigne[]> {
  const comptes = await lireComptesFlux(tx, idsDe(lignes), { verrou: true });
  const scene = await lireScene(tx, lignes, comptes);
  const resultats: ResultatLigne[] = [];
  const retenues: Retenues = { creations: [], changements: [] };
  for (const { numero, flux } of lignes) {
    const compte = comptes.get(flux.idMadrhas);
    const raison = rejeter(flux, compte, scene);
    const decision = decideFluxCompte(compte, flux);
    if (raison) resultats.push({ numero, kind: 'rejete', raison });
    else if (compte && decision.kind === 'appliquer')
      retenues.changements.push({ numero, flux, compte, decision });
    else if (!compte) retenues.creations.push({ numero, flux });
    else resultats.push({ numero, kind: 'inchange', compteId: compte.id, aConfirmer: 0 });
  }
  resultats.push(...(await ecrireComptes(tx, retenues, scene.reperes, instant)));
  return resultats;
}

async function lireScene(
  tx: Transaction,
  lignes: LigneNumerotee[],
  comptes: Map<string, CompteFlux>,
): Promise<Scene> {
  const [tenus, reperes] = await Promise.all([
    identifiantsTenus(
      tx,
      lignes.map(({ flux }) => flux.identifiantConnexion),
    ),
    chercherReperes(
      tx,
      lignes.flatMap(({ flux }) => flux.rattachements),
    ),
  ]);
  const titulaires = new Map<string, string>();
  const parId = new Map([...comptes.values()].map(({ id, idMadrhas }) => [id, idMadrhas]));
  for (const [identifiant, id] of tenus)
    titulaires.set(identifiant, parId.get(id) ?? `compte ${id}`);
  return { titulaires, reperes };
}

function idsDe(lignes: LigneNumerotee[]): string[] {
  return lignes.map(({ flux }) => flux.idMadrhas);
}

/**
 * Deactivates the accounts that a complete feed no longer names; gives how many were still active.
 */
export function desactiverAbsents(sql: Sql, ids: number[], instant: Date): Promise<number> {
  return sql.begin(async (tx) => {
    const desactives = await desactiver(tx, ids, instant);
    for (const compte of desactives)
      await accompagnerPassage(tx, compte, { passage: 'desactivation' }, instant);
    const lignes = desactives.map(({ id }) => surCompte(id, 'COMPTE_DESACTIVE', instant));
    await journaliserLot(tx, lignes);
    return desactives.length;
  });
}

/**
 * Marks accounts verified as if their people had done the first connection: for the demo's accounts
 * only.
 */
export function verifierComptesDemo(
  sql: Sql,
  identifiants: string[],
  instant: Date,
): Promise<number> {
  return sql.begin(async (tx) => {
    const ids = await marquerVerifies(tx, identifiants, instant);
    for (const id of ids) {
      const objet = { objet: 'compte', objetId: id, compteId: id } as const;
      await journaliser(tx, { instant, acteurCompteId: null, acte: 'COMPTE_VERIFIE', ...objet });
    }
    return ids.length;
  });
}
