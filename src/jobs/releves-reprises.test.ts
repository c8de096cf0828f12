// Digests when reading, or the database, fails: what fails waits alone, nothing is lost, the next ones leave.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../tests/soutien/base-de-test.ts';
import {
  lecteur,
  ouvrirBoiteDeReleves,
  PORTAIL,
  piecesDites,
} from '../../tests/soutien/releves.ts';
import {
  apres,
  creerStructure,
  heures,
  INSTANT,
  minutes,
  ouvrirMois,
  rattacher,
} from '../../tests/soutien/scene.ts';
import { annoncerAuCompte } from '../domain/evenement/queries.ts';
import { contenusDe } from '../domain/notification/queries-contenu.ts';
import { fenetreDApercu } from '../domain/notification/queries-passage.ts';
import { connect } from '../platform/postgres/connect.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { envoyerReleves } from './releves.ts';

const base = await baseDeTest();
const { sql, proprietaire } = base;
await ouvrirMois(proprietaire);
const boite = await ouvrirBoiteDeReleves(base);
const presse = connect(base.adresses.portail, { max: 4, name: 'presse', statementSeconds: 1 });
const autre = connect(base.adresses.portail, { max: 1, name: 'autre' });
afterAll(() => Promise.all([presse.end(), autre.end()]));
const MARDI = new Date('2026-11-24T06:30:00Z');
const jours = (nombre: number) => apres(MARDI, heures(24 * nombre));

const evenement = (compteId: number) =>
  sql.begin((tx) => annoncerAuCompte(tx, compteId, 'PIECE_REJETEE', INSTANT));
const dits = (adresse: string) => boite.pour(adresse).map(({ texte }) => piecesDites(texte));

async function envoyer(
  pool: Sql,
  instant: Date,
  envoyerUn: (adresse: string) => Promise<void> = async () => undefined,
) {
  const recus: string[] = [];
  const journal: string[] = [];
  await boite.toutEstVu();
  await envoyerReleves('QUOTIDIEN', {
    sql: pool,
    clock: async () => instant,
    mailer: {
      async send({ to }) {
        await envoyerUn(to);
        recus.push(to);
      },
      close: () => undefined,
    },
    expediteur: { publicUrl: PORTAIL, serviceName: 'Portail', embedded: false },
    arrete: () => false,
    log: { warn: (_, message) => journal.push(message) },
  });
  return { recus, journal };
}

beforeEach(() => boite.repartir(INSTANT));

/** An account whose digest takes longer than a statement may: its rights are read for ever. */
async function lenteur(compteId: number): Promise<() => Promise<unknown>> {
  await proprietaire.unsafe(`
    alter function espaces_tenus(bigint, date) rename to espaces_tenus_vite;
    create function espaces_tenus(le_compte bigint, jour date)
      returns table (espace_id bigint, structure_id bigint, service_id bigint, mode text, abonnement_id bigint)
      language plpgsql stable rows 20 as $$
    begin
      if le_compte = ${compteId} then perform pg_sleep(20); end if;
      return query select * from espaces_tenus_vite(le_compte, jour);
    end $$;
    grant execute on function espaces_tenus(bigint, date) to public`);
  return () =>
    proprietaire.unsafe(`
      drop function espaces_tenus(bigint, date);
      alter function espaces_tenus_vite(bigint, date) rename to espaces_tenus`);
}

describe('an account whose digest cannot be read', () => {
  test('ends alone: the others get theirs, it gets all of it later, in one mail', async () => {
    const gens = await Promise.all(Array.from({ length: 6 }, () => lecteur(base)));
    const [lent = { id: 0, adresse: '' }, ...autres] = gens;
    for (const { id } of gens) await evenement(id);
    const guerir = await lenteur(lent.id);
    try {
      const recus = new Set<string>();
      for (const minute of [0, 1]) {
        const passage = await envoyer(presse, apres(MARDI, minutes(minute)));
        for (const adresse of passage.recus) recus.add(adresse);
        expect(passage.journal).toContain('a batch failed');
      }
      expect([...recus].toSorted()).toEqual(autres.map(({ adresse }) => adresse).toSorted());
      const [lot, ...reste] = await sql<{ comptes: number[]; essais: number }[]>`
        select comptes, essais from releve_lot where termine_le is null`;
      expect(reste).toEqual([]);
      expect(lot?.comptes).toEqual([lent.id]);
      expect(lot?.essais).toBeGreaterThan(0);
    } finally {
      await guerir();
    }
    await evenement(lent.id);
    await boite.passer('QUOTIDIEN', jours(1));
    expect(dits(lent.adresse)).toEqual([2]);
    expect(autres.flatMap(({ adresse }) => dits(adresse))).toEqual([]);
  }, 60_000);

  test('a busy structure is read once for all who hold the same right', async () => {
    const structureId = await creerStructure(sql);
    const gens = await Promise.all(Array.from({ length: 40 }, () => lecteur(base)));
    for (const { id } of gens) await rattacher(sql, id, structureId);
    await proprietaire`
      insert into evenement (recu_le, survenu_le, famille, quoi, structure_id, espace_id, details)
      select ${INSTANT}::timestamptz, ${INSTANT}::timestamptz, 'FACTURE', 'FACTURE',
        ${structureId}::bigint, (select id from espace where code = 'FACTURES_RECUES'),
        jsonb_build_object('numero', 'F' || n, 'statut', 'MISE_A_DISPOSITION', 'role', 'DESTINATAIRE',
          'emetteur', 'Blin', 'destinataire', 'Mairie')
      from generate_series(1, 3000) n`;
    await boite.toutEstVu();
    const comptes = gens.map(({ id }) => id);
    const [contenus, lignes] = await autre.begin(async (tx) => {
      const fenetre = await fenetreDApercu(tx);
      const passage = { ...fenetre, id: null, rythme: 'QUOTIDIEN', jour: '2026-11-24' } as const;
      const lu = await contenusDe(tx, comptes, { ...passage, hebdomadaire: false }, '2026-11-24');
      const [table] = await tx<{ lues: number }[]>`
        select idx_tup_fetch + seq_tup_read as lues from pg_stat_xact_user_tables
        where relname = 'evenement_2026_11'`;
      return [lu, table?.lues ?? Number.NaN] as const;
    });
    expect(lignes).toBeLessThan(2 * 3000);
    await boite.passer('QUOTIDIEN', MARDI);
    expect(boite.recus.length).toBe(40);
    expect(boite.recus[0]?.texte).toMatch(/et plus de 1\s000 autres événements/);
    expect(contenus.map(({ groupes }) => groupes[0]?.nombre)).toEqual(Array(40).fill(1011));
  });
});

test('the session lost in the middle of a batch, the process goes on and the rest leaves', async () => {
  const gens = await Promise.all(Array.from({ length: 20 }, () => lecteur(base)));
  for (const { id } of gens) await evenement(id);
  let coupures = 0;
  const couper = async () => {
    if (coupures > 0) return;
    coupures += 1;
    await autre`
      select pg_terminate_backend(l.pid, 5000) from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.pid <> pg_backend_pid()
        and l.database = (select oid from pg_database where datname = current_database())`;
  };
  const premier = await envoyer(sql, MARDI, couper);
  expect(coupures).toBe(1);
  expect(premier.journal).toEqual(['a batch failed']);
  const second = await envoyer(sql, apres(MARDI, minutes(1)));
  expect(second.journal).toEqual([]);
  const recus = [...premier.recus, ...second.recus];
  expect(new Set(recus).size).toBe(20);
  // Twice, at most what was on its way.
  expect(recus.length).toBeLessThanOrEqual(20 + 8);
  expect(await sql`select from releve_lot where termine_le is null`).toHaveLength(0);
});
