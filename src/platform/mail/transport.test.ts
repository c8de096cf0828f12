// What leaves over SMTP: the headers that relays and mailboxes judge a mail by.
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reserverBoite } from '../../../tests/soutien/boite.ts';
import { createMailer, type MailSettings } from './transport.ts';

const COURRIEL = {
  to: 'pauline@terneuil.fr',
  subject: 'Réunion à Besançon – été',
  text: 'Bonjour, été.',
  html: '<p>Bonjour, été.</p>',
  messageId: 'abc-123',
  langue: 'fr',
};

let boite: Awaited<ReturnType<typeof reserverBoite>>;

beforeAll(async () => {
  boite = await reserverBoite();
  const { stop } = await boite.ouvrir();
  afterAll(stop);
});

function cle(): string {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return privateKey;
}

async function envoyer(changes: Partial<MailSettings> = {}, messageId = 'abc-123', plus = {}) {
  const mailer = createMailer({
    smtpUrl: boite.smtpUrl,
    from: 'Portail Chorus <ne-pas-repondre@portail.example.org>',
    dkim: null,
    ...changes,
  });
  const avant = (await boite.courriels()).length;
  await mailer.send({ ...COURRIEL, messageId, ...plus });
  mailer.close();
  const recu = (await boite.attendre(avant + 1)).at(-1);
  return { recu, source: await boite.source(recu?.id ?? '') };
}

test('the mail comes whole, as text and as HTML, accents and all', async () => {
  const { recu, source } = await envoyer();
  expect(recu).toMatchObject({ subject: COURRIEL.subject, html: COURRIEL.html });
  expect(recu?.text.trim()).toBe(COURRIEL.text);
  expect(recu?.to.map(({ address }) => address)).toEqual(['pauline@terneuil.fr']);
  expect(recu?.from[0]).toMatchObject({ address: 'ne-pas-repondre@portail.example.org' });
  expect(source).toMatch(/^Content-Type: multipart\/alternative/m);
});

test('it has the Message-ID given, under the domain of the sender, each time', async () => {
  const [un, deux] = [await envoyer(), await envoyer()];
  for (const { source } of [un, deux])
    expect(source).toMatch(/^Message-ID: <abc-123@portail\.example\.org>\r?$/im);
  const nu = await envoyer({ from: 'portail@autre.example' }, 'x');
  expect(nu.source).toMatch(/^Message-ID: <x@autre\.example>\r?$/im);
});

test('it says its language, and that no machine should answer it', async () => {
  const { source } = await envoyer();
  expect(source).toMatch(/^Content-Language: fr\r?$/m);
  expect(source).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
});

test('it is signed when a DKIM key is given, and only then', async () => {
  const dkim = { domainName: 'portail.example.org', keySelector: 'chorus', privateKey: cle() };
  expect((await envoyer({ dkim })).source).toMatch(
    /^DKIM-Signature: [\s\S]*?d=portail\.example\.org/m,
  );
  expect((await envoyer()).source).not.toMatch(/^DKIM-Signature/m);
});

test('what may be stopped says how: by one click over https only, and signed', async () => {
  const lien = 'https://portail.example.org/desabonnement/x';
  const dkim = { domainName: 'portail.example.org', keySelector: 'chorus', privateKey: cle() };
  const { source } = await envoyer({ dkim }, 'abc-123', { desabonnement: lien });
  const entetes = source.replaceAll(/\r\n[ \t]+/g, ' ');
  expect(entetes).toMatch(
    /^List-Unsubscribe: <https:\/\/portail\.example\.org\/desabonnement\/x>\r?$/m,
  );
  expect(entetes).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  const signes = /^DKIM-Signature:.*?; h=([^;]+)/m
    .exec(entetes)?.[1]
    ?.replaceAll(' ', '')
    .toLowerCase();
  expect(signes?.split(':')).toEqual(
    expect.arrayContaining(['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
  );
  const clair = await envoyer({}, 'abc-123', { desabonnement: lien.replace('https', 'http') });
  expect(clair.source).toMatch(/^List-Unsubscribe: <http:/m);
  expect(clair.source).not.toMatch(/^List-Unsubscribe-Post/m);
  expect((await envoyer()).source).not.toMatch(/^List-Unsubscribe/m);
});

test('a relay that is not there is an error, not a silence', async () => {
  const mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:9', from: 'a@b.fr', dkim: null });
  await expect(mailer.send(COURRIEL)).rejects.toThrow('ECONNREFUSED');
  mailer.close();
});
