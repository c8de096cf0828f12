// Acts at the same moment, in no order, many times: no deadlock, no failure, the invariants
// hold after each round.
// Longer: PROPRIETES_RUNS=2000 PROPRIETES_SEED=7 npm test -- bousculade
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acteTire, faire, type Geste, preciser } from '../../../tests/soutien/actes.ts';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { enDefaut } from '../../../tests/soutien/invariants-demandes.ts';
import { avancer, creerMonde, idsDe, jourDe, regarder } from '../../../tests/soutien/monde.ts';
import { verifierGerants } from '../../../tests/soutien/suites.ts';

const { sql } = await baseDeTest();
const TOURS = Number(process.env['PROPRIETES_RUNS'] ?? 60);
const SEED = Number(process.env['PROPRIETES_SEED'] ?? 20261123);
const TOURS_PAR_MONDE = 12;

/** Runs of the feed are kept apart: of several in a round, the first goes. */
function unSeulFlux({ acte }: { acte: string }, rang: number, tires: { acte: string }[]): boolean {
  return acte !== 'flux' || tires.findIndex((tire) => tire.acte === 'flux') === rang;
}

test(`crowds of acts at once neither fail nor deadlock (seed ${SEED}, ${TOURS} rounds)`, {
  timeout: 60_000 + TOURS * 1000,
}, async () => {
  const tour = fc
    .array(acteTire, { minLength: 2, maxLength: 5, size: 'max' })
    .map((tires) => tires.filter(unSeulFlux));
  const tours = fc.sample(tour, { seed: SEED, numRuns: TOURS });
  let monde = await creerMonde(sql);
  for (const [rang, tires] of tours.entries()) {
    if (rang % TOURS_PAR_MONDE === 0) monde = await creerMonde(sql);
    avancer(monde);
    const gestes: Geste[] = [];
    for (const tire of tires) gestes.push(await preciser(monde, tire));
    const avant = await regarder(monde);
    // All at one instant, whatever days pass meanwhile.
    const cetInstant = { ...monde };
    const issues = await Promise.allSettled(gestes.map((geste) => faire(cetInstant, geste)));
    const echecs = issues.flatMap((issue) =>
      issue.status === 'rejected' ? [`${issue.reason}`] : [],
    );
    expect(echecs, JSON.stringify(tires)).toEqual([]);
    expect(await enDefaut(sql, idsDe(monde), jourDe(monde))).toEqual([]);
    if (gestes.every(({ acte }) => acte !== 'autre')) verifierGerants(avant, await regarder(monde));
  }
});
