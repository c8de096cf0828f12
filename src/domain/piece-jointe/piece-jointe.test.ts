// What a pièce jointe may be: names, room, content, what the antivirus says (tables of cases).
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../platform/antivirus/antivirus.ts';
import { EXTENSIONS } from './formats.ts';
import {
  decideAnalyse,
  decideContenu,
  decidePlace,
  lireNomDeFichier,
  nomsUniques,
} from './piece-jointe.ts';

const long = (nombre: number) => `${'x'.repeat(nombre - 4)}.pdf`;

describe('the name of a file', () => {
  test.each([
    ['releve.pdf', 'releve.pdf', 'pdf'],
    ['  Relevé de mai.PDF ', 'Relevé de mai.PDF', 'pdf'],
    // A Mac writes the accent apart.
    ['releve\u0301.pdf', 'relevé.pdf', 'pdf'],
    ['archive.tar.gz', 'archive.tar.gz', 'gz'],
    ['.devis.odt', '.devis.odt', 'odt'],
    [long(50), long(50), 'pdf'],
    // Counted as PostgreSQL counts, not by halves of surrogate pairs.
    [`${'😀'.repeat(46)}.pdf`, `${'😀'.repeat(46)}.pdf`, 'pdf'],
  ])('« %s » is kept as « %s »', (recu, nom, extension) => {
    expect(lireNomDeFichier(recu)).toEqual({ kind: 'nom', nom, extension });
  });

  test.each([
    ['nothing', undefined, 'fichierManquant'],
    ['blank', '  ', 'fichierManquant'],
    ['a path up', '../releve.pdf', 'nomCaracteres'],
    ['a path of Windows', 'C:\\temp\\releve.pdf', 'nomCaracteres'],
    ['a NUL', 'releve.pdf\0.png', 'nomCaracteres'],
    ['a right-to-left mark', 'facture\u202efdp.exe.pdf', 'nomCaracteres'],
    ['an invisible character', 'rele\u200bve.pdf', 'nomCaracteres'],
    ['half a character', 'rele\ud800ve.pdf', 'nomCaracteres'],
    ['what could not be read', 'rele\ufffdve.pdf', 'nomCaracteres'],
    ['a line break', 'rele\nve.pdf', 'nomCaracteres'],
    ['only dots', '...', 'nomPoints'],
    ['dots before the extension', '...pdf', 'nomPoints'],
    ['nothing before the extension', '.pdf', 'nomPoints'],
    ['51 characters', long(51), 'nomTropLong'],
    ['300 characters', long(300), 'nomTropLong'],
    ['no extension', 'releve', 'extension'],
    ['an empty extension', 'releve.', 'extension'],
    ['the extension of a program', 'releve.exe', 'extension'],
    ['a name that every object has', 'releve.constructor', 'extension'],
  ])('that is %s is refused', (_, recu, refus) => {
    expect(lireNomDeFichier(recu)).toEqual({ kind: 'refus', refus });
  });
});

describe('an account', () => {
  const limites = { octetsMax: 10, fichiersMax: 200, quotaOctets: 1_000 };

  test.each([
    ['empty has room', [0, 0], 10, 'place'],
    ['with 199 files takes the 200th', [199, 0], 10, 'place'],
    ['with 200 files takes no other', [200, 0], 1, 'nombre'],
    ['takes what fills it exactly', [5, 990], 10, 'place'],
    ['takes not a byte more', [5, 990], 11, 'quota'],
  ] as const)('%s', (_, [fichiers, octets], taille, attendu) => {
    expect(decidePlace({ fichiers, octets }, taille, limites)).toBe(attendu);
  });
});

const GO = 1024 ** 3;

describe('a content', () => {
  test.each([
    ['is what its extension says', 'pdf', { genre: 'application/pdf' }, 'conforme'],
    ['is another one', 'pdf', { genre: 'image/png' }, 'contenu'],
    ['is a program', 'pdf', { genre: 'application/x-msdownload' }, 'contenu'],
    ['is unknown', 'pdf', { genre: 'inconnu' }, 'contenu'],
    ['is text under the name of a text', 'csv', { genre: 'texte' }, 'conforme'],
    ['is of Office 97', 'xls', { genre: 'application/x-cfb' }, 'conforme'],
    ['cannot be checked', 'fax', { genre: 'inconnu' }, 'conforme'],
  ] as const)('%s (%s)', (_, extension, detection, attendu) => {
    expect(decideContenu(extension, detection)).toBe(attendu);
  });

  test.each([
    ['as much as is allowed', GO, 100, 'conforme'],
    ['a byte more than 1 Go', GO + 1, 100, 'archive'],
    ['more than a hundred times its size', 1_000, 100.1, 'archive'],
  ] as const)('that unpacks to %s', (_, octetsDeclares, rapport, attendu) => {
    const archive = { octetsDeclares, rapport };
    expect(decideContenu('zip', { genre: 'application/zip', archive })).toBe(attendu);
    expect(decideContenu('gz', { genre: 'application/gzip', archive })).toBe(attendu);
  });

  test.each(['application/x-msdownload', 'application/x-elf', 'application/x-mach-binary'])(
    'that is a program (%s) passes under no extension that can be checked',
    (genre) => {
      const passent = EXTENSIONS.filter((e) => decideContenu(e, { genre }) === 'conforme');
      expect(passent).toEqual(['fax', 'xlc', 'xlm']);
    },
  );
});

test.each<[Verdict | null, ReturnType<typeof decideAnalyse>]>([
  [{ kind: 'sain' }, { kind: 'disponible' }],
  [null, { kind: 'disponible' }],
  [
    { kind: 'infecte', signature: 'Eicar' },
    { kind: 'rejetee', motif: 'VIRUS' },
  ],
  [{ kind: 'indisponible' }, { kind: 'attend' }],
])('the verdict %j makes a file %j', (verdict, attendu) => {
  expect(decideAnalyse(verdict)).toEqual(attendu);
});

test.each([
  [
    ['a.pdf', 'b.pdf'],
    ['a.pdf', 'b.pdf'],
  ],
  [
    ['a.pdf', 'A.PDF', 'a.pdf'],
    ['a.pdf', 'A (2).PDF', 'a (3).pdf'],
  ],
  [
    ['a.pdf', 'a.pdf', 'a (2).pdf'],
    ['a.pdf', 'a (2).pdf', 'a (2) (2).pdf'],
  ],
])('%j in one folder are %j', (noms, attendus) => {
  expect(nomsUniques(noms)).toEqual(attendus);
});
