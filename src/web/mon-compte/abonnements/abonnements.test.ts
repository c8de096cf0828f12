// « Mes abonnements aux espaces » through HTTP: the list, asking, deleting, the page of an espace; bad input changes nothing.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { abonnementsStockes, ouvrirEspaces } from '../../../../tests/soutien/abonnements.ts';
import { type BaseDeTest, baseDeTest } from '../../../../tests/soutien/base-de-test.ts';
import { sansTrace } from '../../../../tests/soutien/demandes.ts';
import { attacher, structureTenue } from '../../../../tests/soutien/gestion.ts';
import { balises, lienVers, resume, texteVisible, titre } from '../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../tests/soutien/portail.ts';
import {
  abonner,
  creerCompte,
  creerStructure,
  INSTANT,
  ouvrirMois,
} from '../../../../tests/soutien/scene.ts';
import { adresseAjoutSur, adresseDemande, adresses } from '../../../domain/adresses.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let tenue: Awaited<ReturnType<typeof structureTenue>>;
let compteId: number;
let rattachementId: number;
let agent: Visiteur;
let gestionnaire: Visiteur;

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  tenue = await structureTenue(base.sql);
  const { structureId } = tenue;
  ({ compteId, rattachementId } = await attacher(base.sql, structureId));
  await ouvrirEspaces(base.sql, structureId, ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX']);
  agent = await portail.connecter(compteId);
  gestionnaire = await portail.connecter(tenue.principal);
});

const FORMULAIRE = { entiere: 'oui', 'espace-ENGAGEMENTS': 'oui', mode: 'MODIFICATION' };
const page = () => adresseAjoutSur(tenue.structureId);
const lire = async (qui: Visiteur, chemin: string) => (await qui.get(chemin)).body;
const mesAbonnements = () => lire(agent, adresses.abonnements);

const coches = (html: string) =>
  balises(html, 'input')
    .filter(({ attributs }) => 'checked' in attributs)
    .map(({ attributs }) => attributs['name']);

describe('the way of a request', () => {
  test('asked, pending, accepted for less: its tab is there at the next page', async () => {
    const envoi = await agent.post(page(), { ...FORMULAIRE, commentaire: 'Merci' });
    expect(envoi.statusCode).toBe(303);
    const liste = await lire(agent, envoi.headers.location ?? '');
    expect(texteVisible(liste)).toMatch(
      /Engagements Modification .*Structure entière EN COURS DE VALIDATION Demandé le 23 novembre 2026/,
    );
    expect(texteVisible(liste)).not.toContain('Ouvrir');
    const demande = lienVers(liste, 'Suivre la demande');
    const vue = await lire(gestionnaire, demande);
    expect(titre(vue)).toContain('Demande d’abonnement');
    const [ligne] = await base.sql<{ id: number }[]>`
      select id from demande_ligne where compte_id = ${compteId}`;
    const octroi = { octroi: 'oui', [`ligne-${ligne?.id}`]: 'oui', consultation: 'oui' };
    const decide = await gestionnaire.post(`${demande}/acceptation`, octroi);
    expect(decide.statusCode).toBe(303);
    const apres = texteVisible(await mesAbonnements());
    expect(apres).toMatch(/Engagements Consultation .*VALIDÉ Depuis le .*accordé par Hélène AUBRY/);
    expect(lienVers(await lire(agent, '/'), 'Engagements')).toBe('/espaces/engagements');
    expect(texteVisible(await lire(agent, demande))).toMatch(
      /Abonnement demandé Engagements – Structure entière \(Modification\) Abonnement accordé Engagements – Structure entière \(Consultation\)/,
    );
  });

  test('refused: the reason, and the form again as it was', async () => {
    await agent.post(page(), { ...FORMULAIRE, entiere: '', [`service-${tenue.urbs}`]: 'oui' });
    const demande = lienVers(await mesAbonnements(), 'Suivre la demande');
    const sans = await gestionnaire.post(`${demande}/refus`, { motif: ' ' });
    expect(sans.statusCode).toBe(422);
    expect(resume(sans.body)).toMatchObject([{ ancre: 'motif' }]);
    await gestionnaire.post(`${demande}/refus`, { motif: 'Voyez la DSI' });
    const liste = await mesAbonnements();
    expect(texteVisible(liste)).toMatch(
      /Engagements Modification .*Urbanisme REFUSÉ .*Voyez la DSI/,
    );
    const encore = await lire(agent, lienVers(liste, 'Demander à nouveau'));
    const cochees = balises(encore, 'input')
      .filter(({ attributs }) => 'checked' in attributs)
      .map(({ attributs }) => `${attributs['name']}=${attributs['value']}`);
    expect(cochees).toEqual([
      `service-${tenue.urbs}=oui`,
      'espace-ENGAGEMENTS=oui',
      'mode=MODIFICATION',
    ]);
  });

  test('refused, is not asked again once its espace is closed', async () => {
    await agent.post(page(), FORMULAIRE);
    const demande = lienVers(await mesAbonnements(), 'Suivre la demande');
    await gestionnaire.post(`${demande}/refus`, { motif: 'Non' });
    expect(texteVisible(await mesAbonnements())).toContain('Demander à nouveau');
    await base.sql`update espace_structure set ferme_le = ${INSTANT}
      where structure_id = ${tenue.structureId}`;
    expect(texteVisible(await mesAbonnements())).not.toContain('Demander à nouveau');
  });

  test('withdrawn after a confirmation, it leaves the list', async () => {
    await agent.post(page(), FORMULAIRE);
    const retrait = lienVers(await mesAbonnements(), 'Retirer la demande');
    expect(texteVisible(await lire(agent, retrait))).toContain('Engagements – Structure entière');
    const fait = await agent.post(retrait, {});
    expect(fait.headers.location).toContain(adresses.abonnements);
    expect(texteVisible(await mesAbonnements())).not.toContain('EN COURS');
  });
});

describe('a bad form', () => {
  const CAS: [string, Record<string, string>, string[]][] = [
    ['nothing', {}, ['portees', 'espaces', 'mode']],
    ['no espace', { entiere: 'oui', mode: 'CONSULTATION' }, ['espaces']],
    ['a mode of ours never', { ...FORMULAIRE, mode: 'TOUT' }, ['mode']],
    ['a closed espace', { ...FORMULAIRE, 'espace-SOLLICITATIONS_EMISES': 'oui' }, ['espaces']],
    ['an unknown espace', { ...FORMULAIRE, 'espace-XYZ': 'oui' }, ['espaces']],
    [
      'a service of another structure',
      { ...FORMULAIRE, entiere: '', 'service-999999': 'oui' },
      ['portees'],
    ],
    ['a long comment', { ...FORMULAIRE, commentaire: 'x'.repeat(256) }, ['commentaire']],
    ['markup', { ...FORMULAIRE, commentaire: '<b>' }, ['commentaire']],
  ];
  test.each(CAS)('with %s comes back with what was typed', async (_quoi, champs, ancres) => {
    const envoi = await sansTrace(base.proprietaire, () => agent.post(page(), champs));
    expect(envoi.statusCode).toBe(422);
    expect(titre(envoi.body)).toMatch(/^Erreur – /);
    expect(resume(envoi.body).map(({ ancre }) => ancre)).toEqual(ancres);
    for (const { ancre } of resume(envoi.body)) expect(envoi.body).toContain(`id="${ancre}"`);
    if (champs['espace-ENGAGEMENTS'])
      expect(envoi.body).toMatch(/name="espace-ENGAGEMENTS" value="oui" checked/);
  });

  test('with the whole structure and a service asks which', async () => {
    const service = `service-${tenue.urbs}`;
    const envoi = await sansTrace(base.proprietaire, () =>
      agent.post(page(), { ...FORMULAIRE, [service]: 'oui' }),
    );
    expect(envoi.statusCode).toBe(422);
    expect(resume(envoi.body)).toMatchObject([
      { ancre: 'portees', phrase: expect.stringContaining('comprend tous ses services') },
    ]);
    expect(coches(envoi.body)).toEqual(['entiere', service, 'espace-ENGAGEMENTS', 'mode']);
  });

  test('on a structure where one has nothing is not found', async () => {
    const autre = adresseAjoutSur(await creerStructure(base.sql));
    const envoi = await sansTrace(base.proprietaire, () => agent.post(autre, FORMULAIRE));
    expect(envoi.statusCode).toBe(404);
    expect((await agent.get(autre)).statusCode).toBe(404);
  });

  test('of a decision: no line ticked, a line of another request', async () => {
    await agent.post(page(), FORMULAIRE);
    const demande = lienVers(await mesAbonnements(), 'Suivre la demande');
    for (const champs of [{ octroi: 'oui' }, { octroi: 'oui', 'ligne-999999': 'oui' }]) {
      const envoi = await sansTrace(base.proprietaire, () =>
        gestionnaire.post(`${demande}/acceptation`, champs),
      );
      expect(envoi.statusCode).toBe(422);
      expect(resume(envoi.body)).toMatchObject([{ ancre: 'lignes' }]);
    }
    const etranger = await portail.connecter(await creerCompte(base.sql));
    expect((await etranger.get(demande)).statusCode).toBe(404);
    expect((await agent.post(`${demande}/acceptation`, { octroi: 'oui' })).statusCode).toBe(404);
  });
});

describe('deleting', () => {
  test('takes the ticked ones after a confirmation, never a default one', async () => {
    const ids: number[] = [];
    for (const espace of ['ENGAGEMENTS', 'FACTURES_DE_TRAVAUX'])
      ids.push(await abonner(base.sql, compteId, rattachementId, tenue.structureId, espace));
    const boites = balises(await mesAbonnements(), 'input').filter(
      ({ attributs }) => attributs['name'] === 'a',
    );
    expect(boites.map(({ attributs }) => Number(attributs['value'])).toSorted()).toEqual(
      ids.toSorted(),
    );
    const confirmation = `${adresses.supprimerAbonnements}?a=${ids.join('&a=')}`;
    const fenetre = await lire(agent, confirmation);
    expect(texteVisible(fenetre)).toContain('les abonnements suivants');
    expect(fenetre).toMatch(/<caption[^>]*>\s*(<[^>]*>)*Abonnements à supprimer/);
    const fait = await agent.post(
      adresses.supprimerAbonnements,
      ids.map((id) => ['a', String(id)]),
    );
    expect(fait.headers.location).toContain('abonnementsSupprimes');
    expect(await abonnementsStockes(base.sql, compteId)).toEqual([]);
    const { statusCode, headers } = await agent.get(confirmation);
    expect(statusCode).toBe(303);
    expect(headers.location).toBe(`${adresses.abonnements}?message=abonnementsIndisponibles`);
  });

  test('leaves those of others', async () => {
    const autre = await attacher(base.sql, tenue.structureId);
    const id = await abonner(
      ...([
        base.sql,
        autre.compteId,
        autre.rattachementId,
        tenue.structureId,
        'ENGAGEMENTS',
      ] as const),
    );
    const fait = await sansTrace(base.proprietaire, () =>
      agent.post(adresses.supprimerAbonnements, { a: String(id) }),
    );
    expect(fait.headers.location).toContain('abonnementsIndisponibles');
    const lu = await agent.get(`${adresses.supprimerAbonnements}?a=${id}`);
    expect(lu.headers.location).toContain('abonnementsIndisponibles');
    const rien = await agent.get(adresses.supprimerAbonnements);
    expect(rien.headers.location).toContain('abonnementsACocher');
  });
});

describe('the page of an espace', () => {
  test('shows scopes, since when, in which mode, by whom', async () => {
    await abonner(base.sql, compteId, rattachementId, tenue.structureId, 'ENGAGEMENTS', {
      accordeParCompteId: tenue.principal,
    });
    expect(texteVisible(await lire(agent, '/espaces/engagements'))).toMatch(
      /Structure entière Consultation 23 novembre 2026 Hélène AUBRY/,
    );
    expect(texteVisible(await lire(agent, '/espaces/factures-emises'))).toMatch(
      /Structure entière Modification 1er janvier 2026 Par défaut/,
    );
    expect((await agent.get('/espaces/factures-de-travaux')).statusCode).toBe(404);
    await base.sql`update abonnement set origine = 'PERSONNE', accorde_par_compte_id = ${compteId}
      where compte_id = ${compteId}`;
    expect(texteVisible(await lire(agent, '/espaces/engagements'))).toContain('Sans décision');
    expect(texteVisible(await mesAbonnements())).toContain(
      'Depuis le 23 novembre 2026, sans décision',
    );
  });

  test('its tab leads to its application, where one is configured', async () => {
    const application = 'https://engagements.example.org/entree';
    const autre = await ouvrirPortail(base, { adressesDesEspaces: { ENGAGEMENTS: application } });
    await abonner(base.sql, compteId, rattachementId, tenue.structureId, 'ENGAGEMENTS');
    const visiteur = await autre.connecter(compteId);
    expect(lienVers(await lire(visiteur, '/'), 'Engagements')).toBe(application);
    const rendu = await lire(visiteur, '/espaces/engagements');
    expect(lienVers(rendu, 'Ouvrir l’application')).toBe(application);
  });

  test('of a new row of the catalogue needs no code', async () => {
    await base.proprietaire`
      insert into espace (id, code, libelle_fr, libelle_en, pour, par_defaut, validation_requise,
        ordre)
      values (90, 'MARCHES', 'Marchés', 'Contracts', 'TOUS', false, true, 45)`;
    await gestionnaire.post(`/gestionnaire/structures/${tenue.structureId}/espaces/ouverture`, {
      espace: 'MARCHES',
    });
    await agent.post(page(), { entiere: 'oui', 'espace-MARCHES': 'oui', mode: 'CONSULTATION' });
    const demande = lienVers(await mesAbonnements(), 'Suivre la demande');
    const [ligne] = await base.sql<{ id: number }[]>`
      select id from demande_ligne where compte_id = ${compteId}`;
    const octroi = { octroi: 'oui', [`ligne-${ligne?.id}`]: 'oui' };
    await gestionnaire.post(`${demande}/acceptation`, octroi);
    const accueil = await lire(agent, '/');
    expect(lienVers(accueil, 'Marchés')).toBe('/espaces/marches');
    expect(titre(await lire(agent, '/espaces/marches'))).toContain('Marchés');
    expect(demande).toMatch(new RegExp(`^${adresseDemande(0).slice(0, -1)}`));
  });
});
