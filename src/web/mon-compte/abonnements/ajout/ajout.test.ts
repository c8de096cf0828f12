// « Ajouter un abonnement » through HTTP: the choice of the structure, the form as it is first shown.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ouvrirEspaces } from '../../../../../tests/soutien/abonnements.ts';
import { type BaseDeTest, baseDeTest } from '../../../../../tests/soutien/base-de-test.ts';
import { attacher, structureTenue } from '../../../../../tests/soutien/gestion.ts';
import { balises, lienVers, resume, texteVisible } from '../../../../../tests/soutien/html.ts';
import {
  ouvrirPortail,
  type PortailDeTest,
  type Visiteur,
} from '../../../../../tests/soutien/portail.ts';
import {
  abonner,
  creerCompte,
  creerService,
  creerStructure,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../../../../tests/soutien/scene.ts';
import { adresseAjoutSur, adresses } from '../../../../domain/adresses.ts';

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

describe('the form as first shown', () => {
  test('ticks the whole structure only where there is no service, or where it is asked again', async () => {
    expect(coches(await lire(agent, page()))).toEqual(['mode']);
    await base.sql`update service set date_fin = '2026-01-01'
      where structure_id = ${tenue.structureId}`;
    expect(coches(await lire(agent, page()))).toEqual(['entiere', 'mode']);
  });

  test('asks the whole structure again after a refusal', async () => {
    await agent.post(page(), FORMULAIRE);
    const demande = lienVers(await mesAbonnements(), 'Suivre la demande');
    await gestionnaire.post(`${demande}/refus`, { motif: 'Non' });
    const encore = await lire(agent, lienVers(await mesAbonnements(), 'Demander à nouveau'));
    expect(coches(encore)).toEqual(['entiere', 'espace-ENGAGEMENTS', 'mode']);
  });

  test('asks all of a refused request again from its page', async () => {
    const cochees = {
      'espace-ENGAGEMENTS': 'oui',
      'espace-FACTURES_DE_TRAVAUX': 'oui',
      [`service-${tenue.urbs}`]: 'oui',
      [`service-${tenue.voirie}`]: 'oui',
    };
    await agent.post(page(), { ...FORMULAIRE, ...cochees, entiere: '' });
    const demande = lienVers(await mesAbonnements(), 'Suivre la demande');
    await gestionnaire.post(`${demande}/refus`, { motif: 'Non' });
    const encore = await lire(agent, lienVers(await lire(agent, demande), 'Demander à nouveau'));
    expect(coches(encore).toSorted()).toEqual([...Object.keys(cochees), 'mode'].toSorted());
  });

  test('names a service of a right beyond those shown, and stands under « Mon compte »', async () => {
    const { structureId } = tenue;
    for (let n = 0; n < 25; n++) await creerService(base.sql, structureId, `A${n}`);
    const champs = { serviceId: tenue.voirie };
    await abonner(base.sql, compteId, rattachementId, structureId, 'ENGAGEMENTS', champs);
    const html = await lire(agent, page());
    expect(texteVisible(html)).toContain('Déjà accordé : Voirie (Consultation)');
    for (const chemin of [page(), `${adresses.ajouterAbonnement}?choix=oui`])
      expect(lienVers(await fil(chemin), 'Mon compte')).toBe(adresses.monCompte);
  });
  const fil = async (chemin: string) =>
    /<nav[^>]*fr-breadcrumb.*?<\/nav>/s.exec(await lire(agent, chemin))?.[0] ?? '';
});

describe('a form for nothing is told to tick', () => {
  const phrase = async () => {
    const { statusCode, body } = await agent.post(page(), { ...FORMULAIRE, entiere: '' });
    expect(statusCode).toBe(422);
    const [erreur, ...autres] = resume(body);
    expect(autres).toEqual([]);
    expect(body.split(erreur?.phrase ?? '?').length).toBe(3);
    return erreur?.phrase.replaceAll('\u00a0', ' ');
  };

  test('the whole structure or a service, when it may', async () => {
    expect(await phrase()).toBe(
      '« Pour quoi » : cochez « Structure entière », ou au moins un service.',
    );
  });

  test('the whole structure, where there is no service', async () => {
    await base.sql`update service set date_fin = '2026-01-01'
      where structure_id = ${tenue.structureId}`;
    expect(await phrase()).toBe('« Pour quoi » : cochez « Structure entière ».');
  });

  test('a service, when the rattachement is on services', async () => {
    const ligne = { serviceId: tenue.urbs };
    ({ compteId } = await attacher(base.sql, tenue.structureId, 'UTILISATEUR', [ligne]));
    agent = await portail.connecter(compteId);
    expect(await phrase()).toBe('« Pour quoi » : cochez au moins un service.');
  });
});

describe('the choice of the structure', () => {
  test('is skipped with one, searched with many', async () => {
    const seule = await agent.get(`${adresses.ajouterAbonnement}?espace=ENGAGEMENTS`);
    expect(seule.headers.location).toBe(`${page()}?espace=ENGAGEMENTS`);
    for (let n = 0; n < 25; n++) {
      const structureId = await creerStructure(base.sql, { raisonSociale: `École ${n}` });
      await rattacher(base.sql, compteId, structureId);
    }
    const choix = await lire(agent, adresses.ajouterAbonnement);
    expect(
      balises(choix, 'a').filter(({ attributs }) => /ajout\/\d+$/.test(attributs['href'] ?? '')),
    ).toHaveLength(20);
    const cherche = await lire(agent, `${adresses.ajouterAbonnement}?texte=ecole+24`);
    expect(texteVisible(cherche)).toContain('École 24');
    expect(texteVisible(cherche)).not.toContain('École 23');
    const rien = await lire(agent, `${adresses.ajouterAbonnement}?texte=zzz`);
    expect(texteVisible(rien)).toContain('Aucune structure ne correspond');
  });

  test('says how to get attached when one is on none', async () => {
    const seul = await portail.connecter(await creerCompte(base.sql));
    for (const chemin of [adresses.abonnements, adresses.ajouterAbonnement])
      expect(lienVers(await lire(seul, chemin), 'Demander un rattachement')).toBe(
        adresses.demanderRattachement,
      );
  });
});
