// SQL of the news that a digest tells: titles published, or begun, since the last one, in the reader's language.
import type { Connection } from '../../platform/postgres/sql.ts';
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
    join compte c on c.id = l.id
    left join preference_notification p on p.compte_id = l.id and p.sujet = 'ACTUALITE'
    -- The day up to which this subject was told: of the digest that its window begins with, or of the choice that began it.
    cross join lateral (select greatest(
      coalesce((select r.jour from releve r
          where r.rythme = 'QUOTIDIEN' and r.coupe <= (b.depuis->>'ACTUALITE')::xid8
          order by r.id desc limit 1),
        (l.recus_depuis + interval '1 day')::date),
      case when p.depuis = p.choisie then (p.modifiee_le at time zone 'Europe/Paris')::date end,
      c.notifications_depuis_jour) as dernier) d
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
