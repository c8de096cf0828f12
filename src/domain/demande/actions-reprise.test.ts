// A structure whose principal is gone (model §3): a secondaire takes the role, or somebody asks and a référent decides.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { DELAIS } from '../../../tests/soutien/delais.ts';
import { demandeStockee, journalEntier, sansTrace } from '../../../tests/soutien/demandes.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  filDe,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { demanderReprise, reprendreRole } from './actions-reprise.ts';
import { deciderReprise, opposerReprise } from './actions-reprise-decision.ts';

const { sql, proprietaire } = await baseDeTest();
await ouvrirMois(proprietaire);
const A = (jours: number) => apres(INSTANT, heures(24 * jours));
const GS = 'GESTIONNAIRE_SECONDAIRE';
const GP = 'GESTIONNAIRE_PRINCIPAL';

let rang = 0;
let structureId: number;
let ancienId: number;
let agentId: number;
let referentId: number;

function compte(champs: Record<string, unknown> = {}): Promise<number> {
  rang += 1;
  return creerCompte(sql, { adresseElectronique: `reprise-${rang}@terneuil.fr`, ...champs });
}
const natures = async (id: number) => {
  const [row] = await sql<{ adresse: string }[]>`
    select adresse_electronique as adresse from compte where id = ${id}`;
  const tous = await courrielsEnFile(proprietaire);
  return tous.filter((c) => c.destinataire === row?.adresse).map(({ nature }) => nature);
};
const roleDe = async (id: number) => {
  const [row] = await sql<{ role: string }[]>`
    select role from rattachement
    where compte_id = ${id} and structure_id = ${structureId} and supprime_le is null`;
  return row?.role;
};
const demander = (qui = agentId, instant = INSTANT) =>
  demanderReprise(sql, qui, { structureId, motif: 'Elle est partie' }, instant, DELAIS);
async function deposee(qui = agentId): Promise<number> {
  const fait = await demander(qui);
  if (fait.kind !== 'demandee') throw new Error(fait.kind);
  return fait.demandeId;
}
const decider = (
  demandeId: number,
  { accepter = true, motif = null as string | null, qui = referentId, instant = INSTANT } = {},
) => deciderReprise(sql, qui, { demandeId, accepter, motif }, instant, DELAIS);

beforeEach(async () => {
  structureId = await creerStructure(sql, { departement: '76' });
  ancienId = await compte({ etat: 'INACTIF' });
  await rattacher(sql, ancienId, structureId, GP);
  agentId = await compte();
  await rattacher(sql, agentId, structureId);
  referentId = await compte({ referentDepartements: ['76'] });
});

describe('a gestionnaire secondaire', () => {
  test('takes the vacant role in one act; the absent one keeps a simple rattachement', async () => {
    const [secondaire, autre] = [await compte(), await compte()];
    await rattacher(sql, secondaire, structureId, GS, [{ dateFin: '2026-12-31' }]);
    await rattacher(sql, autre, structureId, GS);
    expect(await reprendreRole(sql, secondaire, structureId, INSTANT)).toEqual({ kind: 'repris' });
    expect([await roleDe(secondaire), await roleDe(ancienId)]).toEqual([GP, 'UTILISATEUR']);
    const [ligne] = await sql`
      select l.date_fin from rattachement_ligne l join rattachement r on r.id = l.rattachement_id
      where r.compte_id = ${secondaire}`;
    expect(ligne).toEqual({ dateFin: null });
    expect((await journalEntier(sql, secondaire)).at(-1)).toMatchObject({
      acte: 'PRINCIPAL_REPRIS',
      enQualite: GS,
      structureId,
    });
    expect(await filDe(sql, ancienId)).toContain('PRINCIPAL_REMPLACE');
    expect(await natures(autre)).toEqual(['PRINCIPAL_REMPLACE']);
  });

  test('takes a role that nobody ever held', async () => {
    structureId = await creerStructure(sql);
    const secondaire = await compte();
    await rattacher(sql, secondaire, structureId, GS);
    expect((await reprendreRole(sql, secondaire, structureId, INSTANT)).kind).toBe('repris');
    expect(await roleDe(secondaire)).toBe(GP);
  });

  test('does not take a role that is held, nor do a delegate, a user, a stranger', async () => {
    const [secondaire, delegue, passe] = [await compte(), await compte(), await compte()];
    await rattacher(sql, secondaire, structureId, GS);
    await rattacher(sql, delegue, structureId);
    await deleguer(sql, delegue, structureId, ['2026-11-01', '2026-12-01']);
    await rattacher(sql, passe, structureId, GS, [{ dateFin: '2026-11-22' }]);
    const prendre = async (qui: number) =>
      (await reprendreRole(sql, qui, structureId, INSTANT)).kind;
    await sansTrace(proprietaire, async () => {
      expect(await prendre(delegue)).toBe('secondairePresent');
      expect(await prendre(agentId)).toBe('secondairePresent');
      expect(await prendre(passe)).toBe('secondairePresent');
      expect(await prendre(await compte())).toBe('introuvable');
    });
    await sql`update compte set etat = 'ACTIF', desactive_le = null where id = ${ancienId}`;
    expect(await prendre(secondaire)).toBe('roleTenu');
  });

  test('of two who take a role that nobody holds in name, again and again, one has it', async () => {
    // No principal's account to lock: only the structure keeps the two apart, and each is told of the other.
    for (let n = 0; n < 6; n += 1) {
      structureId = await creerStructure(sql);
      const deux = [await compte(), await compte()];
      for (const qui of deux) await rattacher(sql, qui, structureId, GS);
      const faits = await Promise.all(deux.map((q) => reprendreRole(sql, q, structureId, INSTANT)));
      expect(faits.map(({ kind }) => kind).toSorted()).toEqual(['repris', 'roleTenu']);
    }
  });

  test('ends what others asked: their take-overs have no object any more', async () => {
    const autre = await compte();
    await rattacher(sql, autre, structureId);
    const [mienne, sienne] = [await deposee(), await deposee(autre)];
    const secondaire = await compte();
    await rattacher(sql, secondaire, structureId, GS);
    await reprendreRole(sql, secondaire, structureId, INSTANT);
    for (const id of [mienne, sienne]) {
      const { demande } = await demandeStockee(sql, id);
      expect(demande).toMatchObject({ etat: 'REFUSEE', decideeParCompteId: secondaire });
    }
    expect(await natures(autre)).toContain('REPRISE_REFUSEE');
  });

  test('of two who take it at once, one has it', async () => {
    const deux = [await compte(), await compte()];
    for (const qui of deux) await rattacher(sql, qui, structureId, GS);
    const faits = await Promise.all(deux.map((q) => reprendreRole(sql, q, structureId, INSTANT)));
    expect(faits.map(({ kind }) => kind).toSorted()).toEqual(['repris', 'roleTenu']);
  });
});

describe('a « Demande de reprise »', () => {
  test('is for somebody attached to the whole structure when nobody manages it', async () => {
    const partiel = await compte();
    const serviceId = await creerService(sql, structureId, 'URBS');
    await rattacher(sql, partiel, structureId, 'UTILISATEUR', [{ serviceId }]);
    expect((await demander(partiel)).kind).toBe('pasEntiere');
    expect((await demander(await compte())).kind).toBe('introuvable');
    const id = await deposee();
    expect((await demander()).kind).toBe('dejaDemande');
    const { demande, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({ nature: 'REPRISE', commentaire: 'Elle est partie' });
    expect(etapes).toMatchObject([{ quoi: 'DEMANDEE', enQualite: 'DEMANDEUR' }]);
  });

  test('warns those who stand in, who may oppose it for seven days', async () => {
    const delegue = await compte();
    await deleguer(sql, delegue, structureId, ['2026-11-01', '2026-12-31']);
    const id = await deposee();
    expect(await natures(delegue)).toEqual(['REPRISE_SIGNALEE']);
    expect(await filDe(sql, delegue)).toEqual(['REPRISE_SIGNALEE']);
    const opposer = (instant: Date, qui = delegue) =>
      opposerReprise(sql, qui, { demandeId: id, motif: 'Elle revient' }, instant, DELAIS);
    expect(await opposer(A(8))).toEqual({ kind: 'tropTard', jusqu: '2026-11-30' });
    expect((await opposer(INSTANT, await compte())).kind).toBe('introuvable');
    expect((await opposer(INSTANT, referentId)).kind).toBe('introuvable');
    expect((await opposer(A(7))).kind).toBe('opposee');
    expect((await opposer(A(7))).kind).toBe('dejaOpposee');
    expect(await natures(agentId)).toEqual(['REPRISE_OPPOSEE']);
    const { etapes } = await demandeStockee(sql, id);
    expect(etapes.at(-1)).toMatchObject({
      quoi: 'OPPOSEE',
      enQualite: 'DELEGUE',
      commentaire: 'Elle revient',
    });
  });
});

describe('a référent', () => {
  test('accepts: the person is gestionnaire principal, all is told and journaled', async () => {
    const id = await deposee();
    expect(await decider(id)).toEqual({ kind: 'acceptee' });
    expect([await roleDe(agentId), await roleDe(ancienId)]).toEqual([GP, 'UTILISATEUR']);
    const { demande, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({ etat: 'ACCEPTEE', decideeEnQualite: 'REFERENT' });
    expect(etapes.at(-1)).toMatchObject({ quoi: 'ACCEPTEE', parCompteId: referentId });
    expect((await journalEntier(sql, agentId)).map(({ acte }) => acte)).toEqual([
      'REPRISE_DEMANDEE',
      'REPRISE_ACCEPTEE',
      'PRINCIPAL_REPRIS',
    ]);
    expect(await natures(agentId)).toEqual(['REPRISE_ACCEPTEE']);
    expect((await decider(id)).kind).toBe('terminee');
  });

  test('refuses with a reason', async () => {
    const id = await deposee();
    expect((await decider(id, { accepter: false })).kind).toBe('motifRequis');
    expect((await decider(id, { accepter: false, motif: 'Voir la mairie' })).kind).toBe('refusee');
    expect(await roleDe(agentId)).toBe('UTILISATEUR');
    expect(await natures(agentId)).toEqual(['REPRISE_REFUSEE']);
  });

  test('overrides an opposition with a reason only', async () => {
    const delegue = await compte();
    await deleguer(sql, delegue, structureId, ['2026-11-01', '2026-12-31']);
    const id = await deposee();
    await opposerReprise(sql, delegue, { demandeId: id, motif: 'Non' }, INSTANT, DELAIS);
    expect((await decider(id)).kind).toBe('motifRequis');
    expect((await decider(id, { motif: 'Arrêté du maire' })).kind).toBe('acceptee');
    const { etapes } = await demandeStockee(sql, id);
    expect(etapes.map(({ quoi }) => quoi)).toEqual([
      'DEMANDEE',
      'OPPOSEE',
      'OPPOSITION_LEVEE',
      'ACCEPTEE',
    ]);
  });

  test('of another département, attached there, or the author decides nothing', async () => {
    const id = await deposee();
    const [ailleurs, attache] = [
      await compte({ referentDepartements: ['27'] }),
      await compte({ referentDepartements: ['76'] }),
    ];
    await rattacher(sql, attache, structureId);
    await sql`update compte set referent_national = true where id = ${agentId}`;
    await sansTrace(proprietaire, async () => {
      for (const qui of [ailleurs, attache, agentId, await compte()])
        expect((await decider(id, { qui })).kind).toBe('introuvable');
    });
  });

  test('gives the role to nobody who left, nor where it is held again', async () => {
    const id = await deposee();
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${agentId}`;
    expect((await decider(id)).kind).toBe('repreneurRefuse');
    await sql`update compte set etat = 'ACTIF', desactive_le = null
      where id in (${agentId}, ${ancienId})`;
    expect((await decider(id)).kind).toBe('roleTenu');
    expect(await roleDe(ancienId)).toBe(GP);
  });

  test('two at once: one decides, the other is told', async () => {
    const id = await deposee();
    const autre = await compte({ referentNational: true });
    const faits = await Promise.all([
      decider(id),
      decider(id, { qui: autre, accepter: false, motif: 'Non' }),
    ]);
    expect(faits.filter(({ kind }) => kind === 'terminee').length).toBe(1);
  });
});
