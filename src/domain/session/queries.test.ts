// The tabs that a session shows (model §4): read at each page from what the account holds on that civil day.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  abonner,
  apres,
  creerCompte,
  creerService,
  creerStructure,
  deleguer,
  INSTANT,
  JOUR,
  type LigneDeScene,
  minutes,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import { empreinte } from '../../platform/jetons.ts';
import { insererSession, lireSession, noterVue } from './queries.ts';

const { sql, proprietaire } = await baseDeTest();
const HIER = '2026-11-22';
const DEMAIN = '2026-11-24';
const FACTURES = ['FACTURES_EMISES', 'FACTURES_RECUES'];
const GESTION = 'ACTIVITES_DU_GESTIONNAIRE';
const MON_COMPTE = 'MON_COMPTE';

let compteId: number;
let structureId: number;
let cle: Buffer;

async function ouvrir(id: number): Promise<Buffer> {
  const identite = { issuer: 'https://pigp', sub: `sub-${id}`, identifiant: `agent-${id}` };
  const session = { empreinte: empreinte(`jeton-${id}`), compteId: id, identite };
  await sql.begin((tx) => insererSession(tx, { ...session, sid: null }, INSTANT));
  return session.empreinte;
}

beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
  cle = await ouvrir(compteId);
});

const onglets = async (jour = JOUR) =>
  (await lireSession(sql, cle, jour))?.onglets.map(({ code }) => code);
const rattacherEn = (role: 'GESTIONNAIRE_PRINCIPAL' | 'GESTIONNAIRE_SECONDAIRE' | 'UTILISATEUR') =>
  rattacher(sql, compteId, structureId, role);

describe('the tabs and espaces_tenus', () => {
  const [PASSE, FUTUR] = [{ dateFin: HIER }, { dateDebut: DEMAIN }];
  const LIGNES: LigneDeScene[] = [{}, PASSE, FUTUR, { statut: 'DESACTIVEE' }];
  const ROLES = ['UTILISATEUR', 'GESTIONNAIRE_SECONDAIRE'] as const;
  const TYPES = ['PUBLIQUE', 'PRIVEE'] as const;
  const MONDES = LIGNES.flatMap((ligne) =>
    ROLES.flatMap((role) =>
      TYPES.flatMap((type) =>
        [false, true].flatMap((duService) =>
          [false, true].map((delegue) => ({ ligne, role, type, duService, delegue })),
        ),
      ),
    ),
  );

  test.each(MONDES)('agree: %j', async (monde) => {
    const { ligne, role, type, duService, delegue } = monde;
    await sql`update structure set type_structure = ${type} where id = ${structureId}`;
    const serviceId = await creerService(sql, structureId, 'URBS');
    const autre = await creerService(sql, structureId, 'VOIRIE');
    const lignes = [{ ...ligne, serviceId: duService ? serviceId : null }];
    const id = await rattacher(sql, compteId, structureId, role, lignes);
    if (delegue) await deleguer(sql, compteId, structureId, [JOUR, JOUR]);
    for (const [espace, champs] of [
      ['ENGAGEMENTS', {}],
      ['FACTURES_A_VALIDER', { serviceId }],
      ['FACTURES_DE_TRAVAUX', { serviceId: autre }],
      ['RACCORDEMENTS', duService ? { serviceId } : {}],
      ['SOLLICITATIONS_EMISES', { termineLe: INSTANT }],
    ] as const)
      await abonner(sql, compteId, id, structureId, espace, champs);
    const tenus = await sql<{ code: string }[]>`
      select distinct e.code, e.ordre from espaces_tenus(${compteId}, ${JOUR}) t
      join espace e on e.id = t.espace_id order by e.ordre`;
    expect(await onglets()).toEqual([...tenus.map(({ code }) => code), MON_COMPTE]);
  });

  test('hold an espace of a new row of the catalogue, by default or granted', async () => {
    await proprietaire`
      insert into espace (id, code, libelle_fr, libelle_en, pour, par_defaut, validation_requise,
        ordre)
      values (90, 'MARCHES', 'Marchés', 'Contracts', 'PUBLIQUE', true, false, 15),
        (91, 'AVANCES', 'Avances', 'Advances', 'TOUS', false, true, 16)`;
    const id = await rattacherEn('UTILISATEUR');
    await abonner(sql, compteId, id, structureId, 'AVANCES');
    const nouveaux = ['MARCHES', 'AVANCES'];
    const [emises = '', recues = ''] = FACTURES;
    expect(await onglets()).toEqual([emises, ...nouveaux, recues, MON_COMPTE]);
    await sql`update structure set type_structure = 'PRIVEE' where id = ${structureId}`;
    expect(await onglets()).not.toContain('MARCHES');
    await proprietaire`delete from abonnement where espace_id in (90, 91)`;
    await proprietaire`delete from espace where id in (90, 91)`;
  });
});

describe('a session', () => {
  test('is read with what the frame of a page shows', async () => {
    const id = await creerCompte(sql, { prenom: 'Aïcha', nom: 'Benali', langue: 'en' });
    expect(await lireSession(sql, await ouvrir(id), JOUR)).toEqual({
      compteId: id,
      prenom: 'Aïcha',
      nom: 'Benali',
      langue: 'en',
      verifie: true,
      referent: false,
      etat: 'ACTIF',
      ouverteLe: INSTANT,
      vueLe: INSTANT,
      termineeLe: null,
      onglets: [{ code: MON_COMPTE, libelleFr: 'Mon compte', libelleEn: 'My account' }],
      demandes: 0,
    });
  });

  test('tells an account not verified yet', async () => {
    const id = await creerCompte(sql, { verifieLe: null });
    expect(await lireSession(sql, await ouvrir(id), JOUR)).toMatchObject({ verifie: false });
  });

  test('is not found by another cookie', async () => {
    expect(await lireSession(sql, empreinte('autre'), JOUR)).toBeUndefined();
  });

  test('remembers when it was seen, unless it is over', async () => {
    const [vue, ensuite] = [apres(INSTANT, minutes(2)), apres(INSTANT, minutes(4))];
    await noterVue(sql, cle, vue);
    expect((await lireSession(sql, cle, JOUR))?.vueLe).toEqual(vue);
    await sql`update session set terminee_le = ${vue}, fin = 'DECONNEXION' where empreinte = ${cle}`;
    await noterVue(sql, cle, ensuite);
    expect((await lireSession(sql, cle, JOUR))?.vueLe).toEqual(vue);
  });
});

describe('the tabs', () => {
  test('are « Mon compte » alone without any line', async () => {
    expect(await onglets()).toEqual([MON_COMPTE]);
  });

  const CAS: [string, LigneDeScene, boolean][] = [
    ['an active line', { dateDebut: HIER }, true],
    ['a line that starts today', { dateDebut: JOUR }, true],
    ['a line that ends today', { dateFin: JOUR }, true],
    ['a line of one day, today', { dateDebut: JOUR, dateFin: JOUR }, true],
    ['a line that ended yesterday', { dateFin: HIER }, false],
    ['a line that starts tomorrow', { dateDebut: DEMAIN }, false],
    ['a suspended line', { statut: 'DESACTIVEE' }, false],
    ['a deleted line', { statut: 'SUPPRIMEE' }, false],
  ];
  test.each(CAS)('with %s', async (_quoi, ligne, factures) => {
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [ligne]);
    expect(await onglets()).toEqual(factures ? [...FACTURES, MON_COMPTE] : [MON_COMPTE]);
  });

  test('with a line on one service are those of any line', async () => {
    const serviceId = await creerService(sql, structureId, 'URBS');
    await rattacher(sql, compteId, structureId, 'UTILISATEUR', [{ serviceId }]);
    expect(await onglets()).toEqual([...FACTURES, MON_COMPTE]);
  });

  test('without the lines of a rattachement deleted', async () => {
    const id = await rattacherEn('GESTIONNAIRE_PRINCIPAL');
    await sql`update rattachement set supprime_le = ${INSTANT} where id = ${id}`;
    expect(await onglets()).toEqual([MON_COMPTE]);
  });

  test('without what somebody else holds', async () => {
    await rattacher(sql, await creerCompte(sql), structureId, 'GESTIONNAIRE_PRINCIPAL');
    expect(await onglets()).toEqual([MON_COMPTE]);
  });

  test.each(['GESTIONNAIRE_PRINCIPAL', 'GESTIONNAIRE_SECONDAIRE'] as const)(
    'of a %s hold the manager’s activities',
    async (role) => {
      await rattacherEn(role);
      expect(await onglets()).toEqual([...FACTURES, GESTION, MON_COMPTE]);
    },
  );

  test('of a manager whose only line ended are « Mon compte » alone', async () => {
    const role = 'GESTIONNAIRE_SECONDAIRE';
    await rattacher(sql, compteId, structureId, role, [{ dateFin: HIER }]);
    expect(await onglets()).toEqual([MON_COMPTE]);
  });
});

describe('the tabs of a delegate', () => {
  beforeEach(async () => {
    await rattacherEn('UTILISATEUR');
    await deleguer(sql, compteId, structureId, ['2026-11-10', '2026-11-20']);
  });

  test.each([
    ['2026-11-09', false],
    ['2026-11-10', true],
    ['2026-11-20', true],
    ['2026-11-21', false],
  ])('on %s hold the manager’s activities: %s', async (jour, gestion) => {
    const attendus = gestion ? [...FACTURES, GESTION, MON_COMPTE] : [...FACTURES, MON_COMPTE];
    expect(await onglets(jour)).toEqual(attendus);
  });

  test('no longer hold them once the delegation was ended', async () => {
    await sql`update delegation set terminee_le = ${INSTANT} where compte_id = ${compteId}`;
    expect(await onglets('2026-11-15')).toEqual([...FACTURES, MON_COMPTE]);
  });
});

describe('a granted abonnement', () => {
  const ENGAGEMENTS = 'ENGAGEMENTS';

  test('adds its tab, in the order of the catalogue', async () => {
    const id = await rattacherEn('UTILISATEUR');
    await abonner(sql, compteId, id, structureId, ENGAGEMENTS);
    await abonner(sql, compteId, id, structureId, 'FACTURES_A_VALIDER');
    const attendus = [...FACTURES, 'FACTURES_A_VALIDER', ENGAGEMENTS, MON_COMPTE];
    expect(await onglets()).toEqual(attendus);
  });

  test('adds nothing once ended', async () => {
    const id = await rattacherEn('UTILISATEUR');
    await abonner(sql, compteId, id, structureId, ENGAGEMENTS, { termineLe: INSTANT });
    expect(await onglets()).not.toContain(ENGAGEMENTS);
  });

  test('sleeps with the rattachement that carries it', async () => {
    const ligne: LigneDeScene = { dateFin: HIER };
    const id = await rattacher(sql, compteId, structureId, 'UTILISATEUR', [ligne]);
    await abonner(sql, compteId, id, structureId, ENGAGEMENTS);
    expect(await onglets()).toEqual([MON_COMPTE]);
    expect(await onglets(HIER)).toContain(ENGAGEMENTS);
  });

  test('does not live on another structure’s rattachement', async () => {
    const role = 'UTILISATEUR';
    const ancien = await rattacher(sql, compteId, structureId, role, [{ dateFin: HIER }]);
    await abonner(sql, compteId, ancien, structureId, ENGAGEMENTS);
    await rattacher(sql, compteId, await creerStructure(sql));
    expect(await onglets()).toEqual([...FACTURES, MON_COMPTE]);
  });
});
