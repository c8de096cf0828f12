// SQL of take-overs as people read them: one, for its author, the managers and the référents; those that wait.
import { jourCivil, ZONE } from '../../platform/clock.ts';
import type { Connection } from '../../platform/postgres/sql.ts';
import type { EtatDemande } from './demande.ts';
import type { DelaisDeDemande } from './echeances.ts';
import type { EtapeLue } from './queries-lecture.ts';
import { finDOpposition } from './reprise.ts';

/** A « Demande de reprise » as its page shows it. */
export type RepriseLue = {
  id: number;
  structureId: number;
  identifiant: string;
  designation: string;
  etat: EtatDemande;
  demandeur: string;
  commentaire: string | null;
  motif: string | null;
  demandeeLe: Date;
  opposeeLe: Date | null;
  etapes: EtapeLue[];
  /** What the reader is to it. */
  sienne: boolean;
  gere: boolean;
  referent: boolean;
};

type Brute = Omit<RepriseLue, 'etapes'> & {
  etapes: (Omit<EtapeLue, 'instant'> & { instant: string })[];
};

/** A take-over, for its author, who manages the structure that day, or a référent who may decide on it. */
export async function repriseLisible(
  sql: Connection,
  id: number,
  lecteurId: number,
  jour: string,
): Promise<RepriseLue | undefined> {
  const [row] = await sql<Brute[]>`
    select d.id, d.structure_id, s.identifiant, s.designation, d.etat,
      c.prenom || ' ' || c.nom as demandeur, d.commentaire, d.motif, d.demandee_le, d.opposee_le,
      (select json_agg(json_build_object('quoi', e.quoi, 'instant', e.instant,
          'par', p.prenom || ' ' || p.nom, 'enQualite', e.en_qualite,
          'commentaire', e.commentaire) order by e.id)
        from demande_etape e left join compte p on p.id = e.par_compte_id
        where e.demande_id = d.id) as etapes,
      lecteur.sienne, lecteur.gere, lecteur.referent
    from demande d
    join structure s on s.id = d.structure_id
    join compte c on c.id = d.compte_id
    cross join lateral (
      select d.compte_id = ${lecteurId} as sienne,
        exists (select from portees_actives(${lecteurId}, ${jour}) g
          where g.gestion and g.structure_id = d.structure_id) as gere,
        exists (select from compte moi
          where moi.id = ${lecteurId} and moi.etat = 'ACTIF'
            and (moi.referent_national or s.departement = any (moi.referent_departements)))
          and not exists (select from rattachement r
            where r.compte_id = ${lecteurId} and r.structure_id = d.structure_id
              and r.supprime_le is null) as referent
    ) lecteur
    where d.id = ${id} and d.nature = 'REPRISE'
      and (lecteur.sienne or lecteur.gere or lecteur.referent)`;
  if (!row) return undefined;
  const etapes = row.etapes.map((etape) => ({ ...etape, instant: new Date(etape.instant) }));
  return { ...row, etapes };
}

/** A take-over that a manager may oppose, and the last day to do so. */
export type RepriseOpposable = {
  id: number;
  demandeur: string;
  designation: string;
  jusqu: string;
};

const OPPOSABLES_NOMMEES = 10;

/** The take-overs that somebody may oppose on what they manage that day, the most urgent first, ten at most. */
export async function reprisesOpposables(
  sql: Connection,
  compteId: number,
  jour: string,
  delais: Pick<DelaisDeDemande, 'oppositionJours'>,
): Promise<RepriseOpposable[]> {
  const rows = await sql<(Omit<RepriseOpposable, 'jusqu'> & { demandeeLe: Date })[]>`
    select d.id, c.prenom || ' ' || c.nom as demandeur, s.designation, d.demandee_le
    from (select distinct structure_id from portees_actives(${compteId}, ${jour})
      where gestion) g
    join demande d on d.structure_id = g.structure_id and d.etat = 'EN_COURS_DE_VALIDATION'
      -- Take-overs go up as they are filed: the index of what went up finds them among thousands.
      and d.escaladee_le is not null and d.nature = 'REPRISE'
      and d.opposee_le is null and d.compte_id <> ${compteId}
      and d.demandee_le >=
        ((${jour}::date - ${delais.oppositionJours}::int)::timestamp at time zone ${ZONE})
    join structure s on s.id = d.structure_id
    join compte c on c.id = d.compte_id
    order by d.demandee_le, d.id
    limit ${OPPOSABLES_NOMMEES}`;
  return rows.map(({ demandeeLe, ...reprise }) => {
    return { ...reprise, jusqu: finDOpposition(jourCivil(demandeeLe), delais) };
  });
}
