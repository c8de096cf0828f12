// Invariants that the database holds by itself (model §2): events, received events, journal, mails, files.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompte, INSTANT, ouvrirMois } from '../../../tests/soutien/scene.ts';

const { sql, proprietaire } = await baseDeTest();
const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
type Champs = Record<string, unknown>;
let compteId: number;

beforeEach(async () => {
  await ouvrirMois(proprietaire);
  compteId = await creerCompte(sql);
});

async function refuse(essai: PromiseLike<unknown>, code: string, constraint: string) {
  await expect(Promise.resolve(essai)).rejects.toMatchObject({ code, constraint_name: constraint });
}
const inserer = (table: string, champs: Champs) =>
  sql`insert into ${sql(table)} ${sql(champs as never)} returning *`;

describe('an event', () => {
  const evenement = (champs: Champs) =>
    inserer('evenement', {
      recuLe: INSTANT,
      survenuLe: INSTANT,
      famille: 'COMPTE',
      quoi: 'X',
      ...champs,
    });

  test('is addressed to an account, or to the holders of a right', async () => {
    await evenement({ compteId });
    await evenement({ structureId: 1, espaceId: 2 });
    await evenement({ structureId: 1, serviceId: 3, espaceId: 2 });
  });

  test.each<[string, Champs]>([
    ['nobody', {}],
    ['a structure without the right', { structureId: 1 }],
    ['an espace without the structure', { espaceId: 2 }],
  ])('is not addressed to %s', async (_quoi, champs) => {
    await expect(Promise.resolve(evenement(champs))).rejects.toMatchObject({
      code: CHECK,
      constraint_name: expect.stringMatching(/^evenement.*_check$/),
    });
  });

  test('of one account may name the structure and the espace that it is about', async () => {
    await expect(
      Promise.resolve(evenement({ compteId: 1, structureId: 1, espaceId: 2 })),
    ).resolves.toBeDefined();
  });

  test('is of a known family', async () => {
    const essai = evenement({ compteId, famille: 'METEO' });
    await expect(Promise.resolve(essai)).rejects.toMatchObject({ code: CHECK });
  });

  test('from outside is received once from each source', async () => {
    const recu = (source: string, idExterne: string) =>
      inserer('evenement_recu', { source, idExterne, recuLe: INSTANT });
    await recu('factures', 'f-1');
    await refuse(recu('factures', 'f-1'), UNIQUE, 'evenement_recu_pkey');
    await recu('sollicitations', 'f-1');
    const long = recu('factures', 'x'.repeat(201));
    await refuse(long, CHECK, 'evenement_recu_id_externe_check');
  });
});

describe('the journal', () => {
  const noter = async (champs: Champs = {}) => {
    const ligne = { instant: INSTANT, acte: 'CONNEXION', objet: 'compte', compteId, ...champs };
    const [row] = await inserer('journal', ligne);
    return Number(row?.['id']);
  };
  const sceller = (journalId: number, rang: number, octets = 32) =>
    inserer('journal_sceau', {
      rang,
      journalId,
      empreinte: Buffer.alloc(octets, 1),
      scelleLe: INSTANT,
    });

  test.each([
    [{ acte: 'connexion' }, 'journal_acte_check'],
    [{ acte: 'A CHANGÉ SON NOM' }, 'journal_acte_check'],
    [{ objet: 'Compte' }, 'journal_objet_check'],
  ])('takes codes only: %j is refused', (champs, constraint) =>
    refuse(noter(champs), CHECK, constraint),
  );

  test('keeps the id of an account that is gone', async () => {
    const id = await noter({ compteId: 999_999, acteurCompteId: 999_998 });
    expect(id).toBeGreaterThan(0);
  });

  test('is sealed by a rank above zero and a hash of 32 bytes, of a line that exists', async () => {
    const id = await noter();
    await refuse(sceller(id, 0), CHECK, 'journal_sceau_rang_check');
    await refuse(sceller(id, -1), CHECK, 'journal_sceau_rang_check');
    await refuse(sceller(id, 1, 31), CHECK, 'journal_sceau_empreinte_check');
    await refuse(sceller(999_999, 1), FOREIGN_KEY, 'journal_sceau_journal_id_fkey');
  });

  test('is sealed once a line and once a rank', async () => {
    const [un, deux] = [await noter(), await noter()];
    await sceller(un, 1);
    await refuse(sceller(deux, 1), UNIQUE, 'journal_sceau_pkey');
    await refuse(sceller(un, 2), UNIQUE, 'journal_sceau_journal_id_key');
  });
});

describe('a mail claimed', () => {
  const reclamer = (champs: Champs = {}) =>
    inserer('envoi', {
      compteId,
      nature: 'COMPTE_DESACTIVE',
      periode: 'p',
      messageId: randomUUID(),
      reclameLe: INSTANT,
      ...champs,
    });

  test('is one for an account, a nature and a period', async () => {
    await reclamer();
    await refuse(reclamer(), UNIQUE, 'envoi_compte_id_nature_periode_key');
    await reclamer({ periode: 'q' });
    await reclamer({ nature: 'CONNEXION_REFUSEE' });
    await reclamer({ compteId: await creerCompte(sql) });
  });

  test('has a Message-ID of its own', async () => {
    const messageId = randomUUID();
    await reclamer({ messageId });
    await refuse(reclamer({ messageId, periode: 'q' }), UNIQUE, 'envoi_message_id_key');
  });
});

describe('a pièce jointe', () => {
  const joindre = (champs: Champs = {}) =>
    inserer('piece_jointe', {
      compteId,
      typeId: 1,
      designation: 'Relevé',
      nomFichier: 'releve.pdf',
      extension: 'pdf',
      tailleOctets: 1,
      fichier: randomUUID(),
      etat: 'RECUE',
      ajouteeLe: INSTANT,
      ...champs,
    });

  test('is kept once for one form, told by its one-time key', async () => {
    const cleEnvoi = randomUUID();
    await joindre({ cleEnvoi });
    await refuse(joindre({ cleEnvoi }), UNIQUE, 'piece_jointe_compte_id_cle_envoi_key');
    await joindre({ cleEnvoi, compteId: await creerCompte(sql) });
    await joindre();
    await joindre();
  });

  test('has a file of its own in the store', async () => {
    const fichier = randomUUID();
    await joindre({ fichier });
    await refuse(joindre({ fichier }), UNIQUE, 'piece_jointe_fichier_key');
  });

  test.each<[Champs, string]>([
    [{ designation: '' }, 'piece_jointe_designation_check'],
    [{ designation: 'x'.repeat(101) }, 'piece_jointe_designation_check'],
    [{ nomFichier: 'x'.repeat(51) }, 'piece_jointe_nom_fichier_check'],
    [{ tailleOctets: 0 }, 'piece_jointe_taille_octets_check'],
    [{ empreinteSha256: Buffer.alloc(31) }, 'piece_jointe_empreinte_sha256_check'],
    [{ etat: 'PERDUE' }, 'piece_jointe_etat_check'],
  ])('refuses %j', (champs, constraint) => refuse(joindre(champs), CHECK, constraint));

  test('is of one of the five types', () =>
    refuse(joindre({ typeId: 6 }), FOREIGN_KEY, 'piece_jointe_type_id_fkey'));
});
