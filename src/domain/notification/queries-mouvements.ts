// SQL of the managers' weekly recap: what moved on each of their structures, counted from the journal.
import type { Connection } from '../../platform/postgres/sql.ts';
import type { ActeJournalise } from '../journal/journal.ts';
import type { Passage } from './queries-passage.ts';
import { lecteurs } from './queries-releve.ts';
import { type ContenuDeReleve, GROUPES_PAR_RELEVE, type Mouvement } from './releve.ts';

/** What each act of the journal counts as; the others are not told. */
const ACTES: { [A in ActeJournalise]?: Mouvement } = {
  RATTACHEMENT_CREE: 'rattaches',
  RATTACHEMENT_ETENDU: 'rattaches',
  RATTACHEMENT_SUPPRIME: 'detaches',
  RATTACHEMENT_MODIFIE: 'modifies',
  RATTACHEMENT_SUSPENDU: 'modifies',
  RATTACHEMENT_REPRIS: 'modifies',
  RATTACHEMENT_DEMANDE: 'demandesRecues',
  ABONNEMENT_DEMANDE: 'demandesRecues',
  REPRISE_DEMANDEE: 'demandesRecues',
  DEMANDE_ACCEPTEE: 'demandesDecidees',
  DEMANDE_REFUSEE: 'demandesDecidees',
  REPRISE_ACCEPTEE: 'demandesDecidees',
  REPRISE_REFUSEE: 'demandesDecidees',
  DEMANDE_EXPIREE: 'demandesDecidees',
  DEMANDE_RETIREE: 'demandesDecidees',
  ROLE_MODIFIE: 'roles',
  PRINCIPAL_TRANSMIS: 'roles',
  PRINCIPAL_REPRIS: 'roles',
  DELEGATION_CREEE: 'roles',
  DELEGATION_TERMINEE: 'roles',
  SERVICE_CREE: 'services',
  SERVICE_MODIFIE: 'services',
  SERVICE_FERME: 'services',
  SERVICE_ROUVERT: 'services',
  ESPACE_OUVERT: 'espaces',
  ESPACE_FERME: 'espaces',
  ABONNEMENT_ACCORDE: 'abonnements',
  ABONNEMENT_RETIRE: 'abonnements',
  ABONNEMENT_SUPPRIME: 'abonnements',
};

/** The week's movements for each manager of a batch who wants them; structures where nothing moved are left out. */
export async function mouvementsDuLot(
  sql: Connection,
  comptes: readonly number[],
  passage: Passage,
  jour: string,
): Promise<ContenuDeReleve[]> {
  return sql<ContenuDeReleve[]>`
    with ${lecteurs(sql, comptes, passage)}, gerees as materialized (
      select b.id as compte_id, t.structure_id, b.journal_depuis,
        (b.depuis->>'RECAPITULATIF')::xid8 as depuis
      from bornes b cross join lateral (
        select distinct structure_id from portees_actives(b.id, ${jour}) where gestion) t
      where b.depuis ? 'RECAPITULATIF'
    ), actes as (
      select * from unnest(${Object.keys(ACTES)}::text[], ${Object.values(ACTES)}::text[])
        as a (acte, mouvement)
    ), comptes as (
      select g.compte_id, g.structure_id, a.mouvement, count(*) as nombre
      from gerees g cross join lateral (
        select j.acte from journal j
        where j.structure_id = g.structure_id and j.id >= g.journal_depuis
          and j.transaction_id >= g.depuis and j.transaction_id < ${passage.coupe}::xid8
        offset 0) j
      join actes a on a.acte = j.acte
      group by g.compte_id, g.structure_id, a.mouvement
    ), mus as (
      select c.compte_id, c.structure_id, json_object_agg(c.mouvement, c.nombre) as comptes,
        row_number() over (partition by c.compte_id order by sum(c.nombre) desc) as rang,
        count(*) over (partition by c.compte_id) as total
      from comptes c group by c.compte_id, c.structure_id
    ), attentes as (
      -- As reminders count: a take-over is the référents', one's own request is another's to decide.
      select m.compte_id, m.structure_id, count(d.id) as nombre
      from mus m left join demande d on d.structure_id = m.structure_id
        and d.etat = 'EN_COURS_DE_VALIDATION' and d.nature <> 'REPRISE'
        and d.compte_id <> m.compte_id
      where m.rang <= ${GROUPES_PAR_RELEVE}
      group by m.compte_id, m.structure_id
    )
    select m.compte_id, l.langue, l.adresse, l.nom_complet, '[]'::json as groupes,
      0 as autres_groupes, '[]'::json as actualites,
      greatest(max(m.total) - ${GROUPES_PAR_RELEVE}, 0)::int as autres_mouvements,
      json_agg(json_build_object('structureId', s.id, 'designation', s.designation,
        'comptes', m.comptes, 'enAttente', a.nombre)
        order by sans_accent(s.designation), s.id) as mouvements
    from mus m
    join attentes a on a.compte_id = m.compte_id and a.structure_id = m.structure_id
    join structure s on s.id = m.structure_id
    join lecteurs l on l.id = m.compte_id
    group by m.compte_id, l.langue, l.adresse, l.nom_complet`;
}
