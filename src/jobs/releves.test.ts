// Digests over a real database and a real relay: what a window holds, who is told, once.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { lecteur, ouvrirBoiteDeReleves } from '../../tests/soutien/releves.ts';
import {
  apres,
  creerStructure,
  heures,
  INSTANT,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';
import { annoncerAuCompte, annoncerAuxTitulaires } from '../domain/evenement/queries.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
await ouvrirMois(proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
const JOUR = heures(24);
/** Tuesday morning, the day after the scene. */
const MARDI = new Date('2026-11-24T06:30:00Z');

const personne = (champs = {}) => lecteur(base, champs);
const pieceRejetee = (compteId: number, instant = INSTANT) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', instant));

beforeEach(() => boite.repartir(INSTANT));

describe('a digest', () => {
  test('tells what happened, once', async () => {
    const { id, adresse } = await personne();
    await pieceRejetee(id);
    await boite.passer('QUOTIDIEN', MARDI);
    const [recu, ...autres] = boite.pour(adresse);
    expect(autres).toEqual([]);
    expect(recu?.texte).toContain('pièces jointes');
    await boite.passer('QUOTIDIEN', apres(MARDI, heures(1)));
    await boite.passer('QUOTIDIEN', apres(MARDI, JOUR));
    expect(boite.pour(adresse).length).toBe(1);
  });

  test('reaches the holders of a right, and nobody else', async () => {
    const structureId = await creerStructure(sql, { raisonSociale: 'Mairie de Terneuil' });
    const [a, b] = [await personne(), await personne()];
    await rattacher(sql, a.id, structureId);
    const droit = { structureId, serviceId: null, espace: 'FACTURES_RECUES' };
    const details = {
      numero: 'F1',
      statut: 'MISE_A_DISPOSITION',
      role: 'DESTINATAIRE',
      emetteur: 'Blin',
      destinataire: 'Mairie de Terneuil',
    } as const;
    await sql.begin((tx) => annoncerAuxTitulaires(tx, droit, 'FACTURE', INSTANT, details));
    await boite.passer('QUOTIDIEN', MARDI);
    expect(boite.pour(a.adresse)[0]?.texte).toContain('Facture F1 de Blin');
    expect(boite.pour(b.adresse)).toEqual([]);
  });
});
