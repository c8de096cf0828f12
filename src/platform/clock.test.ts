// The one clock (model §1): the civil day of Paris, and the instant that several processes of a test share.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { jourCivil, systemClock, testClock } from './clock.ts';
import { connect } from './postgres/connect.ts';

const { sql, clock, regler, adresses } = await baseDeTest();

describe('the civil day', () => {
  test.each([
    ['2026-11-22T22:59:59.999Z', '2026-11-22', 'just before midnight in winter'],
    ['2026-11-22T23:00:00.000Z', '2026-11-23', 'midnight in winter'],
    ['2026-07-13T21:59:59.999Z', '2026-07-13', 'just before midnight in summer'],
    ['2026-07-13T22:00:00.000Z', '2026-07-14', 'midnight in summer'],
    ['2026-03-28T22:59:59.999Z', '2026-03-28', 'the last winter midnight, before'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29', 'the day that has 23 hours begins'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29', 'before the hour that is skipped'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', 'after the hour that is skipped'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29', 'the day that has 23 hours ends'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30', 'and the next begins'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25', 'the day that has 25 hours begins'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', 'half past two, the first time'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', 'half past two, again'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25', 'the day that has 25 hours ends'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26', 'and the next begins'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', 'the new year'],
    ['2028-02-28T23:30:00.000Z', '2028-02-29', 'a leap day'],
  ])('of %s is %s: %s', (instant, jour) => {
    expect(jourCivil(new Date(instant))).toBe(jour);
  });

  test('is the one that PostgreSQL counts', async () => {
    for (const instant of [
      '2026-03-28T23:00:00Z',
      '2026-10-25T22:59:59Z',
      '2026-07-13T22:00:00Z',
    ]) {
      const [row] = await sql`select ${new Date(instant)}::timestamptz::date as jour`;
      expect(row?.['jour']).toBe(jourCivil(new Date(instant)));
    }
  });
});

describe('the clock', () => {
  test('of tests is the machine’s until an instant is set', async () => {
    const avant = new Date();
    const lu = await clock();
    expect(lu.getTime()).toBeGreaterThanOrEqual(avant.getTime());
    expect(lu.getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('of tests gives the instant that was set, to every process', async () => {
    await regler('2030-01-01T00:00:00Z');
    expect(await clock()).toEqual(new Date('2030-01-01T00:00:00Z'));
    await regler(new Date('2031-01-01T00:00:00Z'));
    const autre = connect(adresses.portail, { max: 1, name: 'autre-processus' });
    expect(await testClock(autre)()).toEqual(new Date('2031-01-01T00:00:00Z'));
    await autre.end();
  });

  test('everywhere else is the machine’s', async () => {
    const avant = Date.now();
    expect((await systemClock()).getTime()).toBeGreaterThanOrEqual(avant);
  });
});
