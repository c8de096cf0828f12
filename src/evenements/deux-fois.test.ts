// The same event of an invoice twice: in a call, in two, at once, under two tokens.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import {
  corpsDe,
  evenementsDe,
  jetonDe,
  ligne,
  nouveauDestinataire,
  poster,
} from '../../tests/soutien/factures.ts';
import { ouvrirPortail, type PortailDeTest } from '../../tests/soutien/portail.ts';
import { creerStructure, INSTANT } from '../../tests/soutien/scene.ts';

let base: BaseDeTest;
let portail: PortailDeTest;
let jeton: string;
let siret: string;
let structureId: number;

beforeAll(async () => {
  base = await baseDeTest();
  await base.proprietaire`select creer_partitions_evenement(${INSTANT}, 1)`;
  portail = await ouvrirPortail(base);
});
beforeEach(async () => {
  ({ siret, structureId } = await nouveauDestinataire(base));
  jeton ??= await jetonDe(base.sql);
});

const envoyer = (lignes: Parameters<typeof corpsDe>[0], headers = {}) =>
  poster(portail, jeton, corpsDe(lignes), headers);
const ecrits = () => evenementsDe(base.sql, structureId);

describe('the same event twice', () => {
  test('in one call counts once', async () => {
    const l = ligne(siret);
    expect((await envoyer([l, l, ligne(siret)])).json()).toMatchObject({
      acceptees: 2,
      dejaRecues: 1,
    });
    expect(await ecrits()).toHaveLength(2);
  });

  test('in a second call changes nothing, whatever the server that takes it', async () => {
    const lignes = [ligne(siret), ligne(siret)];
    await envoyer(lignes);
    const autre = await ouvrirPortail(base);
    const encore = await poster(autre, jeton, corpsDe(lignes));
    expect(encore.json()).toMatchObject({ recues: 2, acceptees: 0, dejaRecues: 2 });
    expect(await ecrits()).toHaveLength(2);
  });

  test('under another token of its source changes nothing; of another source, it does', async () => {
    const l = ligne(siret);
    await envoyer([l]);
    const [rotation, tiers] = [await jetonDe(base.sql, 'AIFE'), await jetonDe(base.sql, 'Éditeur')];
    expect((await poster(portail, rotation, corpsDe([l]))).json()).toMatchObject({ dejaRecues: 1 });
    expect((await poster(portail, tiers, corpsDe([l]))).json()).toMatchObject({ acceptees: 1 });
  });

  test('in two calls at once, in opposite orders, is taken once', async () => {
    const lignes = Array.from({ length: 3_000 }, () => ligne(siret));
    const reponses = await Promise.all([
      envoyer(lignes),
      envoyer(lignes.toReversed()),
      envoyer(lignes),
    ]);
    const comptes = reponses.map((reponse) => reponse.json());
    expect(comptes.map(({ refusees, recues }) => [refusees, recues])).toEqual(
      comptes.map(() => [0, 3_000]),
    );
    expect(comptes.reduce((somme, { acceptees }) => somme + acceptees, 0)).toBe(3_000);
    expect(await ecrits()).toHaveLength(3_000);
  });

  test('refused for an unknown structure is taken once the directory knows it', async () => {
    const inconnu = '21990000000000';
    const l = ligne(inconnu);
    expect((await envoyer([l])).json()).toMatchObject({ refusees: 1 });
    await creerStructure(base.sql, { identifiant: inconnu });
    expect((await envoyer([l])).json()).toMatchObject({ acceptees: 1 });
  });
});
