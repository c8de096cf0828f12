// SQL of the news that a digest tells: titles published, or begun, since the last one, in the reader's language.
import type { Connection } from '../../platform/postgres/sql.ts';
import { PAR_DEFAUT } from './preferences.ts';
import type { Passage } from './queries-passage.ts';
import { lecteurs } from './queries-releve.ts';
import { ACTUALITES_PAR_RELEVE, type ContenuDeReleve } from './releve.ts';

/** The news of each account of a batch that wants them; those withdrawn or over are left out. */
export async function actualitesDuLot(
  sql: Connection,
  comptes: readonly number[],
  passage: Passage,
  jour: string,
): Promise<ContenuDeReleve[]> {
  return sql<ContenuDeReleve[]>`
    with ${lecteurs(sql, comptes, passage)}
    select l.id as compte_id, l.langue, l.adresse, l.nom_complet, '[]'::json as groupes,
      0 as autres_groupes, '[]'::json as mouvements, 0 as autres_mouvements, a.actualites
    from lecteurs l
    join bornes b on b.id = l.id and b.depuis ? 'ACTUALITE'
    cross join lateral (
      select (coalesce((select p.rythme from preference_notification p
        where p.compte_id = l.id and p.sujet = 'ACTUALITE'), ${PAR_DEFAUT.ACTUALITE})
        = 'HEBDOMADAIRE') as par_semaine) r
    -- The day of the last digest: what was published before and begins after it is told now.
    cross join lateral (select (case when r.par_semaine then l.recus_depuis_hebdo
      else l.recus_depuis end + interval '1 day')::date as dernier) d
    cross join lateral (
      select json_agg(json_build_object('identifiant', identifiant, 'titre', titre)
        order by du desc, id desc) as actualites
      from (
        select a.id, a.identifiant, a.titre, a.du from actualite a
        where a.langue = l.langue and a.retiree_le is null and a.du <= ${jour} and a.au >= ${jour}
          and a.transaction_id < ${passage.coupe}::xid8
          and (a.transaction_id >= (b.depuis->>'ACTUALITE')::xid8 or a.du > d.dernier)
        order by a.du desc, a.id desc limit ${ACTUALITES_PAR_RELEVE}) a
    ) a
    where a.actualites is not null`;
}
