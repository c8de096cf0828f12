// What the register takes away takes the stand-in with it.
import { expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { appliquerLigne, entreeFlux, ligneFlux } from '../../../tests/soutien/flux.ts';
import { creerStructure, deleguer, INSTANT, JOUR } from '../../../tests/soutien/scene.ts';

const { sql } = await baseDeTest();

test('somebody whom the feed detaches no longer stands in as a manager there', async () => {
  const structureId = await creerStructure(sql);
  const rattachements = [await entreeFlux(sql, structureId)];
  const compteId = await appliquerLigne(sql, ligneFlux('M1', { rattachements }), INSTANT);
  await deleguer(sql, compteId, structureId, ['2026-11-01', '2026-12-31']);
  await appliquerLigne(sql, ligneFlux('M1', { rattachements: [] }), INSTANT);
  expect((await sql`select from portees_actives(${compteId}, ${JOUR})`).length).toBe(0);
});
