// Acts on people at the same moment, and on many at once: the second sees what the first did; each row has its outcome.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { dansLOrdre } from '../../../tests/soutien/courses.ts';
import { rattachementStocke, sansTrace } from '../../../tests/soutien/demandes.ts';
import { attacher, ditA, structureTenue } from '../../../tests/soutien/gestion.ts';
import { creerCompte, INSTANT, JOUR } from '../../../tests/soutien/scene.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { deleguer } from './actions-gestion-delegation.ts';
import { modifierRattachement } from './actions-gestion-lignes.ts';
import { agirEnNombre, PERSONNES_MAX } from './actions-gestion-nombre.ts';
import { rattacherCompte } from './actions-gestion-rattacher.ts';
import { changerRole } from './actions-gestion-role.ts';
import { detacher, suspendreRattachement } from './actions-gestion-suspension.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
const GS = 'GESTIONNAIRE_SECONDAIRE';
let structureId: number;
let urbs: number;
let voirie: number;
let principal: number;
beforeEach(async () => {
  ({ structureId, urbs, voirie, principal } = await structureTenue(sql));
});
const visee = (rattachementId: number, motif: string | null = 'Mutation') => ({
  structureId,
  rattachementId,
  motif,
});
const fermer = (compteId: number) => (tx: Transaction) =>
  tx`update compte set etat = 'INACTIF', desactive_le = ${INSTANT} where id = ${compteId}`;
const tenir = (tx: Transaction) => tx`select from structure where id = ${structureId} for update`;

describe('meanwhile', () => {
  test('an account closed is given nothing', async () => {
    const identifiantConnexion = `ferme.${structureId}`;
    const compteId = await creerCompte(sql, { identifiantConnexion });
    const quoi = { portees: [null], dateDebut: JOUR, dateFin: null, motif: null };
    const attache = { structureId, identifiant: identifiantConnexion, ...quoi };
    const [fait] = await dansLOrdre(base, fermer(compteId), [
      () => rattacherCompte(sql, principal, attache, INSTANT),
    ]);
    expect(fait).toEqual({ kind: 'compteInactif' });
  });

  test('an actor whose account is closed does nothing', async () => {
    const { rattachementId } = await attacher(sql, structureId);
    const [fait] = await dansLOrdre(base, fermer(principal), [
      () => suspendreRattachement(sql, principal, visee(rattachementId), INSTANT),
    ]);
    expect(fait).toEqual({ kind: 'indisponible' });
  });

  test('an actor who lost the role is refused', async () => {
    const gs = await attacher(sql, structureId, GS);
    const { rattachementId, compteId } = await attacher(sql, structureId);
    const retirer = { ...visee(gs.rattachementId), role: 'UTILISATEUR' } as const;
    const [role, suspension] = await dansLOrdre(base, tenir, [
      () => changerRole(sql, principal, retirer, INSTANT),
      () => suspendreRattachement(sql, gs.compteId, visee(rattachementId), INSTANT),
    ]);
    expect([role, suspension]).toEqual([{ kind: 'roleChange' }, { kind: 'interdit' }]);
    expect((await ditA(base, compteId)).fil).toEqual([]);
  });

  test('somebody detached is found no more', async () => {
    const { rattachementId } = await attacher(sql, structureId);
    const deux = [1, 2].map(() => () => detacher(sql, principal, visee(rattachementId), INSTANT));
    const faits = await dansLOrdre(base, tenir, deux);
    expect(faits).toEqual([{ kind: 'detache' }, { kind: 'introuvable' }]);
  });

  test('two tabs that change the same services: the second is told', async () => {
    const { rattachementId, compteId } = await attacher(sql, structureId);
    const changer = (portee: number) => () => {
      const quoi = { portees: [portee], dateDebut: JOUR, dateFin: null, version: 1 };
      return modifierRattachement(sql, principal, { ...visee(rattachementId), ...quoi }, INSTANT);
    };
    const faits = await dansLOrdre(base, tenir, [changer(urbs), changer(voirie)]);
    expect(faits).toEqual([{ kind: 'modifie' }, { kind: 'conflit' }]);
    const stocke = await rattachementStocke(sql, compteId, structureId);
    expect(stocke?.lignes).toMatchObject([{ portee: urbs }]);
  });

  test('two delegations of the same days: one', async () => {
    const { rattachementId } = await attacher(sql, structureId);
    const donner = () => {
      const periode = { dateDebut: JOUR, dateFin: JOUR };
      return deleguer(sql, principal, { ...visee(rattachementId), ...periode }, INSTANT);
    };
    const kinds = (await Promise.all([donner(), donner(), donner()])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['delegationChevauche', 'delegationChevauche', 'deleguee']);
  });

  test('two last managers detached at once by two référents: one stays', async () => {
    await fermer(principal)(sql as unknown as Transaction);
    const [un, deux] = [await attacher(sql, structureId, GS), await attacher(sql, structureId, GS)];
    const referents = [
      await creerCompte(sql, { referentNational: true }),
      await creerCompte(sql, { referentDepartements: ['76'] }),
    ];
    const faits = await dansLOrdre(base, tenir, [
      () => detacher(sql, referents[0] ?? 0, visee(un.rattachementId), INSTANT),
      () => detacher(sql, referents[1] ?? 0, visee(deux.rattachementId), INSTANT),
    ]);
    expect(faits).toEqual([{ kind: 'detache' }, { kind: 'dernierGestionnaire' }]);
  });
});

describe('many at once', () => {
  const agir = (rattachementIds: number[], acte: Parameters<typeof agirEnNombre>[3]) =>
    agirEnNombre(sql, principal, { structureId, rattachementIds }, acte, INSTANT);
  const un = async (
    ...suite: Parameters<typeof attacher> extends [unknown, unknown, ...infer S] ? S : never
  ) => (await attacher(sql, structureId, ...suite)).rattachementId;

  test('each has its outcome, in the order asked, each told apart', async () => {
    const ailleurs = await attacher(sql, (await structureTenue(sql)).structureId);
    const gp = await rattachementStocke(sql, principal, structureId);
    const suspendu = await un('UTILISATEUR', [{ statut: 'DESACTIVEE' }]);
    const [a, b] = [await attacher(sql, structureId), await un(GS)];
    const ids = [a.rattachementId, suspendu, ailleurs.rattachementId, gp?.id ?? 0, b, 999_999_999];
    const fait = await agir([...ids, a.rattachementId], { acte: 'suspension', motif: 'Audit' });
    const kinds = [
      'suspendu',
      'dejaSuspendu',
      'introuvable',
      'principal',
      'suspendu',
      'introuvable',
    ];
    const suites = ids.map((rattachementId, n) => ({ rattachementId, kind: kinds[n] }));
    expect(fait).toEqual({ kind: 'faits', suites });
    expect((await ditA(base, a.compteId)).courriels).toEqual([
      ['DROITS_RETIRES', 'SUSPENDU', 'Audit'],
    ]);
    expect((await ditA(base, ailleurs.compteId)).fil).toEqual([]);
  });

  test.each([
    [{ acte: 'reprise', motif: null }, 'repris'],
    [{ acte: 'detachement', motif: 'Fermeture' }, 'detache'],
    [{ acte: 'detachement', motif: null }, 'motifRequis'],
    [{ acte: 'periode', motif: null, dateDebut: null, dateFin: '2026-12-31' }, 'modifie'],
    [{ acte: 'periode', motif: null, dateDebut: null, dateFin: '2026-11-22' }, 'periodePassee'],
  ] as const)('%j', async (acte, kind) => {
    const ids = [await un('UTILISATEUR', [{ statut: 'DESACTIVEE' }])];
    const fait = await agir(ids, acte);
    expect(fait).toMatchObject({ suites: [{ kind }] });
  });

  test('are five hundred at most, and one more is nobody', async () => {
    const trop = Array.from({ length: PERSONNES_MAX + 1 }, (_, n) => n + 1);
    const acte = { acte: 'suspension', motif: null } as const;
    const refuse = () => agir(trop, acte);
    expect(await sansTrace(proprietaire, refuse)).toEqual({ kind: 'tropDePersonnes' });
    const doubles = [...trop.slice(1), 2];
    expect((await agir(doubles, acte)).kind).toBe('faits');
  });
});
