// The same act on many people over HTTP: confirm, do, report each row; nobody of another structure, five hundred at most.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { type Attache, attacher, structureTenue } from '../../../../../tests/soutien/gestion.ts';
import {
  lienVers,
  resume,
  texteVisible,
  valeursDuFormulaire,
} from '../../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import { INSTANT, ouvrirMois } from '../../../../../tests/soutien/scene.ts';
import { adresseGestion, adresseUtilisateur } from '../../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

let structureId: number;
let chef: Visiteur;
let chefId: number;
let actes: string;
let a: Attache;
let b: Attache;
beforeEach(async () => {
  ({ structureId, principal: chefId } = await structureTenue(base.sql));
  actes = `${adresseGestion(structureId, 'utilisateurs')}/actes`;
  chef = await portail.connecter(chefId);
  a = await attacher(base.sql, structureId, 'UTILISATEUR', [{}], { nom: 'Alpha' });
  b = await attacher(base.sql, structureId, 'UTILISATEUR', [{}], { nom: 'Beta' });
});
const etats = async () => {
  const rows = await base.sql<{ statut: string }[]>`
    select l.statut from rattachement_ligne l join rattachement r on r.id = l.rattachement_id
    where r.structure_id = ${structureId} and r.role <> 'GESTIONNAIRE_PRINCIPAL' order by l.id`;
  return rows.map(({ statut }) => statut);
};
const deux = () => `r=${a.rattachementId}&r=${b.rattachementId}`;

describe('the confirmation', () => {
  test('lists the people ticked and changes nothing', async () => {
    const { body } = await chef.get(`${actes}?acte=detachement&${deux()}`);
    expect(texteVisible(body)).toMatch(/Détacher 2 personnes.*Alpha.*Beta.*Motif/);
    expect(await etats()).toEqual(['VALIDEE', 'VALIDEE']);
  });

  test.each(['espaces', 'periode', 'suspension', 'reprise', 'detachement'])(
    'of %s speaks of one person to one, of several to several, and goes back where it came from',
    async (acte) => {
      const lire = async (r: string) => (await chef.get(`${actes}?acte=${acte}&${r}`)).body;
      const [une, plusieurs] = [await lire(`r=${a.rattachementId}`), await lire(deux())];
      const [dite, dites] = [texteVisible(une), texteVisible(plusieurs)];
      expect(dite).toMatch(/ (une|d’une) personne .*(Ses|ses|Son) .*Personne concernée/);
      expect(dite).not.toMatch(/\b[Ll]eurs?\b|\bils\b|que chacun/);
      expect(dites).toMatch(/2 personnes .*[Ll]eurs? .*Personnes concernées/);
      expect(lienVers(une, 'Annuler')).toBe(adresseUtilisateur(structureId, a.rattachementId));
      expect(lienVers(plusieurs, 'Annuler')).toBe(adresseGestion(structureId, 'utilisateurs'));
    },
  );

  test('takes the whole list that a filter finds', async () => {
    const { body } = await chef.get(`${actes}?acte=suspension&toutes=oui&role=UTILISATEUR`);
    expect(valeursDuFormulaire(body, actes)['r']).toBe(`${a.rattachementId}.${b.rattachementId}`);
    const alpha = await chef.get(`${actes}?acte=suspension&toutes=oui&texte=alpha`);
    expect(valeursDuFormulaire(alpha.body, actes)['r']).toBe(String(a.rattachementId));
  });

  test('of nobody goes back to the list; of an unknown act is no page', async () => {
    const { headers } = await chef.get(`${actes}?acte=suspension`);
    expect(headers.location).toContain('utilisateursACocher');
    expect((await chef.get(`${actes}?acte=x&${deux()}`)).statusCode).toBe(404);
    expect((await chef.post(actes, { acte: 'x', r: '1' })).statusCode).toBe(404);
  });

  test('with somebody of another structure is no page, and does nothing to anybody', async () => {
    const ailleurs = await attacher(base.sql, (await structureTenue(base.sql)).structureId);
    const ids = `${a.rattachementId}.${ailleurs.rattachementId}`;
    expect((await chef.get(`${actes}?acte=suspension&r=${ids}`)).statusCode).toBe(404);
    const { statusCode } = await chef.post(actes, { acte: 'suspension', r: ids });
    expect(statusCode).toBe(404);
    expect(await etats()).toEqual(['VALIDEE', 'VALIDEE']);
    const [row] = await base.sql`
      select statut from rattachement_ligne where rattachement_id = ${ailleurs.rattachementId}`;
    expect(row).toEqual({ statut: 'VALIDEE' });
  });
});

describe('an act', () => {
  test('is done to each, and each is reported', async () => {
    const [gp] = await base.sql<{ id: number }[]>`
      select id from rattachement where structure_id = ${structureId} and compte_id = ${chefId}`;
    await base.sql`update rattachement_ligne set statut = 'DESACTIVEE'
      where rattachement_id = ${b.rattachementId}`;
    const r = `${a.rattachementId}.${b.rattachementId}.${gp?.id}`;
    const { headers } = await chef.post(actes, { acte: 'suspension', r, motif: 'Audit' });
    expect(headers.location).toContain('/actes/rapport?');
    const rapport = texteVisible((await chef.get(headers.location ?? '')).body);
    expect(rapport).toMatch(/1 personne traitée.*2 personnes n’ont pas été traitées/);
    expect(rapport).toMatch(
      /Alpha.*Suspendu.*AUBRY.*Gestionnaire principal : le rôle|AUBRY.*Alpha/,
    );
    expect(rapport).toContain('Déjà suspendu');
    expect(await etats()).toEqual(['DESACTIVEE', 'DESACTIVEE']);
  });

  test.each([
    ['suspension', {}, 'utilisateurSuspendu'],
    ['reprise', {}, 'utilisateurRepris'],
    ['detachement', { motif: 'Mutation' }, 'utilisateurDetache'],
    ['periode', { dateFin: '2026-12-31' }, 'utilisateurModifie'],
  ] as const)('on one person says so at once: %s', async (acte, champs, message) => {
    if (acte === 'reprise')
      await base.sql`update rattachement_ligne set statut = 'DESACTIVEE'
        where rattachement_id = ${a.rattachementId}`;
    const { headers } = await chef.post(actes, { acte, r: String(a.rattachementId), ...champs });
    expect(headers.location).toContain(`message=${message}`);
    expect((await chef.get(headers.location ?? '')).statusCode).toBe(200);
  });

  test('of period says what it will do, and takes every end away once told to', async () => {
    await base.sql`update rattachement_ligne set date_fin = '2026-12-31'
      where rattachement_id in ${base.sql([a.rattachementId, b.rattachementId])}`;
    await base.sql`update rattachement_ligne set date_fin = '2026-11-22'
      where rattachement_id = ${b.rattachementId}`;
    const page = texteVisible((await chef.get(`${actes}?acte=periode&${deux()}`)).body);
    expect(page).toMatch(/déjà pris fin ne reprend pas.*Sans date de fin.*sont effacées/);
    const r = `${a.rattachementId}.${b.rattachementId}`;
    const { headers } = await chef.post(actes, { acte: 'periode', r, sansFin: 'oui' });
    const rapport = texteVisible((await chef.get(headers.location ?? '')).body);
    expect(rapport).toMatch(/Alpha.*Période changée.*Beta.*droits ont déjà pris fin/);
    const fins = await base.sql<{ dateFin: string | null }[]>`
      select date_fin from rattachement_ligne
      where rattachement_id in ${base.sql([a.rattachementId, b.rattachementId])}
      order by rattachement_id`;
    expect(fins.map(({ dateFin }) => dateFin)).toEqual([null, '2026-11-22']);
  });

  test('on somebody who left meanwhile says so on their row', async () => {
    await chef.post(actes, { acte: 'detachement', r: String(a.rattachementId), motif: 'x' });
    const r = `${a.rattachementId}.${b.rattachementId}`;
    const { headers } = await chef.post(actes, { acte: 'suspension', r });
    const rapport = texteVisible((await chef.get(headers.location ?? '')).body);
    expect(rapport).toMatch(/Alpha.*N’est plus rattaché.*Beta.*Suspendu/);
  });

  test.each([
    ['detachement', {}, ['motif']],
    ['detachement', { motif: '   ' }, ['motif']],
    ['suspension', { motif: 'x'.repeat(256) }, ['motif']],
    ['periode', { dateDebut: '2027-01-02', dateFin: '2027-01-01' }, ['dateFin']],
    ['periode', { dateFin: 'jamais' }, ['dateFin']],
    ['periode', {}, ['dateFin']],
    ['periode', { dateDebut: '2026-12-01', dateFin: ' ' }, ['dateFin']],
    ['periode', { dateFin: '2027-12-31', sansFin: 'oui' }, ['dateFin']],
  ] as const)(
    'that is badly asked comes back, and nothing is done: %s %j',
    async (acte, champs, attendus) => {
      const r = `${a.rattachementId}.${b.rattachementId}`;
      const { statusCode, body } = await chef.post(actes, { acte, r, ...champs });
      expect([statusCode, resume(body).map(({ ancre }) => ancre)]).toEqual([422, attendus]);
      expect(valeursDuFormulaire(body, actes)).toMatchObject({ r, ...champs });
      expect(await etats()).toEqual(['VALIDEE', 'VALIDEE']);
    },
  );

  test('takes five hundred people, not one more', async () => {
    const rows = await base.proprietaire<{ id: number }[]>`
      with comptes as (
        insert into compte (identifiant_connexion, etat, nom, prenom, cree_le, modifie_le)
        select 'lot.' || ${structureId}::text || '.' || n, 'ACTIF', 'Lot', 'N' || n, ${INSTANT},
          ${INSTANT}
        from generate_series(1, 501) n returning id
      ), rattaches as (
        insert into rattachement (compte_id, structure_id, role, origine, cree_le, modifie_le)
        select id, ${structureId}, 'UTILISATEUR', 'MADRHAS', ${INSTANT}, ${INSTANT} from comptes
        returning id
      )
      insert into rattachement_ligne (rattachement_id, structure_id, date_debut, statut, origine,
        cree_le, modifie_le)
      select id, ${structureId}, '2026-01-01', 'VALIDEE', 'MADRHAS', ${INSTANT}, ${INSTANT}
      from rattaches returning rattachement_id as id`;
    const ids = rows.map(({ id }) => id);
    const trop = await chef.post(actes, { acte: 'suspension', r: ids.join('.') });
    expect([trop.statusCode, resume(trop.body).map(({ ancre }) => ancre)]).toEqual([
      422,
      ['formulaire'],
    ]);
    expect(new Set(await etats())).toEqual(new Set(['VALIDEE']));
    const { headers } = await chef.post(actes, {
      acte: 'suspension',
      r: ids.slice(1).join('.'),
    });
    expect((headers.location ?? '').length).toBeLessThan(8_000);
    const rapport = texteVisible((await chef.get(headers.location ?? '')).body);
    expect(rapport).toContain('500 personnes traitées');
    expect((await etats()).filter((etat) => etat === 'VALIDEE')).toHaveLength(3);
  });

  test('by somebody who lost the role meanwhile is refused', async () => {
    const gs = await attacher(base.sql, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const visiteur = await portail.connecter(gs.compteId);
    const champs = { acte: 'suspension', r: String(a.rattachementId) };
    expect((await visiteur.get(`${actes}?acte=suspension&${deux()}`)).statusCode).toBe(200);
    await base.sql`update rattachement set role = 'UTILISATEUR' where id = ${gs.rattachementId}`;
    expect((await visiteur.post(actes, champs)).statusCode).toBe(404);
    expect((await etats())[0]).toBe('VALIDEE');
  });
});
