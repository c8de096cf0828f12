// The list of the pièces jointes (screens §8): what it shows, how it is narrowed and sorted, deletion once confirmed.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { creerCompteRempli } from '../../../../tests/soutien/compte-rempli.ts';
import { balises, texteVisible } from '../../../../tests/soutien/html.ts';
import { fichiersDe, joindre, PDF } from '../../../../tests/soutien/pieces-jointes.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../tests/soutien/portail.ts';
import { apres, INSTANT, minutes } from '../../../../tests/soutien/scene.ts';
import { adresses } from '../../../domain/adresses.ts';
import type { Antivirus } from '../../../platform/antivirus/antivirus.ts';

const LISTE = adresses.piecesJointes;
let base: BaseDeTest;
let portail: PortailDeTest;
let compteId: number;
let agent: Visiteur;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  compteId = await creerCompteRempli(base.sql);
  agent = await portail.connecter(compteId);
});

const garder = (designation: string, scene = {}) =>
  joindre(base.sql, portail.magasin, compteId, { designation, ...scene });
const page = async (query = '') => (await agent.get(`${LISTE}${query}`)).body;
/** The désignations shown, from top to bottom. */
const montrees = (html: string) =>
  [...html.matchAll(/<th role="rowheader"[^>]*>([^<]*)/g)].map(([, nom]) => nom);
const lignes = () => base.sql`select from piece_jointe where compte_id = ${compteId}`;

async function remplir() {
  const noms: [string, string, number][] = [
    ['Été', 'z.pdf', 10],
    ['Attestation', 'm.pdf', 30],
    ['Carte grise', 'a.pdf', 20],
  ];
  for (const [n, [designation, nom, octets]] of noms.entries())
    await garder(designation, {
      nom,
      contenu: Buffer.concat([PDF, Buffer.alloc(octets)]),
      instant: apres(INSTANT, minutes(n)),
    });
}

describe('the list', () => {
  test('shows the newest first, with what can be done of each', async () => {
    await remplir();
    const html = await page();
    expect(montrees(html)).toEqual(['Carte grise', 'Attestation', 'Été']);
    const texte = texteVisible(html).replace(/[\u00a0\u202f]/g, ' ');
    for (const mots of [
      'Gestion pièces jointes',
      'a.pdf Pièce jointe standard',
      '23 novembre 2026',
      'Consulter – Carte grise, a.pdf',
      'Télécharger – Carte grise, a.pdf',
      'Supprimer – Carte grise, a.pdf',
      '3 fichiers sur 200',
    ])
      expect(texte).toContain(mots);
  });

  test('names apart two of the same désignation', async () => {
    for (const nom of ['mai.pdf', 'juin.pdf']) await garder('Note', { nom });
    const texte = texteVisible(await page());
    for (const nom of ['mai.pdf', 'juin.pdf'])
      for (const debut of ['Sélectionner la pièce jointe', 'Consulter –', 'Supprimer –'])
        expect(texte).toContain(`${debut} Note, ${nom}`);
  });

  test.each([
    ['?tri=designation', ['Attestation', 'Carte grise', 'Été']],
    ['?tri=designation&sens=decroissant', ['Été', 'Carte grise', 'Attestation']],
    ['?tri=nom', ['Carte grise', 'Attestation', 'Été']],
    ['?tri=taille', ['Été', 'Carte grise', 'Attestation']],
    ['?tri=ajoutee', ['Été', 'Attestation', 'Carte grise']],
    ['?tri=type', ['Été', 'Attestation', 'Carte grise']],
    ['?tri=inconnu', ['Carte grise', 'Attestation', 'Été']],
    ['?texte=ete', ['Été']],
    ['?texte=M.PDF', ['Attestation']],
    ['?texte=%25', []],
    ['?texte=a&tri=designation&lignes=5&page=9', ['Attestation', 'Carte grise']],
  ])('%s gives %j', async (query, attendues) => {
    await remplir();
    const html = await page(query);
    expect(montrees(html)).toEqual(attendues);
  });

  test('is cut in pages', async () => {
    for (let n = 0; n < 7; n++) await garder(`n°${n}`, { instant: apres(INSTANT, n) });
    expect(montrees(await page('?lignes=5'))).toHaveLength(5);
    const suite = await page('?lignes=5&page=2');
    expect(montrees(suite)).toEqual(['n°1', 'n°0']);
    expect(texteVisible(suite)).toContain('6 à 7 sur 7');
  });

  test('is one’s own', async () => {
    await remplir();
    const autrui = await portail.connecter(await creerCompteRempli(base.sql));
    const { body } = await autrui.get(LISTE);
    expect(montrees(body)).toEqual([]);
    expect(texteVisible(body)).toContain('Aucune pièce jointe');
  });

  test('says what waits and what was rejected, and offers neither to open', async () => {
    await garder('Attente', { analyse: true });
    await garder('Virus', { analyse: true });
    await base.sql`
      update piece_jointe set etat = 'REJETEE', motif_rejet = 'VIRUS'
      where compte_id = ${compteId} and designation = 'Virus'`;
    const texte = texteVisible(await page());
    for (const mots of [
      'En analyse',
      'Un fichier est en cours d’analyse',
      'L’antivirus y a trouvé',
    ])
      expect(texte).toContain(mots);
    expect(texte).not.toMatch(/(Consulter|Télécharger) –/);
    expect(texte).toContain('Supprimer – Virus');
  });

  test('says that no antivirus looks, where none does', async () => {
    const antivirus: Antivirus = { analyser: async () => ({ kind: 'sain' }) };
    const garde = await ouvrirPortail(base, {}, base.sql, { antivirus });
    const chez = await garde.connecter(compteId);
    for (const adresse of [LISTE, adresses.ajouterPieceJointe]) {
      expect(texteVisible((await agent.get(adresse)).body)).toContain('ne sont pas analysés');
      expect(texteVisible((await chez.get(adresse)).body)).not.toContain('ne sont pas analysés');
    }
  });

  test('has its beginning on « Mon compte »', async () => {
    expect(texteVisible((await agent.get(adresses.monCompte)).body)).toContain(
      'Aucune pièce jointe',
    );
    for (let n = 0; n < 6; n++) await garder(`n°${n}`, { instant: apres(INSTANT, n) });
    const html = (await agent.get(adresses.monCompte)).body;
    expect(montrees(html).filter((nom) => nom?.startsWith('n°'))).toHaveLength(5);
    expect(texteVisible(html)).toContain('Voir mes 6 pièces jointes');
  });
});

describe('deleting', () => {
  const SUPPRESSION = adresses.supprimerPiecesJointes;

  test('is confirmed first, then takes rows and files', async () => {
    const avant = (await fichiersDe(portail.magasin)).length;
    const [a, b] = [await garder('A'), await garder('B')];
    await garder('C');
    const confirmation = await agent.get(`${SUPPRESSION}?p=${a}&p=${b}`);
    expect(montrees(confirmation.body)).toEqual(['A', 'B']);
    const champs = balises(confirmation.body, 'input').filter(
      ({ attributs }) => attributs['name'] === 'p',
    );
    expect(champs.map(({ attributs }) => attributs['value'])).toEqual([String(a), String(b)]);
    expect(await lignes()).toHaveLength(3);
    const { statusCode, headers } = await agent.post(SUPPRESSION, [
      ['p', String(a)],
      ['p', String(b)],
    ]);
    expect([statusCode, headers.location]).toEqual([303, `${LISTE}?message=piecesSupprimees`]);
    expect(montrees(await page())).toEqual(['C']);
    expect(await fichiersDe(portail.magasin)).toHaveLength(avant + 1);
  });

  test('of one says so; of none left, too', async () => {
    const id = String(await garder('A'));
    for (const message of ['pieceSupprimee', 'piecesIndisponibles']) {
      const { headers } = await agent.post(SUPPRESSION, { p: id });
      expect(headers.location).toBe(`${LISTE}?message=${message}`);
    }
    const { statusCode, headers } = await agent.get(`${SUPPRESSION}?p=${id}`);
    expect([statusCode, headers.location]).toEqual([303, `${LISTE}?message=piecesIndisponibles`]);
  });

  test('asks to tick first', async () => {
    const { headers } = await agent.get(SUPPRESSION);
    expect(headers.location).toBe(`${LISTE}?message=piecesACocher`);
  });

  test('of what another account keeps changes nothing', async () => {
    const autrui = await creerCompteRempli(base.sql);
    const id = await joindre(base.sql, portail.magasin, autrui);
    const { headers } = await agent.post(SUPPRESSION, { p: String(id) });
    expect(headers.location).toBe(`${LISTE}?message=piecesIndisponibles`);
    expect(await base.sql`select from piece_jointe where id = ${id}`).toHaveLength(1);
  });
});
