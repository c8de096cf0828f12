// For the tests of the ends of abonnements: a structure, and people who hold some on it in every way.
import { ouvrirEspaces } from '../../../tests/soutien/abonnements.ts';
import { appliquerLigne, entreeFlux, ligneFlux } from '../../../tests/soutien/flux.ts';
import { attacher, structureTenue } from '../../../tests/soutien/gestion.ts';
import { abonner, INSTANT, JOUR } from '../../../tests/soutien/scene.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import type { EntreeFlux } from '../rattachement/flux.ts';

let rang = 0;

/**
 * Each on the whole structure with an abonnement to « Engagements » on it and on URBS, but: on URBS alone until today;
 * managing it, with « Raccordements »; brought by the feed.
 */
export async function poserFins(sql: Sql) {
  const tenue = await structureTenue(sql);
  const { structureId, urbs } = tenue;
  await ouvrirEspaces(sql, structureId, ['ENGAGEMENTS', 'RACCORDEMENTS']);
  const lignes = [{ serviceId: urbs, dateFin: JOUR }];
  const duService = await attacher(sql, structureId, 'UTILISATEUR', lignes);
  await abonner(sql, duService.compteId, duService.rattachementId, structureId, 'ENGAGEMENTS', {
    serviceId: urbs,
  });
  const entier = await attacher(sql, structureId);
  const secondaire = await attacher(sql, structureId, 'GESTIONNAIRE_SECONDAIRE');
  await abonner(sql, secondaire.compteId, secondaire.rattachementId, structureId, 'RACCORDEMENTS');
  rang += 1;
  const idMadrhas = `M${rang}`;
  const compteId = await appliquerLigne(
    sql,
    await ligneDe(sql, idMadrhas, structureId, {}),
    INSTANT,
  );
  const rattachementId = await rattachementDe(sql, compteId, structureId);
  const duFlux = { compteId, rattachementId };
  for (const qui of [entier, duFlux])
    for (const champs of [{}, { serviceId: urbs }])
      await abonner(sql, qui.compteId, qui.rattachementId, structureId, 'ENGAGEMENTS', champs);
  const leSien = await rattachementDe(sql, tenue.principal, structureId);
  await abonner(sql, tenue.principal, leSien, structureId, 'RACCORDEMENTS');
  const principal = { compteId: tenue.principal, rattachementId: leSien };
  return { ...tenue, idMadrhas, duService, entier, secondaire, duFlux, lePrincipal: principal };
}

export async function ligneDe(
  sql: Sql,
  idMadrhas: string,
  structureId: number,
  champs: Partial<EntreeFlux> | null,
) {
  return ligneFlux(idMadrhas, {
    rattachements: champs === null ? [] : [await entreeFlux(sql, structureId, champs)],
  });
}

async function rattachementDe(sql: Sql, compteId: number, structureId: number): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    select id from rattachement where compte_id = ${compteId} and structure_id = ${structureId}`;
  return row?.id ?? 0;
}

export type SceneDeFins = Awaited<ReturnType<typeof poserFins>>;
export type Qui = 'duService' | 'entier' | 'secondaire' | 'duFlux' | 'lePrincipal';

/** Whom an act is about. */
export const viseeDe = ({ structureId }: SceneDeFins, { rattachementId }: SceneDeFins[Qui]) => ({
  ...{ structureId, rattachementId, motif: 'Parce que' },
});
