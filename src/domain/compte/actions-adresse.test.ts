// The contact address (model §6): asked, told to both addresses, replaced by a newer request, or given up.
import { beforeAll, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  apres,
  courrielsEnFile,
  creerCompte,
  filDe,
  INSTANT,
  journalDe,
  minutes,
  ouvrirMois,
} from '../../../tests/soutien/scene.ts';
import { empreinte } from '../../platform/jetons.ts';
import { annulerAdresse, confirmerAdresse, demanderAdresse } from './actions-adresse.ts';
import { trouverCompte, verrouillerCompte } from './queries.ts';
import type { InformationsPersonnelles } from './valeurs.ts';

const { sql, proprietaire } = await baseDeTest();
beforeAll(() => ouvrirMois(proprietaire));

/** Asks for an address; gives the token of its link, as the mail carries it. */
async function demander(id: number, adresse: string, instant = INSTANT): Promise<string> {
  await sql.begin(async (tx) => {
    const compte = await verrouillerCompte(tx, id, instant);
    const saisie = { ...compte, adresseElectronique: adresse } as InformationsPersonnelles;
    if (!compte) throw new Error('no account');
    await demanderAdresse(tx, { ...compte, ...saisie }, compte.adresseElectronique, instant);
  });
  const mails = await mailsDe(id);
  return mails.findLast((mail) => mail.nature === 'ADRESSE_A_CONFIRMER')?.jeton ?? '';
}

async function mailsDe(id: number) {
  const envois = await sql<{ id: number }[]>`select id from envoi where compte_id = ${id}`;
  const ids = envois.map((envoi) => envoi.id);
  return (await courrielsEnFile(proprietaire)).filter((m) => ids.includes(Number(m['envoiId'])));
}

const demandesDe = (id: number) => sql`
  select adresse, issue, demandee_le, expire_le, terminee_le from confirmation_adresse
  where compte_id = ${id} order by id`;

describe('a contact address asked for', () => {
  test('waits sixty minutes beside the one that serves', async () => {
    const id = await creerCompte(sql);
    await demander(id, 'nouvelle@terneuil.fr');
    expect([...(await demandesDe(id))]).toEqual([
      {
        adresse: 'nouvelle@terneuil.fr',
        issue: null,
        demandeeLe: INSTANT,
        expireLe: apres(INSTANT, minutes(60)),
        termineeLe: null,
      },
    ]);
    expect(await trouverCompte(sql, id, apres(INSTANT, minutes(60) - 1))).toMatchObject({
      adresseElectronique: 'mairie@terneuil.fr',
      adresseEnAttente: 'nouvelle@terneuil.fr',
    });
    expect(await trouverCompte(sql, id, apres(INSTANT, minutes(60)))).toMatchObject({
      adresseEnAttente: null,
    });
  });

  test('sends its link to the new address and tells the one that serves, without the link', async () => {
    const id = await creerCompte(sql, { langue: 'en' });
    const jeton = await demander(id, 'nouvelle@terneuil.fr');
    const mails = await mailsDe(id);
    const commun = { langue: 'en', nomComplet: 'Pauline Dufour' };
    expect(mails).toMatchObject([
      { nature: 'ADRESSE_A_CONFIRMER', destinataire: 'nouvelle@terneuil.fr', jeton, ...commun },
      { nature: 'ADRESSE_DEMANDEE', destinataire: 'mairie@terneuil.fr', ...commun },
    ]);
    expect(jeton.length).toBeGreaterThanOrEqual(43);
    expect(mails[1]).not.toHaveProperty('jeton');
  });

  test('claims each mail, so that it leaves once with its own Message-ID', async () => {
    const id = await creerCompte(sql);
    await demander(id, 'nouvelle@terneuil.fr');
    const [demande] = await sql`select id from confirmation_adresse where compte_id = ${id}`;
    const envois = await sql`
      select id, nature, periode, message_id, reclame_le, envoye_le from envoi where compte_id = ${id} order by id`;
    const periode = `demande-${demande?.['id']}`;
    const commun = { periode, reclameLe: INSTANT, envoyeLe: null };
    expect(envois).toMatchObject([
      { nature: 'ADRESSE_A_CONFIRMER', ...commun },
      { nature: 'ADRESSE_DEMANDEE', ...commun },
    ]);
    const claimed = (await mailsDe(id)).map((m) => [m['envoiId'], m['messageId']]);
    expect(claimed).toEqual(envois.map((e) => [e['id'], e['messageId']]));
  });

  test('keeps only the hash of the token, in its table and in the journal', async () => {
    const id = await creerCompte(sql);
    const jeton = await demander(id, 'nouvelle@terneuil.fr');
    const [demande] = await sql`
      select jeton_empreinte from confirmation_adresse where compte_id = ${id}`;
    expect(demande?.['jetonEmpreinte']).toEqual(empreinte(jeton));
    expect(await journalDe(sql, id)).toEqual([
      { acte: 'ADRESSE_DEMANDEE', acteurCompteId: id, details: {} },
    ]);
    expect(await filDe(sql, id)).toEqual(['ADRESSE_DEMANDEE']);
  });

  test('cancels the older request: its link no longer works', async () => {
    const id = await creerCompte(sql);
    const ancien = await demander(id, 'un@terneuil.fr');
    const nouveau = await demander(id, 'deux@terneuil.fr', apres(INSTANT, 1000));
    expect(await demandesDe(id)).toMatchObject([
      { adresse: 'un@terneuil.fr', issue: 'REMPLACEE', termineeLe: apres(INSTANT, 1000) },
      { adresse: 'deux@terneuil.fr', issue: null, termineeLe: null },
    ]);
    const instant = apres(INSTANT, 2000);
    expect(await confirmerAdresse(sql, id, ancien, instant)).toEqual({ kind: 'lienPerime' });
    expect(await confirmerAdresse(sql, id, nouveau, instant)).toEqual({
      kind: 'confirmee',
      adresse: 'deux@terneuil.fr',
    });
  });

  test('follows one that expired unanswered', async () => {
    const id = await creerCompte(sql);
    await demander(id, 'un@terneuil.fr');
    const apresCoup = apres(INSTANT, minutes(90));
    const jeton = await demander(id, 'deux@terneuil.fr', apresCoup);
    expect(await confirmerAdresse(sql, id, jeton, apresCoup)).toMatchObject({ kind: 'confirmee' });
  });
});

describe('a contact address given up', () => {
  test('no longer waits, its link no longer works, and it is journaled and told', async () => {
    const id = await creerCompte(sql);
    const jeton = await demander(id, 'nouvelle@terneuil.fr');
    const instant = apres(INSTANT, minutes(1));
    expect(await annulerAdresse(sql, id, instant)).toEqual({ kind: 'annulee' });
    expect(await demandesDe(id)).toMatchObject([{ issue: 'ANNULEE', termineeLe: instant }]);
    expect(await confirmerAdresse(sql, id, jeton, instant)).toEqual({ kind: 'lienPerime' });
    expect(await trouverCompte(sql, id, instant)).toMatchObject({ adresseEnAttente: null });
    const actes = (await journalDe(sql, id)).map(({ acte }) => acte);
    expect(actes).toEqual(['ADRESSE_DEMANDEE', 'ADRESSE_ANNULEE']);
    expect(await filDe(sql, id)).toEqual(['ADRESSE_DEMANDEE', 'ADRESSE_ANNULEE']);
  });

  test('when none waits, is answered so and tells nothing', async () => {
    const id = await creerCompte(sql);
    expect(await annulerAdresse(sql, id, INSTANT)).toEqual({ kind: 'rienAAnnuler' });
    expect(await journalDe(sql, id)).toEqual([]);
  });

  test('leaves the request of another account alone', async () => {
    const [id, autre] = [await creerCompte(sql), await creerCompte(sql)];
    await demander(autre, 'nouvelle@terneuil.fr');
    expect(await annulerAdresse(sql, id, INSTANT)).toEqual({ kind: 'rienAAnnuler' });
    expect(await demandesDe(autre)).toMatchObject([{ issue: null }]);
  });

  test('by an account deactivated meanwhile, changes nothing', async () => {
    const id = await creerCompte(sql);
    await demander(id, 'nouvelle@terneuil.fr');
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${id}`;
    expect(await annulerAdresse(sql, id, INSTANT)).toEqual({ kind: 'indisponible' });
    expect(await demandesDe(id)).toMatchObject([{ issue: null }]);
  });
});
