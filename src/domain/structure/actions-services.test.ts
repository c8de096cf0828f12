// Managers create and change services: one code once, the register's code kept, two tabs, imports at the same moment.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { dansLOrdre } from '../../../tests/soutien/courses.ts';
import { creerStructure, creerService as existant, INSTANT } from '../../../tests/soutien/scene.ts';
import {
  creerGestion,
  type Gestion,
  journalDeStructure,
} from '../../../tests/soutien/structure-geree.ts';
import type { Transaction } from '../../platform/postgres/sql.ts';
import { creerService, modifierService } from './actions-services.ts';
import type { ServiceSaisi } from './valeurs.ts';

const { sql, proprietaire } = await baseDeTest();
let gestion: Gestion;
beforeEach(async () => {
  gestion = await creerGestion(sql);
});

const URBS: ServiceSaisi = {
  code: 'URBS',
  libelle: 'Urbanisme',
  description: null,
  dateDebut: '2026-01-01',
  engagementObligatoire: true,
};
const creer = (changes: Partial<ServiceSaisi> = {}, acteur = gestion.principal) =>
  creerService(
    sql,
    acteur,
    { structureId: gestion.structureId, service: { ...URBS, ...changes } },
    INSTANT,
  );
const modifier = (serviceId: number, changes: Partial<ServiceSaisi>, version = 1) => {
  const { structureId, principal } = gestion;
  const saisie = { structureId, serviceId, service: { ...URBS, ...changes }, version };
  return modifierService(sql, principal, saisie, INSTANT);
};
const services = async () => [
  ...(await sql`
    select code, libelle, date_debut, date_fin, engagement_obligatoire, source, sources, version
    from service where structure_id = ${gestion.structureId} order by id`),
];

describe('a service', () => {
  test('is created by a manager, and journaled', async () => {
    const fait = await creer();
    expect(fait).toMatchObject({ kind: 'cree' });
    expect(await services()).toMatchObject([
      {
        code: 'URBS',
        libelle: 'Urbanisme',
        dateDebut: '2026-01-01',
        dateFin: null,
        engagementObligatoire: true,
        source: 'GESTIONNAIRE',
      },
    ]);
    expect(await journalDeStructure(sql, gestion.structureId)).toMatchObject([
      { acte: 'SERVICE_CREE', objet: 'service', acteurCompteId: gestion.principal },
    ]);
  });

  test.each<[keyof Gestion, string]>([
    ['secondaire', 'cree'],
    ['delegue', 'cree'],
    ['utilisateur', 'interdit'],
    ['etranger', 'introuvable'],
  ])('created by %s: %s', async (qui, attendu) => {
    expect((await creer({}, gestion[qui])).kind).toBe(attendu);
    expect(await services()).toHaveLength(attendu === 'cree' ? 1 : 0);
  });

  test('has a code of its own in the structure, a closed service’s too', async () => {
    await existant(sql, gestion.structureId, 'URBS', { dateFin: '2020-01-01' });
    expect(await creer()).toEqual({ kind: 'codePris' });
    const ailleurs = await creerStructure(sql);
    await existant(sql, ailleurs, 'VOIRIE');
    expect(await creer({ code: 'VOIRIE' })).toMatchObject({ kind: 'cree' });
    // Suppliers copy codes by hand.
    expect(await creer({ code: 'voirie' })).toEqual({ kind: 'codePris' });
  });

  test('created by two managers at the same moment is created once', async () => {
    const faits = await Promise.all([creer(), creer({}, gestion.secondaire)]);
    expect(faits.map(({ kind }) => kind).toSorted()).toEqual(['codePris', 'cree']);
    expect(await services()).toHaveLength(1);
  });

  test('created while an import brings the same code waits for it, and is told', async () => {
    const importer = (tx: Transaction) => existant(tx, gestion.structureId, 'URBS');
    const [fait] = await dansLOrdre({ sql, proprietaire }, importer, [() => creer()]);
    expect(fait).toEqual({ kind: 'codePris' });
  });

  test('is not created on an inactive structure', async () => {
    await sql`update structure set statut = 'INACTIF' where id = ${gestion.structureId}`;
    expect(await creer()).toEqual({ kind: 'structureInactive' });
  });
});

describe('a service is changed', () => {
  test('with what changed marked as the manager’s; its code too when it is theirs', async () => {
    const cree = await creer();
    const id = cree.kind === 'cree' ? cree.serviceId : 0;
    const fait = await modifier(id, { code: 'URBA', description: 'Permis' });
    expect(fait).toEqual({ kind: 'enregistre' });
    expect(await services()).toMatchObject([
      { code: 'URBA', sources: { code: 'GESTIONNAIRE', description: 'GESTIONNAIRE' }, version: 2 },
    ]);
    expect((await journalDeStructure(sql, gestion.structureId)).at(-1)).toMatchObject({
      acte: 'SERVICE_MODIFIE',
      objetId: id,
      details: { champs: ['code', 'description'] },
    });
  });

  test('but the register keeps the code that it gave', async () => {
    const id = await existant(sql, gestion.structureId, 'URBS', { source: 'ANNUAIRE' });
    expect(await modifier(id, { code: 'AUTRE', libelle: 'Nous' })).toEqual({ kind: 'enregistre' });
    expect(await services()).toMatchObject([
      { code: 'URBS', libelle: 'Nous', sources: { libelle: 'GESTIONNAIRE' } },
    ]);
  });

  test('not to the code of another, whether it is there or an import brings it', async () => {
    const cree = await creer();
    const id = cree.kind === 'cree' ? cree.serviceId : 0;
    await existant(sql, gestion.structureId, 'VOIRIE');
    expect(await modifier(id, { code: 'VOIRIE' })).toEqual({ kind: 'codePris' });
    const importer = (tx: Transaction) => existant(tx, gestion.structureId, 'ECOLE');
    const acte = () => modifier(id, { code: 'ECOLE' });
    const [fait] = await dansLOrdre({ sql, proprietaire }, importer, [acte]);
    expect(fait).toEqual({ kind: 'codePris' });
    expect((await services())[0]).toMatchObject({ code: 'URBS', version: 1 });
  });

  test('not to begin after its last day', async () => {
    const id = await existant(sql, gestion.structureId, 'URBS', {
      dateFin: '2026-12-31',
      source: 'GESTIONNAIRE',
    });
    expect(await modifier(id, { dateDebut: '2027-01-01' })).toEqual({ kind: 'debutApresFin' });
  });

  test('not over what another tab stored', async () => {
    const cree = await creer();
    const id = cree.kind === 'cree' ? cree.serviceId : 0;
    await modifier(id, { libelle: 'Un' });
    expect(await modifier(id, { libelle: 'Deux' })).toEqual({
      kind: 'conflit',
      version: 2,
      conflits: [{ champ: 'libelle', enregistree: 'Un' }],
    });
  });

  test('not when it is another structure’s', async () => {
    const id = await existant(sql, await creerStructure(sql), 'URBS');
    expect(await modifier(id, { libelle: 'Pris' })).toEqual({ kind: 'introuvable' });
  });
});
