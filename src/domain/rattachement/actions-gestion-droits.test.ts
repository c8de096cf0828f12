// Who may do what to whom (model §3), on the database: every act on somebody, each quality, each target.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { sansTrace } from '../../../tests/soutien/demandes.ts';
import {
  creerCompte,
  creerStructure,
  deleguer as donnerDelegation,
  INSTANT,
  JOUR,
  rattacher,
} from '../../../tests/soutien/scene.ts';
import type { Visee } from './actions-gestion.ts';
import { copierDroits } from './actions-gestion-copie.ts';
import { deleguer, terminerDelegation } from './actions-gestion-delegation.ts';
import { changerPeriode, modifierRattachement } from './actions-gestion-lignes.ts';
import { rattacherCompte } from './actions-gestion-rattacher.ts';
import { changerRole } from './actions-gestion-role.ts';
import {
  detacher,
  reprendreRattachement,
  suspendreRattachement,
} from './actions-gestion-suspension.ts';

const { sql, proprietaire } = await baseDeTest();
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
const ACTEURS = [
  'principal',
  'secondaire',
  'délégué',
  'délégué de demain',
  'délégué d’hier',
  'utilisateur',
  'secondaire dont la période est finie',
  'référent',
  'référent d’ailleurs',
  'étranger',
] as const;
type Acteur = (typeof ACTEURS)[number];
type Gens = Record<Acteur | 'cible' | 'cibleGS', { compteId: number; rattachementId: number }>;

let structureId: number;
let gens: Gens;
beforeEach(async () => {
  structureId = await creerStructure(sql, { departement: '76' });
  const personne = async (
    role: Parameters<typeof rattacher>[3] | null,
    compte: Record<string, unknown> = {},
    lignes: Parameters<typeof rattacher>[4] = [{}],
  ) => {
    const compteId = await creerCompte(sql, compte);
    const rattachementId = role
      ? await rattacher(sql, compteId, structureId, role, lignes)
      : Number.NaN;
    return { compteId, rattachementId };
  };
  const delegue = async (periode: [string, string]) => {
    const qui = await personne('UTILISATEUR');
    await donnerDelegation(sql, qui.compteId, structureId, periode);
    return qui;
  };
  gens = {
    principal: await personne(GP),
    secondaire: await personne(GS),
    délégué: await delegue(['2026-11-20', JOUR]),
    'délégué de demain': await delegue(['2026-11-24', '2026-11-30']),
    'délégué d’hier': await delegue(['2026-11-01', '2026-11-22']),
    utilisateur: await personne('UTILISATEUR'),
    'secondaire dont la période est finie': await personne(GS, {}, [{ dateFin: '2026-11-22' }]),
    référent: await personne(null, { referentDepartements: ['76'] }),
    'référent d’ailleurs': await personne(null, { referentDepartements: ['27'] }),
    étranger: await personne(null),
    cible: await personne('UTILISATEUR'),
    cibleGS: await personne(GS),
  };
});

type Faire = (acteurId: number, visee: Visee) => Promise<{ kind: string }>;
const FIN = { dateDebut: '2026-01-01', dateFin: '2026-12-31' };
const ACTES: Record<string, Faire> = {
  suspendre: (acteurId, visee) => suspendreRattachement(sql, acteurId, visee, INSTANT),
  reprendre: (acteurId, visee) => reprendreRattachement(sql, acteurId, visee, INSTANT),
  détacher: (acteurId, visee) => detacher(sql, acteurId, visee, INSTANT),
  modifier: (acteurId, visee) =>
    modifierRattachement(sql, acteurId, { ...visee, ...FIN, portees: [null], version: 1 }, INSTANT),
  'changer la période': (acteurId, visee) =>
    changerPeriode(sql, acteurId, { ...visee, ...FIN }, INSTANT),
};
const ACTES_DE_PRINCIPAL: Record<string, Faire> = {
  nommer: (acteurId, visee) => changerRole(sql, acteurId, { ...visee, role: GS }, INSTANT),
  'retirer le rôle': (acteurId, visee) =>
    changerRole(sql, acteurId, { ...visee, role: 'UTILISATEUR' }, INSTANT),
  déléguer: (acteurId, visee) =>
    deleguer(sql, acteurId, { ...visee, dateDebut: JOUR, dateFin: JOUR }, INSTANT),
};
const REFUS = ['introuvable', 'interdit', 'principal', 'motifRequis', 'indisponible'];

/** What an act answers: a refusal by right, or « permis » whatever the decision after it. */
async function repondre(faire: Faire, acteur: Acteur, cible: keyof Gens, motif: string | null) {
  const { compteId } = gens[acteur];
  const visee = { structureId, rattachementId: gens[cible].rattachementId, motif };
  const agir = () => faire(compteId, visee);
  const { kind } = await agir();
  if (!REFUS.includes(kind)) return 'permis';
  expect((await sansTrace(proprietaire, agir)).kind).toBe(kind);
  return kind;
}

const EXPIRE = 'secondaire dont la période est finie';
const SANS_DROIT: Partial<Record<Acteur, string>> = {
  'délégué de demain': 'interdit',
  'délégué d’hier': 'interdit',
  utilisateur: 'interdit',
  [EXPIRE]: 'interdit',
  'référent d’ailleurs': 'introuvable',
  étranger: 'introuvable',
};

describe.each(Object.entries(ACTES))('%s', (_acte, faire) => {
  test.each(ACTEURS)('an utilisateur, as %s', async (acteur) => {
    const attendu = { ...SANS_DROIT, référent: 'interdit' }[acteur as 'référent'] ?? 'permis';
    expect(await repondre(faire, acteur, 'cible', 'Mutation')).toBe(attendu);
  });

  test.each(ACTEURS)('a gestionnaire secondaire, as %s', async (acteur) => {
    const refus = { ...SANS_DROIT, secondaire: 'interdit', délégué: 'interdit' };
    const attendu = refus[acteur as 'secondaire'] ?? 'permis';
    expect(await repondre(faire, acteur, 'cibleGS', 'Mutation')).toBe(attendu);
  });

  test.each(ACTEURS)('the principal, as %s', async (acteur) => {
    const inconnu = acteur === 'référent d’ailleurs' || acteur === 'étranger';
    const attendu = inconnu ? 'introuvable' : 'principal';
    expect(await repondre(faire, acteur, 'principal', 'Mutation')).toBe(attendu);
  });

  test.each(['secondaire', 'délégué', 'utilisateur', EXPIRE] as const)(
    'oneself, as %s',
    async (acteur) => {
      expect(await repondre(faire, acteur, acteur, 'Mutation')).toBe('interdit');
    },
  );

  test.each([
    ['délégué', 'interdit'],
    ['délégué de demain', 'permis'],
    ['délégué d’hier', 'permis'],
  ] as const)('%s is out of a secondaire’s reach while it lasts only', async (cible, attendu) => {
    expect(await repondre(faire, 'secondaire', cible, 'Mutation')).toBe(attendu);
  });

  test('as a référent needs a reason', async () => {
    expect(await repondre(faire, 'référent', 'cibleGS', null)).toBe('motifRequis');
  });

  test('takes nobody of another structure', async () => {
    const ailleurs = await creerStructure(sql);
    const rattachementId = await rattacher(sql, await creerCompte(sql), ailleurs);
    const visee = { structureId, rattachementId, motif: 'Mutation' };
    expect(await faire(gens.principal.compteId, visee)).toEqual({ kind: 'introuvable' });
  });
});

describe.each(Object.entries(ACTES_DE_PRINCIPAL))('%s', (_acte, faire) => {
  test.each(ACTEURS)('is the principal’s, or a référent’s: %s', async (acteur) => {
    const refus = { ...SANS_DROIT, secondaire: 'interdit', délégué: 'interdit' };
    const attendu = refus[acteur as 'secondaire'] ?? 'permis';
    expect(await repondre(faire, acteur, 'cible', 'Congés')).toBe(attendu);
    const surGS = await repondre(faire, acteur, 'cibleGS', 'Congés');
    expect(surGS).toBe(attendu);
  });

  test('never takes the principal, nor oneself; a référent says why', async () => {
    expect(await repondre(faire, 'référent', 'principal', 'Congés')).toBe('principal');
    expect(await repondre(faire, 'principal', 'principal', 'Congés')).toBe('principal');
    expect(await repondre(faire, 'secondaire', 'secondaire', 'Congés')).toBe('interdit');
    expect(await repondre(faire, 'référent', 'cible', null)).toBe('motifRequis');
  });
});

describe('ending a delegation', () => {
  test.each(ACTEURS)('is the principal’s, or a référent’s: %s', async (acteur) => {
    const periode: [string, string] = [JOUR, '2026-12-04'];
    const delegationId = await donnerDelegation(sql, gens.cible.compteId, structureId, periode);
    const { compteId } = gens[acteur];
    const fin = { structureId, delegationId, motif: 'Retour' };
    const { kind } = await terminerDelegation(sql, compteId, fin, INSTANT);
    const refus = { ...SANS_DROIT, secondaire: 'interdit', délégué: 'interdit' };
    expect(kind).toBe(refus[acteur as 'secondaire'] ?? 'terminee');
  });
});

describe('attaching and copying', () => {
  const inconnu = 'personne.ici';
  const attacher = (acteur: Acteur, identifiant: string) => {
    const quoi = { portees: [null], dateDebut: JOUR, dateFin: null, motif: 'Arrivée' };
    const { compteId } = gens[acteur];
    return rattacherCompte(sql, compteId, { structureId, identifiant, ...quoi }, INSTANT);
  };
  const copier = (acteur: Acteur, identifiant: string) => {
    const { rattachementId } = gens.cible;
    const quoi = { structureId, rattachementId, identifiant, motif: 'Arrivée' };
    return copierDroits(sql, gens[acteur].compteId, quoi, INSTANT);
  };
  const identifiantDe = async (id: number) => {
    const [row] = await sql`select identifiant_connexion from compte where id = ${id}`;
    return String(row?.['identifiantConnexion']);
  };

  test.each(ACTEURS)('somebody new is for managers: %s', async (acteur) => {
    const refus = { ...SANS_DROIT, référent: 'interdit' }[acteur as 'référent'];
    const [un, deux] = [await creerCompte(sql), await creerCompte(sql)];
    const rattache = await attacher(acteur, await identifiantDe(un));
    expect(rattache.kind).toBe(refus ?? 'rattache');
    expect((await copier(acteur, await identifiantDe(deux))).kind).toBe(refus ?? 'copie');
  });

  test.each(ACTEURS)('never tells others which identifiants are known: %s', async (acteur) => {
    const refus = { ...SANS_DROIT, référent: 'interdit' }[acteur as 'référent'];
    expect((await attacher(acteur, inconnu)).kind).toBe(refus ?? 'compteInconnu');
    expect((await copier(acteur, inconnu)).kind).toBe(refus ?? 'compteInconnu');
  });

  test('oneself, or the principal, is nobody’s', async () => {
    const moi = await identifiantDe(gens.secondaire.compteId);
    expect(await attacher('secondaire', moi)).toEqual({ kind: 'interdit' });
    expect(await copier('secondaire', moi)).toEqual({ kind: 'interdit' });
    const principal = await identifiantDe(gens.principal.compteId);
    expect(await attacher('secondaire', principal)).toEqual({ kind: 'principal' });
    expect(await copier('principal', principal)).toEqual({ kind: 'principal' });
  });

  test('more to a secondaire is the principal’s', async () => {
    const gs = await identifiantDe(gens.cibleGS.compteId);
    expect(await attacher('secondaire', gs)).toEqual({ kind: 'interdit' });
    expect(await attacher('principal', gs)).toEqual({ kind: 'dejaRattache' });
  });

  test('a delegate who is not attached does not attach themselves', async () => {
    const compteId = await creerCompte(sql, { identifiantConnexion: 'delegue.exterieur' });
    await donnerDelegation(sql, compteId, structureId, [JOUR, JOUR]);
    const quoi = { portees: [null], dateDebut: JOUR, dateFin: null, motif: null };
    const moi = { structureId, identifiant: 'delegue.exterieur', ...quoi };
    expect(await rattacherCompte(sql, compteId, moi, INSTANT)).toEqual({ kind: 'interdit' });
  });
});
