// Any sequence of requests, decisions, deletions, hand-overs, losses and days keeps the
// invariants (design §6.2).
// Longer: PROPRIETES_RUNS=2000 PROPRIETES_SEED=7 npm test -- proprietes
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acteTire, faire, preciser } from '../../../tests/soutien/actes.ts';
import { attendre } from '../../../tests/soutien/attendu.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { avancer, creerMonde, regarder } from '../../../tests/soutien/monde.ts';
import { verifierSuites } from '../../../tests/soutien/suites.ts';

const { sql } = await baseDeTest();
const RUNS = Number(process.env['PROPRIETES_RUNS'] ?? 30);
const SEED = Number(process.env['PROPRIETES_SEED'] ?? 20261123);
const MINUTE_MS = 60_000;

/** The answers that the short run must have met, or it proved nothing of them. */
const RENCONTRES = [
  'demandee',
  'accordee',
  'acceptee',
  'refusee',
  'retiree',
  'transmis',
  'terminee',
];

test(`any sequence of acts of five people keeps the invariants (seed ${SEED}, ${RUNS} worlds)`, {
  timeout: Math.max(MINUTE_MS, RUNS * 2000),
}, async () => {
  const reponses = new Map<string, number>();
  const suite = fc.array(acteTire, { minLength: 10, maxLength: 40, size: 'max' });
  const propriete = fc.asyncProperty(suite, async (tires) => {
    const monde = await creerMonde(sql);
    for (const tire of tires) {
      avancer(monde);
      const geste = await preciser(monde, tire);
      const attendue = await attendre(monde, geste);
      const avant = await regarder(monde);
      const reponse = await faire(monde, geste);
      expect({ geste, reponse }).toEqual({ geste, reponse: attendue });
      await verifierSuites(monde, geste, reponse, avant);
      reponses.set(reponse, (reponses.get(reponse) ?? 0) + 1);
    }
  });
  await fc.assert(propriete, { seed: SEED, numRuns: RUNS, endOnFailure: RUNS <= 30 });
  expect([...reponses.keys()]).toEqual(expect.arrayContaining(RENCONTRES));
});
