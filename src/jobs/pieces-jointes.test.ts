// Files on their way through the worker, with ClamAV's own clamd: up, stopped in the middle, started again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDeTest, baseDeTest } from '../../tests/soutien/base-de-test.ts';
import { preparerClamd } from '../../tests/soutien/clamd.ts';
import { texteVisible } from '../../tests/soutien/html.ts';
import { EICAR, fichiersDe, formulaire, PDF, zip } from '../../tests/soutien/pieces-jointes.ts';
import {
  depotsDe,
  ouvrirPortail,
  type PortailDeTest,
  reglages,
  type Visiteur,
} from '../../tests/soutien/portail.ts';
import { apres, creerCompte, INSTANT, minutes, ouvrirMois } from '../../tests/soutien/scene.ts';
import { adressePieceJointe, adresses } from '../domain/adresses.ts';
import { startWorker, type Worker } from './worker.ts';

const ATTENTE = { timeout: 20_000 };
let base: BaseDeTest;
let clamd: Awaited<ReturnType<typeof preparerClamd>>;
let portail: PortailDeTest;
let worker: Worker;
let agent: Visiteur;
let compteId: number;
const notes: { details: object; message: string }[] = [];

beforeAll(async () => {
  base = await baseDeTest();
  await base.regler(INSTANT);
  await ouvrirMois(base.proprietaire);
  clamd = await preparerClamd();
  await clamd.demarrer();
  const settings = reglages(base, { clamdUrl: clamd.url });
  portail = await ouvrirPortail(base, settings);
  compteId = await creerCompte(base.sql);
  agent = await portail.connecter(compteId);
  const noter = (details: object, message: string) => void notes.push({ details, message });
  const { databaseUrl, databaseOwnerUrl, durees, delais, mail } = settings;
  const expediteur = { publicUrl: settings.publicUrl, serviceName: 'Portail', embedded: false };
  worker = startWorker(
    {
      databaseUrl,
      databaseOwnerUrl,
      durees,
      delais,
      mail,
      expediteur,
      ...(await depotsDe(settings)),
    },
    base.sql,
    base.clock,
    { info: noter, warn: noter, error: noter },
  );
}, 90_000);
afterAll(async () => {
  await worker.stop();
  await clamd.arreter();
});

async function ajouter(nom: string, contenu: Buffer): Promise<number> {
  const { statusCode } = await agent.envoyer(
    adresses.ajouterPieceJointe,
    formulaire({ nom, contenu, champs: { designation: nom } }),
  );
  expect(statusCode).toBe(303);
  const [piece] = await base.sql<{ id: number }[]>`
    select id from piece_jointe where compte_id = ${compteId} order by id desc limit 1`;
  return piece?.id ?? 0;
}

async function etat(id: number): Promise<string | undefined> {
  const [piece] = await base.sql<
    { etat: string }[]
  >`select etat from piece_jointe where id = ${id}`;
  return piece?.etat;
}

const demander = (tache: string) => base.proprietaire`select graphile_worker.add_job(${tache})`;
const telecharger = async (id: number) =>
  (await agent.get(adressePieceJointe(id, 'telecharger'))).statusCode;

describe('while clamd answers', () => {
  test('a clean file is available soon, and not before', async () => {
    const id = await ajouter('releve.pdf', PDF);
    await expect.poll(() => etat(id), ATTENTE).toBe('DISPONIBLE');
    expect(await telecharger(id)).toBe(200);
  });

  test.each([
    ['bare', 'essai.txt', async () => EICAR],
    ['inside a ZIP', 'essai.zip', () => zip({ 'dossier/essai.txt': EICAR })],
  ])('EICAR, %s, is erased and its owner told', async (_, nom, contenu) => {
    const avant = await fichiersDe(portail.magasin);
    const id = await ajouter(nom, await contenu());
    await expect.poll(() => etat(id), ATTENTE).toBe('REJETEE');
    await expect.poll(() => fichiersDe(portail.magasin)).toEqual(avant);
    expect(await telecharger(id)).toBe(303);
    const liste = texteVisible((await agent.get(adresses.piecesJointes)).body);
    expect(liste).toContain('L’antivirus y a trouvé un virus');
    const fil = texteVisible((await agent.get(adresses.accueil)).body);
    expect(fil).toContain('L’antivirus a trouvé un virus dans une de vos pièces jointes');
  });
});

test('files that came while clamd was stopped wait, and are taken up when it is back', async () => {
  await clamd.arreter();
  const [propre, infecte] = [await ajouter('releve.pdf', PDF), await ajouter('essai.txt', EICAR)];
  for (const id of [propre, infecte]) {
    await expect.poll(() => etat(id), ATTENTE).toBe('EN_ANALYSE');
    expect(await telecharger(id)).toBe(303);
  }
  await base.regler(apres(INSTANT, minutes(2)));
  await demander('analyser-pieces');
  await expect
    .poll(() => base.proprietaire`select from graphile_worker._private_jobs`, ATTENTE)
    .toEqual([]);
  expect([await etat(propre), await etat(infecte)]).toEqual(['EN_ANALYSE', 'EN_ANALYSE']);
  await clamd.demarrer();
  await demander('analyser-pieces');
  await expect.poll(() => etat(propre), ATTENTE).toBe('DISPONIBLE');
  await expect.poll(() => etat(infecte), ATTENTE).toBe('REJETEE');
  expect(await telecharger(propre)).toBe(200);
}, 90_000);

test('a clamd that stands still does not hold up what is not its own', async () => {
  clamd.figer();
  const ids: number[] = [];
  for (let n = 0; n < 8; n++) ids.push(await ajouter('releve.pdf', PDF));
  await demander('balayer-fichiers');
  const autres = () => base.proprietaire`
    select 1 from graphile_worker.jobs where task_identifier = 'balayer-fichiers'`;
  await expect.poll(autres, ATTENTE).toEqual([]);
  expect(await etat(ids[0] ?? 0)).toBe('EN_ANALYSE');
  clamd.reprendre();
  for (const id of ids) await expect.poll(() => etat(id), ATTENTE).toBe('DISPONIBLE');
}, 90_000);

test('the sweep is asked by the clock, and says what is missing', async () => {
  const id = await ajouter('releve.pdf', PDF);
  await expect.poll(() => etat(id), ATTENTE).toBe('DISPONIBLE');
  const [piece] = await base.sql<{ fichier: string }[]>`
    select fichier from piece_jointe where id = ${id}`;
  await portail.magasin.supprimer(piece?.fichier ?? '');
  await demander('balayer-fichiers');
  await expect
    .poll(() => notes, ATTENTE)
    .toContainEqual({ details: { pieces: [id] }, message: 'rows whose file is missing' });
});
