// Invariants that the database holds by itself (model §2): requests and their lines.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
} from '../../../tests/soutien/scene.ts';

const { sql } = await baseDeTest();
const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
type Champs = Record<string, unknown>;
let compteId: number;
let structureId: number;

beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
});

async function refuse(essai: PromiseLike<unknown>, code: string, constraint: string) {
  await expect(Promise.resolve(essai)).rejects.toMatchObject({ code, constraint_name: constraint });
}

async function demander(champs: Champs = {}): Promise<number> {
  const demande = { nature: 'RATTACHEMENT', compteId, structureId, demandeeLe: INSTANT, ...champs };
  const [row] = await sql<{ id: number }[]>`
    insert into demande ${sql(demande as never)} returning id`;
  return row?.id ?? 0;
}

async function ligne(demandeId: number, champs: Champs = {}): Promise<void> {
  const valeurs = { demandeId, nature: 'RATTACHEMENT', compteId, structureId, ...champs };
  const dates = valeurs.nature === 'RATTACHEMENT' ? { dateDebut: '2026-12-01' } : {};
  await sql`insert into demande_ligne ${sql({ ...dates, ...valeurs } as never)}`;
}

describe('a request', () => {
  test('carries a comment of 255 characters, not of 256, however they are written', async () => {
    for (const signe of ['a', 'é', '🏛']) {
      await demander({ commentaire: signe.repeat(255) });
      const trop = demander({ commentaire: signe.repeat(256) });
      await refuse(trop, CHECK, 'demande_commentaire_check');
    }
  });

  test('is decided with a reason of 255 characters at most', async () => {
    const refus = { etat: 'REFUSEE', termineeLe: INSTANT };
    await demander({ ...refus, motif: 'x'.repeat(255) });
    await refuse(demander({ ...refus, motif: 'x'.repeat(256) }), CHECK, 'demande_motif_check');
  });

  test('is not refused without a reason', async () => {
    const refus = { etat: 'REFUSEE', termineeLe: INSTANT };
    await refuse(demander(refus), CHECK, 'demande_check2');
  });

  test.each([{ etat: 'ACCEPTEE' }, { termineeLe: INSTANT }])(
    'has an end when it is decided and only then: %j',
    (champs) => refuse(demander(champs), CHECK, 'demande_check'),
  );

  test('in course belongs to somebody', () =>
    refuse(demander({ compteId: null }), CHECK, 'demande_check1'));

  test('has a known nature and state', async () => {
    await refuse(demander({ nature: 'AUTRE' }), CHECK, 'nature_demande_check');
    await refuse(demander({ etat: 'EN_ATTENTE' }), CHECK, 'etat_demande_check');
  });

  test('once over may be anonymised, with its lines, its reason erased', async () => {
    const id = await demander();
    await ligne(id);
    const etat = { etat: 'REFUSEE', termineeLe: INSTANT };
    await sql`update demande_ligne set etat = 'REFUSEE' where demande_id = ${id}`;
    await sql`update demande set ${sql({ ...etat, motif: 'Inconnu ici' })} where id = ${id}`;
    await sql`update demande set compte_id = null, motif = null, commentaire = null where id = ${id}`;
    const [row] = await sql`select compte_id from demande_ligne where demande_id = ${id}`;
    expect(row).toEqual({ compteId: null });
  });

  test('in course is not anonymised', async () => {
    const id = await demander();
    const essai = sql`update demande set compte_id = null where id = ${id}`;
    await refuse(essai, CHECK, 'demande_check1');
  });

  test('over is not anonymised while one of its lines still lives', async () => {
    const id = await demander();
    await ligne(id);
    await sql`update demande set etat = 'RETIREE', terminee_le = ${INSTANT} where id = ${id}`;
    const essai = sql`update demande set compte_id = null where id = ${id}`;
    await expect(Promise.resolve(essai)).rejects.toMatchObject({ code: CHECK });
  });

  test('has steps with a comment of 255 characters at most, of known kinds', async () => {
    const demandeId = await demander();
    const etape = (champs: Champs) => {
      const row = { demandeId, quoi: 'DEMANDEE', instant: INSTANT, ...champs };
      return sql`insert into demande_etape ${sql(row as never)}`;
    };
    await etape({ commentaire: 'é'.repeat(255) });
    const trop = etape({ commentaire: 'é'.repeat(256) });
    await refuse(trop, CHECK, 'demande_etape_commentaire_check');
    await refuse(etape({ quoi: 'OUBLIEE' }), CHECK, 'demande_etape_quoi_check');
  });
});

describe('a line asked for', () => {
  const VIVANTE = 'demande_ligne_vivante';

  test('lives once for an account, a structure and a scope', async () => {
    const serviceId = await creerService(sql, structureId, 'URBS');
    const [un, deux] = [await demander(), await demander()];
    await ligne(un);
    await ligne(un, { serviceId });
    await refuse(ligne(deux), UNIQUE, VIVANTE);
    await refuse(ligne(deux, { serviceId }), UNIQUE, VIVANTE);
    await refuse(ligne(un, { serviceId }), UNIQUE, VIVANTE);
  });

  test('lives once for an espace, beside the other natures', async () => {
    const [un, deux] = [
      await demander({ nature: 'ABONNEMENT' }),
      await demander({ nature: 'ABONNEMENT' }),
    ];
    const asked = { nature: 'ABONNEMENT', espaceId: 9, mode: 'CONSULTATION' };
    await ligne(un, asked);
    await refuse(ligne(deux, { ...asked, mode: 'MODIFICATION' }), UNIQUE, VIVANTE);
    await ligne(deux, { ...asked, espaceId: 8 });
    await ligne(await demander());
  });

  test('may be asked for again once decided, and by somebody else', async () => {
    const id = await demander();
    await ligne(id);
    await sql`update demande_ligne set etat = 'REFUSEE' where demande_id = ${id}`;
    await ligne(await demander());
    const autre = await creerCompte(sql);
    await ligne(await demander({ compteId: autre }), { compteId: autre });
  });

  test('is asked for once when sent twice at the same moment', async () => {
    const demandes = await Promise.all([1, 2, 3].map(() => demander()));
    const issues = await Promise.allSettled(demandes.map((id) => ligne(id)));
    expect(issues.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  });

  test.each<[string, Champs, string]>([
    ['a rattachement without start', { dateDebut: null }, 'demande_ligne_check1'],
    ['a rattachement on an espace', { espaceId: 9 }, 'demande_ligne_check1'],
    ['a rattachement with a mode', { mode: 'CONSULTATION' }, 'demande_ligne_check1'],
    [
      'an abonnement without espace',
      { nature: 'ABONNEMENT', mode: 'CONSULTATION' },
      'demande_ligne_check2',
    ],
    ['an abonnement without mode', { nature: 'ABONNEMENT', espaceId: 9 }, 'demande_ligne_check2'],
    ['a reprise of an espace', { nature: 'REPRISE', espaceId: 9 }, 'demande_ligne_check3'],
    [
      'a period reversed',
      { dateDebut: '2026-12-02', dateFin: '2026-12-01' },
      'demande_ligne_check',
    ],
    ['nobody’s', { compteId: null }, 'demande_ligne_check4'],
  ])('is not %s', async (_quoi, champs, constraint) => {
    const id = await demander({ nature: champs['nature'] ?? 'RATTACHEMENT' });
    await refuse(ligne(id, champs), CHECK, constraint);
  });

  test('is of the nature, the structure and the account of its request', async () => {
    const id = await demander();
    const autre = await creerStructure(sql);
    const meme = 'demande_ligne_demande_id_structure_id_nature_fkey';
    await refuse(ligne(id, { structureId: autre }), FOREIGN_KEY, meme);
    await refuse(ligne(id, { nature: 'REPRISE' }), FOREIGN_KEY, meme);
    const collegue = ligne(id, { compteId: await creerCompte(sql) });
    await refuse(collegue, FOREIGN_KEY, 'demande_ligne_demande_id_compte_id_fkey');
  });

  test('covers a service of its structure', async () => {
    const serviceId = await creerService(sql, await creerStructure(sql), 'URBS');
    const essai = ligne(await demander(), { serviceId });
    await refuse(essai, FOREIGN_KEY, 'demande_ligne_service_id_structure_id_fkey');
  });
});
