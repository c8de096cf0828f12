// Digests over a real database and a real relay: what a window holds, who is told, when, once.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import {
  lecteur,
  ouvrirBoiteDeReleves,
  PORTAIL,
  piecesDites,
} from '../../tests/soutien/releves.ts';
import {
  apres,
  creerService,
  creerStructure,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';
import type { Details } from '../domain/evenement/evenement.ts';
import { annoncerAuCompte, annoncerAuxTitulaires } from '../domain/evenement/queries.ts';
import { connect } from '../platform/postgres/connect.ts';

const base = await baseDeTest();
const { sql } = base;
await ouvrirMois(base.proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
/** Tuesday morning, the day after the scene; then the days after it. */
const MARDI = new Date('2026-11-24T06:30:00Z');
const jours = (nombre: number) => apres(MARDI, heures(24 * nombre));

const personne = (champs = {}) => lecteur(base, champs);
const pieceRejetee = (compteId: number, instant = INSTANT) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', instant));
const facture = (structureId: number, details: Details = {}, serviceId: number | null = null) =>
  sql.begin((tx) =>
    annoncerAuxTitulaires(
      tx,
      { structureId, serviceId, espace: 'FACTURES_RECUES' },
      'FACTURE',
      INSTANT,
      {
        numero: 'F1',
        statut: 'MISE_A_DISPOSITION',
        role: 'DESTINATAIRE',
        emetteur: 'Blin',
        destinataire: 'Mairie',
        ...details,
      },
    ),
  );
const textes = (adresse: string) => boite.pour(adresse).map(({ texte }) => texte);

beforeEach(() => boite.repartir(INSTANT));

describe('the window of a digest', () => {
  test('tells what happened once, and is never empty', async () => {
    const { id, adresse } = await personne();
    const { adresse: rien } = await personne();
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', MARDI);
    expect(textes(adresse)).toEqual([expect.stringContaining('pièces jointes')]);
    await boite.passer('QUOTIDIEN', apres(MARDI, heures(1)));
    await boite.passer('QUOTIDIEN', jours(1));
    expect(boite.pour(adresse).length).toBe(1);
    expect(boite.pour(rien)).toEqual([]);
  });

  test('leaves to the next one what commits after the cut, whatever its id', async () => {
    const { id, adresse } = await personne();
    const autre = connect(base.adresses.portail, { max: 1, name: 'test-lente' });
    const lente = await autre.reserve();
    await lente`begin`;
    await annoncerAuCompte(lente as never, id, 'PIECE_REJETEE', INSTANT);
    await pieceRejetee(id);
    await boite.envoyer('QUOTIDIEN', MARDI);
    // Its younger neighbour waits with it: all below the cut is over.
    expect(boite.pour(adresse)).toEqual([]);
    await lente`commit`;
    lente.release();
    await autre.end();
    await boite.passer('QUOTIDIEN', jours(1));
    const [texte = ''] = textes(adresse);
    expect(piecesDites(texte)).toBe(2);
  });

  test('tells nothing that the person did, or that a service mail told', async () => {
    const { id, adresse } = await personne();
    await sql.begin((tx) => annoncerAuCompte(tx, id, 'DEMANDE_ACCEPTEE', INSTANT));
    await boite.passer('QUOTIDIEN', MARDI);
    expect(boite.pour(adresse)).toEqual([]);
  });
});

describe('the days', () => {
  test.each([
    ['before seven', '2026-11-24T05:59:00Z'],
    ['on Saturday', '2026-11-28T09:00:00Z'],
    ['on Christmas Day', '2026-12-25T09:00:00Z'],
  ])('none leaves %s', async (_, instant) => {
    const { id, adresse } = await personne();
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', new Date(instant));
    expect(boite.pour(adresse)).toEqual([]);
  });

  test('what comes weekly waits for the first working day of the week, in the same mail', async () => {
    const { id, adresse } = await personne();
    await sql`
      insert into preference_notification (compte_id, sujet, rythme, modifiee_le)
      values (${id}, 'FACTURE', 'HEBDOMADAIRE', ${INSTANT})`;
    const structureId = await creerStructure(sql);
    await rattacher(sql, id, structureId);
    await facture(structureId);
    await boite.passer('QUOTIDIEN', MARDI);
    expect(boite.pour(adresse)).toEqual([]);
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', jours(6));
    const [texte, ...autres] = textes(adresse);
    expect(autres).toEqual([]);
    expect(texte).toContain('Facture F1');
    expect(texte).toContain('antivirus');
  });
});

describe('who is told', () => {
  test('holders of the right on the whole structure or on its service, nobody else', async () => {
    const structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
    const urbanisme = await creerService(sql, structureId, 'URBS');
    const voirie = await creerService(sql, structureId, 'VOIRIE');
    const [entiere, duService, autre, dehors] = [
      await personne(),
      await personne(),
      await personne(),
      await personne(),
    ];
    await rattacher(sql, entiere.id, structureId);
    await rattacher(sql, duService.id, structureId, 'UTILISATEUR', [{ serviceId: urbanisme }]);
    await rattacher(sql, autre.id, structureId, 'UTILISATEUR', [{ serviceId: voirie }]);
    await facture(structureId, { numero: 'DU-SERVICE' }, urbanisme);
    await facture(structureId, { numero: 'ENTIERE' });
    await boite.passer('QUOTIDIEN', MARDI);
    const dits = (adresse: string) =>
      ['DU-SERVICE', 'ENTIERE'].filter((n) => textes(adresse).join('').includes(n));
    expect(dits(entiere.adresse)).toEqual(['DU-SERVICE', 'ENTIERE']);
    expect(dits(duService.adresse)).toEqual(['DU-SERVICE']);
    expect([...dits(autre.adresse), ...dits(dehors.adresse)]).toEqual([]);
  });

  test('not who lost the right between the event and the sending', async () => {
    const structureId = await creerStructure(sql);
    const { id, adresse } = await personne();
    await rattacher(sql, id, structureId);
    await facture(structureId);
    await boite.passer('QUOTIDIEN', MARDI, true);
    await sql`update rattachement_ligne set statut = 'SUPPRIMEE' where structure_id = ${structureId}`;
    await boite.passer('QUOTIDIEN', apres(MARDI, heures(2)));
    expect(boite.pour(adresse)).toEqual([]);
    expect(await sql`select from envoi where compte_id = ${id}`).toHaveLength(0);
  });

  test.each([
    ['whose account is inactive', { etat: 'INACTIF' }],
    ['who switched notifications off', { recevoirNotifications: false }],
    ['whose address is not proved', { adresseElectronique: null }],
  ])('not somebody %s', async (_, champs) => {
    const { id } = await personne(champs);
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', MARDI);
    expect(boite.recus).toEqual([]);
  });

  test('not who chose otherwise between the claim and the sending', async () => {
    const { id, adresse } = await personne();
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', MARDI, true);
    await sql`
      insert into preference_notification (compte_id, sujet, rythme, modifiee_le)
      values (${id}, 'COMPTE', 'JAMAIS', ${INSTANT})`;
    await boite.passer('QUOTIDIEN', apres(MARDI, heures(2)));
    expect(boite.pour(adresse)).toEqual([]);
  });
});

describe('the mail', () => {
  test('is grouped by structure, each line leading to its page, a long list cut', async () => {
    const { id, adresse } = await personne();
    const [abbeville, terneuil] = [
      await creerStructure(sql, { raisonSociale: 'Mairie d’Abbeville' }),
      await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' }),
    ];
    await rattacher(sql, id, abbeville);
    await rattacher(sql, id, terneuil);
    await facture(terneuil, { numero: 'T1' });
    for (let n = 0; n < 13; n += 1) await facture(abbeville, { numero: `A${n}` });
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', MARDI);
    const [{ texte, html } = { texte: '', html: '' }] = boite.pour(adresse);
    const rangs = ['Mon compte\n', 'Mairie d’Abbeville\n', 'Mairie de Terneuil\n'].map((titre) =>
      texte.indexOf(titre),
    );
    expect(rangs).toEqual(rangs.toSorted((a, b) => a - b));
    expect(rangs[0]).toBeGreaterThan(0);
    expect(texte).toContain('et 3 autres événements');
    expect(texte).not.toContain('Facture A2 ');
    expect(html).toContain(`href="${PORTAIL}/espaces/factures-recues"`);
    expect(html).toContain(`href="${PORTAIL}/mon-compte/pieces-jointes"`);
  });

  test('speaks the account’s language, says which account and why, and leads to each choice', async () => {
    const { id, adresse } = await personne({ langue: 'en', prenom: 'Karim', nom: 'Benali' });
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', MARDI);
    const [{ texte, entetes } = { texte: '', entetes: {} as Record<string, string> }] =
      boite.pour(adresse);
    expect(entetes['content-language']).toBe('en');
    expect(texte).toContain('Hello Karim Benali');
    expect(texte).toContain(`${adresse}, the contact address of the account of Karim Benali`);
    expect(texte).toContain(`${PORTAIL}/mon-compte/parametres#sujet-COMPTE`);
    const lien = /^<(.+)>$/.exec(entetes['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(lien).toMatch(new RegExp(`^${PORTAIL}/desabonnement/[\\w-]{43}$`));
    expect(texte).toContain(lien);
    expect(entetes['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  });
});
