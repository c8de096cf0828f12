// Random acts in a small world: what fast-check draws, whom and what it means there, and how it
// is done.
import fc from 'fast-check';
import {
  demanderRattachement,
  retirerDemande,
  type SaisieDemande,
} from '../../src/domain/demande/actions.ts';
import {
  refuserRattachement,
  validerRattachement,
} from '../../src/domain/demande/actions-decision.ts';
import { avancerDemandes } from '../../src/domain/demande/actions-echeances.ts';
import { demanderReprise, reprendreRole } from '../../src/domain/demande/actions-reprise.ts';
import { deciderReprise } from '../../src/domain/demande/actions-reprise-decision.ts';
import { annoncerFins } from '../../src/domain/rattachement/actions-echeances.ts';
import {
  remplacerGestionnairePrincipal,
  supprimerRattachements,
} from '../../src/domain/rattachement/actions-suppression.ts';
import { ROLES } from '../../src/domain/rattachement/rattachement.ts';
import { DELAIS } from './delais.ts';
import { appliquerLigne, entreeFlux } from './flux.ts';
import { idsDe, jourA, type Monde, passerJours } from './monde.ts';
import { creerCompte } from './scene.ts';

// Numbers are drawn: which of the people, structures, requests there are is known once the act
// comes.
const qui = fc.nat({ max: 4 });
const ou = fc.nat({ max: 1 });
const laquelle = fc.nat({ max: 9 });
const jours = fc.constantFrom(-40, 0, 0, 0, 0, 3, 30, 100);
const fin = fc.constantFrom(null, null, null, -1, 5, 40, 40, 300);
const peu = fc.constantFrom(true, false, false, false, false);
const souvent = fc.constantFrom(true, true, true, false);
const drole = { qui, ou };

const TIRAGES = {
  demander: fc.record({
    ...drole,
    quoi: fc.nat({ max: 3 }),
    debut: jours,
    fin,
    prouve: souvent,
  }),
  retirer: fc.record({ qui, laquelle, autrui: peu }),
  decider: fc.record({ qui, laquelle, accepte: souvent, nImporteQui: peu }),
  supprimer: fc.record({ qui, partout: fc.boolean(), ou }),
  transmettre: fc.record({ ...drole, a: qui, convenable: souvent, nImporteQui: peu }),
  flux: fc.record({
    ...drole,
    actif: fc.constantFrom(true, true, false),
    entree: fc.option(fc.record({ role: fc.constantFrom(...ROLES), fin, service: fc.boolean() })),
  }),
  suspendre: fc.record({ ...drole, reprend: fc.boolean() }),
  deleguer: fc.record({ ...drole, jours: fc.nat({ max: 20 }) }),
  fermer: fc.record({ ou, rouvre: fc.constantFrom(true, true, false) }),
  passer: fc.record({ jours: fc.constantFrom(1, 1, 7, 35) }),
  annoncer: fc.record({}),
  avancer: fc.record({}),
  reprendre: fc.record({ ...drole, demande: fc.boolean(), accepte: souvent }),
};
type Quoi = keyof typeof TIRAGES;
type Tire = { [Q in Quoi]: { acte: Q } & Tirage<Q> }[Quoi];
type Tirage<Q extends Quoi> = (typeof TIRAGES)[Q] extends fc.Arbitrary<infer T> ? T : never;

const POIDS: Record<Quoi, number> = {
  demander: 9,
  retirer: 1,
  decider: 7,
  supprimer: 3,
  transmettre: 4,
  flux: 3,
  suspendre: 2,
  deleguer: 1,
  fermer: 1,
  passer: 3,
  annoncer: 1,
  avancer: 1,
  reprendre: 2,
};

/** An act as it is drawn. */
export const acteTire: fc.Arbitrary<Tire> = fc.oneof(
  ...(Object.keys(TIRAGES) as Quoi[]).map((acte) => ({
    weight: POIDS[acte],
    arbitrary: (TIRAGES[acte] as fc.Arbitrary<object>).map(
      (tirage) => ({ acte, ...tirage }) as Tire,
    ),
  })),
);

/** An act of one of the people, with ids: ready to be done. */
export type Geste =
  | { acte: 'demander'; compteId: number; saisie: SaisieDemande }
  | { acte: 'retirer'; compteId: number; demandeId: number }
  | { acte: 'decider'; compteId: number; demandeId: number; accepte: boolean }
  | { acte: 'supprimer'; compteId: number; ids: number[] }
  | { acte: 'transmettre'; compteId: number; rattachementId: number; successeurId: number }
  /** What happens around: the feed, suspensions, closures, days. */
  | { acte: 'autre'; faire: () => Promise<unknown> };

/** Finds whom and what a drawn act means in the world as it is now. */
export async function preciser(monde: Monde, tire: Tire): Promise<Geste> {
  const { sql } = monde;
  if (tire.acte === 'passer') return autre(async () => passerJours(monde, tire.jours));
  if (tire.acte === 'annoncer') return autre(() => annoncerFins(sql, monde.instant));
  if (tire.acte === 'avancer') return autre(() => avancerDemandes(sql, monde.instant, DELAIS));
  if (tire.acte === 'retirer' || tire.acte === 'decider') return surDemande(monde, tire);
  const structure = monde.structures[tire.ou] ?? { id: 0, services: [] };
  if (tire.acte === 'fermer')
    return autre(
      () => sql`
      update structure set statut = ${tire.rouvre ? 'ACTIF' : 'INACTIF'}
      where id = ${structure.id}`,
    );
  const personne = monde.personnes[tire.qui];
  const compteId = personne?.compteId ?? 0;
  if (tire.acte === 'demander') {
    const [a = 0, b = 0] = structure.services;
    const portees = [[null], [a], [a, b], [b]][tire.quoi] ?? [];
    const dateDebut = jourA(monde, tire.debut);
    const dateFin = tire.fin === null ? null : jourA(monde, tire.fin);
    const saisie = { structureId: structure.id, portees, dateDebut, dateFin, commentaire: null };
    return { acte: 'demander', compteId, saisie: { ...saisie, prouve: tire.prouve } };
  }
  if (tire.acte === 'supprimer') {
    const ids = await rattachementsDe(monde, compteId, tire.partout ? null : structure.id);
    return { acte: 'supprimer', compteId, ids };
  }
  if (tire.acte === 'reprendre') return autre(() => reprendre(monde, structure.id, compteId, tire));
  if (tire.acte === 'transmettre') return passation(monde, structure.id, tire);
  if (tire.acte === 'suspendre') {
    const statut = tire.reprend ? 'VALIDEE' : 'DESACTIVEE';
    const ids = await rattachementsDe(monde, compteId, structure.id);
    // In the order of locks that a manager's act will keep.
    const suspendre = () =>
      sql.begin(async (tx) => {
        await tx`select from compte where id = ${compteId} for update`;
        await tx`select from rattachement where id = any (${ids}::bigint[]) order by id for update`;
        await tx`
          update rattachement_ligne set statut = ${statut}
          where rattachement_id = any (${ids}::bigint[]) and statut <> 'SUPPRIMEE'`;
      });
    return autre(suspendre);
  }
  if (tire.acte === 'deleguer')
    return autre(
      () => sql`
      insert into delegation (structure_id, compte_id, date_debut, date_fin, par_compte_id, cree_le)
      values (${structure.id}, ${compteId}, ${jourA(monde, 0)}, ${jourA(monde, tire.jours)},
        ${compteId}, ${monde.instant})
      on conflict do nothing`,
    );
  return autre(() => flux(monde, tire, structure.id));
}

// A role left vacant: taken by a secondaire, asked for and decided by a référent otherwise.
async function reprendre(
  { sql, instant }: Monde,
  structureId: number,
  compteId: number,
  { demande, accepte }: Extract<Tire, { acte: 'reprendre' }>,
): Promise<void> {
  if (!demande) {
    await reprendreRole(sql, compteId, structureId, instant);
    return;
  }
  const motif = 'Plus de gestionnaire';
  const saisie = { structureId, motif };
  const fait = await demanderReprise(sql, compteId, saisie, instant, DELAIS);
  if (fait.kind !== 'demandee') return;
  const referentId = await creerCompte(sql, { referentNational: true });
  const decision = { demandeId: fait.demandeId, accepter: accepte, motif };
  await deciderReprise(sql, referentId, decision, instant, DELAIS);
}

const autre = (faire: () => PromiseLike<unknown>): Geste => ({
  acte: 'autre',
  faire: async () => faire(),
});

async function rattachementsDe(monde: Monde, compteId: number, structureId: number | null) {
  const rows = await monde.sql<{ id: number }[]>`
    select id from rattachement
    where compte_id = ${compteId} and supprime_le is null
      and (${structureId}::bigint is null or structure_id = ${structureId})
    order by id`;
  return rows.map(({ id }) => id);
}

// Mostly a request that waits, and somebody who may act on it: acts that are refused teach less.
async function surDemande(
  monde: Monde,
  tire: Extract<Tire, { acte: 'retirer' | 'decider' }>,
): Promise<Geste> {
  const { structures } = idsDe(monde);
  const demandes = await monde.sql<{ id: number; compteId: number; structureId: number }[]>`
    select id, compte_id, structure_id from demande
    where structure_id = any (${structures}::bigint[]) and nature = 'RATTACHEMENT'
    order by etat <> 'EN_COURS_DE_VALIDATION', id limit ${tire.laquelle % 4 === 0 ? 50 : 3}`;
  const demande = demandes[tire.laquelle % Math.max(demandes.length, 1)];
  const [demandeId, tireQui] = [demande?.id ?? 0, monde.personnes[tire.qui]?.compteId ?? 0];
  if (tire.acte === 'retirer') {
    const compteId = tire.autrui ? tireQui : (demande?.compteId ?? tireQui);
    return { acte: 'retirer', compteId, demandeId };
  }
  const gerants = await monde.sql<{ compteId: number }[]>`
    select compte_id from gestionnaires_actifs(${demande?.structureId ?? 0}, ${jourA(monde, 0)})
    order by compte_id`;
  const gerant = gerants[tire.qui % Math.max(gerants.length, 1)];
  const compteId = tire.nImporteQui ? tireQui : (gerant?.compteId ?? tireQui);
  return { acte: 'decider', compteId, demandeId, accepte: tire.accepte };
}

async function passation(
  monde: Monde,
  structureId: number,
  tire: Extract<Tire, { acte: 'transmettre' }>,
): Promise<Geste> {
  const tireQui = monde.personnes[tire.qui]?.compteId ?? 0;
  const rows = await monde.sql<{ id: number; compteId: number }[]>`
    select id, compte_id from rattachement
    where structure_id = ${structureId} and supprime_le is null
      and (role = 'GESTIONNAIRE_PRINCIPAL' or (${tire.nImporteQui} and compte_id = ${tireQui}))
    order by role`;
  const [sien] = rows;
  const convenables = await monde.sql<{ compteId: number }[]>`
    select r.compte_id from rattachement r
    join rattachement_ligne l on l.rattachement_id = r.id and l.statut = 'VALIDEE'
    where r.structure_id = ${structureId} and r.supprime_le is null and l.service_id is null
      and r.role <> 'GESTIONNAIRE_PRINCIPAL' and ${tire.convenable}
    order by r.compte_id`;
  const convenable = convenables[tire.a % Math.max(convenables.length, 1)]?.compteId;
  const successeurId = convenable ?? monde.personnes[tire.a]?.compteId ?? 0;
  const compteId = sien?.compteId ?? tireQui;
  return { acte: 'transmettre', compteId, rattachementId: sien?.id ?? 0, successeurId };
}

async function flux(
  monde: Monde,
  { qui: rang, actif, entree }: Extract<Tire, { acte: 'flux' }>,
  structureId: number,
): Promise<void> {
  const personne = monde.personnes[rang];
  if (!personne) return;
  const rattachements = [];
  if (entree) {
    // As the feed's own check has it: a principal has no end, no period is reversed.
    const sansFin = entree.role === 'GESTIONNAIRE_PRINCIPAL' || entree.fin === null;
    const dateFin = sansFin ? null : jourA(monde, entree.fin ?? 0);
    const services = entree.service ? ['A'] : [];
    const champs = { role: entree.role, dateDebut: '2026-01-01', dateFin, services };
    rattachements.push(await entreeFlux(monde.sql, structureId, champs));
  }
  const etat = actif ? 'ACTIF' : 'INACTIF';
  await appliquerLigne(monde.sql, { ...personne.ligne, etat, rattachements }, monde.instant);
}

/** Does an act; gives what it answers, in one word and the ids that it names. */
export async function faire({ sql, instant }: Monde, geste: Geste): Promise<string> {
  switch (geste.acte) {
    case 'demander':
      return (await demanderRattachement(sql, geste.compteId, geste.saisie, instant)).kind;
    case 'retirer':
      return (await retirerDemande(sql, geste.compteId, geste.demandeId, instant)).kind;
    case 'decider': {
      const { compteId, demandeId, accepte } = geste;
      const fait = accepte
        ? await validerRattachement(sql, compteId, demandeId, instant)
        : await refuserRattachement(sql, compteId, { demandeId, motif: 'non' }, instant);
      return fait.kind;
    }
    case 'supprimer': {
      const fait = await supprimerRattachements(sql, geste.compteId, geste.ids, instant);
      if (fait.kind !== 'traites') return fait.kind;
      const ids = (liste: { id: number }[]) => liste.map(({ id }) => id).join(',');
      return `${ids(fait.supprimes)}/${ids(fait.aTransmettre)}/${ids(fait.derniers)}`;
    }
    case 'transmettre': {
      const { compteId, rattachementId, successeurId } = geste;
      const role = { rattachementId, successeurId };
      return (await remplacerGestionnairePrincipal(sql, compteId, role, instant)).kind;
    }
    case 'autre':
      await geste.faire();
      return 'fait';
  }
}
