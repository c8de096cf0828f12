// The header Range (RFC 9110 §14.1.2) on a file of 1,000 bytes: a table of cases.
import { expect, test } from 'vitest';
import { lireIntervalle } from './intervalle.ts';

const partie = (debut: number, fin: number) => ({ kind: 'partie', debut, fin });
const TOUT = { kind: 'tout' };
const DEHORS = { kind: 'dehors' };

test.each([
  [undefined, TOUT],
  ['bytes=0-0', partie(0, 0)],
  ['bytes=0-499', partie(0, 499)],
  ['bytes=500-', partie(500, 999)],
  ['bytes=999-', partie(999, 999)],
  ['bytes=900-5000', partie(900, 999)],
  ['bytes=-1', partie(999, 999)],
  ['bytes=-5000', partie(0, 999)],
  ['bytes=-0', DEHORS],
  ['bytes=1000-', DEHORS],
  ['bytes=1000-2000', DEHORS],
  // What cannot be read, or is more than one interval, counts as no header.
  ['bytes=5-4', TOUT],
  ['bytes=-', TOUT],
  ['bytes=a-b', TOUT],
  ['bytes=0-1,5-6', TOUT],
  ['lignes=0-1', TOUT],
  ['bytes=99999999999999999999-', TOUT],
])('« %s » asks for %j', (entete, attendu) => {
  expect(lireIntervalle(entete, 1_000)).toEqual(attendu);
});
