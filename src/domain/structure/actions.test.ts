// Managers change the sheet: who may, what is stored and journaled, two tabs, and imports that then leave it.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { sansTrace } from '../../../tests/soutien/demandes.ts';
import { creerCompte, creerStructure, INSTANT, rattacher } from '../../../tests/soutien/scene.ts';
import {
  creerGestion,
  type Gestion,
  journalDeStructure,
} from '../../../tests/soutien/structure-geree.ts';
import { modifierFiche } from './actions.ts';
import { ficheGeree } from './queries-gestion.ts';
import type { FicheModifiable } from './valeurs.ts';

const { sql, proprietaire } = await baseDeTest();
let gestion: Gestion;
beforeEach(async () => {
  gestion = await creerGestion(sql, { adresseVille: 'Terneuil', adressePays: 'FR' });
});

async function modifier(
  changes: Partial<FicheModifiable>,
  { acteur = gestion.principal, version = 1 } = {},
) {
  const { structureId } = gestion;
  const fiche = await ficheGeree(sql, structureId);
  if (!fiche) throw new Error('no sheet');
  const saisie = { structureId, valeurs: { ...valeursDe(fiche), ...changes }, version };
  return modifierFiche(sql, acteur, saisie, INSTANT);
}

function valeursDe(fiche: NonNullable<Awaited<ReturnType<typeof ficheGeree>>>): FicheModifiable {
  const {
    id: _id,
    typeIdentifiant: _t,
    identifiant: _i,
    designation: _d,
    typeStructure: _ts,
    statut: _s,
    raisonSociale: _r,
    libelle: _l,
    departement: _dep,
    nonDiffusibleInsee: _n,
    source: _so,
    version: _v,
    ...valeurs
  } = fiche;
  return valeurs;
}

const stockee = async () => {
  const [row] = await sql`
    select telephone, adresse_complement_1 as complement, est_moa, departement, adresse_code_postal,
      sources, version from structure where id = ${gestion.structureId}`;
  return row;
};

describe('the sheet', () => {
  test('is changed by its managers: values, their source, the journal, in one go', async () => {
    const fait = await modifier({
      telephone: '+33148960012',
      adresseComplement1: 'Bâtiment B',
      estMoa: true,
    });
    expect(fait).toEqual({ kind: 'enregistree' });
    expect(await stockee()).toMatchObject({
      telephone: '+33148960012',
      complement: 'Bâtiment B',
      estMoa: true,
      version: 2,
      sources: {
        telephone: 'GESTIONNAIRE',
        adresseComplement1: 'GESTIONNAIRE',
        estMoa: 'GESTIONNAIRE',
      },
    });
    expect(await journalDeStructure(sql, gestion.structureId)).toMatchObject([
      {
        acte: 'FICHE_MODIFIEE',
        acteurCompteId: gestion.principal,
        enQualite: 'GESTIONNAIRE_PRINCIPAL',
        objet: 'structure',
        compteId: null,
        details: { champs: ['telephone', 'adresseComplement1', 'estMoa'] },
      },
    ]);
  });

  test('gains a département with its first postal code', async () => {
    await modifier({ adresseCodePostal: '76640' });
    expect(await stockee()).toMatchObject({
      departement: '76',
      sources: { adresseCodePostal: 'GESTIONNAIRE', departement: 'GESTIONNAIRE' },
    });
  });

  test('sent again as it is changes nothing', async () => {
    await sansTrace(proprietaire, () => modifier({}));
    expect(await stockee()).toMatchObject({ version: 1, sources: {} });
  });

  test.each<[keyof Gestion, string]>([
    ['principal', 'enregistree'],
    ['secondaire', 'enregistree'],
    ['delegue', 'enregistree'],
    ['utilisateur', 'interdit'],
    ['etranger', 'introuvable'],
  ])('by %s: %s', async (qui, attendu) => {
    const fait = await modifier({ estMoa: true }, { acteur: gestion[qui] });
    expect(fait.kind).toBe(attendu);
    expect((await stockee())?.['estMoa']).toBe(attendu === 'enregistree');
  });

  test('is not changed by the manager of another structure, nor by one switched off', async () => {
    const voisin = await creerCompte(sql);
    await rattacher(sql, voisin, await creerStructure(sql), 'GESTIONNAIRE_PRINCIPAL');
    expect(await modifier({ estMoa: true }, { acteur: voisin })).toEqual({ kind: 'introuvable' });
    await sql`update compte set etat = 'INACTIF', desactive_le = ${INSTANT}
      where id = ${gestion.principal}`;
    expect(await modifier({ estMoa: true })).toEqual({ kind: 'indisponible' });
  });

  test('changed in another tab is not written over: both values are given', async () => {
    await modifier({ telephone: '+33148960012' });
    const fait = await modifier({ telephone: '+33148960099', estMoa: true }, { version: 1 });
    expect(fait).toEqual({
      kind: 'conflit',
      version: 2,
      conflits: [
        { champ: 'telephone', enregistree: '+33148960012' },
        { champ: 'estMoa', enregistree: false },
      ],
    });
    expect(await stockee()).toMatchObject({ telephone: '+33148960012', estMoa: false });
  });

  test('changed by two people at once is changed by one', async () => {
    const faits = await Promise.all([
      modifier({ telephone: '+33148960012' }),
      modifier({ telephone: '+33148960099' }, { acteur: gestion.secondaire }),
    ]);
    expect(faits.map(({ kind }) => kind).toSorted()).toEqual(['conflit', 'enregistree']);
  });
});
