// What a référent does on a structure over HTTP: each act with a reason, on theirs alone.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { balises, lienVers, resume, texteVisible } from '../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../tests/soutien/portail.ts';
import {
  creerCompte,
  creerStructure,
  deleguer,
  INSTANT,
  journalDe,
  ouvrirMois,
  rattacher,
} from '../../../../tests/soutien/scene.ts';
import { adresseReferent, adresses } from '../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let referentId: number;
let structureId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  const { sql } = base;
  referentId = await creerCompte(sql, { referentDepartements: ['76'] });
  structureId = await creerStructure(sql, {
    raisonSociale: 'Mairie de Terneuil',
    departement: '76',
  });
});

const lire = async (compteId: number, chemin: string = adresses.referent) =>
  (await portail.connecter(compteId)).get(chemin);
const agir = async (champs: Record<string, string>, qui = referentId) =>
  (await portail.connecter(qui)).post(adresseReferent(structureId), champs);
const role = async (compteId: number) => {
  const [row] = await base.sql<{ role: string }[]>`
    select role from rattachement where compte_id = ${compteId} and supprime_le is null`;
  return row?.role;
};

describe('a référent, on a structure of theirs', () => {
  test('names a gestionnaire secondaire, with a reason', async () => {
    const { sql } = base;
    const agent = await creerCompte(sql);
    const personne = String(await rattacher(sql, agent, structureId));
    const sans = await agir({ personne, acte: 'NOMMER', motif: '' });
    expect(sans.statusCode).toBe(422);
    expect(texteVisible(sans.body)).toMatch(/« Motif » : il est obligatoire/);
    expect(await role(agent)).toBe('UTILISATEUR');
    const fait = await agir({ personne, acte: 'NOMMER', motif: 'Plus de gestionnaire' });
    expect(fait.headers.location).toContain('acteDuReferent');
    expect(await role(agent)).toBe('GESTIONNAIRE_SECONDAIRE');
  });

  test('finds whom they searched and chose in a form that comes back', async () => {
    const { sql } = base;
    for (let n = 0; n < 20; n += 1)
      await rattacher(sql, await creerCompte(sql, { nom: `Aubry ${n}` }), structureId);
    const agent = await creerCompte(sql, { prenom: 'Karim', nom: 'Zola' });
    const personne = String(await rattacher(sql, agent, structureId));
    const page = adresseReferent(structureId);
    const cherchee = await lire(referentId, `${page}?recherche=zola`);
    const action = `${page}?recherche=zola`;
    expect(balises(cherchee.body, 'form').map(({ attributs }) => attributs['action'])).toContain(
      action,
    );
    // Without the search too: who was chosen is listed, wherever they stand.
    for (const adresse of [action, page]) {
      const session = await portail.connecter(referentId);
      for (const acte of ['', 'SUSPENDRE']) {
        const { body, statusCode } = await session.post(adresse, { personne, acte, motif: 'Non' });
        expect([acte, statusCode]).toEqual([acte, acte === '' ? 422 : 409]);
        const radios = balises(body, 'input').filter((une) => une.attributs['value'] === personne);
        expect(radios.map(({ attributs }) => 'checked' in attributs)).toEqual([true]);
        expect(texteVisible(body)).toContain('Karim Zola');
      }
    }
    const personneDAutre = await lire(referentId, `${page}?recherche=zzz`);
    expect(texteVisible(personneDAutre.body)).toContain('Personne ne correspond');
  });

  test('gives a delegation between two days', async () => {
    const agent = await creerCompte(base.sql);
    const personne = String(await rattacher(base.sql, agent, structureId));
    const acte = { personne, acte: 'DELEGUER', motif: 'Congés' };
    const sansJours = await agir({ ...acte, dateDebut: '', dateFin: 'demain' });
    expect(sansJours.statusCode).toBe(422);
    expect(texteVisible(sansJours.body)).toMatch(/« Dernier jour »/);
    const fait = await agir({ ...acte, dateDebut: '2026-11-23', dateFin: '2026-12-01' });
    expect(fait.statusCode).toBe(303);
    const [row] = await base.sql`select date_fin from delegation where compte_id = ${agent}`;
    expect(row).toEqual({ dateFin: '2026-12-01' });
  });

  test('changes the period of a secondaire: until a day, or without an end', async () => {
    const { sql } = base;
    await rattacher(sql, await creerCompte(sql), structureId, 'GESTIONNAIRE_PRINCIPAL');
    const agent = await creerCompte(sql);
    const id = await rattacher(sql, agent, structureId, 'GESTIONNAIRE_SECONDAIRE');
    const jours = async () => {
      const [ligne] = await sql<{ dateDebut: string; dateFin: string | null }[]>`
        select date_debut, date_fin from rattachement_ligne where rattachement_id = ${id}`;
      return [ligne?.dateDebut, ligne?.dateFin];
    };
    const acte = { personne: String(id), acte: 'PERIODE', motif: 'Mission courte' };
    // An end is never taken away by an empty field, nor by two answers at once.
    for (const dates of [{}, { dateFin: '2026-12-31', sansFin: 'oui' }] as const) {
      const refuse = await agir({ ...acte, ...dates });
      expect(refuse.statusCode).toBe(422);
      expect(resume(refuse.body)).toMatchObject([{ ancre: 'dateFin' }]);
    }
    const passe = await agir({ ...acte, dateFin: '2026-11-01' });
    expect(passe.statusCode).toBe(409);
    expect(resume(passe.body)).toMatchObject([{ ancre: 'dateFin' }]);
    expect(await jours()).toEqual(['2026-01-01', null]);
    expect((await agir({ ...acte, dateFin: '2026-12-31' })).statusCode).toBe(303);
    expect(await jours()).toEqual(['2026-01-01', '2026-12-31']);
    expect((await agir({ ...acte, dateDebut: '2026-02-01', sansFin: 'oui' })).statusCode).toBe(303);
    expect(await jours()).toEqual(['2026-02-01', null]);
    const [dernier] = (await journalDe(sql, agent)).slice(-1);
    expect(dernier).toMatchObject({ acte: 'RATTACHEMENT_MODIFIE', acteurCompteId: referentId });
  });

  test('sees the delegations, and ends one with a reason', async () => {
    const { sql } = base;
    const agent = await creerCompte(sql, { prenom: 'Karim', nom: 'Benali' });
    await rattacher(sql, agent, structureId);
    const id = await deleguer(sql, agent, structureId, ['2026-11-20', '2026-12-04']);
    const page = await lire(referentId, adresseReferent(structureId));
    expect(texteVisible(page.body)).toMatch(
      /Benali Karim Du 20.novembre 2026 au 4.décembre 2026 Mettre fin à la délégation/,
    );
    const vers = lienVers(page.body, 'Mettre fin à la délégation');
    expect(texteVisible((await lire(referentId, vers)).body)).toContain('Karim Benali');
    const referent = await portail.connecter(referentId);
    const sans = await referent.post(vers, { motif: ' ' });
    expect(sans.statusCode).toBe(422);
    expect(resume(sans.body)).toMatchObject([{ ancre: 'motif' }]);
    const fait = await referent.post(vers, { motif: 'Plus nécessaire' });
    expect(fait.headers.location).toContain('utilisateurDelegationFin');
    const [row] = await sql`select terminee_le from delegation where id = ${id}`;
    expect(row).toEqual({ termineeLe: INSTANT });
    const encore = await referent.post(vers, { motif: 'Plus nécessaire' });
    expect(encore.headers.location).toContain('utilisateurDelegationFinie');
    expect((await lire(referentId, vers)).statusCode).toBe(404);
  });

  test('reaches no delegation of another structure, nor of another département', async () => {
    const { sql } = base;
    const agent = await creerCompte(sql);
    const autre = await creerStructure(sql, { departement: '27' });
    const id = await deleguer(sql, agent, autre, ['2026-11-20', '2026-12-04']);
    const referent = await portail.connecter(referentId);
    for (const structure of [structureId, autre]) {
      const vers = `${adresseReferent(structure)}/delegations/${id}`;
      expect((await referent.get(vers)).statusCode).toBe(404);
      expect((await referent.post(vers, { motif: 'Non' })).statusCode).toBe(404);
    }
    const [row] = await sql`select terminee_le from delegation where id = ${id}`;
    expect(row).toEqual({ termineeLe: null });
  });

  test('does not remove its last active manager', async () => {
    const agent = await creerCompte(base.sql);
    const personne = String(
      await rattacher(base.sql, agent, structureId, 'GESTIONNAIRE_SECONDAIRE'),
    );
    for (const acte of ['RETIRER', 'SUSPENDRE', 'DETACHER']) {
      const refuse = await agir({ personne, acte, motif: 'Erreur' });
      expect([acte, refuse.statusCode]).toEqual([acte, 409]);
      expect(texteVisible(refuse.body)).toMatch(/dernier gestionnaire actif/);
    }
    expect(await role(agent)).toBe('GESTIONNAIRE_SECONDAIRE');
  });

  test('leaves utilisateurs to their managers, and the principal to a hand-over', async () => {
    const [agent, principal] = [await creerCompte(base.sql), await creerCompte(base.sql)];
    const r = await rattacher(base.sql, agent, structureId);
    const p = await rattacher(base.sql, principal, structureId, 'GESTIONNAIRE_PRINCIPAL');
    for (const personne of [r, p]) {
      const refuse = await agir({ personne: String(personne), acte: 'DETACHER', motif: 'Non' });
      expect(refuse.statusCode).toBe(409);
    }
  });

  test('acts neither elsewhere, nor on somebody of another structure', async () => {
    const agent = await creerCompte(base.sql);
    const autre = await creerStructure(base.sql, { departement: '76' });
    const personne = String(await rattacher(base.sql, agent, autre));
    const acte = { personne, acte: 'NOMMER', motif: 'Non' };
    expect((await agir(acte)).statusCode).toBe(404);
    const ailleurs = await creerCompte(base.sql, { referentDepartements: ['27'] });
    expect((await agir(acte, ailleurs)).statusCode).toBe(404);
    expect(await role(agent)).toBe('UTILISATEUR');
  });
});
