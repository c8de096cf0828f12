// The analysis of files: served once clean, erased and told once infected, waiting while nobody answers.
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { EICAR, fichiersDe, joindre } from '../../../tests/soutien/pieces-jointes.ts';
import {
  apres,
  creerCompte,
  filDe,
  INSTANT,
  journalDe,
  minutes,
} from '../../../tests/soutien/scene.ts';
import type { Antivirus } from '../../platform/antivirus/antivirus.ts';
import type { Magasin } from '../../platform/fichiers/magasin.ts';
import { magasinLocal } from '../../platform/fichiers/magasin-local.ts';
import { supprimerPieces } from './actions.ts';
import { analyserEnAttente, analyserPiece } from './actions-analyse.ts';

const { sql } = await baseDeTest();
const PLUS_TARD = apres(INSTANT, minutes(5));
let magasin: Magasin;
let compteId: number;
let lus: number;
let repond: boolean;
const QUI_RACCROCHE = Buffer.from('what the antivirus hangs up on');
const INDECHIFFRABLE = Buffer.from('what the antivirus chokes on');

/** Reads all that it is given, as the real one does, and knows one virus. */
const antivirus: Antivirus = {
  async analyser(contenu) {
    if (!repond) {
      contenu.destroy();
      return { kind: 'indisponible' };
    }
    lus += 1;
    const octets = await buffer(contenu);
    if (octets.equals(QUI_RACCROCHE)) return { kind: 'indisponible' };
    if (octets.equals(INDECHIFFRABLE)) return { kind: 'sans_verdict' };
    const infecte = octets.includes(EICAR);
    return infecte ? { kind: 'infecte', signature: 'Eicar' } : { kind: 'sain' };
  },
};

beforeEach(async () => {
  magasin = await magasinLocal(await mkdtemp(path.join(inject('dossier'), 'magasin-')));
  compteId = await creerCompte(sql);
  await sql`delete from piece_jointe`;
  lus = 0;
  repond = true;
});

const recevoir = (contenu = Buffer.from('Bonjour')) =>
  joindre(sql, magasin, compteId, { nom: 'note.txt', contenu, analyse: true });
const etats = async () => {
  const rows = await sql<{ etat: string; motifRejet: string | null; analyseeLe: Date | null }[]>`
    select etat, motif_rejet, analysee_le from piece_jointe order by id`;
  return rows.map(({ etat, motifRejet, analyseeLe }) => [etat, motifRejet, analyseeLe]);
};
const analyser = (id: number) => analyserPiece(sql, magasin, antivirus, id, PLUS_TARD);

describe('a file', () => {
  test('in which nothing is found is available', async () => {
    expect(await analyser(await recevoir())).toBe('disponible');
    expect(await etats()).toEqual([['DISPONIBLE', null, PLUS_TARD]]);
    expect(await fichiersDe(magasin)).toHaveLength(1);
    expect(await filDe(sql, compteId)).toEqual([]);
  });

  test('that is infected is erased, and its owner told', async () => {
    expect(await analyser(await recevoir(EICAR))).toBe('rejetee');
    expect(await etats()).toEqual([['REJETEE', 'VIRUS', PLUS_TARD]]);
    expect(await fichiersDe(magasin)).toEqual([]);
    expect(await filDe(sql, compteId)).toEqual(['PIECE_REJETEE']);
    expect((await journalDe(sql, compteId)).at(-1)).toMatchObject({
      acte: 'PIECE_REJETEE',
      acteurCompteId: null,
      details: { motif: 'VIRUS' },
    });
  });

  test('waits « en analyse » while the antivirus does not answer', async () => {
    repond = false;
    const id = await recevoir();
    expect(await analyser(id)).toBe('attend');
    expect(await etats()).toEqual([['EN_ANALYSE', null, null]]);
    repond = true;
    expect(await analyser(id)).toBe('disponible');
  });

  test('analysed twice at once is told once', async () => {
    const id = await recevoir(EICAR);
    const tous = Promise.withResolvers<void>();
    const ensemble: Antivirus = {
      async analyser(contenu) {
        const verdict = await antivirus.analyser(contenu);
        if (lus === 2) tous.resolve();
        await tous.promise;
        return verdict;
      },
    };
    const deuxFois = [1, 2].map(() => analyserPiece(sql, magasin, ensemble, id, PLUS_TARD));
    expect((await Promise.all(deuxFois)).sort()).toEqual(['rejetee', 'rien']);
    expect(await filDe(sql, compteId)).toEqual(['PIECE_REJETEE']);
    expect(await analyser(id)).toBe('rien');
  });

  test('deleted meanwhile is nobody’s business', async () => {
    const id = await recevoir(EICAR);
    const pendant: Antivirus = {
      async analyser(contenu) {
        await supprimerPieces(sql, magasin, compteId, [id], INSTANT);
        return antivirus.analyser(contenu);
      },
    };
    expect(await analyserPiece(sql, magasin, pendant, id, PLUS_TARD)).toBe('rien');
    expect(await filDe(sql, compteId)).toEqual([]);
  });

  test('that waited is available once there is no antivirus any more', async () => {
    expect(await analyserPiece(sql, magasin, null, await recevoir(), PLUS_TARD)).toBe('disponible');
  });
});

describe('files that wait', () => {
  const reprendre = () => analyserEnAttente(sql, magasin, antivirus, PLUS_TARD);

  test('are taken up when the antivirus is back', async () => {
    repond = false;
    for (const contenu of [undefined, EICAR, undefined]) await analyser(await recevoir(contenu));
    expect(await reprendre()).toEqual({ analysees: 0, illisibles: [] });
    repond = true;
    expect(await reprendre()).toEqual({ analysees: 3, illisibles: [] });
    expect((await etats()).map(([etat]) => etat)).toEqual(['DISPONIBLE', 'REJETEE', 'DISPONIBLE']);
  });

  test('are not held up by one that cannot be read, which is told', async () => {
    const perdu = await recevoir();
    for (const nom of await fichiersDe(magasin)) await magasin.supprimer(nom);
    await recevoir();
    expect(await reprendre()).toEqual({ analysees: 1, illisibles: [perdu] });
  });

  test('are not held up by one of which the antivirus cannot tell, which waits on', async () => {
    const indecise = await recevoir(INDECHIFFRABLE);
    await recevoir();
    expect(await reprendre()).toEqual({ analysees: 1, illisibles: [indecise] });
    expect((await etats()).map(([etat]) => etat)).toEqual(['EN_ANALYSE', 'DISPONIBLE']);
  });

  test('are not held up by one on which the antivirus hangs up', async () => {
    await recevoir(QUI_RACCROCHE);
    for (let n = 0; n < 3; n++) await recevoir();
    expect(await reprendre()).toEqual({ analysees: 3, illisibles: [] });
  });

  test('of an antivirus that is silent are not all tried', async () => {
    for (let n = 0; n < 5; n++) await recevoir(QUI_RACCROCHE);
    expect(await reprendre()).toEqual({ analysees: 0, illisibles: [] });
    expect(lus).toBe(2);
  });

  test('are left to their own job while they just came', async () => {
    await recevoir();
    expect(await analyserEnAttente(sql, magasin, antivirus, INSTANT)).toMatchObject({
      analysees: 0,
    });
    expect(lus).toBe(0);
  });
});
