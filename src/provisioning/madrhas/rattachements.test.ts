// The rattachements that the feed gives, changes and ends, and what people did since (model §5).
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { attache, essai, personne } from './essai.test-helper.ts';

const base = await baseDeTest();
const { sql, proprietaire, regler } = base;
const { importer, structures, vider } = await essai(base);
const GP = 'GESTIONNAIRE_PRINCIPAL';
const GS = 'GESTIONNAIRE_SECONDAIRE';
const SIMPLE = 'UTILISATEUR';

beforeEach(async () => {
  await vider(proprietaire);
  await regler('2026-11-23T09:00:00Z');
  await structures(3);
});

const avec = (n: number, ...rattachements: object[]) => personne(n, { rattachements });

/** The live lines: « M1 S1 role service start end ». */
async function lignes(): Promise<string[]> {
  const rows = await sql<{ ligne: string }[]>`
    select concat_ws(' ', c.id_madrhas, s.identifiant, r.role, coalesce(v.code, '*'), l.date_debut,
      l.date_fin) as ligne
    from rattachement r join compte c on c.id = r.compte_id
      join structure s on s.id = r.structure_id
    join rattachement_ligne l on l.rattachement_id = r.id and l.statut <> 'SUPPRIMEE'
    left join service v on v.id = l.service_id
    where r.supprime_le is null order by 1`;
  return rows.map(({ ligne }) => ligne);
}

async function actes(): Promise<string[]> {
  const rows = await sql<{ acte: string }[]>`
    select acte || ' ' || (details ->> 'role') as acte from journal
      where objet = 'rattachement' order by id`;
  return rows.map(({ acte }) => acte);
}

async function supprimerParLaPersonne() {
  await sql`update rattachement_ligne set statut = 'SUPPRIMEE'`;
  await sql`update rattachement set supprime_le = '2026-11-23'`;
}

describe('the feed', () => {
  test('attaches to the whole structure or to services, and tells the journal', async () => {
    await importer([
      avec(1, attache(1, GP), attache(2, SIMPLE, { services: ['B', 'A'], dateFin: '2027-01-31' })),
    ]);
    expect(await lignes()).toEqual([
      `M1 S1 ${GP} * 2026-01-01`,
      `M1 S2 ${SIMPLE} A 2026-01-01 2027-01-31`,
      `M1 S2 ${SIMPLE} B 2026-01-01 2027-01-31`,
    ]);
    expect((await actes()).sort()).toEqual([
      `RATTACHEMENT_CREE ${GP}`,
      `RATTACHEMENT_CREE ${SIMPLE}`,
    ]);
    const [ligne] = await sql`select origine, flux from rattachement_ligne order by id`;
    expect(ligne).toEqual({ origine: 'MADRHAS', flux: { dateDebut: '2026-01-01', dateFin: null } });
  });

  test('changes the role, the scope and the period', async () => {
    await importer([avec(1, attache(1, SIMPLE))]);
    const { bilan } = await importer([
      avec(1, attache(1, GS, { services: ['A'], dateDebut: '2026-03-01' })),
    ]);
    expect(bilan).toMatchObject({ modifies: 1 });
    expect(await lignes()).toEqual([`M1 S1 ${GS} A 2026-03-01`]);
    expect(await actes()).toEqual([`RATTACHEMENT_CREE ${SIMPLE}`, `RATTACHEMENT_MODIFIE ${GS}`]);
  });

  test('ends what it no longer names, with the abonnements granted on it', async () => {
    await importer([avec(1, attache(1, SIMPLE), attache(2, SIMPLE))]);
    await sql`
      insert into abonnement (compte_id, rattachement_id, structure_id, espace_id, mode, origine,
        cree_le, modifie_le)
      select compte_id, id, structure_id, 4, 'CONSULTATION', 'GESTIONNAIRE', '2026-11-23',
        '2026-11-23'
      from rattachement`;
    await importer([avec(1, attache(2, SIMPLE))]);
    expect(await lignes()).toEqual([`M1 S2 ${SIMPLE} * 2026-01-01`]);
    const vivants = await sql`
      select s.identifiant from abonnement a join structure s on s.id = a.structure_id
        where a.termine_le is null`;
    expect([...vivants]).toEqual([{ identifiant: 'S2' }]);
    expect((await actes()).at(-1)).toBe(`RATTACHEMENT_SUPPRIME ${SIMPLE}`);
  });

  test('does not bring back what the person deleted, unless it changes it', async () => {
    await importer([avec(1, attache(1, SIMPLE))]);
    await supprimerParLaPersonne();
    expect((await importer([avec(1, attache(1, SIMPLE))])).bilan).toMatchObject({ inchanges: 1 });
    await importer([personne(1, { nom: 'LEROY', rattachements: [attache(1, SIMPLE)] })]);
    expect(await lignes()).toEqual([]);
    await importer([avec(1, attache(1, SIMPLE, { services: ['A'] }))]);
    expect(await lignes()).toEqual([`M1 S1 ${SIMPLE} A 2026-01-01`]);
  });

  test('leaves what a manager gave beside', async () => {
    await importer([avec(1, attache(1, SIMPLE, { services: ['A'] }))]);
    await sql`
      insert into rattachement_ligne (rattachement_id, structure_id, service_id, date_debut,
        statut, origine,
        cree_le, modifie_le)
      select r.id, r.structure_id, v.id, '2026-05-01', 'VALIDEE', 'GESTIONNAIRE', '2026-05-01',
        '2026-05-01'
      from rattachement r join service v on v.structure_id = r.structure_id and v.code = 'B'`;
    await importer([avec(1)]);
    expect(await lignes()).toEqual([`M1 S1 ${SIMPLE} B 2026-05-01`]);
  });

  test('refuses a line with one bad rattachement as a whole', async () => {
    await importer([avec(1, attache(1, SIMPLE))]);
    const lue = personne(1, {
      nom: 'LEROY',
      rattachements: [attache(2, SIMPLE), attache(9, SIMPLE)],
    });
    expect((await importer([lue])).bilan).toMatchObject({ rejetes: 1, modifies: 0 });
    expect(await lignes()).toEqual([`M1 S1 ${SIMPLE} * 2026-01-01`]);
  });
});

describe('a newly named gestionnaire principal', () => {
  test('replaces the present one, who becomes secondaire', async () => {
    await importer([avec(1, attache(1, GP)), avec(2, attache(1, SIMPLE))]);
    const { bilan } = await importer([avec(2, attache(1, GP))]);
    expect(bilan).toMatchObject({ modifies: 1, rejetes: 0 });
    expect(await lignes()).toEqual([`M1 S1 ${GS} * 2026-01-01`, `M2 S1 ${GP} * 2026-01-01`]);
    expect((await actes()).slice(-2)).toEqual([
      `RATTACHEMENT_MODIFIE ${GS}`,
      `RATTACHEMENT_MODIFIE ${GP}`,
    ]);
  });

  test('replaces the present one of the same file, whatever the order of the lines', async () => {
    await importer([avec(1, attache(1, GP)), avec(2, attache(1, SIMPLE))]);
    await importer([avec(2, attache(1, GP)), avec(1, attache(1, SIMPLE)), avec(3)]);
    expect(await lignes()).toEqual([`M1 S1 ${SIMPLE} * 2026-01-01`, `M2 S1 ${GP} * 2026-01-01`]);
  });

  test('of two named by one file, the later keeps the role', async () => {
    await importer([avec(1, attache(1, GP)), avec(2, attache(1, GP))]);
    expect(await lignes()).toEqual([`M1 S1 ${GS} * 2026-01-01`, `M2 S1 ${GP} * 2026-01-01`]);
  });

  test('loses the end date that the portal had given the line', async () => {
    await importer([avec(1, attache(1, SIMPLE))]);
    await sql`update rattachement_ligne set date_fin = '2026-12-31'`;
    const { bilan } = await importer([avec(1, attache(1, GP))]);
    expect(bilan).toMatchObject({ modifies: 1, rejetes: 0 });
    expect(await lignes()).toEqual([`M1 S1 ${GP} * 2026-01-01`]);
  });

  test('takes the role from nobody while the account is inactive', async () => {
    await importer([avec(1, attache(1, GP))]);
    await importer([
      personne(2, { etat: 'INACTIF', rattachements: [attache(1, GP), attache(2, GP)] }),
    ]);
    expect(await lignes()).toEqual([
      `M1 S1 ${GP} * 2026-01-01`,
      `M2 S1 ${GS} * 2026-01-01`,
      `M2 S2 ${GP} * 2026-01-01`,
    ]);
  });

  test('a hand-over made in the portal is not undone by a feed that repeats itself', async () => {
    const fichier = [
      avec(1, attache(1, GP)),
      avec(2, attache(1, SIMPLE, { dateFin: '2027-01-01' })),
    ];
    await importer(fichier);
    await sql`update rattachement_ligne set date_fin = null`;
    await sql`update rattachement set role = ${SIMPLE} where role = ${GP}`;
    await sql`
      update rattachement r set role = ${GP} from compte c where c.id = r.compte_id
        and c.id_madrhas = 'M2'`;
    expect((await importer(fichier)).bilan).toMatchObject({ inchanges: 2 });
    await importer([avec(2, attache(1, SIMPLE, { dateFin: '2028-01-01' }))]);
    expect(await lignes()).toEqual([`M1 S1 ${SIMPLE} * 2026-01-01`, `M2 S1 ${GP} * 2026-01-01`]);
  });
});
