// A form sent after its session ended: told so, what was typed comes back, nothing sends itself.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import {
  creerCompteRempli,
  formulaireRempli,
  ligneDe,
} from '../../../tests/soutien/compte-rempli.ts';
import {
  balises,
  h1,
  lienVers,
  texteVisible,
  valeursDuFormulaire,
} from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../tests/soutien/portail.ts';
import {
  apres,
  courrielsEnFile,
  heures,
  INSTANT,
  journalDe,
  minutes,
} from '../../../tests/soutien/scene.ts';
import { adresses } from '../../domain/adresses.ts';

const PAGE = adresses.informationsPersonnelles;
const SAISIE = formulaireRempli({ nom: 'Lenoir', telephone: '01 48', adresseVille: '<Paris>' });
const TITRE = 'Votre session a pris fin';
const NOTICE = 'Votre saisie a été retrouvée';

let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  await base.regler(INSTANT);
  await base.proprietaire`delete from saisie_conservee`;
});

async function agent(champs: Record<string, unknown> = {}) {
  const id = await creerCompteRempli(base.sql, champs);
  return { id, visiteur: await portail.connecter(id) };
}

const gardees = () => base.sql`select chemin, champs from saisie_conservee`;

/** Where the page's link leads once the person has signed in again. */
function retourDuLien(html: string): string {
  const lien = new URL(lienVers(html, 'Se connecter et retrouver ma saisie'), 'http://portail');
  expect(lien.pathname).toBe(adresses.connexion);
  return lien.searchParams.get('retour') ?? '';
}

/** Types, lets the session run out, sends; gives where what was typed is shown again. */
async function perdreSaSession() {
  const { id, visiteur } = await agent();
  await base.regler(apres(INSTANT, minutes(31)));
  const { body } = await visiteur.post(PAGE, SAISIE);
  return { id, retour: retourDuLien(body) };
}

type Fin = [comment: string, finir: (id: number, jeton: string) => Promise<unknown>];
const FINS: Fin[] = [
  ['after 30 minutes without activity', () => base.regler(apres(INSTANT, minutes(30)))],
  ['twelve hours after it opened, however active', passerDouzeHeures],
  ['once signed out in another tab', (_, jeton) => seDeconnecter(jeton)],
  ['once the account is deactivated', (id) => desactiver(id)],
];

async function passerDouzeHeures(_: number, jeton: string) {
  const douzeHeures = apres(INSTANT, heures(12));
  await base.proprietaire`update session set vue_le = ${apres(douzeHeures, -minutes(1))}`;
  await base.regler(apres(douzeHeures, -1));
  expect((await portail.visiteur(jeton).get(PAGE)).statusCode).toBe(200);
  await base.regler(douzeHeures);
}

const seDeconnecter = (jeton: string) => portail.visiteur(jeton).post(adresses.deconnexion, {});
const desactiver = (id: number) =>
  base.sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${id}`;

describe.each(FINS)('a form sent %s', (_, finir) => {
  test('is answered by a page of ours with the way back, and stores nothing', async () => {
    const { id, visiteur } = await agent();
    await finir(id, visiteur.jeton);
    const avant = await ligneDe(base.sql, id);
    const traces = await journalDe(base.sql, id);
    const { statusCode, body } = await visiteur.post(PAGE, SAISIE);
    expect(statusCode).toBe(401);
    expect(h1(body)).toBe(TITRE);
    expect(texteVisible(body)).toContain("n'a pas été enregistré");
    expect(texteVisible(body)).toContain('Votre saisie est gardée 15 minutes');
    expect(retourDuLien(body)).toMatch(new RegExp(`^${PAGE}\\?saisie=[\\w-]{43}$`));
    expect(await ligneDe(base.sql, id)).toEqual(avant);
    expect(await journalDe(base.sql, id)).toEqual(traces);
  });

  test('a page asked for leads to the sign-in, and back to it', async () => {
    const { id, visiteur } = await agent();
    await finir(id, visiteur.jeton);
    const { statusCode, headers } = await visiteur.get(`${PAGE}?a=1`);
    expect(statusCode).toBe(302);
    expect(headers.location).toBe(`/connexion?retour=${encodeURIComponent(`${PAGE}?a=1`)}`);
  });
});

describe('what was typed', () => {
  test('is shown again after a new sign-in, with the notice, and not sent by itself', async () => {
    const { id, retour } = await perdreSaSession();
    const avant = await ligneDe(base.sql, id);
    const { statusCode, body } = await (await portail.connecter(id)).get(retour);
    expect(statusCode).toBe(200);
    expect(texteVisible(body)).toContain(NOTICE);
    expect(valeursDuFormulaire(body, PAGE)).toMatchObject(SAISIE);
    expect(await ligneDe(base.sql, id)).toEqual(avant);
  });

  test('can then be corrected and stored', async () => {
    const { id, retour } = await perdreSaSession();
    const visiteur = await portail.connecter(id);
    const retrouvee = valeursDuFormulaire((await visiteur.get(retour)).body, PAGE);
    const corrigee = { ...retrouvee, telephone: '', adresseVille: 'Paris' };
    expect((await visiteur.post(PAGE, corrigee)).statusCode).toBe(303);
    expect(await ligneDe(base.sql, id)).toMatchObject({ nom: 'Lenoir', adresseVille: 'Paris' });
  });

  test('meets what another tab stored meanwhile as a conflict, not over it', async () => {
    const { id, retour } = await perdreSaSession();
    const visiteur = await portail.connecter(id);
    await visiteur.post(PAGE, formulaireRempli({ nom: 'Petit' }));
    const retrouvee = valeursDuFormulaire((await visiteur.get(retour)).body, PAGE);
    const corrigee = { ...retrouvee, telephone: '', adresseVille: 'Paris' };
    expect((await visiteur.post(PAGE, corrigee)).statusCode).toBe(409);
    expect(await ligneDe(base.sql, id)).toMatchObject({ nom: 'Petit' });
  });

  test('is not shown to another account', async () => {
    const { retour } = await perdreSaSession();
    const autre = await portail.connecter(await creerCompteRempli(base.sql));
    const { body } = await autre.get(retour);
    expect(texteVisible(body)).not.toContain(NOTICE);
    expect(body).not.toContain('Lenoir');
  });

  test('is no longer shown after 15 minutes', async () => {
    const { id, retour } = await perdreSaSession();
    await base.regler(apres(INSTANT, minutes(31) + minutes(15) - 1));
    const visiteur = await portail.connecter(id);
    expect((await visiteur.get(retour)).body).toContain(NOTICE);
    await base.regler(apres(INSTANT, minutes(46)));
    expect((await visiteur.get(retour)).body).not.toContain(NOTICE);
  });

  test('is not shown on another page', async () => {
    const { id, retour } = await perdreSaSession();
    const ailleurs = retour.replace(PAGE, adresses.parametres);
    const { body } = await (await portail.connecter(id)).get(ailleurs);
    expect(texteVisible(body)).not.toContain(NOTICE);
  });

  test('on the settings comes back too', async () => {
    const { id, visiteur } = await agent();
    await base.regler(apres(INSTANT, minutes(31)));
    const { body } = await visiteur.post(adresses.parametres, { version: '1', langue: 'en' });
    const suite = await (await portail.connecter(id)).get(retourDuLien(body));
    expect(texteVisible(suite.body)).toContain(NOTICE);
    const valeurs = valeursDuFormulaire(suite.body, adresses.parametres);
    expect(valeurs).toMatchObject({ version: '1', langue: 'en' });
    expect(await ligneDe(base.sql, id)).toMatchObject({ langue: 'fr' });
  });

  test('at the first connection comes back too, the page first asked for kept', async () => {
    const { id, visiteur } = await agent({ verifieLe: null });
    const action = `${adresses.premiereConnexion}?retour=${encodeURIComponent('/mon-compte')}`;
    await base.regler(apres(INSTANT, minutes(31)));
    const { body } = await visiteur.post(action, SAISIE);
    const revenu = await portail.connecter(id);
    const suite = await revenu.get(retourDuLien(body));
    expect(texteVisible(suite.body)).toContain(NOTICE);
    expect(suite.body).toContain(`action="${action}"`);
  });

  test('may hold any character: a null one is no failure of the portal', async () => {
    const { visiteur } = await agent();
    await base.regler(apres(INSTANT, minutes(31)));
    const { statusCode, body } = await visiteur.post(PAGE, { ...SAISIE, nom: 'a\u0000b' });
    expect(statusCode).toBe(401);
    expect(h1(body)).toBe(TITRE);
  });

  test.each(['//', '/nulle-part', '/mon-compte/../x'])(
    'is not kept when it is sent to an address that leads nowhere (%s)',
    async (adresse) => {
      const { visiteur } = await agent();
      await base.regler(apres(INSTANT, minutes(31)));
      expect((await visiteur.post(adresse, SAISIE)).statusCode).toBe(404);
    },
  );

  test('is told in English to whose account is in English, whatever the browser asks', async () => {
    const { visiteur } = await agent({ langue: 'en' });
    await base.regler(apres(INSTANT, minutes(31)));
    const { body } = await visiteur.post(PAGE, SAISIE, { 'accept-language': 'fr-FR,fr;q=0.9' });
    expect(h1(body)).toBe('Your session has ended');
    expect(body).toContain('Sign in and get it back');
  });
});

describe('a button without a page of its own, pressed after the session ended,', () => {
  /** Asks for a new address, presses the button too late; gives the page after signing in. */
  async function presserTropTard(page: string, champs: (jeton: string) => Record<string, string>) {
    const { id, visiteur } = await agent();
    await visiteur.post(PAGE, formulaireRempli({ adresseElectronique: 'a@nouvelle.fr' }));
    const courriels = await courrielsEnFile(base.proprietaire);
    const jeton = courriels.findLast((courriel) => courriel.jeton)?.jeton ?? '';
    await base.regler(apres(INSTANT, minutes(31)));
    const { body } = await visiteur.post(page, champs(jeton));
    const liens = balises(body, 'a').map(({ attributs }) => attributs['href'] ?? '');
    const lien = liens.find((href) => href.startsWith(`${adresses.connexion}?`)) ?? '';
    const retour = new URL(lien, 'http://portail').searchParams.get('retour') ?? '';
    return (await portail.connecter(id)).get(retour);
  }

  test('that cancels a change of address leads back to a page that exists', async () => {
    const suite = await presserTropTard(adresses.annulationAdresse, () => ({}));
    expect(suite.statusCode).toBeLessThan(400);
  });

  test('that confirms an address leads back to the confirmation, still good', async () => {
    const suite = await presserTropTard(adresses.confirmationAdresse, (jeton) => ({ jeton }));
    expect([suite.statusCode, h1(suite.body)]).toEqual([200, 'Confirmer mon adresse de contact']);
  });
});

describe('a form that no session of ours ever held', () => {
  test.each([
    ['without any cookie', () => portail.anonyme],
    ['with a forged cookie', () => portail.visiteur('A'.repeat(43))],
    ['with an empty cookie', () => portail.visiteur('', { 'portail-3000-session': '' })],
    ['with a cookie full of rubbish', () => portail.visiteur('"%00; drop table')],
  ])('%s gets the page, and nothing is kept', async (_, visiteur) => {
    const { statusCode, body } = await visiteur().post(PAGE, SAISIE);
    expect(statusCode).toBe(401);
    expect(h1(body)).toBe(TITRE);
    expect(texteVisible(body)).not.toContain('Votre saisie est gardée');
    expect(lienVers(body, 'Se connecter')).toContain(adresses.connexion);
    expect(await gardees()).toEqual([]);
  });

  test('over 64 kB, even of a session that ended, is refused and nothing is kept', async () => {
    const { visiteur } = await agent();
    await base.regler(apres(INSTANT, minutes(31)));
    const { statusCode, body } = await visiteur.post(PAGE, { nom: 'N'.repeat(66_000) });
    expect(statusCode).toBe(413);
    expect(h1(body)).toBe('Envoi trop volumineux');
    expect(await gardees()).toEqual([]);
  });

  test('a form with nothing in it is not kept either', async () => {
    const { visiteur } = await agent();
    await base.regler(apres(INSTANT, minutes(31)));
    expect((await visiteur.post(PAGE, {})).statusCode).toBe(401);
    expect(await gardees()).toEqual([]);
  });
});
