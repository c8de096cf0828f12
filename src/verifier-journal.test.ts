// The command `verifier-journal`: sentences, exit code, the seal noted elsewhere, arguments that are none.
import { beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../tests/soutien/base-de-test.ts';
import { INSTANT } from '../tests/soutien/scene.ts';
import { scellerJournal } from './domain/journal/actions-sceaux.ts';
import { commandeVerifierJournal } from './verifier-journal.ts';

const { sql, proprietaire } = await baseDeTest();

beforeEach(async () => {
  await proprietaire`truncate journal, journal_sceau, journal_effacement restart identity`;
});

async function noter(nombre: number): Promise<void> {
  await sql`
    insert into journal (instant, acte, objet, objet_id)
    select ${INSTANT}, 'CONNEXION', 'compte', n from generate_series(1, ${nombre}::int) n`;
}

async function sceller(attendu: number): Promise<void> {
  const scelles = async () => {
    await scellerJournal(sql, INSTANT);
    return (await sql`select from journal_sceau`).length;
  };
  await expect.poll(scelles, { timeout: 20_000 }).toBe(attendu);
}

async function verifier(...args: string[]) {
  const lignes: string[] = [];
  const code = await commandeVerifierJournal(sql, args, (ligne) => lignes.push(ligne));
  return { code, lignes };
}

describe('verifier-journal', () => {
  test('says that a journal is whole, gives its last seal and what waits', async () => {
    await noter(1_200);
    await sceller(1_200);
    await noter(2);
    const { code, lignes } = await verifier();
    expect(code).toBe(0);
    expect(lignes[0]).toMatch(/^Lignes scellées : 1.200, du rang 1 au rang 1200\.$/);
    expect(lignes[1]).toMatch(/^Dernier sceau : 1200 [0-9a-f]{64}$/);
    expect(lignes.slice(2)).toEqual([
      'En attente de sceau : 2 ligne(s), depuis le 23\u00a0novembre\u00a02026 à 10:00.',
      'Journal entier.',
    ]);
  });

  test('names what is wrong and ends with 1', async () => {
    await noter(6);
    await sceller(6);
    await proprietaire`update journal set acte = 'X' where id = 2`;
    await proprietaire`delete from journal_sceau where rang in (4, 5)`;
    const { code, lignes } = await verifier();
    expect(code).toBe(1);
    expect(lignes).toContain('Rang 2 : la ligne 2 n’est pas celle qui a été scellée.');
    expect(lignes).toContain('Rangs 4 à 5 : ils manquent.');
    expect(lignes.at(-1)).toBe('Journal rompu : 2 anomalie(s).');
  });

  test('prints a hundred faults, and counts them all', async () => {
    await noter(150);
    await sceller(150);
    await proprietaire`update journal set acte = 'X'`;
    const { lignes } = await verifier();
    expect(lignes.filter((ligne) => ligne.startsWith('Rang ')).length).toBe(100);
    expect(lignes).toContain('… et 50 autres anomalies.');
  });

  test('compares with a seal that was noted', async () => {
    await noter(3);
    await sceller(3);
    const [, dernier = ''] = (await verifier()).lignes;
    const [, rang = '', empreinte = ''] = /(\d+) ([0-9a-f]{64})$/.exec(dernier) ?? [];
    expect((await verifier(rang, empreinte.toUpperCase())).code).toBe(0);
    const autre = await verifier(rang, '0'.repeat(64));
    expect([autre.code, autre.lignes[0]]).toEqual([
      1,
      `Rang 3 : l’empreinte est ${empreinte}, pas celle qui est notée.`,
    ]);
    expect((await verifier('9', empreinte)).lignes[0]).toContain('aucun sceau à comparer');
  });

  test.each([[['1']], [['x', '0'.repeat(64)]], [['1', 'zz']], [['1', '0'.repeat(64), '2']]])(
    'refuses %j',
    async (args) => {
      await expect(verifier(...args)).rejects.toThrow('verifier-journal attend un rang');
    },
  );

  test('of a journal without a line passes', async () => {
    expect((await verifier()).lignes).toEqual([
      'Aucune ligne scellée.',
      'Aucune ligne en attente de sceau.',
      'Journal entier.',
    ]);
  });
});
