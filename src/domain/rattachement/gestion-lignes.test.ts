// What becomes of somebody's lines when a manager changes their services or their period: a table of cases.
import { describe, expect, test } from 'vitest';
import type { Cible, LigneCible } from './gestion.ts';
import {
  avecPeriode,
  decideLignes,
  type LigneVoulue,
  type NouvellePeriode,
  porteesVoulues,
  type SituationLignes,
} from './gestion-lignes.ts';

const [URBS, VOIRIE, FERME, BIENTOT] = [11, 12, 13, 14];
const situation: SituationLignes = {
  jour: '2026-11-23',
  statutStructure: 'ACTIF',
  services: [
    { id: URBS, dateFin: null },
    { id: VOIRIE, dateFin: null },
    { id: FERME, dateFin: '2026-10-31' },
    { id: BIENTOT, dateFin: '2026-12-31' },
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

  test('when a service would begin after its own end', () => {
    const avant = [ligne({ portee: BIENTOT, dateFin: '2026-12-31' })];
    const apres = [voulue(BIENTOT, { dateDebut: '2027-01-01' })];
    expect(decider(avant, apres)).toEqual({ kind: 'serviceFerme' });
  });
});

describe('a service that is there already', () => {
  test.each<[string, LigneCible, Partial<LigneVoulue>]>([
    ['its end', ligne({ portee: FERME, dateFin: '2026-10-31' }), {}],
    ['an end to come', ligne({ portee: FERME, dateFin: '2026-10-31' }), { dateFin: '2027-06-30' }],
    ['another start', ligne({ portee: FERME }), { dateDebut: '2026-12-01' }],
  ])('keeps its line once it is closed, whatever is given: %s', (_quoi, avant, periode) => {
    expect(decider([avant], [voulue(FERME, periode)])).toEqual({ kind: 'inchange' });
    const fait = decider([avant], [voulue(FERME, periode), voulue(URBS)]);
    expect(fait).toMatchObject({ aCreer: [{ portee: URBS }], aChanger: [], aFinir: [] });
  });

  test('is taken away all the same', () => {
    const avant = [ligne({ portee: FERME, dateFin: '2026-10-31' }), ligne({ id: 2 })];
    expect(decider(avant, [voulue(null)])).toMatchObject({ aFinir: [1], reduit: false });
  });

  test.each([
    ['for good', null, '2026-12-31'],
    ['for longer than it lasts', '2027-06-30', '2026-12-31'],
    ['until sooner', '2026-12-15', '2026-12-15'],
  ])('is given %s: until its own end at most', (_quoi, dateFin, obtenue) => {
    const avant = [ligne({ portee: BIENTOT, dateFin: '2026-11-30' })];
    const aChanger = [{ id: 1, dateDebut: '2026-01-01', dateFin: obtenue }];
    expect(decider(avant, [voulue(BIENTOT, { dateFin })])).toMatchObject({ aChanger });
  });

  test('is left alone when nothing is asked of it', () => {
    expect(decider([ligne({ portee: BIENTOT })], [voulue(BIENTOT)])).toEqual({ kind: 'inchange' });
  });
});

describe('another period for all', () => {
  const JUIN = { dateDebut: null, dateFin: '2027-06-30' };
  const finie = ligne({ portee: URBS, dateFin: '2026-11-22' });
  const donner = (lignes: LigneCible[], periode: NouvellePeriode = JUIN) =>
    avecPeriode(lignes, periode, situation.jour);

  test('goes to what is live or to come, each with its own start', () => {
    const lignes = [
      ligne({ dateFin: situation.jour }),
      ligne({ id: 2, portee: VOIRIE, dateDebut: '2026-12-01' }),
    ];
    expect(donner(lignes)).toEqual([
      voulue(null, { dateFin: '2027-06-30' }),
      voulue(VOIRIE, { dateDebut: '2026-12-01', dateFin: '2027-06-30' }),
    ]);
  });

  test('may have another start, and no end', () => {
    const periode = { dateDebut: '2026-12-01', dateFin: null };
    expect(donner([ligne({ dateFin: '2026-12-31' })], periode)).toEqual([voulue(null, periode)]);
  });

  test('does not revive what is over', () => {
    const voulues = donner([ligne(), finie]);
    expect(voulues?.[1]).toEqual(voulue(URBS, { dateFin: '2026-11-22' }));
    expect(decider([ligne(), finie], voulues ?? [])).toMatchObject({ aChanger: [{ id: 1 }] });
    expect(donner([finie])).toBeNull();
    expect(donner([])).toBeNull();
  });
});

test('the whole structure makes services needless, each service counts once', () => {
  expect(porteesVoulues([URBS, null])).toEqual([null]);
  expect(porteesVoulues([URBS, URBS, VOIRIE])).toEqual([URBS, VOIRIE]);
});
