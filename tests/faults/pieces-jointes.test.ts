// The web process killed in the middle of uploads: each row has its whole file, and what is over is swept away.
// A short sample here; fifty by `npm run faults` (COUPURES, and GRAINE to play one run again).
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { adresses } from '../../src/domain/adresses.ts';
import { balayer } from '../../src/domain/piece-jointe/actions-balayage.ts';
import { magasinLocal } from '../../src/platform/fichiers/magasin-local.ts';
import { empreinte, nouveauJeton } from '../../src/platform/jetons.ts';
import { demarrerWeb, type ProgrammeWeb } from '../bench/programme-web.ts';
import { baseDeTest } from '../soutien/base-de-test.ts';
import { fichiersDe, formulaire } from '../soutien/pieces-jointes.ts';
import { apres, creerCompte, heures } from '../soutien/scene.ts';
import { alea } from './alea.ts';
import { envoyerParMorceaux } from './envoi.ts';

const COUPURES = Number(process.env['COUPURES'] ?? 4);
const GRAINE = Number(process.env['GRAINE'] ?? 20_261_123);
const ENVOIS = 4;
/** Of a first file alone, whole, ten mebibytes by this sender take about as long. */
const MOMENT_MAX_MS = 700;
const DIX_MO = 10 * 1024 * 1024;
const SECONDES_PAR_COUPURE = 20;

const base = await baseDeTest();
const { sql } = base;
const dossier = await mkdtemp(path.join(inject('dossier'), 'coupures-'));
const magasin = await magasinLocal(path.join(dossier, 'fichiers'));
const hasard = alea(GRAINE);
let web: ProgrammeWeb | undefined;
afterAll(() => web?.stop('SIGKILL'));

const demarrer = async () => {
  web = await demarrerWeb(base.adresses, {
    DATA_DIR: dossier,
    FILES_MAX: '10000',
    FILES_QUOTA_BYTES: String(1_000 * DIX_MO),
  });
  return web;
};

type Ligne = { fichier: string; tailleOctets: number; empreinteSha256: Buffer };
const lignes = () => sql<Ligne[]>`
  select fichier, taille_octets, empreinte_sha256 from piece_jointe where etat <> 'REJETEE'`;
const sha256 = (octets: Buffer) => createHash('sha256').update(octets).digest();

/** Most are short, some as long as may be: a kill then falls before, in the middle of and after their last byte. */
function contenu(): Buffer {
  const octets = Math.floor(DIX_MO * hasard() ** 2);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(octets)]).subarray(0, DIX_MO);
}

async function session(): Promise<string> {
  const jeton = nouveauJeton();
  const compteId = await creerCompte(sql);
  const instant = new Date();
  await base.proprietaire`select creer_partitions_evenement(${instant}, 2)`;
  await sql`
    insert into session (empreinte, compte_id, oidc_issuer, oidc_sub, ouverte_le, vue_le)
    values (${empreinte(jeton)}, ${compteId}, 'essai', 'essai', ${instant}, ${instant})`;
  return jeton;
}

test(
  `killed ${COUPURES} times in the middle of ${ENVOIS} uploads, it has no row without its whole file`,
  async () => {
    const jeton = await session();
    const confirmes: Buffer[] = [];
    let interrompus = 0;
    for (let coupure = 0; coupure < COUPURES; coupure += 1) {
      const programme = await demarrer();
      const envois = Array.from({ length: ENVOIS }, async () => {
        const octets = contenu();
        const code = await envoyerParMorceaux(
          `${programme.url}${adresses.ajouterPieceJointe}`,
          programme.cookie(jeton),
          formulaire({ contenu: octets }),
          () => Math.floor(hasard() * 8),
        );
        if (code === 303) confirmes.push(sha256(octets));
        else if (code === null) interrompus += 1;
        else throw new Error(`an upload was answered ${code}`);
      });
      await delay(hasard() * MOMENT_MAX_MS);
      await programme.stop('SIGKILL');
      await Promise.all(envois);
    }

    const gardees = await lignes();
    for (const { fichier, tailleOctets, empreinteSha256 } of gardees) {
      const octets = await buffer(await magasin.lire(fichier));
      expect(octets.length).toBe(tailleOctets);
      expect(sha256(octets).equals(empreinteSha256)).toBe(true);
    }
    const connues = new Set(gardees.map(({ empreinteSha256 }) => empreinteSha256.toString('hex')));
    for (const confirme of confirmes) expect(connues).toContain(confirme.toString('hex'));

    const restes = (await fichiersDe(magasin)).length - gardees.length;
    process.stdout.write(
      `faults: ${COUPURES} kills (seed ${GRAINE}), ${confirmes.length} uploads confirmed, ` +
        `${interrompus} cut off, ${gardees.length} rows, ${restes} stray files\n`,
    );
    expect(interrompus).toBeGreaterThan(0);

    // What is young may be on its way; a day later it is nobody's.
    const bientot = await balayer(sql, magasin, apres(new Date(), heures(1)));
    expect(bientot).toEqual({ effaces: 0, manquantes: [] });
    const demain = await balayer(sql, magasin, apres(new Date(), heures(25)));
    expect(demain).toEqual({ effaces: restes, manquantes: [] });
    expect(await fichiersDe(magasin)).toEqual(gardees.map(({ fichier }) => fichier).toSorted());
  },
  COUPURES * SECONDES_PAR_COUPURE * 1_000,
);
