// Adding a pièce jointe by its form (screens §8): each bad input has its sentence and leaves nothing behind.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../../../tests/soutien/compte-rempli.ts';
import { balises, resume, texteVisible, titre } from '../../../../../tests/soutien/html.ts';
import {
  fichiersDe,
  formulaire,
  joindre,
  PDF,
  PNG,
  PROGRAMME,
  zip,
} from '../../../../../tests/soutien/pieces-jointes.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import { INSTANT, ouvrirMois } from '../../../../../tests/soutien/scene.ts';
import { adresses } from '../../../../domain/adresses.ts';
import { OCTETS_MAX } from '../../../../domain/piece-jointe/limites.ts';

const AJOUT = adresses.ajouterPieceJointe;
const LISTE = adresses.piecesJointes;
let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;
let agent: Visiteur;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});

beforeEach(async () => {
  for (const nom of await fichiersDe(portail.magasin)) await portail.magasin.supprimer(nom);
  compteId = await creerCompteRempli(base.sql);
  agent = await portail.connecter(compteId);
});

const lignes = () => base.sql<Record<string, unknown>[]>`
  select * from piece_jointe where compte_id = ${compteId} order by id`;
const rien = async () =>
  expect([await lignes(), await fichiersDe(portail.magasin)]).toEqual([[], []]);
const envoyer = (options?: Parameters<typeof formulaire>[0], entetes?: Record<string, string>) =>
  agent.envoyer(AJOUT, formulaire(options), entetes);

describe('the form', () => {
  test('says the limits before the choice, and that no antivirus looks', async () => {
    const { body } = await agent.get(AJOUT);
    const texte = texteVisible(body);
    for (const mots of [
      'Un fichier de 10 Mo au plus.',
      'Un nom de 50 caractères au plus, extension comprise.',
      'Un de ces 37 formats : BMP, BZ2, CSV',
      'Il vous reste de la place pour 200 fichiers, 500 Mo en tout.',
      'Les fichiers ne sont pas analysés',
    ])
      expect(texte.replace(/[\u00a0\u202f]/g, ' ')).toContain(mots);
    const options = /<select[^>]*>(.*?)<\/select>/s.exec(body)?.[1]?.replace(/<[^>]+>/g, '|');
    expect(options?.split('|').filter(Boolean)[0]).toBe('Pièce jointe standard');
  });

  test('stores the file and leads to the list, which tells it', async () => {
    const { statusCode, headers } = await envoyer({ nom: 'Relevé de mai.pdf' });
    expect([statusCode, headers.location]).toEqual([303, `${LISTE}?message=pieceAjoutee`]);
    expect(await lignes()).toMatchObject([{ nomFichier: 'Relevé de mai.pdf', typeId: 1 }]);
    const liste = texteVisible((await agent.get(String(headers.location))).body);
    for (const mots of [
      'Votre pièce jointe est ajoutée.',
      'Relevé de mai.pdf',
      '1 fichier sur 200',
    ])
      expect(liste.replace(/[\u00a0\u202f]/g, ' ')).toContain(mots);
  });

  test('takes a file of 10 Mo exactly', async () => {
    const contenu = Buffer.concat([PDF, Buffer.alloc(OCTETS_MAX - PDF.length)]);
    expect((await envoyer({ contenu })).statusCode).toBe(303);
    expect(await lignes()).toMatchObject([{ tailleOctets: OCTETS_MAX }]);
  });

  test('sent twice stores the file once', async () => {
    const champs = { cle: randomUUID() };
    for (let n = 0; n < 2; n++)
      expect((await envoyer({ champs })).headers.location).toBe(`${LISTE}?message=pieceAjoutee`);
    expect(await lignes()).toHaveLength(1);
    expect(await fichiersDe(portail.magasin)).toHaveLength(1);
  });

  test('of a content already kept says so', async () => {
    await envoyer();
    const { headers } = await envoyer({ nom: 'autre.pdf' });
    expect(headers.location).toBe(`${LISTE}?message=pieceAjouteeDouble`);
    expect(texteVisible((await agent.get(String(headers.location))).body)).toContain(
      'même contenu',
    );
    expect(await lignes()).toHaveLength(2);
  });
});

const long = (nombre: number) => `${'x'.repeat(nombre - 4)}.pdf`;
const REFUS: [quoi: string, options: Parameters<typeof formulaire>[0], phrase: RegExp][] = [
  ['no file', { nom: '', contenu: Buffer.alloc(0) }, /choisissez un fichier/],
  ['an empty file', { contenu: Buffer.alloc(0) }, /est vide/],
  ['10 Mo and a byte', { contenu: Buffer.alloc(OCTETS_MAX + 1) }, /dépasse 10.Mo/],
  ['30 Mo', { contenu: Buffer.alloc(3 * OCTETS_MAX) }, /dépasse 10.Mo/],
  ['an extension of a program', { nom: 'facture.exe' }, /extension acceptée/],
  ['no extension', { nom: 'facture' }, /extension acceptée/],
  ['a program as a PDF', { contenu: PROGRAMME }, /ne correspond pas à son extension/],
  ['an image as a PDF', { contenu: PNG }, /ne correspond pas à son extension/],
  ['a path up', { nom: '../releve.pdf' }, /un caractère qui n’est pas accepté/],
  ['a path of Windows', { nom: '..\\releve.pdf' }, /un caractère qui n’est pas accepté/],
  ['a NUL', { nom: 'releve.exe\0.pdf' }, /un caractère qui n’est pas accepté/],
  ['a right-to-left mark', { nom: 'r\u202efdp.exe.pdf' }, /un caractère qui n’est pas accepté/],
  [
    'what is no UTF-8',
    { nom: Buffer.from('relevé.pdf', 'latin1') },
    /un caractère qui n’est pas accepté/,
  ],
  ['300 characters', { nom: long(300) }, /dépasse 50 caractères/],
  ['51 characters', { nom: long(51) }, /dépasse 50 caractères/],
  ['only dots', { nom: '....pdf' }, /n’est fait que de points/],
  ['no désignation', { champs: { designation: ' ' } }, /Désignation.*obligatoire/],
  [
    '101 characters of désignation',
    { champs: { designation: 'x'.repeat(101) } },
    /100 caractères au plus/,
  ],
  ['markup in the désignation', { champs: { designation: '<b>' } }, /Désignation/],
  ['an unknown type', { champs: { type: 'AUTRE' } }, /choisissez un type de la liste/],
];

describe('bad input', () => {
  test.each(REFUS)(
    '%s is told, keeps what was typed and leaves nothing',
    async (_, options, dit) => {
      const { statusCode, body } = await envoyer({
        ...options,
        champs: { designation: 'Mon relevé', type: 'BROCHURE', ...options?.champs },
      });
      expect(statusCode).toBe(422);
      expect(titre(body)).toMatch(/^Erreur – /);
      expect(
        resume(body)
          .map(({ phrase }) => phrase)
          .join(' '),
      ).toMatch(dit);
      const champ = balises(body, 'input').find(
        ({ attributs }) => attributs['id'] === 'designation',
      );
      expect(champ?.attributs['value']).toBe(options?.champs?.['designation'] ?? 'Mon relevé');
      if (!options?.champs?.['type']) expect(body).toMatch(/<option value="BROCHURE" selected/);
      await rien();
    },
  );

  test('a ZIP that swells is told, and leaves nothing', async () => {
    const contenu = await zip({ 'zeros.txt': Buffer.alloc(5_000_000) });
    const { statusCode, body } = await envoyer({ nom: 'photos.zip', contenu });
    expect([statusCode, resume(body)]).toEqual([
      422,
      [{ ancre: 'fichier', phrase: expect.stringMatching(/beaucoup trop de données/) }],
    ]);
    await rien();
  });

  test('a file that is good with a désignation that is not asks for the file again', async () => {
    const { body } = await envoyer({ champs: { designation: '' } });
    expect(resume(body).map(({ ancre }) => ancre)).toEqual(['fichier', 'designation']);
    expect(texteVisible(body)).toContain('choisissez de nouveau le fichier');
    await rien();
  });

  test('more than two drawers a minute are too many, for one account and not for its neighbours', async () => {
    const etroit = await ouvrirPortail(base, {
      limitesDesPieces: { octetsMax: OCTETS_MAX, fichiersMax: 1, quotaOctets: 10_000 },
    });
    const visiteur = await etroit.connecter(compteId);
    const statuts: number[] = [];
    for (let n = 0; n < 3; n++)
      statuts.push((await visiteur.envoyer(AJOUT, formulaire())).statusCode);
    expect(statuts).toEqual([303, 422, 429]);
    const voisin = await etroit.connecter(await creerCompteRempli(base.sql));
    expect((await voisin.envoyer(AJOUT, formulaire())).statusCode).toBe(303);
    expect(await lignes()).toHaveLength(1);
  });

  test('a form that took the last place, sent again, is not refused', async () => {
    const etroit = await ouvrirPortail(base, {
      limitesDesPieces: { octetsMax: OCTETS_MAX, fichiersMax: 1, quotaOctets: 10_000 },
    });
    const visiteur = await etroit.connecter(compteId);
    const champs = { cle: randomUUID() };
    for (let n = 0; n < 2; n++)
      expect((await visiteur.envoyer(AJOUT, formulaire({ champs }))).headers.location).toBe(
        `${LISTE}?message=pieceAjoutee`,
      );
    expect(await lignes()).toHaveLength(1);
    expect(await fichiersDe(etroit.magasin)).toHaveLength(1);
  });

  test.each([
    ['file', { fichiersMax: 2, quotaOctets: 10_000 }, /2 fichiers, le maximum/],
    ['byte', { fichiersMax: 9, quotaOctets: 3 * PDF.length - 1 }, /dépasseraient/],
  ])('a %s too many is told, and leaves nothing', async (_, limites, dit) => {
    const etroit = await ouvrirPortail(base, {
      limitesDesPieces: { octetsMax: OCTETS_MAX, ...limites },
    });
    for (let n = 0; n < 2; n++) await joindre(base.sql, etroit.magasin, compteId);
    const visiteur = await etroit.connecter(compteId);
    const { statusCode, body } = await visiteur.envoyer(AJOUT, formulaire());
    expect([statusCode, resume(body).map(({ phrase }) => phrase)]).toEqual([
      422,
      [expect.stringMatching(dit)],
    ]);
    expect(await lignes()).toHaveLength(2);
    expect(await fichiersDe(etroit.magasin)).toHaveLength(2);
  });

  test('a form without its file part, or not even multipart, is told', async () => {
    for (const champs of [{}, { designation: 'x', type: 'DIVERS' }]) {
      const { statusCode, body } = await agent.post(AJOUT, champs);
      expect([statusCode, resume(body)[0]?.ancre]).toEqual([422, 'fichier']);
    }
    await rien();
  });

  test.each([
    ['two files', (corps: Buffer) => Buffer.concat([corps.subarray(0, -4 - 26), corps]), 413],
    ['no end', (corps: Buffer) => corps.subarray(0, -40), 400],
  ])('a body with %s is refused, and leaves nothing', async (_, abimer, statut) => {
    const { type, corps } = formulaire();
    const { statusCode } = await agent.envoyer(AJOUT, { type, corps: abimer(corps) });
    expect(statusCode).toBe(statut);
    await rien();
  });
});

describe('nobody else', () => {
  test('sends a file from another site, or without a session', async () => {
    const ailleurs = await envoyer({}, { 'sec-fetch-site': 'cross-site' });
    expect(ailleurs.statusCode).toBe(403);
    expect((await portail.anonyme.envoyer(AJOUT, formulaire())).statusCode).toBe(401);
    await rien();
  });

  test('sends a file to another form', async () => {
    const { type, corps } = formulaire();
    const ailleurs = await agent.envoyer(adresses.supprimerPiecesJointes, { type, corps });
    expect(ailleurs.statusCode).toBe(400);
  });
});

describe('a script', () => {
  const JSON_VOULU = { accept: 'application/json' };

  test('hears where to go', async () => {
    const { statusCode, body } = await envoyer({}, JSON_VOULU);
    expect([statusCode, JSON.parse(body)]).toEqual([
      201,
      { enDouble: false, suite: `${LISTE}?message=pieceAjoutee` },
    ]);
  });

  test('is not told to choose again a file that it still has', async () => {
    const { statusCode, body } = await envoyer({ champs: { designation: ' ' } }, JSON_VOULU);
    expect(statusCode).toBe(422);
    expect(JSON.parse(body)).toEqual({
      erreurs: [expect.stringMatching(/Désignation/)],
      designation: true,
    });
    expect((await envoyer({ champs: { designation: ' ' } })).body).toContain(
      'choisissez de nouveau',
    );
    await rien();
  });

  test('hears why not, in words', async () => {
    const { statusCode, body } = await envoyer({ contenu: PROGRAMME }, JSON_VOULU);
    expect([statusCode, JSON.parse(body)]).toEqual([
      422,
      { erreurs: [expect.stringMatching(/ne correspond pas/)], designation: false },
    ]);
    await rien();
  });
});
