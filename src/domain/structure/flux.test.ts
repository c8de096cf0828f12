// When a complete file must not be applied, and what names a place or an identifier may have: tables of cases.
import { describe, expect, test } from 'vitest';
import { departementDuCodePostal } from './departement.ts';
import { decideArret, EFFETS, type Effet, type Prevision } from './flux.ts';
import { bienForme } from './identifiant.ts';
import type { TypeIdentifiant } from './structure.ts';

const RIEN = Object.fromEntries(EFFETS.map((effet) => [effet, 0])) as Record<Effet, number>;
const prevoir = (effets: Partial<Record<Effet, number>>, lignes = 90): Prevision => ({
  lignes,
  actives: 100,
  effets: { ...RIEN, ...effets },
});
const CALME = prevoir({ creee: 10, modifiee: 80, autreSource: 50 });
const trop = (quoi: 'structures' | 'services', fermees: number) => ({
  kind: 'tropDeFermetures',
  quoi,
  fermees,
  actives: 100,
});

describe('decideArret', () => {
  test.each<[string, Prevision, Prevision | null, { seuil?: number; forcer?: boolean }, unknown]>([
    ['lets through what closes nothing', CALME, CALME, {}, null],
    ['lets through the threshold itself', prevoir({ absente: 5 }), null, {}, null],
    ['stops beyond it', prevoir({ absente: 6 }), null, {}, trop('structures', 6)],
    [
      'counts what lines close with what the file leaves out',
      prevoir({ absente: 3, fermee: 3 }),
      null,
      {},
      trop('structures', 6),
    ],
    ['yields to another threshold', prevoir({ absente: 6 }), null, { seuil: 0.06 }, null],
    ['yields when forced', prevoir({ absente: 100 }), null, { forcer: true }, null],
    ['looks at services too', CALME, prevoir({ absente: 9 }), {}, trop('services', 9)],
    ['stops an empty file', prevoir({}, 0), null, {}, { kind: 'vide', quoi: 'structures' }],
    [
      'stops an empty file even when forced',
      CALME,
      prevoir({}, 0),
      { forcer: true },
      { kind: 'vide', quoi: 'services' },
    ],
  ])('%s', (_, structures, services, garde, attendu) => {
    const previsions = [
      { quoi: 'structures' as const, prevision: structures },
      ...(services ? [{ quoi: 'services' as const, prevision: services }] : []),
    ];
    expect(decideArret(previsions, { seuil: 0.05, forcer: false, ...garde })).toEqual(attendu);
  });
});

test.each([
  ['76640', '76'],
  ['01400', '01'],
  ['20000', '2A'],
  ['20190', '2A'],
  ['20200', '2B'],
  ['20620', '2B'],
  ['97139', '971'],
  ['98800', '988'],
  ['00100', null],
  ['7664', null],
  ['SW1A', null],
])('the département of the postal code %s is %s', (codePostal, attendu) => {
  expect(departementDuCodePostal(codePostal)).toBe(attendu);
});

test.each<[TypeIdentifiant, string, boolean]>([
  ['SIRET', '21760002200016', true],
  ['SIRET', '2176000220001', false],
  ['SIRET', '2176000220001A', false],
  ['TAHITI', 'A12345', true],
  ['TAHITI', 'A12345001', true],
  ['TAHITI', 'A123450', false],
  ['RIDET', '0123456001', true],
  ['RIDET', 'R1', false],
  ['UE_HORS_FRANCE', 'DE811569869', true],
  ['HORS_UE', 'CHE-123.456.788', true],
  ['AUTRE', 'É1', false],
  ['AUTRE', '<B>', false],
  ['PARTICULIER', 'X'.repeat(51), false],
  ['PARTICULIER', '', false],
])('a %s may be « %s »: %s', (type, identifiant, attendu) => {
  expect(bienForme(type, identifiant)).toBe(attendu);
});
