// For the tests of requests and rattachements: files a request, reads what acts wrote.

import { expect } from 'vitest';
import { demanderRattachement, type SaisieDemande } from '../../src/domain/demande/actions.ts';
import type { Portee } from '../../src/domain/rattachement/portee.ts';
import type { Connection, Sql } from '../../src/platform/postgres/sql.ts';
import { INSTANT, JOUR } from './scene.ts';

/** The whole structure, from the scenes' day on, unless told. */
export function saisie(structureId: number, champs: Partial<SaisieDemande> = {}): SaisieDemande {
  const periode = { dateDebut: JOUR, dateFin: null };
  return { structureId, portees: [null], ...periode, commentaire: null, prouve: false, ...champs };
}

/** Files a request that must go to the managers; gives its id. */
export async function deposer(
  sql: Sql,
  compteId: number,
  structureId: number,
  champs: Partial<SaisieDemande> = {},
  instant = INSTANT,
): Promise<number> {
  const fait = await demanderRattachement(sql, compteId, saisie(structureId, champs), instant);
  if (fait.kind !== 'demandee') throw new Error(`not filed: ${fait.kind}`);
  return fait.demandeId;
}

type Champs = Record<string, unknown>;

/** A request as it is stored, with its lines and its timeline. */
export async function demandeStockee(sql: Connection, id: number) {
  const [demande] = await sql<Champs[]>`select * from demande where id = ${id}`;
  const lignes = await sql<Champs[]>`
    select * from demande_ligne where demande_id = ${id} order by id`;
  const etapes = await sql<Champs[]>`
    select quoi, par_compte_id, en_qualite, commentaire, instant from demande_etape
    where demande_id = ${id} order by id`;
  return { demande, lignes: [...lignes], etapes: [...etapes] };
}

export type LigneStockee = {
  portee: Portee;
  dateDebut: string;
  dateFin: string | null;
  statut: 'VALIDEE' | 'DESACTIVEE';
};

/** The live rattachement of an account on a structure, with its live lines, the whole first. */
export async function rattachementStocke(sql: Connection, compteId: number, structureId: number) {
  const [rattachement] = await sql<{ id: number; role: string; origine: string }[]>`
    select id, role, origine from rattachement
    where compte_id = ${compteId} and structure_id = ${structureId} and supprime_le is null`;
  if (!rattachement) return undefined;
  const lignes = await sql<LigneStockee[]>`
    select service_id as portee, date_debut, date_fin, statut from rattachement_ligne
    where rattachement_id = ${rattachement.id} and statut <> 'SUPPRIMEE'
    order by service_id nulls first`;
  return { ...rattachement, lignes: [...lignes] };
}

/** All that the acts of people and managers may write, as one text: the same before and after means that nothing was. */
export async function toutCeQuiEstEcrit(proprietaire: Sql): Promise<string> {
  const [row] = await proprietaire<{ texte: string }[]>`
    select md5(concat_ws('|',
      (select string_agg(t::text, '|' order by id) from demande t),
      (select string_agg(t::text, '|' order by id) from demande_ligne t),
      (select string_agg(t::text, '|' order by id) from demande_etape t),
      (select string_agg(t::text, '|' order by id) from rattachement t),
      (select string_agg(t::text, '|' order by id) from rattachement_ligne t),
      (select string_agg(t::text, '|' order by id) from abonnement t),
      (select string_agg(t::text, '|' order by id) from delegation t),
      (select string_agg(t::text, '|' order by id) from structure t),
      (select string_agg(t::text, '|' order by id) from service t),
      (select string_agg(t::text, '|' order by id) from espace_structure t),
      (select string_agg(t::text, '|' order by id) from journal t),
      (select string_agg(t::text, '|' order by id) from evenement t),
      (select string_agg(t::text, '|' order by id) from envoi t),
      (select count(*) from graphile_worker._private_jobs)
    )) as texte`;
  return row?.texte ?? '';
}

/** Does what must write nothing, and checks that it wrote nothing. */
export async function sansTrace<T>(proprietaire: Sql, acte: () => Promise<T>): Promise<T> {
  const avant = await toutCeQuiEstEcrit(proprietaire);
  const fait = await acte();
  expect(await toutCeQuiEstEcrit(proprietaire)).toBe(avant);
  return fait;
}

/** The journal of an account, oldest first, whole lines. */
export async function journalEntier(sql: Connection, compteId: number): Promise<Champs[]> {
  const rows = await sql<Champs[]>`
    select instant, acteur_compte_id, en_qualite, acte, objet, objet_id, structure_id, details
    from journal where compte_id = ${compteId} order by id`;
  return [...rows];
}
