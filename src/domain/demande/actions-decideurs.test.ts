// Who may decide on a request (model §3), on the database: in which quality, and what the
// others are told.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  demandeStockee,
  deposer,
  journalEntier,
  sansTrace,
} from '../../../tests/soutien/demandes.ts';
import {
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { refuserRattachement, validerRattachement } from './actions-decision.ts';

const { sql, proprietaire } = await baseDeTest();
let compteId: number;
let structureId: number;
beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
});
const decisions = [
  ['accept', (qui: number, id: number) => validerRattachement(sql, qui, id, INSTANT)],
  [
    'refuse',
    (qui: number, id: number) =>
      refuserRattachement(sql, qui, { demandeId: id, motif: 'non' }, INSTANT),
  ],
] as const;

type Qui = (compteId: number, structureId: number) => Promise<unknown>;
const attache =
  (role: Parameters<typeof rattacher>[3], lignes?: Parameters<typeof rattacher>[4]): Qui =>
  (c, s) =>
    rattacher(sql, c, s, role, lignes);
const delegue =
  (debut: string, fin: string, champs = {}): Qui =>
  (c, s) =>
    deleguer(sql, c, s, [debut, fin], champs);
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
const HIER = '2026-11-22';

const DECIDEURS: [string, string, Qui][] = [
  ['the principal', GP, attache(GP)],
  ['a secondaire', GS, attache(GS)],
  ['a secondaire on their last day', GS, attache(GS, [{ dateFin: JOUR }])],
  ['a delegate on their first day', 'DELEGUE', delegue(JOUR, '2026-12-31')],
  ['a delegate on their last day', 'DELEGUE', delegue('2026-11-01', JOUR)],
  [
    'a delegate who is also utilisateur',
    'DELEGUE',
    async (c, s) => [await rattacher(sql, c, s), await deleguer(sql, c, s, [JOUR, JOUR])],
  ],
  [
    'a secondaire on one service',
    GS,
    async (c, s) => rattacher(sql, c, s, GS, [{ serviceId: await creerService(sql, s, 'X') }]),
  ],
];

describe.each(decisions)('to %s a request', (quoi, decider) => {
  test.each(DECIDEURS)('is for %s, in the quality of %s', async (_qui, qualite, poser) => {
    const decideur = await creerCompte(sql);
    await poser(decideur, structureId);
    const id = await deposer(sql, compteId, structureId);
    const kind = quoi === 'accept' ? 'acceptee' : 'refusee';
    expect(await decider(decideur, id)).toEqual({ kind });
    const { demande, etapes } = await demandeStockee(sql, id);
    expect(demande).toMatchObject({ decideeParCompteId: decideur, decideeEnQualite: qualite });
    expect(etapes.at(-1)).toMatchObject({ parCompteId: decideur, enQualite: qualite });
    const decisions = (await journalEntier(sql, compteId)).slice(1);
    for (const ligne of decisions.filter(({ acte }) => acte !== 'DEMANDE_ESCALADEE'))
      expect(ligne).toMatchObject({ acteurCompteId: decideur, enQualite: qualite });
  });

  test.each<[string, Qui]>([
    ['an utilisateur of the structure', attache('UTILISATEUR')],
    ['a secondaire since yesterday over', attache(GS, [{ dateFin: HIER }])],
    ['a secondaire from tomorrow on', attache(GS, [{ dateDebut: '2026-11-24' }])],
    ['a secondaire suspended', attache(GS, [{ statut: 'DESACTIVEE' }])],
    ['a principal suspended', attache(GP, [{ statut: 'DESACTIVEE' }])],
    ['a delegate before the first day', delegue('2026-11-24', '2026-12-31')],
    ['a delegate after the last day', delegue('2026-11-01', HIER)],
    ['a delegate whose stand-in was ended', delegue(JOUR, JOUR, { termineeLe: INSTANT })],
    ['a principal of another structure', async (c) => attache(GP)(c, await creerStructure(sql))],
    ['a stranger', async () => undefined],
  ])('is not for %s: it does not exist', async (_qui, poser) => {
    const decideur = await creerCompte(sql);
    await poser(decideur, structureId);
    const id = await deposer(sql, compteId, structureId);
    const fait = await sansTrace(proprietaire, () => decider(decideur, id));
    expect(fait).toEqual({ kind: 'introuvable' });
  });

  test('is not for who deleted their rattachement', async () => {
    const decideur = await creerCompte(sql);
    const rattachement = await rattacher(sql, decideur, structureId, GS);
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${rattachement}`;
    const id = await deposer(sql, compteId, structureId);
    expect(await decider(decideur, id)).toEqual({ kind: 'introuvable' });
  });

  test('is not for a manager whose account is deactivated', async () => {
    const decideur = await creerCompte(sql, { etat: 'INACTIF' });
    await rattacher(sql, decideur, structureId, GP);
    const id = await deposer(sql, compteId, structureId);
    const fait = await sansTrace(proprietaire, () => decider(decideur, id));
    expect(fait).toEqual({ kind: 'indisponible' });
  });

  test.each<[string, Qui]>([
    ['a plain requester', async () => undefined],
    ['a requester named secondaire since', attache(GS)],
    ['a requester named principal since', attache(GP)],
    ['a requester made delegate since', delegue(JOUR, '2026-12-31')],
  ])('is not for its own author: %s', async (_qui, poser) => {
    const id = await deposer(sql, compteId, structureId);
    await poser(compteId, structureId);
    const fait = await sansTrace(proprietaire, () => decider(compteId, id));
    expect(fait).toEqual({ kind: 'interdite' });
  });

  test('is of nothing when there is none, or an anonymised one, or another nature', async () => {
    const decideur = await creerCompte(sql);
    await rattacher(sql, decideur, structureId, GP);
    const id = await deposer(sql, compteId, structureId);
    await sql`
      update demande set etat = 'RETIREE', terminee_le = ${INSTANT} where id = ${id}`;
    await sql`update demande_ligne set etat = 'RETIREE' where demande_id = ${id}`;
    await sql`update demande set compte_id = null where id = ${id}`;
    const [reprise] = await sql<{ id: number }[]>`
      insert into demande (nature, compte_id, structure_id, demandee_le)
      values ('REPRISE', ${compteId}, ${structureId}, ${INSTANT}) returning id`;
    for (const autre of [id, reprise?.id ?? 0, 999_999]) {
      const fait = await sansTrace(proprietaire, () => decider(decideur, autre));
      expect(fait).toEqual({ kind: 'introuvable' });
    }
  });

  test.each<[string, Qui, RegExp]>([
    ['the principal', attache(GP), /^(acceptee|refusee)$/],
    ['another secondaire', attache(GS), /^interdite$/],
    ['a delegate', delegue(JOUR, JOUR), /^interdite$/],
  ])('that prolongs a secondaire is the principal’s: %s', async (_qui, poser, attendu) => {
    const decideur = await creerCompte(sql);
    await poser(decideur, structureId);
    await rattacher(sql, compteId, structureId, GS, [{ dateFin: '2026-12-31' }]);
    const id = await deposer(sql, compteId, structureId);
    expect((await decider(decideur, id)).kind).toMatch(attendu);
  });

  test('of a suspended secondaire is not a peer’s either', async () => {
    const decideur = await creerCompte(sql);
    await rattacher(sql, decideur, structureId, GS);
    await rattacher(sql, compteId, structureId, GS, [{ statut: 'DESACTIVEE' }]);
    const id = await deposer(sql, compteId, structureId);
    const fait = await sansTrace(proprietaire, () => decider(decideur, id));
    expect(fait).toEqual({ kind: 'interdite' });
  });
});
