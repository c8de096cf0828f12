// The counters of failures stay bounded and keep the locks that count.
import { expect, it } from 'vitest';
import { creerEssais } from './essais.ts';

const NOW = new Date('2026-03-02T09:00:00Z');

it('locks one identifier and leaves the others open', () => {
  const essais = creerEssais();
  for (let i = 0; i < 5; i++) essais.echec('a', NOW);
  expect(essais.etat('a', NOW).kind).toBe('verrouille');
  expect(essais.etat('b', NOW)).toEqual({ kind: 'ouvert', restants: 5 });
});

it('forgets the failures of who entered', () => {
  const essais = creerEssais();
  essais.echec('a', NOW);
  essais.oublier('a');
  expect(essais.etat('a', NOW)).toEqual({ kind: 'ouvert', restants: 5 });
});

it('drops the oldest counter when it is full, never the newest', () => {
  const essais = creerEssais(2);
  for (const cle of ['a', 'b', 'c']) essais.echec(cle, NOW);
  expect(essais.etat('a', NOW)).toEqual({ kind: 'ouvert', restants: 5 });
  expect(essais.etat('c', NOW)).toEqual({ kind: 'ouvert', restants: 4 });
});
