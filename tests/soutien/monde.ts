// A small world for random acts: five people whom the feed brought, two structures with their
// services, a clock.
import type { LigneFlux } from '../../src/domain/compte/flux.ts';
import type { Role } from '../../src/domain/rattachement/rattachement.ts';
import { jourCivil } from '../../src/platform/clock.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import { appliquerLigne, ligneFlux } from './flux.ts';
import {
  abonner,
  apres,
  creerService,
  creerStructure,
  heures,
  INSTANT,
  type LigneDeScene,
  rattacher,
} from './scene.ts';

export type Monde = {
  sql: Sql;
  personnes: { compteId: number; ligne: LigneFlux }[];
  structures: { id: number; services: number[] }[];
  instant: Date;
};

let rang = 0;

/**
 * A principal on each structure (one by a service only), a secondaire and an utilisateur
 * whose days are counted, and somebody new.
 */
export async function creerMonde(sql: Sql): Promise<Monde> {
  rang += 1;
  const structures: Monde['structures'] = [];
  for (const typeStructure of ['PUBLIQUE', 'PRIVEE']) {
    const id = await creerStructure(sql, { typeStructure });
    const a = await creerService(sql, id, 'A');
    structures.push({ id, services: [a, await creerService(sql, id, 'B')] });
  }
  const [ici = 0, la = 0] = structures.map(({ id }) => id);
  const personnes: Monde['personnes'] = [];
  for (const nom of ['P', 'S', 'Q', 'U', 'N']) {
    const ligne = ligneFlux(`M-${rang}-${nom}`);
    personnes.push({ ligne, compteId: await appliquerLigne(sql, ligne, INSTANT) });
  }
  const attacher = async (qui: number, ou: number, role: Role, ligne: LigneDeScene = {}) =>
    rattacher(sql, personnes[qui]?.compteId ?? 0, ou, role, [ligne]);
  await attacher(0, ici, 'GESTIONNAIRE_PRINCIPAL');
  await attacher(1, ici, 'GESTIONNAIRE_SECONDAIRE', { dateFin: '2027-01-31' });
  await attacher(2, la, 'GESTIONNAIRE_PRINCIPAL', { serviceId: structures[1]?.services[0] ?? 0 });
  const simple = await attacher(3, ici, 'UTILISATEUR', { dateFin: '2026-12-10' });
  await abonner(sql, personnes[3]?.compteId ?? 0, simple, ici, 'FACTURES_A_VALIDER');
  return { sql, personnes, structures, instant: INSTANT };
}

/** The civil day of the world. */
export const jourDe = ({ instant }: Monde) => jourCivil(instant);

/** The ids of all that is there. */
export const idsDe = ({ structures, personnes }: Monde) => ({
  structures: structures.map(({ id }) => id),
  comptes: personnes.map(({ compteId }) => compteId),
});

/** Lets a second pass: no two acts of a world share an instant. */
export function avancer(monde: Monde): void {
  monde.instant = apres(monde.instant, 1000);
}

/** Lets days pass, as long as the months of the events go. */
export function passerJours(monde: Monde, jours: number): void {
  const apresLesJours = apres(monde.instant, heures(24 * jours));
  if (apresLesJours < new Date('2027-10-01')) monde.instant = apresLesJours;
}

/** A civil day so many days from the world's own. */
export function jourA(monde: Monde, jours: number): string {
  return jourCivil(apres(monde.instant, heures(24 * jours)));
}

/** All that acts on rattachements may change there, and what the journal tells of it. */
export type Vue = {
  lignes: LigneVue[];
  demandes: { id: number; etat: string }[];
  /** How many rattachements were ever made. */
  rattachements: number;
  /** The active managers of each structure. */
  gerants: { structureId: number; nombre: number }[];
  journal: string[];
};
export type LigneVue = {
  compteId: number;
  structureId: number;
  role: string;
  portee: number | null;
  dateDebut: string;
  dateFin: string | null;
  statut: 'VALIDEE' | 'DESACTIVEE';
};

export async function regarder(monde: Monde): Promise<Vue> {
  const { structures, comptes } = idsDe(monde);
  const [vue] = await monde.sql<Vue[]>`
    select
      (select coalesce(json_agg(json_build_object('compteId', r.compte_id, 'structureId',
          r.structure_id, 'role', r.role, 'portee', l.service_id, 'dateDebut', l.date_debut,
          'dateFin', l.date_fin, 'statut', l.statut)
          order by r.compte_id, r.structure_id, l.service_id nulls first), '[]')
        from rattachement r
        join rattachement_ligne l on l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
        where r.supprime_le is null and r.structure_id = any (${structures}::bigint[])) as lignes,
      (select coalesce(json_agg(json_build_object('id', id, 'etat', etat) order by id), '[]')
        from demande where structure_id = any (${structures}::bigint[])) as demandes,
      (select count(*)::int from rattachement
        where structure_id = any (${structures}::bigint[])) as rattachements,
      (select json_agg(json_build_object('structureId', s.id, 'nombre',
          (select count(*) from gestionnaires_actifs(s.id, ${jourDe(monde)}))) order by s.id)
        from structure s where s.id = any (${structures}::bigint[])) as gerants,
      (select coalesce(json_agg(acte order by id), '[]') from journal
        where compte_id = any (${comptes}::bigint[])) as journal`;
  if (!vue) throw new Error('a select without a table gives one row');
  return vue;
}
