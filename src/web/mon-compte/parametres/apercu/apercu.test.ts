// The preview of the digest: what would leave, when and where to; or that nothing would.
import { beforeAll, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { texteVisible } from '../../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../../tests/soutien/portail.ts';
import { ouvrirBoiteDeReleves, piecesDites } from '../../../../../tests/soutien/releves.ts';
import { creerCompte, INSTANT } from '../../../../../tests/soutien/scene.ts';
import { adresses } from '../../../../domain/adresses.ts';
import { annoncerAuCompte } from '../../../../domain/evenement/queries.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let boite: Awaited<ReturnType<typeof ouvrirBoiteDeReleves>>;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
  boite = await ouvrirBoiteDeReleves(base);
  await boite.repartir(INSTANT);
});

async function apercu(champs = {}, evenements = 0) {
  const id = await creerCompte(base.sql, { adresseElectronique: 'agent@terneuil.fr', ...champs });
  const visiteur = await portail.connecter(id);
  for (let n = 0; n < evenements; n += 1)
    await base.sql.begin((tx) => annoncerAuCompte(tx, id, 'PIECE_REJETEE', INSTANT));
  await boite.toutEstVu();
  const { body } = await visiteur.get(adresses.apercuDuReleve);
  return { id, body, texte: texteVisible(body) };
}

test('it shows the whole mail, its day and its address, and sends nothing', async () => {
  const { id, texte, body } = await apercu({}, 2);
  expect(texte).toContain('Ce message partirait le 24 novembre 2026');
  expect(texte).toContain('agent@terneuil.fr');
  expect(texte).toContain('Objet : Vos notifications du 24 novembre 2026');
  expect(piecesDites(texte)).toBe(2);
  expect(body).toContain('/mon-compte/parametres#sujet-COMPTE');
  expect(body).not.toContain('/desabonnement/');
  expect(await base.sql`select from envoi where compte_id = ${id}`).toHaveLength(0);
});

test('it writes the mail in the language of the account', async () => {
  const { body } = await apercu({ langue: 'en' }, 1);
  expect(body).toContain('lang="en"');
  expect(texteVisible(body)).toContain('Your notifications of 24 November 2026');
});

test.each([
  ['when nothing happened', {}, 'aucun récapitulatif ne partirait'],
  ['when notifications are off', { recevoirNotifications: false }, 'Vous ne recevez pas'],
  ['without a proved address', { adresseElectronique: null }, 'Aucune adresse de contact'],
])('it says that nothing would leave %s', async (_, champs, phrase) => {
  expect((await apercu(champs)).texte).toContain(phrase);
});
