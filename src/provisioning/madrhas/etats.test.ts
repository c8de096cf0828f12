// Deactivation and reactivation by the feed, and the guard of a complete one (madrhas-feed.md,
// model §6).
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { essai, personne } from './essai.test-helper.ts';

const base = await baseDeTest();
const { sql, proprietaire, regler } = base;
const { importer, vider } = await essai(base);
const inactif = { etat: 'INACTIF' };
const vingt = Array.from({ length: 20 }, (_, n) => personne(n + 1));

beforeEach(async () => {
  await vider(proprietaire);
  await regler('2026-11-23T09:00:00Z');
});

async function compte(n: number) {
  const [row] = await sql`select * from compte where id_madrhas = ${`M${n}`}`;
  return row ?? {};
}

async function courriels() {
  return proprietaire`
    select payload ->> 'nature' as nature, payload ->> 'destinataire' as destinataire,
      payload ->> 'nomComplet' as nom, payload ->> 'langue' as langue
    from graphile_worker._private_jobs order by id`;
}

async function ouvrirSession(n: number) {
  await sql`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    select ${Buffer.from(`s${n}`)}, id, 'i', 's', '2026-11-23', '2026-11-23'
    from compte where id_madrhas = ${`M${n}`}`;
}

describe('an account that the feed deactivates', () => {
  test('loses its sessions and is told by mail, in the same transaction', async () => {
    await importer([personne(1), personne(2)]);
    await ouvrirSession(1);
    await ouvrirSession(2);
    await regler('2026-11-24T09:00:00Z');
    const { bilan } = await importer([personne(1, { ...inactif, langue: 'EN' }), personne(2)]);
    expect(bilan).toMatchObject({ desactives: 1, inchanges: 1, modifies: 0 });
    expect(await compte(1)).toMatchObject({
      etat: 'INACTIF',
      desactiveLe: new Date('2026-11-24T09:00:00Z'),
      version: 2,
    });
    const sessions = await sql`select fin, terminee_le from session order by empreinte`;
    expect(sessions[0]).toEqual({
      fin: 'COMPTE_DESACTIVE',
      termineeLe: new Date('2026-11-24T09:00:00Z'),
    });
    expect(sessions[1]).toEqual({ fin: null, termineeLe: null });
    expect([...(await courriels())]).toEqual([
      {
        nature: 'COMPTE_DESACTIVE',
        destinataire: 'personne1@ville.example',
        nom: 'Anne PETIT',
        langue: 'en',
      },
    ]);
    const actes = await sql<{ acte: string }[]>`select acte from journal order by id`;
    expect(actes.map(({ acte }) => acte).slice(2)).toEqual(['COMPTE_MODIFIE', 'COMPTE_DESACTIVE']);
  });

  test('is not told again by the same line, nor without an address', async () => {
    await importer([personne(1), personne(2, { adresseElectronique: null })]);
    const lignes = [personne(1, inactif), personne(2, { ...inactif, adresseElectronique: null })];
    await importer(lignes);
    expect((await importer(lignes)).bilan).toMatchObject({ inchanges: 2 });
    expect(await courriels()).toHaveLength(1);
  });

  test('gets no mail when it was never active', async () => {
    expect((await importer([personne(1, inactif)])).bilan).toMatchObject({ crees: 1 });
    expect(await compte(1)).toMatchObject({ desactiveLe: new Date('2026-11-23T09:00:00Z') });
    expect(await courriels()).toHaveLength(0);
  });

  test('comes back when the feed says so, and may be told of a later end again', async () => {
    await importer([personne(1)]);
    await importer([personne(1, inactif)]);
    await regler('2026-11-25T09:00:00Z');
    expect((await importer([personne(1)])).bilan).toMatchObject({ reactives: 1 });
    expect(await compte(1)).toMatchObject({ etat: 'ACTIF', desactiveLe: null });
    await importer([personne(1, inactif)]);
    expect(await courriels()).toHaveLength(2);
  });

  test('comes back too when somebody else deactivated it: MADRHAS wins', async () => {
    await importer([personne(1)]);
    await sql`update compte set etat = 'INACTIF', desactive_le = '2026-11-23'`;
    expect((await importer([personne(1)])).bilan).toMatchObject({ reactives: 1 });
  });
});

describe('a complete feed', () => {
  test('deactivates those whom it no longer names, up to the threshold', async () => {
    await importer(vingt);
    await ouvrirSession(20);
    const { bilan } = await importer(vingt.slice(0, 19), { complet: true });
    expect(bilan).toMatchObject({ etat: 'TERMINE', inchanges: 19, desactives: 1 });
    expect(await compte(20)).toMatchObject({ etat: 'INACTIF' });
    expect(await courriels()).toHaveLength(1);
    const [session] = await sql`select fin from session`;
    expect(session?.['fin']).toBe('COMPTE_DESACTIVE');
  });

  test('changes nothing at all when too many are missing, and says so', async () => {
    await importer(vingt);
    const lignes = [personne(1, { ...inactif, nom: 'AUTRE' }), ...vingt.slice(1, 18)];
    const { bilan, imprime } = await importer(lignes, { complet: true });
    expect(bilan).toMatchObject({ etat: 'ARRETE', lus: 0, desactives: 0 });
    expect(imprime[0]).toContain('2 compte(s) actif(s) sur 20 manquent');
    const [{ actifs } = {}] =
      await sql`select count(*)::int as actifs from compte where etat = 'ACTIF'`;
    expect(actifs).toBe(20);
    const [rapport] = await sql`
      select etat, compte_rendu ->> 'motifArret' as motif from import_rapport order by id desc`;
    expect(rapport).toMatchObject({ etat: 'ARRETE', motif: expect.stringContaining('5 %') });
  });

  test.each([{ forcer: true }, { seuil: 0.1 }])('goes on with %o', async (options) => {
    await importer(vingt);
    const { bilan } = await importer(vingt.slice(0, 18), { complet: true, ...options });
    expect(bilan).toMatchObject({ etat: 'TERMINE', desactives: 2 });
  });

  test('spares the account of a refused line, and those not from MADRHAS', async () => {
    await importer(vingt);
    await sql`
      insert into compte (identifiant_connexion, etat, nom, prenom, cree_le, modifie_le)
      values ('scim', 'ACTIF', 'SCIM', 'Sam', '2026-11-23', '2026-11-23')`;
    const lignes = [...vingt.slice(0, 19), personne(20, { nom: '' })];
    const { bilan } = await importer(lignes, { complet: true, seuil: 0 });
    expect(bilan).toMatchObject({ etat: 'TERMINE', rejetes: 1, desactives: 0 });
  });

  test('does not conclude from a file that cannot be read whole', async () => {
    await importer(vingt);
    const lignes = [...vingt.slice(0, 19), '{"idMad'];
    const arret = await importer(lignes, { complet: true });
    expect(arret.bilan).toMatchObject({ etat: 'ARRETE', desactives: 0 });
    expect(arret.imprime[0]).toContain('1 ligne(s) ne nomment aucun compte lisible');
    const force = await importer(lignes, { complet: true, forcer: true });
    expect(force.bilan).toMatchObject({ etat: 'TERMINE', rejetes: 1, desactives: 1 });
  });

  test('leaves the others alone when it is partial', async () => {
    await importer(vingt);
    const { bilan } = await importer(vingt.slice(0, 1));
    expect(bilan).toMatchObject({ inchanges: 1, desactives: 0 });
  });
});
