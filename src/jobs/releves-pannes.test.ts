// Digests and notices when something fails, or when several workers are there: nothing lost, nothing twice.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { ouvrirRelais } from '../../tests/soutien/relais.ts';
import { lecteur, ouvrirBoiteDeReleves, piecesDites } from '../../tests/soutien/releves.ts';
import { apres, heures, INSTANT, minutes, ouvrirMois } from '../../tests/soutien/scene.ts';
import { annoncerAuCompte } from '../domain/evenement/queries.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
await ouvrirMois(proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
const MARDI = new Date('2026-11-24T06:30:00Z');
const jours = (nombre: number) => apres(MARDI, heures(24 * nombre));

const evenement = (compteId: number) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', INSTANT));
const combien = (adresse: string) => boite.pour(adresse).map(({ texte }) => piecesDites(texte));
const identifiants = (adresse: string) =>
  boite.pour(adresse).map(({ entetes }) => entetes['message-id']);

beforeEach(() => boite.repartir(INSTANT));

describe('while the relay is down', () => {
  test('two days make one digest, with all that happened', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI, true);
    await evenement(id);
    await boite.passer('QUOTIDIEN', jours(1), true);
    await evenement(id);
    await boite.passer('QUOTIDIEN', jours(2));
    expect(combien(adresse)).toEqual([3]);
    await boite.passer('QUOTIDIEN', jours(3));
    expect(combien(adresse)).toEqual([3]);
    expect(await sql`select from releve_envoi where compte_id = ${id}`).toHaveLength(0);
  });

  test('it is asked again after one minute, then two, four…', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    const essai = async () => {
      const [lot] = await sql<{ essais: number; prochainEssai: Date }[]>`
        select essais, prochain_essai from releve_lot where termine_le is null`;
      return lot;
    };
    await boite.passer('QUOTIDIEN', MARDI, true);
    expect(await essai()).toEqual({ essais: 1, prochainEssai: apres(MARDI, minutes(1)) });
    await boite.passer('QUOTIDIEN', apres(MARDI, minutes(0.5)));
    expect(combien(adresse)).toEqual([]);
    await boite.passer('QUOTIDIEN', apres(MARDI, minutes(1)), true);
    expect(await essai()).toEqual({ essais: 2, prochainEssai: apres(MARDI, minutes(3)) });
    await boite.passer('QUOTIDIEN', apres(MARDI, minutes(3)));
    expect(combien(adresse)).toEqual([1]);
  });
});

test('a mail that is refused is tried again as the same mail, alone', async () => {
  const [a, b] = [await lecteur(base), await lecteur(base)];
  await evenement(a.id);
  await evenement(b.id);
  const tentes: string[] = [];
  boite.conduite.refuser = (adresse) => {
    tentes.push(adresse);
    return adresse === a.adresse && tentes.length < 3;
  };
  const [claimed] = [await boite.passer('QUOTIDIEN', MARDI)];
  expect(claimed).toBeUndefined();
  const [avant] = await sql<{ messageId: string }[]>`
    select message_id from envoi where compte_id = ${a.id}`;
  expect([combien(a.adresse), combien(b.adresse)]).toEqual([[], [1]]);
  await boite.passer('QUOTIDIEN', apres(MARDI, minutes(1)));
  expect([combien(a.adresse), combien(b.adresse)]).toEqual([[1], [1]]);
  expect(identifiants(a.adresse)).toEqual([`<${avant?.messageId}@example.org>`]);
});

test('several workers at once send each mail once', async () => {
  const gens = await Promise.all(Array.from({ length: 30 }, () => lecteur(base)));
  for (const { id } of gens) await evenement(id);
  await boite.passer('IMMEDIAT', MARDI);
  await Promise.all(Array.from({ length: 4 }, () => boite.passer('QUOTIDIEN', MARDI)));
  await boite.passer('QUOTIDIEN', apres(MARDI, minutes(1)));
  expect(gens.map(({ adresse }) => boite.pour(adresse).length)).toEqual(Array(30).fill(1));
});

describe('a digest that another worker still sends', () => {
  test('is not opened again over it', async () => {
    const { id, adresse } = await lecteur(base);
    await evenement(id);
    await boite.passer('QUOTIDIEN', MARDI, true);
    const tenue = await sql.reserve();
    await tenue`
      select pg_advisory_lock(hashtextextended('releve_lot', id)) from releve_lot
      where termine_le is null`;
    await evenement(id);
    await boite.passer('QUOTIDIEN', jours(1));
    expect(combien(adresse)).toEqual([]);
    await tenue`select pg_advisory_unlock_all()`;
    tenue.release();
    await boite.passer('QUOTIDIEN', jours(1));
    expect(combien(adresse)).toEqual([2]);
  });
});

test('a mail that is refused for good is tried once a day, then given up', async () => {
  const { id, adresse } = await lecteur(base);
  let essais = 0;
  boite.conduite.refuser = () => {
    essais += 1;
    return '550 inconnu';
  };
  await evenement(id);
  for (const attente of [0, 1, 60, 300])
    await boite.passer('QUOTIDIEN', apres(MARDI, minutes(attente)));
  expect(essais).toBe(1);
  expect(await sql`select from releve_lot where termine_le is null`).toHaveLength(0);
  for (const n of [1, 2, 3]) await boite.passer('QUOTIDIEN', jours(n));
  expect(essais).toBe(4);
  await evenement(id);
  boite.conduite.refuser = () => false;
  // Six days after the first refusal: what was refused is not told any more, what came since is.
  await boite.passer('QUOTIDIEN', jours(6));
  expect(combien(adresse)).toEqual([1]);
});

test('a mail that was refused for good leaves whole once the relay takes it', async () => {
  const { id, adresse } = await lecteur(base);
  boite.conduite.refuser = () => '550 inconnu';
  await evenement(id);
  await boite.passer('QUOTIDIEN', MARDI);
  await evenement(id);
  boite.conduite.refuser = () => false;
  await boite.passer('QUOTIDIEN', jours(1));
  expect(combien(adresse)).toEqual([2]);
});

describe('a relay that takes nothing now is left alone', () => {
  test('when it says so to a mail', async () => {
    const gens = await Promise.all(Array.from({ length: 40 }, () => lecteur(base)));
    for (const { id } of gens) await evenement(id);
    let essais = 0;
    boite.conduite.refuser = () => {
      essais += 1;
      return '421 plus tard';
    };
    await boite.passer('QUOTIDIEN', MARDI);
    expect(essais).toBeGreaterThan(0);
    expect(essais).toBeLessThanOrEqual(8);
  });

  test('when it says so to who comes in', async () => {
    const relais = await ouvrirRelais({ accueil: '554 plus tard' });
    const plein = await ouvrirBoiteDeReleves(base, { smtpUrl: relais.smtpUrl });
    const gens = await Promise.all(Array.from({ length: 40 }, () => lecteur(base)));
    for (const { id } of gens) await evenement(id);
    await plein.passer('QUOTIDIEN', MARDI);
    expect(relais.connexions()).toBeGreaterThan(0);
    expect(relais.connexions()).toBeLessThanOrEqual(8);
    await relais.stop();
    await boite.passer('QUOTIDIEN', apres(MARDI, minutes(1)));
    expect(boite.recus.length).toBe(40);
  });
});
