// What an act must have changed, and nothing else: compares what a small world was with what it is.
import { expect } from 'vitest';
import type { Connection } from '../../src/platform/postgres/sql.ts';
import type { Geste } from './actes.ts';
import { enDefaut } from './invariants-demandes.ts';
import { idsDe, jourDe, type LigneVue, type Monde, regarder, type Vue } from './monde.ts';

/** The journal lines that an answer brings, in order; null: any, for what happens around. */
function lignesAttendues(geste: Geste, reponse: string, avant: Vue, apres: Vue): string[] | null {
  if (geste.acte === 'autre') return null;
  if (geste.acte === 'supprimer' && reponse.includes('/')) {
    const supprimes = reponse.split('/')[0]?.split(',').filter(Boolean) ?? [];
    const retirees = apres.demandes.filter(({ id, etat }) => etat !== etatDe(avant, id));
    return [
      ...supprimes.map(() => 'RATTACHEMENT_SUPPRIME'),
      ...retirees.map(() => 'DEMANDE_RETIREE'),
    ];
  }
  switch (reponse) {
    case 'demandee': {
      if (geste.acte !== 'demander') return [];
      // With nobody to decide, it goes up to the référents at once.
      const { structureId } = geste.saisie;
      const geree = avant.gerants.some((s) => s.structureId === structureId && s.nombre > 0);
      return geree ? ['RATTACHEMENT_DEMANDE'] : ['RATTACHEMENT_DEMANDE', 'DEMANDE_ESCALADEE'];
    }
    case 'accordee':
      return ['RATTACHEMENT_ETENDU'];
    case 'retiree':
      return ['DEMANDE_RETIREE'];
    case 'refusee':
      return ['DEMANDE_REFUSEE'];
    case 'acceptee': {
      const nouveau = avant.rattachements < apres.rattachements;
      return [nouveau ? 'RATTACHEMENT_CREE' : 'RATTACHEMENT_MODIFIE', 'DEMANDE_ACCEPTEE'];
    }
    case 'transmis':
      return ['PRINCIPAL_TRANSMIS', 'PRINCIPAL_RECU'];
    default:
      return [];
  }
}

const etatDe = (vue: Vue, demandeId: number) =>
  vue.demandes.find(({ id }) => id === demandeId)?.etat;
const sansJournal = ({ journal: _, gerants: __, ...vue }: Vue) => vue;
const memePortee = (a: LigneVue, b: LigneVue) =>
  a.compteId === b.compteId && a.structureId === b.structureId && a.portee === b.portee;
const tient = (a: LigneVue, b: Pick<LigneVue, 'dateDebut' | 'dateFin'>) =>
  a.statut === 'VALIDEE' &&
  a.dateDebut <= b.dateDebut &&
  (a.dateFin === null || (b.dateFin !== null && b.dateFin <= a.dateFin));

/** Checks, after an act that answered, all that must hold of the world. */
export async function verifierSuites(
  monde: Monde,
  geste: Geste,
  reponse: string,
  avant: Vue,
): Promise<void> {
  const jour = jourDe(monde);
  const apres = await regarder(monde);
  expect(await enDefaut(monde.sql, idsDe(monde), jour)).toEqual([]);
  verifierJournal(geste, reponse, avant, apres);
  if (geste.acte === 'autre') return;
  verifierGerants(avant, apres);
  verifierAutrui(geste, reponse, avant, apres);
  if (reponse === 'accordee' || reponse === 'acceptee') verifierRienPerdu(avant, apres, jour);
  if (reponse === 'transmis' && geste.acte === 'transmettre') verifierRoles(geste, avant, apres);
  if (reponse === 'acceptee' && geste.acte === 'decider')
    expect(await droitsNonEcrits(monde.sql, geste.demandeId)).toEqual([]);
}

/** The journal has a line for each act that changed something, and none for one that did not. */
function verifierJournal(geste: Geste, reponse: string, avant: Vue, apres: Vue): void {
  // A stand-in that ends with the rattachement has a line of its own, and so has an abonnement.
  const ajoutees = apres.journal
    .slice(avant.journal.length)
    .filter((acte) => geste.acte !== 'supprimer' || acte !== 'DELEGATION_TERMINEE')
    .filter((acte) => acte !== 'ABONNEMENT_RETIRE');
  const attendues = lignesAttendues(geste, reponse, avant, apres);
  if (attendues) expect(ajoutees).toEqual(attendues);
  if (attendues?.length === 0) expect(sansJournal(apres)).toEqual(sansJournal(avant));
}

/** A voluntary act never leaves a structure that had an active manager without one. */
export function verifierGerants(avant: Vue, apres: Vue): void {
  const seules = avant.gerants.filter(
    ({ structureId, nombre }) =>
      nombre > 0 && apres.gerants.some((s) => s.structureId === structureId && s.nombre === 0),
  );
  expect(seules).toEqual([]);
}

/** An act changes the rights of those whom it is about, of nobody else. */
function verifierAutrui(
  geste: Exclude<Geste, { acte: 'autre' }>,
  reponse: string,
  avant: Vue,
  apres: Vue,
): void {
  if (reponse === 'acceptee') return;
  const concernes = [geste.compteId, 'successeurId' in geste ? geste.successeurId : 0];
  const autrui = ({ lignes }: Vue) => lignes.filter((l) => !concernes.includes(l.compteId));
  expect(autrui(apres)).toEqual(autrui(avant));
  if (['demander', 'supprimer', 'transmettre'].includes(geste.acte)) return;
  expect(apres.lignes).toEqual(avant.lignes);
}

/** The successor has the role, the former principal is utilisateur; each is as attached as before. */
function verifierRoles(
  { compteId, successeurId }: Extract<Geste, { acte: 'transmettre' }>,
  avant: Vue,
  apres: Vue,
): void {
  const roles = new Map(
    apres.lignes
      .filter((ligne, rang) => ligne.role !== avant.lignes[rang]?.role)
      .map((ligne) => [ligne.compteId, ligne.role]),
  );
  const attendus = { [compteId]: 'UTILISATEUR', [successeurId]: 'GESTIONNAIRE_PRINCIPAL' };
  expect(Object.fromEntries(roles)).toEqual(attendus);
  expect(apres.lignes.map(({ portee }) => portee)).toEqual(avant.lignes.map((l) => l.portee));
}

/**
 * A grant takes nothing away: what ran or was to come still does, on each scope, for each of
 * its days.
 */
function verifierRienPerdu(avant: Vue, apres: Vue, jour: string): void {
  const vivantes = avant.lignes.filter(
    ({ statut, dateFin }) => statut === 'VALIDEE' && (dateFin === null || dateFin >= jour),
  );
  const perdues = vivantes.filter(
    (ligne) => !apres.lignes.some((l) => memePortee(l, ligne) && tient(l, ligne)),
  );
  expect(perdues).toEqual([]);
}

/** The lines of an accepted request that no active line of the requester holds. */
async function droitsNonEcrits(sql: Connection, demandeId: number): Promise<unknown[]> {
  const rows = await sql`
    select dl.id from demande_ligne dl
    where dl.demande_id = ${demandeId} and dl.etat = 'ACCEPTEE' and not exists (
      select from rattachement r join rattachement_ligne l on l.rattachement_id = r.id
      where r.compte_id = dl.compte_id and r.structure_id = dl.structure_id
        and r.supprime_le is null and l.statut = 'VALIDEE'
        and l.service_id is not distinct from dl.service_id
        and l.date_debut <= dl.accordee_debut
        and coalesce(l.date_fin, 'infinity') >= coalesce(dl.accordee_fin, 'infinity'))`;
  return [...rows];
}
