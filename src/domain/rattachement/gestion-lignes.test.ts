// What becomes of somebody's lines when a manager changes their services or their period: a table of cases.
import { describe, expect, test } from 'vitest';
import type { Cible, LigneCible } from './gestion.ts';
import {
  decideLignes,
  type LigneVoulue,
  porteesVoulues,
  type SituationLignes,
} from './gestion-lignes.ts';

const [URBS, VOIRIE, FERME] = [11, 12, 13];
const situation: SituationLignes = {
  jour: '2026-11-23',
  statutStructure: 'ACTIF',
  services: [
    { id: URBS, dateFin: null },
    { id: VOIRIE, dateFin: null },
    { id: FERME, dateFin: '2026-10-31' },
  ],
};
const ligne = (champs: Partial<LigneCible> = {}): LigneCible => ({
  id: 1,
  portee: null,
  dateDebut: '2026-01-01',
  dateFin: null,
  statut: 'VALIDEE',
  ...champs,
});
const voulue = (portee: number | null, champs: Partial<LigneVoulue> = {}): LigneVoulue => ({
  portee,
  dateDebut: '2026-01-01',
  dateFin: null,
  ...champs,
});
function decider(lignes: LigneCible[], voulues: LigneVoulue[], champs: Partial<Cible> = {}) {
  const cible: Cible = {
    rattachementId: 1,
    compteId: 2,
    role: 'UTILISATEUR',
    compteActif: true,
    version: 1,
    lignes,
    delegations: [],
    autresGestionnaires: 1,
    ...champs,
  };
  return decideLignes(cible, voulues, situation);
}
const RIEN = { kind: 'modifier', aCreer: [], aChanger: [], aFinir: [] };
const suspendue = ligne({ statut: 'DESACTIVEE' });

describe('a new set of lines', () => {
  test('that is the same changes nothing', () => {
    expect(decider([ligne()], [voulue(null)])).toEqual({ kind: 'inchange' });
  });

  test('adds a service', () => {
    const avant = [ligne({ portee: URBS })];
    expect(decider(avant, [voulue(URBS), voulue(VOIRIE)])).toEqual({
      ...RIEN,
      aCreer: [{ ...voulue(VOIRIE), statut: 'VALIDEE' }],
      reduit: false,
      etendu: true,
    });
  });

  test('takes a service away', () => {
    const avant = [ligne({ portee: URBS }), ligne({ id: 2, portee: VOIRIE })];
    expect(decider(avant, [voulue(URBS)])).toEqual({
      ...RIEN,
      aFinir: [2],
      reduit: true,
      etendu: false,
    });
  });

  test('puts the whole structure in place of services: nothing is lost', () => {
    expect(decider([ligne({ portee: URBS })], [voulue(null)])).toEqual({
      ...RIEN,
      aCreer: [{ ...voulue(null), statut: 'VALIDEE' }],
      aFinir: [1],
      reduit: false,
      etendu: true,
    });
  });

  test('puts another service in place of one: won and lost', () => {
    const fait = decider([ligne({ portee: URBS })], [voulue(VOIRIE)]);
    expect(fait).toMatchObject({ aFinir: [1], reduit: true, etendu: true });
  });

  test.each<[string, Partial<LigneVoulue>, { reduit: boolean; etendu: boolean }]>([
    ['an end', { dateFin: '2027-01-31' }, { reduit: true, etendu: false }],
    [
      'an earlier start, already past',
      { dateDebut: '2025-01-01' },
      { reduit: false, etendu: false },
    ],
    ['a later start', { dateDebut: '2026-12-01' }, { reduit: true, etendu: false }],
  ])('gives %s', (_quoi, periode, dit) => {
    const { portee: _, ...nouvelle } = voulue(null, periode);
    const aChanger = [{ id: 1, ...nouvelle }];
    expect(decider([ligne()], [voulue(null, periode)])).toEqual({ ...RIEN, aChanger, ...dit });
  });

  test('gives days again to what was over: a gain', () => {
    const fait = decider([ligne({ dateFin: '2026-10-31' })], [voulue(null)]);
    expect(fait).toMatchObject({ reduit: false, etendu: true });
  });

  test('drops what was over: no loss', () => {
    const avant = [ligne(), ligne({ id: 2, portee: URBS, dateFin: '2026-10-31' })];
    expect(decider(avant, [voulue(null)])).toMatchObject({ aFinir: [2], reduit: false });
  });

  test('of somebody suspended stays suspended, what is added too', () => {
    const fait = decider([{ ...suspendue, portee: URBS }], [voulue(URBS), voulue(VOIRIE)]);
    expect(fait).toMatchObject({ aCreer: [{ portee: VOIRIE, statut: 'DESACTIVEE' }] });
  });

  test('of somebody suspended in part adds what counts', () => {
    const avant = [{ ...suspendue, portee: URBS }, ligne({ id: 2, portee: VOIRIE })];
    const fait = decider(avant, [voulue(null)]);
    expect(fait).toMatchObject({ aCreer: [{ statut: 'VALIDEE' }], aFinir: [1, 2] });
  });
});

describe('a set of lines is refused', () => {
  const beaucoup = Array.from({ length: 201 }, (_, n) => voulue(n + 1));
  test.each<[string, LigneVoulue[], string]>([
    ['that is empty', [], 'rienDeDemande'],
    ['too long', beaucoup, 'tropDeServices'],
    ['with a service of another structure', [voulue(99)], 'serviceInconnu'],
    ['with a service that is closed', [voulue(FERME)], 'serviceFerme'],
    ['reversed', [voulue(null, { dateFin: '2025-12-31' })], 'finAvantDebut'],
    ['over', [voulue(null, { dateFin: '2026-11-22' })], 'periodePassee'],
    [
      'wrong on one line of two',
      [voulue(URBS), voulue(VOIRIE, { dateFin: '2025-01-01' })],
      'finAvantDebut',
    ],
  ])('%s', (_quoi, voulues, kind) => {
    expect(decider([ligne()], voulues)).toEqual({ kind });
  });

  test('for a closed account', () => {
    const fait = decider([ligne({ portee: URBS })], [voulue(null)], { compteActif: false });
    expect(fait).toEqual({ kind: 'compteInactif' });
  });

  test('that would take the whole structure from a secondaire', () => {
    const gs = { role: 'GESTIONNAIRE_SECONDAIRE' } as const;
    expect(decider([ligne()], [voulue(URBS)], gs)).toEqual({ kind: 'entiereRequise' });
    const parService = decider([ligne({ portee: URBS })], [voulue(VOIRIE)], gs);
    expect(parService.kind).toBe('modifier');
  });

  test('that would end the last manager', () => {
    const seul = { role: 'GESTIONNAIRE_SECONDAIRE', autresGestionnaires: 0 } as const;
    const fin = [voulue(null, { dateFin: '2026-11-23' })];
    expect(decider([ligne()], fin, seul)).toEqual({ kind: 'dernierGestionnaire' });
  });

  test('but a service that closed since stays where it is', () => {
    const avant = [ligne({ portee: FERME })];
    expect(decider(avant, [voulue(FERME), voulue(URBS)]).kind).toBe('modifier');
  });
});

test('the whole structure makes services needless, each service counts once', () => {
  expect(porteesVoulues([URBS, null])).toEqual([null]);
  expect(porteesVoulues([URBS, URBS, VOIRIE])).toEqual([URBS, VOIRIE]);
});
