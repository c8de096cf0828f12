// What the confirmation page and the choice of a successor read (screens §6.3).
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { rattachementStocke } from '../../../tests/soutien/demandes.ts';
import {
  abonner,
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
  JOUR,
  type LigneDeScene,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import {
  candidatsSuccession,
  rattachementsASupprimer,
  transmettreRole,
} from './queries-suppression.ts';
import type { Role } from './rattachement.ts';

const { sql } = await baseDeTest();
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
let structureId: number;
let principal: number;
let rattachementId: number;
beforeEach(async () => {
  [structureId, principal] = [await creerStructure(sql), await creerCompte(sql)];
  rattachementId = await rattacher(sql, principal, structureId, GP);
});

type Personne = {
  role?: Role;
  lignes?: LigneDeScene[];
  prenom?: string;
  identifiantConnexion?: string;
  etat?: 'INACTIF';
};
/** Attaches somebody of that name to the structure; gives the account. */
async function attacher(
  nom: string,
  { role = 'UTILISATEUR', lignes, ...compte }: Personne = {},
): Promise<number> {
  const id = await creerCompte(sql, { nom, ...compte });
  await rattacher(sql, id, structureId, role, lignes);
  return id;
}
const chercher = (recherche = '', limite = 10, compteId = principal) =>
  candidatsSuccession(sql, { compteId, rattachementId, recherche }, JOUR, limite);
const noms = async (recherche?: string) => (await chercher(recherche)).lignes.map(({ nom }) => nom);
const lire = (ids: number[], compteId = principal) =>
  rattachementsASupprimer(sql, compteId, ids, JOUR);

describe('the people who may take the role over', () => {
  test('are the active ones attached to the whole structure today, by name', async () => {
    const serviceId = await creerService(sql, structureId, 'A');
    const id = await attacher('Zola', { role: GS, prenom: 'Émile', identifiantConnexion: 'z.1' });
    await attacher('Élan', { lignes: [{ dateFin: JOUR }, { serviceId }] });
    await attacher('Abel', { lignes: [{ dateDebut: JOUR }] });
    await attacher('Inactif', { etat: 'INACTIF' });
    await attacher('Service', { lignes: [{ serviceId }] });
    await attacher('Suspendu', { lignes: [{ statut: 'DESACTIVEE' }] });
    await attacher('Fini', { lignes: [{ dateFin: '2026-11-22' }] });
    await attacher('Futur', { lignes: [{ dateDebut: '2026-11-24' }] });
    const parti = await attacher('Parti');
    await sql`update rattachement set supprime_le = ${INSTANT} where compte_id = ${parti}`;
    await rattacher(sql, await creerCompte(sql, { nom: 'Ailleurs' }), await creerStructure(sql));
    const { lignes, total } = await chercher();
    expect([lignes.map(({ nom }) => nom), total]).toEqual([['Abel', 'Élan', 'Zola'], 3]);
    expect(lignes[2]).toEqual({
      compteId: id,
      nom: 'Zola',
      prenom: 'Émile',
      identifiantConnexion: 'z.1',
      role: GS,
    });
  });

  test.each([
    ['zola', ['Zola']],
    ['EMILE ZO', ['Zola']],
    ['agent-é', ['Zola']],
    ['el', ['Abel', 'Élan']],
    ['%', []],
    ['nobody', []],
  ])('are found by a part of their name or identifiant: « %s » gives %j', async (mot, attendu) => {
    await attacher('Zola', { prenom: 'Émile', identifiantConnexion: `agent-e-${structureId}` });
    for (const nom of ['Élan', 'Abel']) await attacher(nom, { prenom: 'Anne' });
    expect(await noms(mot)).toEqual(attendu);
  });

  test('are counted whole when only the first are shown', async () => {
    for (const nom of ['C', 'A', 'B']) await attacher(nom);
    const { lignes, total } = await chercher('', 2);
    expect([lignes.map(({ nom }) => nom), total]).toEqual([['A', 'B'], 3]);
  });

  test('are shown to the principal’s own account only', async () => {
    await attacher('Abel');
    expect((await chercher('', 10, await creerCompte(sql))).lignes).toEqual([]);
  });
});

describe('what is about to be deleted', () => {
  test('tells what the act will find: the role, the other managers, who could follow', async () => {
    await attacher('Abel', { role: GS, lignes: [{ dateFin: JOUR }] });
    await attacher('Fini', { role: GS, lignes: [{ dateFin: '2026-11-22' }] });
    await attacher('Inactif', { role: GS, etat: 'INACTIF' });
    await attacher('Simple');
    expect([...(await lire([rattachementId]))]).toEqual([
      {
        id: rattachementId,
        structureId,
        identifiant: expect.any(String),
        designation: expect.any(String),
        statutStructure: 'ACTIF',
        role: GP,
        gereAujourdHui: true,
        autresGestionnairesActifs: 1,
        candidats: 2,
      },
    ]);
  });

  test('counts nobody to follow who is no principal', async () => {
    const secondaire = await creerCompte(sql);
    const id = await rattacher(sql, secondaire, structureId, GS, [{ dateFin: '2026-11-22' }]);
    expect(await lire([id], secondaire)).toMatchObject([
      { gereAujourdHui: false, autresGestionnairesActifs: 1, candidats: 0 },
    ]);
  });

  test('is one’s own, live, by name of structure', async () => {
    const noms = ['Zoo', 'Écoles', 'avocats'];
    const ids: number[] = [];
    for (const raisonSociale of noms)
      ids.push(await rattacher(sql, principal, await creerStructure(sql, { raisonSociale })));
    const parti = await rattacher(sql, principal, await creerStructure(sql));
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${parti}`;
    const autrui = await rattacher(sql, await creerCompte(sql), structureId);
    const lus = await lire([...ids, parti, autrui, 999_999]);
    expect(lus.map((r) => r.designation)).toEqual(['avocats', 'Écoles', 'Zoo']);
    expect(await lire([])).toEqual([]);
  });
});

describe('the role given to somebody who has services only', () => {
  test('keeps what runs, without an end, and drops what is over with its abonnements', async () => {
    const [a, b, c] = [
      await creerService(sql, structureId, 'A'),
      await creerService(sql, structureId, 'B'),
      await creerService(sql, structureId, 'C', { dateFin: '2026-12-31' }),
    ];
    const lignes = [
      { serviceId: a, dateFin: '2027-01-31' },
      { serviceId: b, dateFin: '2026-11-22' },
      { serviceId: c, dateFin: '2026-12-31' },
    ];
    const compteId = await creerCompte(sql);
    const nouveau = await rattacher(sql, compteId, structureId, GS, lignes);
    await abonner(sql, compteId, nouveau, structureId, 'ENGAGEMENTS', { serviceId: b });
    const roles = { ancien: rattachementId, nouveau };
    await sql.begin((tx) => transmettreRole(tx, roles, INSTANT));
    const stocke = await rattachementStocke(sql, compteId, structureId);
    expect(stocke?.lignes.map(({ portee, dateFin }) => [portee, dateFin])).toEqual([
      [a, null],
      [c, null],
    ]);
    const [row] = await sql`select termine_le from abonnement where compte_id = ${compteId}`;
    expect(row).toEqual({ termineLe: INSTANT });
  });
});
