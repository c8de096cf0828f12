// What assistive tools and search need of every page, read from its HTML, in both languages.
import { beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { creerCompteRempli, formulaireRempli } from '../../tests/soutien/compte-rempli.ts';
import { balises, h1, ids, titre } from '../../tests/soutien/html.ts';
import { visiterAbonnements } from '../../tests/soutien/pages-abonnements.ts';
import { visiterPieces } from '../../tests/soutien/pages-pieces-jointes.ts';
import { visiterRattachements } from '../../tests/soutien/pages-rattachements.ts';
import { visiterUtilisateurs } from '../../tests/soutien/pages-utilisateurs.ts';
import { ouvrirPortail, type PortailDeTest, type Voir } from '../../tests/soutien/portail.ts';
import {
  apres,
  courrielsEnFile,
  creerService,
  creerStructure,
  INSTANT,
  minutes,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';
import { publierActualite } from '../domain/actualite/queries.ts';
import { adresseActualite, adresseAide, adresses } from '../domain/adresses.ts';
import { rendreMarkdown } from '../platform/markdown.ts';
import { LANGUES, type Langue } from '../platform/textes/index.ts';

const INFOS = adresses.informationsPersonnelles;
const PUBLIQUES = [
  adresses.aide,
  adresses.rechercheDAide,
  `${adresses.rechercheDAide}?q=rattachment`,
  `${adresses.rechercheDAide}?q=xylophage`,
  adresseAide('parametres'),
  adresseAide('pieces-jointes'),
  adresses.accessibilite,
  adresses.mentionsLegales,
  adresses.donneesPersonnelles,
  adresses.deconnexion,
];
const DU_COMPTE = [
  adresses.accueil,
  adresses.actualites,
  adresseActualite('annonce'),
  adresses.evenements,
  adresses.monCompte,
  INFOS,
  adresses.parametres,
  adresses.apercuDuReleve,
  adresses.rattachements,
  adresses.demandesDeRattachement,
  adresses.demanderRattachement,
  adresses.structures,
  adresses.gestionnaire,
  adresses.demandesADecider,
  adresses.abonnements,
  adresses.piecesJointes,
  adresses.ajouterPieceJointe,
  '/espaces/factures-emises',
  '/espaces/activites-du-gestionnaire',
];

let base: BaseDeTest;
let portail: PortailDeTest;
const pages: Record<Langue, Map<string, string>> = { fr: new Map(), en: new Map() };

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
  await annoncer();
  for (const langue of LANGUES) await visiter(langue, pages[langue]);
});

/** One actualité in both languages, with all that a text may hold; another in French only. */
async function annoncer() {
  const markdown =
    '# A\n\n### B\n\n| c | d |\n|---|---|\n| 1 | [2](/aide) |\n\n> e\n\n1. f\n   - g';
  const { html } = rendreMarkdown(markdown);
  const annonce = {
    titre: 'Annonce',
    resume: 'Résumé.',
    markdown,
    html,
    du: '2026-11-01',
    au: null,
  };
  for (const langue of LANGUES)
    await publierActualite(base.sql, { ...annonce, identifiant: 'annonce', langue }, INSTANT);
  const seule = { ...annonce, identifiant: 'seule', langue: 'fr' } as const;
  await publierActualite(base.sql, seule, INSTANT);
}

/** Goes through every page of the portal, in every state that it has. */
async function visiter(langue: Langue, vues: Map<string, string>) {
  await base.regler(INSTANT);
  const entetes = { 'accept-language': langue };
  const voir: Voir = async (nom, reponse) => {
    const { body, headers } = await reponse;
    if (String(headers['content-type']).includes('html')) vues.set(nom, body);
    else throw new Error(`${nom}: no page`);
  };
  for (const page of PUBLIQUES) await voir(page, portail.anonyme.get(page, entetes));
  await voir('refus', portail.anonyme.get('/connexion/retour?state=x', entetes));
  const agent = await portail.connecter(await gestionnaire(langue));
  for (const page of DU_COMPTE) await voir(page, agent.get(page));
  await voir('404', agent.get('/nulle-part'));
  await voir('actualité en français', agent.get(adresseActualite('seule')));
  await visiterRattachements(base.sql, portail, langue, voir);
  await visiterPieces(base.sql, portail, langue, voir);
  await visiterUtilisateurs(base.sql, portail, langue, voir);
  await visiterAbonnements(base.sql, portail, langue, voir);
  await voir('erreurs', agent.post(INFOS, { version: '1', telephone: 'x' }));
  await voir('erreurs de paramètres', agent.post(adresses.parametres, { version: '1' }));
  await voir('conflit', agent.post(INFOS, formulaireRempli({ nom: 'Autre', version: '9' })));
  const autre = { version: '9', langue };
  await voir('conflit de paramètres', agent.post(adresses.parametres, autre));
  await agent.post(INFOS, formulaireRempli({ adresseElectronique: `${langue}@nouvelle.fr` }));
  await voir('adresse en attente', agent.get(INFOS));
  await voir(
    'compte, adresse en attente',
    agent.get(`${adresses.monCompte}?message=adresseAConfirmer`),
  );
  const jeton = (await courrielsEnFile(base.proprietaire)).at(-2)?.jeton ?? '';
  await voir('confirmation', agent.get(`${adresses.confirmationAdresse}?jeton=${jeton}`));
  await voir('lien périmé', agent.get(adresses.confirmationAdresse));
  const seul = await portail.connecter(await creerCompteRempli(base.sql, { langue }));
  await voir('compte sans rattachement', seul.get(adresses.monCompte));
  await voir('accueil sans événement', seul.get(adresses.accueil));
  const nouveau = await creerCompteRempli(base.sql, { langue, verifieLe: null });
  const debutant = await portail.connecter(nouveau);
  await voir(adresses.premiereConnexion, debutant.get(adresses.premiereConnexion));
  await voir('vérification requise', debutant.post(INFOS, {}));
  await base.regler(apres(INSTANT, minutes(31)));
  await voir('session terminée', seul.post(INFOS, formulaireRempli(), entetes));
}

async function gestionnaire(langue: Langue): Promise<number> {
  const id = await creerCompteRempli(base.sql, { langue });
  for (const role of ['GESTIONNAIRE_PRINCIPAL', 'UTILISATEUR'] as const) {
    const structure = await creerStructure(base.sql);
    const serviceId = await creerService(base.sql, structure, 'URBS');
    const lignes = [{ serviceId, dateFin: '2027-01-01' }];
    await rattacher(base.sql, id, structure, role, role === 'UTILISATEUR' ? lignes : [{}]);
  }
  return id;
}

const liens = (html: string) =>
  balises(html).flatMap(({ attributs }) =>
    ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap(
      (nom) => attributs[nom]?.split(' ') ?? [],
    ),
  );
const visible = ({ attributs }: { attributs: Record<string, string> }) =>
  attributs['type'] !== 'hidden';

describe.each(LANGUES)('every page in « %s »', (langue) => {
  /** Proves something of each page, naming the page that fails. */
  function chacune(preuve: (html: string, nom: string) => unknown, attendu: unknown) {
    const vues = [...pages[langue]];
    expect(vues.length).toBeGreaterThan(25);
    const obtenus = vues.map(([nom, html]) => [nom, preuve(html, nom)]);
    expect(obtenus).toEqual(vues.map(([nom]) => [nom, attendu]));
  }

  test('says its language', () => {
    chacune((html) => balises(html, 'html')[0]?.attributs['lang'], langue);
  });

  test('has one main title, and it is not empty', () => {
    chacune((html) => [balises(html, 'h1').length, h1(html).length > 3], [1, true]);
  });

  test('has a title of its own in the browser, which begins with its main title', () => {
    const erreur = langue === 'fr' ? 'Erreur – ' : 'Error – ';
    chacune((html, nom) => {
      const prefixe = /^(erreurs|conflit)/.test(nom) ? erreur : '';
      const lu = titre(html);
      return lu.startsWith(`${prefixe}${h1(html)} – `) && lu.endsWith('– Portail Chorus');
    }, true);
    const adressees = [...pages[langue]].filter(([nom]) => nom.startsWith('/'));
    const titres = adressees.map(([, html]) => titre(html));
    expect(new Set(titres).size).toBe(titres.length);
  });

  test('has levels of titles that skip none', () => {
    chacune((html) => {
      const niveaux = balises(html)
        .filter(({ nom }) => /^h[1-6]$/.test(nom))
        .map(({ nom }) => Number(nom[1]));
      return niveaux.filter((niveau, n) => n > 0 && niveau > (niveaux[n - 1] ?? 1) + 1);
    }, []);
  });

  test('gives each id once', () => {
    chacune((html) => ids(html).filter((id, n, tous) => tous.indexOf(id) !== n), []);
  });

  test('refers only to elements that it has', () => {
    chacune((html) => liens(html).filter((id) => !ids(html).includes(id)), []);
    chacune(
      (html) =>
        balises(html, 'a')
          .map(({ attributs }) => attributs['href'] ?? '')
          .filter((href) => href.startsWith('#') && !ids(html).includes(href.slice(1))),
      [],
    );
  });

  test('gives the focus to one element at most, and to what it says was done', () => {
    chacune((html) => {
      const focalises = balises(html).filter(({ attributs }) => 'autofocus' in attributs);
      const faits = balises(html).filter(({ attributs: { class: classe } }) =>
        /fr-alert--success/.test(classe ?? ''),
      );
      return focalises.length < 2 && faits.every((fait) => 'autofocus' in fait.attributs);
    }, true);
  });

  test('labels every field', () => {
    chacune((html) => {
      const labels = balises(html, 'label').map(({ attributs }) => attributs['for']);
      const champs = ['input', 'select', 'textarea'].flatMap((nom) => balises(html, nom));
      return champs.filter(visible).filter(({ attributs }) => !labels.includes(attributs['id']));
    }, []);
  });

  test('holds neither script nor style in place, nor anything from elsewhere', () => {
    chacune(
      (html) => {
        const interdites = balises(html).filter(
          ({ nom, attributs }) =>
            ['style', 'iframe', 'object', 'base'].includes(nom) ||
            Object.keys(attributs).some((cle) => cle === 'style' || /^on/.test(cle)),
        );
        const sources = balises(html).flatMap(({ nom, attributs }) =>
          nom === 'a' || nom === 'form' ? [] : [attributs['src'] ?? attributs['href'] ?? '/'],
        );
        return [interdites, sources.filter((source) => !source.startsWith('/'))];
      },
      [[], []],
    );
    const script = /<script type="module" src="\/assets\/portail-[0-9a-f]{12}\.js"><\/script>/;
    chacune((html) => [html.match(/<script/g)?.length, script.test(html)], [1, true]);
  });

  test('has its landmarks: banner, main part, foot, and links to skip to them', () => {
    chacune(
      (html) => ['header', 'main', 'footer'].map((nom) => balises(html, nom).length),
      [1, 1, 1],
    );
    chacune((html) => balises(html, 'a')[0]?.attributs['href'], '#contenu');
  });

  test('says of its images whether they say something', () => {
    chacune((html) => balises(html, 'img').filter(({ attributs }) => !('alt' in attributs)), []);
  });

  test('says that it is not the official site', () => {
    const mots =
      langue === 'fr' ? 'pas le site officiel Chorus Pro' : 'not the official Chorus Pro';
    chacune((html) => html.includes(mots), true);
  });

  test('leaves no text untranslated', () => {
    chacune(
      (html) =>
        html.match(
          /\b(aide|pages|composants|compte|erreurs|mentions|annuaire|demandes|utilisateurs|gestion|ficheGestion|historique|continuite|piecesJointes)\.[a-z]\w+|\{\{\w+\}\}/g,
        ),
      null,
    );
  });
});
