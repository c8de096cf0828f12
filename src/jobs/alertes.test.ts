// Notices at once, and what becomes of events when somebody changes a rhythm: told once, at one rhythm or the other.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import {
  choisir as choisirPour,
  lecteur,
  ouvrirBoiteDeReleves,
  piecesDites,
} from '../../tests/soutien/releves.ts';
import {
  apres,
  creerStructure,
  heures,
  INSTANT,
  minutes,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';
import { annoncerAuCompte, annoncerAuxTitulaires } from '../domain/evenement/queries.ts';
import type { Preferences } from '../domain/notification/preferences.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
await ouvrirMois(proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
const MARDI = new Date('2026-11-24T06:30:00Z');
const jours = (nombre: number) => apres(MARDI, heures(24 * nombre));

let factures = 0;
const rejets = (structureId: number, nombre = 1) =>
  sql.begin(async (tx) => {
    const droit = { structureId, serviceId: null, espace: 'FACTURES_RECUES' };
    for (let n = 0; n < nombre; n += 1) {
      factures += 1;
      await annoncerAuxTitulaires(tx, droit, 'FACTURE', INSTANT, {
        numero: `F${factures}`,
        statut: 'REJETEE',
        role: 'DESTINATAIRE',
        emetteur: 'Blin',
        destinataire: 'Mairie',
      });
    }
  });
const evenement = (compteId: number) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', INSTANT));
const choisir = (compteId: number, rythmes: Partial<Preferences>, recevoir = true) =>
  choisirPour(base, compteId, rythmes, recevoir);
const dits = (adresse: string) => boite.pour(adresse).map(({ texte }) => piecesDites(texte));

beforeEach(() => boite.repartir(INSTANT));

describe('a notice at once', () => {
  test('holds a burst of rejected invoices in one mail, named by its subject', async () => {
    const structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
    const { id, adresse } = await lecteur(base);
    await rattacher(sql, id, structureId);
    await rejets(structureId, 500);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(1)));
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(2)));
    const [recu, ...autres] = boite.pour(adresse);
    expect(autres).toEqual([]);
    expect(recu?.entetes['subject']).toMatch(/^=\?UTF-8|^Factures rej/);
    expect(recu?.texte).toContain('et 490 autres événements');
    await boite.passer('QUOTIDIEN', MARDI);
    expect(boite.pour(adresse).length).toBe(1);
  });

  test('does not leave when nothing happened', async () => {
    const avant = await sql`select id from releve`;
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(1)));
    expect(await sql`select id from releve`).toEqual(avant);
  });

  test('the relay down, waits and leaves as one, with what came meanwhile', async () => {
    const structureId = await creerStructure(sql);
    const { id, adresse } = await lecteur(base);
    await rattacher(sql, id, structureId);
    await rejets(structureId);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(1)), true);
    await rejets(structureId, 2);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(2)));
    expect(boite.pour(adresse).map(({ texte }) => texte.match(/^- Facture/gm)?.length)).toEqual([
      3,
    ]);
  });

  test('the relay down and nothing new but for others, stays the same mail', async () => {
    const [{ id, adresse }, autre] = [await lecteur(base), await lecteur(base)];
    await choisir(id, { COMPTE: 'IMMEDIAT' });
    await evenement(id);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(1)), true);
    const [envoi] = await sql`select message_id from envoi where compte_id = ${id}`;
    await evenement(autre.id);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(2)));
    expect(boite.pour(adresse).map(({ entetes }) => entetes['message-id'])).toEqual([
      `<${envoi?.['messageId']}@example.org>`,
    ]);
  });

  test('the relay down and nothing new, is tried again', async () => {
    const structureId = await creerStructure(sql);
    const { id, adresse } = await lecteur(base);
    await rattacher(sql, id, structureId);
    await rejets(structureId);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(1)), true);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(2)));
    expect(boite.pour(adresse).length).toBe(1);
  });
});

describe('a change of rhythm', () => {
  test('from daily to weekly loses nothing and repeats nothing', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI);
    await evenement(id);
    await choisir(id, { COMPTE: 'HEBDOMADAIRE' });
    await evenement(id);
    await boite.passer('QUOTIDIEN', jours(1));
    expect(dits(adresse)).toEqual([1]);
    await boite.passer('QUOTIDIEN', jours(6));
    expect(dits(adresse)).toEqual([1, 2]);
  });

  test('from weekly to daily reaches back to the last weekly one', async () => {
    const { id, adresse } = await lecteur(base);
    await choisir(id, { COMPTE: 'HEBDOMADAIRE' });
    await boite.passer('QUOTIDIEN', MARDI);
    await evenement(id);
    await boite.passer('QUOTIDIEN', jours(1));
    await choisir(id, { COMPTE: 'QUOTIDIEN' });
    await boite.passer('QUOTIDIEN', jours(2));
    await boite.passer('QUOTIDIEN', jours(3));
    expect(dits(adresse)).toEqual([1]);
  });

  test('from daily to at once tells at once what no digest had told', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    await choisir(id, { COMPTE: 'IMMEDIAT' });
    await evenement(id);
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(1)));
    expect(dits(adresse)).toEqual([2]);
    await boite.passer('QUOTIDIEN', MARDI);
    await evenement(id);
    await boite.passer('IMMEDIAT', apres(MARDI, minutes(1)));
    expect(dits(adresse)).toEqual([2, 1]);
  });

  test('from daily to at once does so whatever notices left meanwhile to others', async () => {
    const [{ id, adresse }, autre] = [await lecteur(base), await lecteur(base)];
    await evenement(id);
    for (const minute of [1, 2]) {
      await boite.passer('IMMEDIAT', apres(INSTANT, minutes(minute)));
      await evenement(autre.id);
    }
    await choisir(id, { COMPTE: 'IMMEDIAT' });
    await boite.passer('IMMEDIAT', apres(INSTANT, minutes(3)));
    expect(dits(adresse)).toEqual([1]);
  });

  test('from never begins with the choice', async () => {
    const { id, adresse } = await lecteur(base);
    await choisir(id, { COMPTE: 'JAMAIS' });
    await evenement(id);
    await choisir(id, { COMPTE: 'QUOTIDIEN' });
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI);
    expect(dits(adresse)).toEqual([1]);
  });

  test('notifications switched on again begin with that', async () => {
    const { id, adresse } = await lecteur(base);
    await choisir(id, {}, false);
    await evenement(id);
    await choisir(id, {}, true);
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI);
    expect(dits(adresse)).toEqual([1]);
  });

  test('while a mail waits for the relay keeps what it would have told', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI, true);
    await choisir(id, { COMPTE: 'HEBDOMADAIRE' });
    await boite.passer('QUOTIDIEN', apres(MARDI, minutes(5)));
    expect(dits(adresse)).toEqual([]);
    await boite.passer('QUOTIDIEN', jours(6));
    expect(dits(adresse)).toEqual([1]);
  });

  test('made after the cut, before the sending, is told once', async () => {
    const { id, adresse } = await lecteur(base);
    await choisir(id, { COMPTE: 'HEBDOMADAIRE' });
    await boite.passer('QUOTIDIEN', MARDI);
    await evenement(id);
    await evenement(id);
    await boite.passer('QUOTIDIEN', jours(1), true);
    await choisir(id, { COMPTE: 'QUOTIDIEN' });
    await boite.passer('QUOTIDIEN', jours(2));
    await boite.passer('QUOTIDIEN', jours(3));
    expect(dits(adresse)).toEqual([2]);
  });
});
