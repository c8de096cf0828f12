// The managers' weekly recap: every movement of their structures, and the requests that wait for them.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { DELAIS } from '../../tests/soutien/delais.ts';
import { deposer } from '../../tests/soutien/demandes.ts';
import { lecteur, ouvrirBoiteDeReleves } from '../../tests/soutien/releves.ts';
import {
  apres,
  creerCompte,
  creerStructure,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';
import { demanderReprise } from '../domain/demande/actions-reprise.ts';
import type { ActeJournalise } from '../domain/journal/journal.ts';
import { journaliser } from '../domain/journal/queries.ts';

const base = await baseDeTest();
const { sql } = base;
await ouvrirMois(base.proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
/** Tuesday morning, the day after the scene; then the days after it. */
const MARDI = new Date('2026-11-24T06:30:00Z');
const jours = (nombre: number) => apres(MARDI, heures(24 * nombre));
const textes = (adresse: string) => boite.pour(adresse).map(({ texte }) => texte);

beforeEach(() => boite.repartir(INSTANT));

describe('the recap', () => {
  test('counts what moved on the structures that one manages', async () => {
    const { id, adresse } = await lecteur(base);
    const simple = await lecteur(base);
    const structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
    await rattacher(sql, id, structureId, 'GESTIONNAIRE_PRINCIPAL');
    await rattacher(sql, simple.id, structureId);
    const ligne = { instant: INSTANT, acteurCompteId: id, objet: 'service', objetId: 1 } as const;
    for (const acte of ['SERVICE_CREE', 'SERVICE_FERME', 'FICHE_MODIFIEE'] as const)
      await sql.begin((tx) => journaliser(tx, { ...ligne, acte, compteId: null, structureId }));
    await boite.passer('QUOTIDIEN', MARDI);
    expect(boite.pour(adresse)).toEqual([]);
    await boite.passer('QUOTIDIEN', jours(6));
    expect(textes(adresse)[0]).toContain('La semaine de «\u00a0Mairie de Terneuil\u00a0»');
    expect(textes(adresse)[0]).toContain('2 changements de services');
    expect(boite.pour(simple.adresse)).toEqual([]);
    await boite.passer('QUOTIDIEN', jours(13));
    expect(boite.pour(adresse).length).toBe(1);
  });

  test.each<[ActeJournalise, string]>([
    ['ABONNEMENT_DEMANDE', '1 demande reçue'],
    ['DEMANDE_RETIREE', '1 demande close'],
    ['ABONNEMENT_ACCORDE', '1 abonnement donné ou terminé'],
    ['ABONNEMENT_RETIRE', '1 abonnement donné ou terminé'],
    ['ABONNEMENT_SUPPRIME', '1 abonnement donné ou terminé'],
    ['RATTACHEMENT_SUSPENDU', '1 rattachement modifié, suspendu ou repris'],
    ['RATTACHEMENT_REPRIS', '1 rattachement modifié, suspendu ou repris'],
    ['RATTACHEMENT_MODIFIE', '1 rattachement modifié, suspendu ou repris'],
    ['ROLE_MODIFIE', '1 changement de rôle ou de délégation'],
  ])('tells of %s: « %s »', async (acte, dit) => {
    const { id, adresse } = await lecteur(base);
    const structureId = await creerStructure(sql);
    await rattacher(sql, id, structureId, 'GESTIONNAIRE_PRINCIPAL');
    const ligne = { instant: INSTANT, acteurCompteId: id, objet: 'demande', objetId: 1 } as const;
    await sql.begin((tx) => journaliser(tx, { ...ligne, acte, compteId: null, structureId }));
    await boite.passer('QUOTIDIEN', jours(6));
    expect(textes(adresse)[0]).toContain(dit);
  });

  test('counts as waiting what a manager may decide: no take-over, not what they asked', async () => {
    const { id, adresse } = await lecteur(base);
    const structureId = await creerStructure(sql);
    await deposer(sql, id, structureId);
    const repreneur = await creerCompte(sql);
    await rattacher(sql, repreneur, structureId);
    const reprise = { structureId, motif: 'Elle est partie' };
    const fait = await demanderReprise(sql, repreneur, reprise, INSTANT, DELAIS);
    expect(fait.kind).toBe('demandee');
    await rattacher(sql, id, structureId, 'GESTIONNAIRE_PRINCIPAL');
    for (let n = 0; n < 2; n += 1) await deposer(sql, await creerCompte(sql), structureId);
    await boite.passer('QUOTIDIEN', jours(6));
    expect(textes(adresse)[0]).toContain('2 demandes attendent une décision');
  });
});
