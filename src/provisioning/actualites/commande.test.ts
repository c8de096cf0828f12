// `publier-actualite`: what a file becomes, and one clear sentence for each thing wrong, with
// nothing stored.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { baseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { ErreurDeDemarrage } from '../../platform/erreur-de-demarrage.ts';
import { commandePublierActualite } from './commande.ts';

const { sql, clock, proprietaire, regler } = await baseDeTest();
await regler('2026-11-23T09:00:00Z');
const dossier = await mkdtemp(path.join(tmpdir(), 'actualites-'));
afterAll(() => rm(dossier, { recursive: true, force: true }));

const ENTETE = 'titre: Maintenance de décembre\nlangue: fr\ndu: 2026-12-01';
const sortie: string[] = [];
beforeEach(async () => {
  sortie.length = 0;
  await proprietaire`delete from actualite`;
});

async function ecrire(contenu: string | Buffer, nom = 'maintenance.md'): Promise<string> {
  const fichier = path.join(dossier, nom);
  await writeFile(fichier, contenu);
  return fichier;
}
const commander = (...args: string[]) =>
  commandePublierActualite(sql, clock, args, (ligne) => sortie.push(ligne));
const document = (entete: string, corps = 'Bonjour **à tous**.') =>
  `---\n${entete}\n---\n\n${corps}\n`;
const stockees = () => sql<{ identifiant: string; langue: string; titre: string; html: string }[]>`
  select identifiant, langue, titre, html from actualite order by identifiant, langue`;

describe('a file', () => {
  test('is published under its name, then changed', async () => {
    const fichier = await ecrire(document(ENTETE));
    expect(await commander(fichier)).toBe(0);
    expect(await stockees()).toMatchObject([
      {
        identifiant: 'maintenance',
        langue: 'fr',
        titre: 'Maintenance de décembre',
        html: '<p>Bonjour <strong>à tous</strong>.</p>',
      },
    ]);
    await ecrire(document(`${ENTETE}\nau: 2026-12-02`, 'Autre texte.'));
    expect(await commander(fichier)).toBe(0);
    expect(await stockees()).toMatchObject([{ html: '<p>Autre texte.</p>' }]);
    expect(sortie).toEqual([
      'Actualité « maintenance » (fr) publiée : montrée à partir du 2026-12-01.',
      'Actualité « maintenance » (fr) modifiée : montrée à partir du 2026-12-01, jusqu’au 2026-12-02 inclus.',
    ]);
  });

  test('may have a number for a title', async () => {
    await commander(await ecrire(document(ENTETE.replace('Maintenance de décembre', '2027'))));
    expect(await stockees()).toMatchObject([{ titre: '2027' }]);
  });

  test('in each language shares its identifier, which its header may give', async () => {
    await commander(await ecrire(document(ENTETE), 'Été.fr.md'));
    await commander(await ecrire(document(ENTETE.replace('fr', 'en')), 'Été.en.md'));
    await commander(await ecrire(document(`${ENTETE}\nidentifiant: autre`)));
    expect((await stockees()).map(({ identifiant, langue }) => `${identifiant} ${langue}`)).toEqual(
      ['autre fr', 'ete en', 'ete fr'],
    );
  });

  test('loses what may not be shown, and is told', async () => {
    const corps = 'a <script>alert(1)</script><img src=x> [b](javascript:x)';
    expect(await commander(await ecrire(document(ENTETE, corps)))).toBe(0);
    expect(await stockees()).toMatchObject([{ html: '<p>a  b</p>' }]);
    expect(sortie[0]).toBe('Éléments non permis, laissés de côté : script, img, lien.');
  });

  test('with lines of Windows and a mark of order is read too', async () => {
    const fichier = await ecrire(`\uFEFF${document(ENTETE).replaceAll('\n', '\r\n')}`);
    expect(await commander(fichier)).toBe(0);
  });
});

describe('nothing is stored, and a sentence says why:', () => {
  const sans = (champ: string) =>
    document(
      ENTETE.split('\n')
        .filter((ligne) => !ligne.startsWith(champ))
        .join('\n'),
    );
  test.each<[string, string | Buffer, string]>([
    ['no title', sans('titre'), '« titre » manque'],
    ['no language', sans('langue'), '« langue » manque'],
    ['an unknown language', document(ENTETE.replace('fr', 'de')), '« langue » : fr ou en'],
    ['no start', sans('du'), '« du » manque'],
    ['a start that is no date', document(`${ENTETE}-9`), '« du » : une date'],
    ['an end before the start', document(`${ENTETE}\nau: 2026-11-30`), '« au » vient avant « du »'],
    ['an unknown field', document(`${ENTETE}\nauteur: moi`), '« auteur » n’est pas un champ connu'],
    ['too long a title', document(ENTETE.replace('de d', 'x'.repeat(150))), '150 caractères'],
    [
      'a bad identifier',
      document(`${ENTETE}\nidentifiant: A B`),
      '« identifiant » : des minuscules',
    ],
    ['no header', 'Bonjour', 'L’en-tête manque'],
    ['a header that is not YAML', document('titre: "a'), 'L’en-tête est illisible, ligne 2'],
    ...['Coupure : samedi', '*inconnu', '*Important* : samedi', '@tous'].map(
      (titre): [string, string, string] => [
        `a title that must be quoted, ${titre}`,
        document(`titre: ${titre}\nlangue: fr\ndu: 2026-12-01`),
        'par exemple titre: "Coupure : samedi".',
      ],
    ),
    [
      'a title that is a list',
      document(ENTETE.replace('Maint', '[a] #')),
      '« titre » n’est pas un',
    ],
    ['an empty title', document(ENTETE.replace(/titre.*/, 'titre:')), '« titre » manque'],
    ['an empty language', document(ENTETE.replace(': fr', ':')), '« langue » manque'],
    ['no text', document(ENTETE, ''), 'Le texte manque'],
    ['nothing left of the text', document(ENTETE, '<script>x</script>'), 'Le texte manque'],
    ['quotes without end', document(ENTETE, `${'> '.repeat(30_000)}x`), 'Le texte manque'],
    ['too big a file', document(ENTETE, 'x'.repeat(100_001)), 'trop gros : 100 ko'],
    ['not UTF-8', Buffer.from([0x2d, 0xff, 0xfe, 0xe9]), 'pas du texte en UTF-8'],
    ['a NUL', document(ENTETE, 'a\0b'), 'pas du texte en UTF-8'],
  ])('%s', async (_quoi, contenu, phrase) => {
    const run = commander(await ecrire(contenu));
    await expect(run).rejects.toThrow(ErreurDeDemarrage);
    await expect(run).rejects.toThrow(phrase);
    expect(await stockees()).toEqual([]);
  });

  test('several at once', async () => {
    const run = commander(await ecrire(document('langue: de\ndu: demain', '')));
    await expect(run).rejects.toThrow(
      /« du »[^\n]*\n« titre »[^\n]*\n« langue »[^\n]*\nLe texte manque[^\n]*\nRien n’a été publié\.$/,
    );
  });

  test('changes nothing of what is published', async () => {
    const fichier = await ecrire(document(ENTETE));
    await commander(fichier);
    await ecrire(document(ENTETE.replace('fr', 'de'), 'Autre.'));
    await expect(commander(fichier)).rejects.toThrow('« langue »');
    expect(await stockees()).toMatchObject([{ html: '<p>Bonjour <strong>à tous</strong>.</p>' }]);
  });
});

describe('an actualité', () => {
  test('is withdrawn in one language, or in all', async () => {
    await commander(await ecrire(document(ENTETE)));
    await commander(await ecrire(document(ENTETE.replace('fr', 'en'))));
    expect(await commander('--retirer', 'maintenance', '--langue', 'en')).toBe(0);
    expect(await commander('--retirer', 'maintenance')).toBe(0);
    expect(sortie.slice(2)).toEqual([
      'Actualité « maintenance » (en) retirée.',
      'Actualité « maintenance » (fr) retirée.',
    ]);
    await expect(commander('--retirer', 'maintenance')).rejects.toThrow(
      'Aucune actualité « maintenance » n’est publiée : rien n’a été changé.',
    );
  });

  test.each([
    [[], 'attend un fichier'],
    [['a.md', 'b.md'], 'attend un fichier'],
    [['absente.md'], '« absente.md » est introuvable'],
    [['--tout'], 'option est inconnue'],
    [['--retirer'], 'option est inconnue ou incomplète'],
    [['a.md', '--retirer', 'b'], 'attend un identifiant, sans fichier'],
    [['a.md', '--langue', 'fr'], 'accompagne --retirer'],
    [['--retirer', 'b', '--langue', 'de'], '--langue : fr ou en'],
  ])('%j says what is wrong and how to write it', async (args, phrase) => {
    const run = commander(...args);
    await expect(run).rejects.toThrow(phrase);
    await expect(run).rejects.toThrow('Usage : publier-actualite');
  });
});
