// Invariants that the database holds by itself (design §6.2): accounts, structures, services, sessions.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
} from '../../../tests/soutien/scene.ts';

const { sql } = await baseDeTest();
const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
let compteId: number;
let structureId: number;

beforeEach(async () => {
  [compteId, structureId] = [await creerCompte(sql), await creerStructure(sql)];
});

/** The database refuses by this rule, not by another. */
async function refuse(essai: PromiseLike<unknown>, code: string, constraint: string) {
  await expect(Promise.resolve(essai)).rejects.toMatchObject({ code, constraint_name: constraint });
}

describe('an account', () => {
  test.each(['Pauline.Dufour', 'ÉLODIE', 'agent-XT'])(
    'has its identifiant folded: %s is refused',
    (identifiantConnexion) =>
      refuse(
        creerCompte(sql, { identifiantConnexion }),
        CHECK,
        'compte_identifiant_connexion_check',
      ),
  );

  test('has an identifiant of its own', async () => {
    await creerCompte(sql, { identifiantConnexion: 'unique' });
    const second = creerCompte(sql, { identifiantConnexion: 'unique' });
    await refuse(second, UNIQUE, 'compte_identifiant_connexion_key');
  });

  test('has a MADRHAS id of its own', async () => {
    await creerCompte(sql, { idMadrhas: 'M1' });
    await refuse(creerCompte(sql, { idMadrhas: 'M1' }), UNIQUE, 'compte_id_madrhas_key');
  });

  test('may share its contact address: small town halls have one mailbox', async () => {
    await creerCompte(sql, { adresseElectronique: 'mairie@terneuil.fr' });
    await creerCompte(sql, { adresseElectronique: 'mairie@terneuil.fr' });
  });

  test('is bound to an OpenID identity that nobody else has', async () => {
    const identite = { oidcIssuer: 'https://pigp', oidcSub: 's1' };
    await creerCompte(sql, identite);
    await refuse(creerCompte(sql, identite), UNIQUE, 'compte_oidc_issuer_oidc_sub_key');
    await creerCompte(sql, { ...identite, oidcIssuer: 'https://autre' });
  });

  test.each([{ oidcIssuer: 'i' }, { oidcSub: 's' }])('is not half bound: %j', (moitie) =>
    refuse(creerCompte(sql, moitie), CHECK, 'compte_check'),
  );

  test.each([
    { etat: 'INACTIF', desactiveLe: null },
    { etat: 'ACTIF', desactiveLe: INSTANT },
  ])('has a date of deactivation when inactive and only then: %j', (etat) =>
    refuse(creerCompte(sql, etat), CHECK, 'compte_check1'),
  );

  test.each(['telephone', 'fax'])('has its %s in E.164', async (champ) => {
    for (const faux of ['0148960012', '33148960012', '+33 1 48', '+', '+123', `+${'1'.repeat(16)}`])
      await refuse(creerCompte(sql, { [champ]: faux }), CHECK, `compte_${champ}_check`);
    for (const bon of ['+33148960012', '+2901', `+${'1'.repeat(15)}`])
      await creerCompte(sql, { [champ]: bon });
  });

  test.each([
    ['nom', '', 'compte_nom_check'],
    ['nom', 'x'.repeat(101), 'compte_nom_check'],
    ['prenom', '', 'compte_prenom_check'],
    ['adresseElectronique', 'x'.repeat(255), 'compte_adresse_electronique_check'],
    ['adresseCodePostal', '1'.repeat(21), 'compte_adresse_code_postal_check'],
    ['adressePays', 'fr', 'code_pays_check'],
    ['adressePays', 'FRA', 'code_pays_check'],
    ['langue', 'de', 'code_langue_check'],
    ['civilite', 'DR', 'compte_civilite_check'],
    ['etat', 'SUPPRIME', 'compte_etat_check'],
  ])('refuses a wrong %s', (champ, valeur, constraint) =>
    refuse(creerCompte(sql, { [champ]: valeur }), CHECK, constraint),
  );
});

describe('a contact address waiting', () => {
  const demander = (nom: string, champs: Record<string, unknown> = {}) => sql`
    insert into confirmation_adresse ${sql({
      compteId,
      adresse: 'a@b.fr',
      jetonEmpreinte: Buffer.from(`${nom}-${compteId}`),
      demandeeLe: INSTANT,
      expireLe: apres(INSTANT, 1),
      ...champs,
    } as never)}`;

  test('is alone for its account', async () => {
    await demander('un');
    await refuse(demander('deux'), UNIQUE, 'confirmation_adresse_en_cours');
    await sql`update confirmation_adresse set terminee_le = ${INSTANT}, issue = 'REMPLACEE'`;
    await demander('trois');
  });

  test('has a token of its own', async () => {
    await demander('un', { termineeLe: INSTANT, issue: 'CONFIRMEE' });
    await refuse(demander('un'), UNIQUE, 'confirmation_adresse_jeton_empreinte_key');
  });

  test('expires after it was asked, and ends with an issue', async () => {
    await refuse(demander('x', { expireLe: INSTANT }), CHECK, 'confirmation_adresse_check1');
    await refuse(demander('x', { termineeLe: INSTANT }), CHECK, 'confirmation_adresse_check');
    await refuse(demander('x', { issue: 'CONFIRMEE' }), CHECK, 'confirmation_adresse_check');
  });
});

describe('a session', () => {
  test('says how it ended when it ended, and only then', async () => {
    const ouvrir = (champs: Record<string, unknown>) => sql`
      insert into session ${sql({
        empreinte: Buffer.from('x'),
        compteId,
        oidcIssuer: 'i',
        oidcSub: 's',
        ouverteLe: INSTANT,
        vueLe: INSTANT,
        ...champs,
      } as never)}`;
    await refuse(ouvrir({ termineeLe: INSTANT }), CHECK, 'session_check');
    await refuse(ouvrir({ fin: 'DECONNEXION' }), CHECK, 'session_check');
    await refuse(ouvrir({ termineeLe: INSTANT, fin: 'ENNUI' }), CHECK, 'session_fin_check');
  });
});

describe('a structure', () => {
  test('has an identifiant of its own within its type', async () => {
    const champs = { typeIdentifiant: 'SIRET', identifiant: '21170001000099' };
    await creerStructure(sql, champs);
    const second = creerStructure(sql, champs);
    await refuse(second, UNIQUE, 'structure_type_identifiant_identifiant_key');
    await creerStructure(sql, { ...champs, typeIdentifiant: 'AUTRE' });
  });

  test.each([
    ['identifiant', '', 'structure_identifiant_check'],
    ['identifiant', '211 700', 'structure_identifiant_check'],
    ['identifiant', '211\t700', 'structure_identifiant_check'],
    ['typeIdentifiant', 'SIREN', 'type_identifiant_check'],
    ['typeStructure', 'MIXTE', 'structure_type_structure_check'],
    ['statut', 'FERME', 'structure_statut_check'],
    ['source', 'RUMEUR', 'source_valeur_check'],
    ['population', -1, 'structure_population_check'],
  ])('refuses %s = %j', (champ, valeur, constraint) =>
    refuse(creerStructure(sql, { [champ]: valeur }), CHECK, constraint),
  );

  test('is named by its libellé, else its raison sociale, else the person, else its identifiant', async () => {
    const designation = async (champs: Record<string, unknown>) => {
      const id = await creerStructure(sql, { raisonSociale: null, ...champs });
      const [row] = await sql`select designation from structure where id = ${id}`;
      return row?.['designation'];
    };
    const personne = { nom: 'Benali', prenom: 'Aïcha' };
    expect(await designation({ libelle: 'L', raisonSociale: 'R', ...personne })).toBe('L');
    expect(await designation({ raisonSociale: 'R', ...personne })).toBe('R');
    expect(await designation(personne)).toBe('Aïcha Benali');
    expect(await designation({ nom: 'Benali' })).toBe('Benali');
    expect(await designation({ identifiant: 'ID42' })).toBe('ID42');
  });
});

describe('a service', () => {
  test('has a code of its own within its structure', async () => {
    await creerService(sql, structureId, 'URBS');
    const second = creerService(sql, structureId, 'URBS');
    await refuse(second, UNIQUE, 'service_structure_id_code_key');
    await creerService(sql, await creerStructure(sql), 'URBS');
  });

  test('belongs to a structure that exists', () =>
    refuse(creerService(sql, 999_999, 'X'), FOREIGN_KEY, 'service_structure_id_fkey'));

  test('has a period in order; one day is a period', async () => {
    const periode = { dateDebut: '2026-02-02', dateFin: '2026-02-01' };
    await refuse(creerService(sql, structureId, 'A', periode), CHECK, 'service_check');
    await creerService(sql, structureId, 'A', { ...periode, dateFin: '2026-02-02' });
    await creerService(sql, structureId, 'B', { dateFin: '2026-02-02' });
  });

  test.each(['', 'x'.repeat(101)])('refuses the code %j', (code) =>
    refuse(creerService(sql, structureId, code), CHECK, 'service_code_check'),
  );
});
