// A new contact address: pending, confirmed by its link in a session of its account, or given up.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import {
  creerCompteRempli,
  formulaireRempli,
  ligneDe,
} from '../../../../tests/soutien/compte-rempli.ts';
import { h1, texteVisible, valeursDuFormulaire } from '../../../../tests/soutien/html.ts';
import { ouvrirPortail, type PortailDeTest } from '../../../../tests/soutien/portail.ts';
import {
  apres,
  courrielsEnFile,
  filDe,
  INSTANT,
  minutes,
} from '../../../../tests/soutien/scene.ts';
import { adresses } from '../../../domain/adresses.ts';

const PAGE = adresses.informationsPersonnelles;
const LIEN = adresses.confirmationAdresse;
const ANCIENNE = 'mairie@terneuil.fr';
const NOUVELLE = 'pauline@nouvelle.fr';

let base: BaseDeTest;
let portail: PortailDeTest;

beforeAll(async () => {
  base = await baseDeTest();
  portail = await ouvrirPortail(base);
});
beforeEach(() => base.regler(INSTANT));

async function agent() {
  const id = await creerCompteRempli(base.sql);
  return { id, visiteur: await portail.connecter(id) };
}

const adresseDe = async (id: number) => (await ligneDe(base.sql, id))['adresseElectronique'];
const versionDe = async (id: number) => String((await ligneDe(base.sql, id))['version']);

/** The mails queued since the call, as nature → recipient. */
async function courrielsDepuis(acte: () => Promise<unknown>) {
  const avant = (await courrielsEnFile(base.proprietaire)).length;
  await acte();
  return (await courrielsEnFile(base.proprietaire)).slice(avant);
}

/** Asks for a new address; gives the token of the link that its mail carries. */
async function demander(qui: Awaited<ReturnType<typeof agent>>, adresse = NOUVELLE) {
  const version = await versionDe(qui.id);
  const courriels = await courrielsDepuis(() =>
    qui.visiteur.post(PAGE, formulaireRempli({ adresseElectronique: adresse, version })),
  );
  const jeton = courriels.find(({ nature }) => nature === 'ADRESSE_A_CONFIRMER')?.jeton ?? '';
  return { jeton, courriels: courriels.map((c) => [c.nature, c.destinataire]) };
}

describe('asking for a new contact address', () => {
  test('shows it as pending; the present one serves, and both are written to', async () => {
    const qui = await agent();
    const { courriels } = await demander(qui);
    expect(courriels).toEqual([
      ['ADRESSE_A_CONFIRMER', NOUVELLE],
      ['ADRESSE_DEMANDEE', ANCIENNE],
    ]);
    expect(await adresseDe(qui.id)).toBe(ANCIENNE);
    for (const page of [adresses.monCompte, PAGE]) {
      const texte = texteVisible((await qui.visiteur.get(page)).body);
      expect(texte).toContain(`${NOUVELLE} attend votre confirmation`);
      expect(texte).toContain("l'adresse actuelle continue de servir");
    }
  });

  test('is told on the page that follows', async () => {
    const { visiteur } = await agent();
    const saisie = formulaireRempli({ adresseElectronique: NOUVELLE });
    const { headers } = await visiteur.post(PAGE, saisie);
    expect(headers.location).toBe('/mon-compte?message=adresseAConfirmer');
    expect(headers.location).not.toContain('@');
  });

  test('a sixth time in an hour is refused, at its field, and stores nothing', async () => {
    const qui = await agent();
    for (let n = 1; n <= 5; n++) await demander(qui, `n${n}@nouvelle.fr`);
    const avant = await ligneDe(base.sql, qui.id);
    const sixieme = { adresseElectronique: 'n6@nouvelle.fr', version: await versionDe(qui.id) };
    const { statusCode, body } = await qui.visiteur.post(PAGE, formulaireRempli(sixieme));
    expect(statusCode).toBe(429);
    expect(texteVisible(body)).toContain('cinq changements ont été demandés depuis une heure');
    expect(valeursDuFormulaire(body, PAGE)['adresseElectronique']).toBe('n6@nouvelle.fr');
    expect(await ligneDe(base.sql, qui.id)).toEqual(avant);
  });
});

describe('the link of the mail', () => {
  test('opened, shows what it would do and changes nothing', async () => {
    const qui = await agent();
    const { jeton } = await demander(qui);
    for (const _ of [1, 2]) {
      const { statusCode, body } = await qui.visiteur.get(`${LIEN}?jeton=${jeton}`);
      expect(statusCode).toBe(200);
      expect(texteVisible(body)).toContain(`Votre nouvelle adresse de contact sera : ${NOUVELLE}`);
      expect(valeursDuFormulaire(body, LIEN)).toEqual({ jeton });
    }
    expect(await adresseDe(qui.id)).toBe(ANCIENNE);
  });

  test('confirmed, makes the address serve and tells the former one, once', async () => {
    const qui = await agent();
    const { jeton } = await demander(qui);
    const courriels = await courrielsDepuis(async () => {
      const reponse = await qui.visiteur.post(LIEN, { jeton });
      expect(reponse.headers.location).toBe('/mon-compte?message=adresseConfirmee');
      const encore = await qui.visiteur.post(LIEN, { jeton });
      expect([encore.statusCode, h1(encore.body)]).toEqual([410, 'Ce lien ne sert plus']);
    });
    expect(courriels).toMatchObject([{ nature: 'ADRESSE_CHANGEE', destinataire: ANCIENNE }]);
    expect(await adresseDe(qui.id)).toBe(NOUVELLE);
    const page = texteVisible((await qui.visiteur.get(adresses.monCompte)).body);
    expect(page).toContain(NOUVELLE);
    expect(page).not.toContain('attend votre confirmation');
    expect(await filDe(base.sql, qui.id)).toContain('ADRESSE_CONFIRMEE');
  });

  test('pressed twice at the same time confirms once', async () => {
    const qui = await agent();
    const { jeton } = await demander(qui);
    const reponses = await Promise.all([1, 2].map(() => qui.visiteur.post(LIEN, { jeton })));
    expect(reponses.map(({ statusCode }) => statusCode).sort()).toEqual([303, 410]);
  });

  test('of another account does nothing, in either account', async () => {
    const qui = await agent();
    const autre = await agent();
    const { jeton } = await demander(qui);
    const { statusCode, body } = await autre.visiteur.get(`${LIEN}?jeton=${jeton}`);
    expect([statusCode, h1(body)]).toEqual([410, 'Ce lien ne sert plus']);
    expect(body).not.toContain(NOUVELLE);
    expect((await autre.visiteur.post(LIEN, { jeton })).statusCode).toBe(410);
    expect([await adresseDe(qui.id), await adresseDe(autre.id)]).toEqual([ANCIENNE, ANCIENNE]);
  });

  test('wants a session: it leads to the sign-in and comes back', async () => {
    const { jeton } = await demander(await agent());
    const { headers } = await portail.anonyme.get(`${LIEN}?jeton=${jeton}`);
    const retour = new URL(headers.location ?? '', 'http://portail').searchParams.get('retour');
    expect(retour).toBe(`${LIEN}?jeton=${jeton}`);
  });

  test('works until its sixtieth minute, not after', async () => {
    const qui = await agent();
    const { jeton } = await demander(qui);
    await base.regler(apres(INSTANT, minutes(60) - 1));
    const tard = await portail.connecter(qui.id);
    expect((await tard.get(`${LIEN}?jeton=${jeton}`)).statusCode).toBe(200);
    await base.regler(apres(INSTANT, minutes(60)));
    expect((await tard.post(LIEN, { jeton })).statusCode).toBe(410);
    expect(await adresseDe(qui.id)).toBe(ANCIENNE);
    expect((await tard.get(PAGE)).body).not.toContain(NOUVELLE);
  });

  test('is replaced by the one of a newer request', async () => {
    const qui = await agent();
    const premier = await demander(qui, 'un@nouvelle.fr');
    const second = await demander(qui, 'deux@nouvelle.fr');
    expect((await qui.visiteur.post(LIEN, { jeton: premier.jeton })).statusCode).toBe(410);
    expect((await qui.visiteur.post(LIEN, { jeton: second.jeton })).statusCode).toBe(303);
    expect(await adresseDe(qui.id)).toBe('deux@nouvelle.fr');
  });

  test.each(['', 'x', '<script>', "' or 1=1 --", 'é'.repeat(500)])(
    'altered to « %s » is a page of ours that says what to do',
    async (jeton) => {
      const { visiteur } = await agent();
      const { statusCode, body } = await visiteur.get(`${LIEN}?jeton=${encodeURIComponent(jeton)}`);
      expect([statusCode, h1(body)]).toEqual([410, 'Ce lien ne sert plus']);
      expect(texteVisible(body)).toContain('Vous pouvez redemander le changement');
      expect((await visiteur.post(LIEN, { jeton })).statusCode).toBe(410);
    },
  );
});

describe('giving it up', () => {
  test('ends the request: its link no longer works', async () => {
    const qui = await agent();
    const { jeton } = await demander(qui);
    const { headers } = await qui.visiteur.post(adresses.annulationAdresse, {});
    expect(headers.location).toBe('/mon-compte?message=adresseAnnulee');
    expect(texteVisible((await qui.visiteur.get(PAGE)).body)).not.toContain('En attente');
    expect((await qui.visiteur.post(LIEN, { jeton })).statusCode).toBe(410);
    expect(await adresseDe(qui.id)).toBe(ANCIENNE);
  });

  test('when nothing waits is said plainly', async () => {
    const { visiteur } = await agent();
    const { headers } = await visiteur.post(adresses.annulationAdresse, {});
    const page = await visiteur.get(headers.location ?? '');
    expect(texteVisible(page.body)).toContain("Aucun changement d'adresse n'était en attente.");
  });
});
