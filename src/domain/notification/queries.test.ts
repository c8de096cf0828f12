// The queue of mails: one (account, nature, period) leaves once, with its own Message-ID.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { apres, courrielsEnFile, creerCompte, INSTANT } from '../../../tests/soutien/scene.ts';
import type { Courriel } from './notification.ts';
import {
  type Destinataire,
  marquerEnvoye,
  mettreEnFile,
  mettreEnFilePourTous,
  resteAEnvoyer,
} from './queries.ts';

const { sql, proprietaire } = await baseDeTest();
const COURRIEL: Courriel = { nature: 'CONNEXION_REFUSEE' };
let destinataire: Destinataire;

beforeEach(async () => {
  const compteId = await creerCompte(sql);
  const adresse = `agent-${compteId}@terneuil.fr`;
  destinataire = { compteId, adresse, langue: 'fr', nomComplet: 'Pauline Dufour' };
});

const mettre = (periode: string, courriel: Courriel = COURRIEL, a = destinataire) =>
  sql.begin((tx) => mettreEnFile(tx, courriel, a, periode, INSTANT));
const file = async () =>
  (await courrielsEnFile(proprietaire)).filter((m) => m.destinataire === destinataire.adresse);
const envois = () =>
  sql<{ id: number; messageId: string; reclameLe: Date; envoyeLe: Date | null }[]>`
    select id, message_id, reclame_le, envoye_le from envoi
    where compte_id = ${destinataire.compteId} order by id`;

describe('a mail put in the queue', () => {
  test('is claimed, and carries all that its sending needs', async () => {
    await mettre('2026-11-23', { nature: 'ADRESSE_A_CONFIRMER', jeton: 'abc' });
    const [envoi] = await envois();
    expect(envoi).toMatchObject({ reclameLe: INSTANT, envoyeLe: null });
    expect(await file()).toEqual([
      {
        nature: 'ADRESSE_A_CONFIRMER',
        jeton: 'abc',
        envoiId: envoi?.id,
        messageId: envoi?.messageId,
        destinataire: destinataire.adresse,
        langue: 'fr',
        nomComplet: 'Pauline Dufour',
      },
    ]);
  });

  test('leaves once a period', async () => {
    await mettre('2026-11-23');
    await mettre('2026-11-23');
    expect((await file()).length).toBe(1);
    await mettre('2026-11-24');
    expect((await file()).length).toBe(2);
  });

  test('leaves once when several acts ask for it at the same moment', async () => {
    await Promise.all([1, 2, 3, 4].map(() => mettre('2026-11-23')));
    expect([(await file()).length, (await envois()).length]).toEqual([1, 1]);
  });

  test('does not stand for another nature nor for another account', async () => {
    await mettre('2026-11-23');
    await mettre('2026-11-23', { nature: 'COMPTE_DESACTIVE' });
    expect((await file()).map((m) => m.nature)).toEqual(['CONNEXION_REFUSEE', 'COMPTE_DESACTIVE']);
    const autre = { ...destinataire, compteId: await creerCompte(sql) };
    await mettre('2026-11-23', COURRIEL, autre);
    expect((await file()).length).toBe(3);
  });

  test('has a Message-ID of its own', async () => {
    for (const periode of ['a', 'b', 'c']) await mettre(periode);
    expect(new Set((await envois()).map((e) => e.messageId)).size).toBe(3);
  });

  test('is neither claimed nor queued when its act is undone', async () => {
    const acte = sql.begin(async (tx) => {
      await mettreEnFile(tx, COURRIEL, destinataire, 'x', INSTANT);
      throw new Error('undone');
    });
    await expect(acte).rejects.toThrow('undone');
    expect([(await file()).length, (await envois()).length]).toEqual([0, 0]);
  });

  test('is tried for weeks: a relay may be down for longer than a long weekend', async () => {
    await mettre('2026-11-23');
    await sql.begin((tx) =>
      mettreEnFilePourTous(tx, COURRIEL, [destinataire.compteId], '2026-11-24', INSTANT),
    );
    // As the queue spaces its tries (graphile-worker, failJobs).
    const durees = await proprietaire<{ jours: number }[]>`
      select (select sum(exp(least(n, 10))) / 86400 from generate_series(1, j.max_attempts - 1) n)
        ::float8 as jours
      from graphile_worker._private_jobs j
      where j.payload->>'destinataire' in (${destinataire.adresse}, (
        select adresse_electronique from compte where id = ${destinataire.compteId}))`;
    expect(durees.length).toBe(2);
    for (const { jours } of durees) expect(jours).toBeGreaterThan(28);
  });

  test('remains to be sent until the relay took it', async () => {
    await mettre('2026-11-23');
    const [{ id } = { id: 0 }] = await envois();
    expect(await resteAEnvoyer(sql, id)).toBe(true);
    await marquerEnvoye(sql, id, apres(INSTANT, 1000));
    expect(await resteAEnvoyer(sql, id)).toBe(false);
    expect((await envois())[0]?.envoyeLe).toEqual(apres(INSTANT, 1000));
    expect(await resteAEnvoyer(sql, 999_999)).toBe(false);
  });
});
