// The lock of an identifier, as tables of cases.
import { describe, expect, it } from 'vitest';
import { ajouterEchec, type Compteur, decideVerrou, type EtatVerrou } from './verrou.ts';

const DIX_HEURES = new Date('2026-03-02T09:00:00Z');
const apres = (minutes: number) => new Date(DIX_HEURES.getTime() + minutes * 60_000);
const compteur = (echecs: number): Compteur => ({ echecs, dernier: DIX_HEURES });

describe('decideVerrou', () => {
  const cas: [string, Compteur | undefined, Date, EtatVerrou][] = [
    ['leaves five tries to an unknown identifier', undefined, apres(0), ouvert(5)],
    ['takes one try off for one failure', compteur(1), apres(1), ouvert(4)],
    ['leaves one try after four failures', compteur(4), apres(59), ouvert(1)],
    ['locks after five failures', compteur(5), apres(0), verrouille()],
    ['is still locked one minute before the hour', compteur(5), apres(59), verrouille()],
    ['opens when the hour is over', compteur(5), apres(60), ouvert(5)],
    ['forgets a few failures after one hour', compteur(3), apres(60), ouvert(5)],
  ];
  it.each(cas)('%s', (_nom, donne, now, attendu) => {
    expect(decideVerrou(donne, now)).toEqual(attendu);
  });
});

describe('ajouterEchec', () => {
  const cas: [string, Compteur | undefined, Date, Compteur][] = [
    ['starts at one', undefined, apres(0), { echecs: 1, dernier: apres(0) }],
    ['adds one and moves the instant', compteur(2), apres(5), { echecs: 3, dernier: apres(5) }],
    ['does not lengthen a lock', compteur(5), apres(30), compteur(5)],
    [
      'starts again when the hour is over',
      compteur(5),
      apres(61),
      { echecs: 1, dernier: apres(61) },
    ],
  ];
  it.each(cas)('%s', (_nom, donne, now, attendu) => {
    expect(ajouterEchec(donne, now)).toEqual(attendu);
  });
});

function ouvert(restants: number): EtatVerrou {
  return { kind: 'ouvert', restants };
}

function verrouille(): EtatVerrou {
  return { kind: 'verrouille', jusqua: apres(60) };
}
