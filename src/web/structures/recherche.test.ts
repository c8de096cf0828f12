// The search page over HTTP (screens §6.1): what stands in its address, who sees what, what is exported.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { balises, resume, texteVisible } from '../../../tests/soutien/html.ts';
import { ouvrirPortail, type Visiteur } from '../../../tests/soutien/portail.ts';
import { creerCompte, creerStructure, INSTANT, rattacher } from '../../../tests/soutien/scene.ts';
import { adresseDemandeSur, adresses } from '../../domain/adresses.ts';

const ETAPE_1 = adresses.demanderRattachement;
const SIRET = '00123457400018';
const NUMERO = '1840675123456';

let base: BaseDeTest;
let visiteur: Visiteur;
let autre: Visiteur;
let anglais: Visiteur;
let privee: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  const { sql } = base;
  const champs = { adressePays: 'FR', adresseVille: 'Terneuil', adresseCodePostal: '94290' };
  for (const raisonSociale of ['Mairie de Terneuil', '=CCAS;"Terneuil"', 'École de Terneuil'])
    await creerStructure(sql, { raisonSociale, ...champs });
  privee = await creerStructure(sql, {
    raisonSociale: 'Menuiserie de Terneuil',
    typeStructure: 'PRIVEE',
    identifiant: SIRET,
  });
  await creerStructure(sql, {
    typeIdentifiant: 'PARTICULIER',
    typeStructure: 'PRIVEE',
    raisonSociale: null,
    identifiant: NUMERO,
    nom: 'Lefèvre',
    prenom: 'Anaïs',
  });
  const portail = await ouvrirPortail(base);
  const attache = await creerCompte(sql);
  await rattacher(sql, attache, privee);
  visiteur = await portail.connecter(await creerCompte(sql));
  autre = await portail.connecter(await creerCompte(sql));
  anglais = await portail.connecter(await creerCompte(sql, { langue: 'en' }));
});

const options = (html: string) =>
  balises(html, 'input').flatMap(({ attributs }) =>
    attributs['name'] === 'structure' ? [attributs['value'] ?? ''] : [],
  );

describe.each([ETAPE_1, adresses.structures])('the search at %s', (adresse) => {
  test('asks for nothing at first', async () => {
    const { statusCode, body } = await visiteur.get(adresse);
    expect(statusCode).toBe(200);
    expect(body).not.toContain('id="resultats"');
    expect(resume(body)).toEqual([]);
  });

  test('puts what is asked in its address, and only that', async () => {
    const champs = { raisonSociale: ' mairie  de Terneuil ', identifiant: '', ville: 'terneuil' };
    const { statusCode, headers } = await visiteur.post(adresse, champs);
    expect(statusCode).toBe(303);
    expect(headers.location).toBe(
      `${adresse}?raisonSociale=mairie+de+Terneuil&ville=terneuil#resultats`,
    );
  });

  test('says what is missing, or wrong, and keeps what was typed', async () => {
    const vide = await visiteur.post(adresse, { statut: 'ACTIF' });
    expect(vide.statusCode).toBe(422);
    expect(resume(vide.body)).toEqual([
      { ancre: 'raisonSociale', phrase: expect.stringContaining('au moins un critère') },
    ]);
    const court = await visiteur.post(adresse, { codePostal: '9', ville: 'Terneuil<' });
    expect(resume(court.body).map(({ ancre }) => ancre)).toEqual(['ville', 'codePostal']);
    expect(court.body).toContain('value="Terneuil&lt;"');
    // A criterion that is refused was given: none is missing.
    const long = await visiteur.post(adresse, { raisonSociale: 'a'.repeat(300) });
    expect(resume(long.body)).toHaveLength(1);
  });

  test('finds, sorts, pages, and keeps its criteria on the way', async () => {
    const { body } = await visiteur.get(`${adresse}?raisonSociale=terneuil&lignes=10`);
    expect(texteVisible(body)).toContain('3 résultats');
    const liens = balises(body, 'a').map(({ attributs }) => attributs['href'] ?? '');
    expect(liens).toContain(`${adresse}?raisonSociale=terneuil&tri=ville&lignes=10#resultats`);
    const trie = await visiteur.get(
      `${adresse}?raisonSociale=terneuil&tri=designation&sens=decroissant`,
    );
    const noms = /École de Terneuil.*Mairie de Terneuil/s;
    expect(trie.body).not.toMatch(noms);
    expect(body).toMatch(noms);
  });

  test('without results says how to find', async () => {
    const { statusCode, body } = await visiteur.get(`${adresse}?raisonSociale=zzzzzz`);
    expect(statusCode).toBe(200);
    expect(texteVisible(body)).toContain('Aucune structure trouvée');
  });

  test('takes invented values in its address for none', async () => {
    const suite = 'raisonSociale=terneuil&statut=X&pays=XX&page=-1&lignes=7&tri=mots&sens=1';
    expect((await visiteur.get(`${adresse}?${suite}`)).statusCode).toBe(200);
    expect((await visiteur.get(`${adresse}?raisonSociale=a&raisonSociale=b`)).statusCode).toBe(200);
    expect((await visiteur.get(`${adresse}?raisonSociale=%00`)).statusCode).toBe(422);
  });
});

describe('a private structure', () => {
  test('is selected by a pass of this account, which opens it to nobody else', async () => {
    const { body } = await visiteur.get(`${ETAPE_1}?identifiant=${SIRET}`);
    const [choix = ''] = options(body);
    expect(choix).toMatch(new RegExp(`^${privee}\\.[\\w-]{43}$`));
    const selection = `${ETAPE_1}/selection?identifiant=${SIRET}`;
    const { headers } = await visiteur.post(selection, { structure: choix });
    expect(headers.location).toBe(
      `${adresseDemandeSur(privee)}?identifiant=${SIRET}&jeton=${choix.split('.')[1]}`,
    );
    expect((await visiteur.get(headers.location ?? '')).statusCode).toBe(200);
    expect((await autre.get(headers.location ?? '')).statusCode).toBe(404);
    expect((await visiteur.get(adresseDemandeSur(privee))).statusCode).toBe(404);
  });

  test('is not looked for in the directory of public ones', async () => {
    const { body } = await visiteur.get(`${adresses.structures}?identifiant=${SIRET}`);
    expect(texteVisible(body)).toContain('Aucune structure trouvée');
  });
});

describe('a particulier', () => {
  const personne = { typeIdentifiant: 'PARTICULIER', identifiant: NUMERO, nom: 'lefevre' };

  test('is answered to the form at once: no address ever holds the name', async () => {
    const { statusCode, headers, body } = await visiteur.post(ETAPE_1, personne);
    expect([statusCode, headers.location]).toEqual([200, undefined]);
    expect(texteVisible(body)).toContain('Anaïs Lefèvre');
    const adressees = balises(body).flatMap(({ attributs: a }) => [a['href'], a['action']]);
    expect(adressees.filter((a) => /lefevre|1840675/i.test(a ?? ''))).toEqual([]);
  });

  test('is found where the focus goes, unless an error takes it', async () => {
    const focalises = async (champs: Record<string, string>) => {
      const { body } = await visiteur.post(`${ETAPE_1}?message=structureASelectionner`, champs);
      const avec = balises(body).filter(({ attributs }) => 'autofocus' in attributs);
      return avec.map(({ attributs }) => attributs['id'] ?? attributs['aria-labelledby']);
    };
    expect(await focalises(personne)).toEqual(['resultats']);
    expect(await focalises({ ...personne, nom: '' })).toEqual(['erreurs-titre']);
  });

  test('needs the identifier and the name', async () => {
    const sans = await visiteur.post(ETAPE_1, { ...personne, nom: '' });
    expect(resume(sans.body).map(({ ancre }) => ancre)).toEqual(['nom']);
    const seul = await visiteur.post(ETAPE_1, { nom: 'Lefèvre' });
    expect(resume(seul.body).map(({ ancre }) => ancre)).toEqual(['identifiant']);
  });

  test('is not found by a forged address, nor exported', async () => {
    const forgee = new URLSearchParams(personne).toString();
    const { body } = await visiteur.get(`${ETAPE_1}?${forgee}`);
    expect(body).not.toContain('Lefèvre');
    const fichier = await visiteur.get(`${adresses.structures}/export.csv?${forgee}`);
    expect(fichier.statusCode).toBe(404);
  });
});

describe('a selection', () => {
  test.each([
    ['nothing', {}],
    ['no number', { structure: 'x' }],
  ])('of %s comes back to the results and says so', async (_, champs) => {
    const suite = `${ETAPE_1}/selection?raisonSociale=terneuil`;
    const { headers } = await visiteur.post(suite, champs);
    expect(headers.location).toContain('raisonSociale=terneuil');
    const { body } = await visiteur.get(headers.location ?? '');
    expect(texteVisible(body)).toContain('Sélectionnez une structure');
  });
});

describe('an export', () => {
  const suite = 'raisonSociale=terneuil&tri=designation';

  test('holds all the public results as a spreadsheet opens them, formulas undone', async () => {
    const { headers, body } = await visiteur.get(`${adresses.structures}/export.csv?${suite}`);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toBe('attachment; filename="structures.csv"');
    const [titres = '', ...lignes] = body.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(titres.split(';').slice(0, 3)).toEqual([
      "Type d'identifiant",
      'Identifiant',
      'Désignation',
    ]);
    expect(lignes).toHaveLength(3);
    expect(lignes[0]).toContain(`"'=CCAS;""Terneuil"""`);
    expect(body).not.toContain('Menuiserie');
  });

  test('says the words of the list, in the language of who takes it', async () => {
    const premiere = async (qui: Visiteur) => {
      const { body } = await qui.get(`${adresses.structures}/export.csv?${suite}`);
      return body.split('\r\n')[1];
    };
    expect(await premiere(visiteur)).toMatch(/^Structure avec N° SIRET;.*;ACTIF;.*;France;/);
    expect(await premiere(anglais)).toMatch(/^Structure with a SIRET number;.*;ACTIVE;.*;France;/);
  });

  test('is a workbook too', async () => {
    const { headers, rawPayload } = await visiteur.get(
      `${adresses.structures}/export.xlsx?${suite}`,
    );
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('without criteria does not exist', async () => {
    expect((await visiteur.get(`${adresses.structures}/export.csv`)).statusCode).toBe(404);
    expect((await visiteur.get(`${adresses.structures}/export.csv?statut=ACTIF`)).statusCode).toBe(
      404,
    );
  });
});
