// What is kept and what is erased, a day apart from each limit of model §7.
import { describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { creerCompte, creerStructure, INSTANT } from '../../../tests/soutien/scene.ts';
import { effacerPerimes } from './retention.ts';

const { proprietaire: sql } = await baseDeTest();

describe('what has had its time', () => {
  test('ids received from outside outlive any date that would be taken again', async () => {
    for (const [id, recuLe] of [
      ['oublié', '2025-10-20T07:59:59Z'],
      ['gardé', '2025-10-20T08:00:01Z'],
    ] as const)
      await sql`
        insert into evenement_recu (source, id_externe, recu_le) values ('X', ${id}, ${new Date(recuLe)})`;
    await effacerPerimes(sql, INSTANT);
    const restent = await sql`select id_externe from evenement_recu`;
    expect(restent.map(({ idExterne }) => idExterne)).toEqual(['gardé']);
  });

  test('reports of imports go with their rejects after 13 months', async () => {
    for (const jour of ['2025-10-22', '2025-10-24']) {
      const [rapport] = await sql<{ id: number }[]>`
        insert into import_rapport (source, fichier, commence_le, etat)
        values ('MADRHAS', ${jour}, ${new Date(`${jour}T12:00:00Z`)}, 'TERMINE') returning id`;
      await sql`insert into import_rejet (import_id, ligne, motif, contenu) values (${rapport?.id ?? 0}, 1, 'motif', 'contenu')`;
    }
    await effacerPerimes(sql, INSTANT);
    expect(await sql`select fichier from import_rapport`).toMatchObject([
      { fichier: '2025-10-24' },
    ]);
    expect((await sql`select from import_rejet`).length).toBe(1);
  });

  test('requests closed for 24 months forget who asked and what was written', async () => {
    const compteId = await creerCompte(sql);
    const structureId = await creerStructure(sql);
    const clore = async (jour: string) => {
      const instant = new Date(`${jour}T12:00:00Z`);
      const [demande] = await sql<{ id: number }[]>`
        insert into demande (nature, compte_id, structure_id, etat, motif, demandee_le, terminee_le)
        values ('REPRISE', ${compteId}, ${structureId}, 'REFUSEE', 'Motif', ${instant}, ${instant})
        returning id`;
      await sql`
        insert into demande_ligne (demande_id, nature, compte_id, structure_id, etat)
        values (${demande?.id ?? 0}, 'REPRISE', ${compteId}, ${structureId}, 'REFUSEE')`;
      await sql`
        insert into demande_etape (demande_id, quoi, par_compte_id, commentaire, instant)
        values (${demande?.id ?? 0}, 'REFUSEE', ${compteId}, 'Motif', ${instant})`;
    };
    await clore('2024-11-22');
    await clore('2024-11-24');
    await effacerPerimes(sql, INSTANT);
    const noms = await sql`
      select d.compte_id, d.motif, l.compte_id as ligne, e.par_compte_id, e.commentaire
      from demande d join demande_ligne l on l.demande_id = d.id join demande_etape e on e.demande_id = d.id
      order by d.id`;
    expect(noms).toEqual([
      { compteId: null, motif: null, ligne: null, parCompteId: null, commentaire: null },
      { compteId, motif: 'Motif', ligne: compteId, parCompteId: compteId, commentaire: 'Motif' },
    ]);
  });
});
