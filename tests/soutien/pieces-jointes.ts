// Files of several kinds, the form that carries one, and what the store holds after it.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { ajouterPiece, type ResultatAjout } from '../../src/domain/piece-jointe/actions.ts';
import { deposerFichier } from '../../src/domain/piece-jointe/depot.ts';
import { OCTETS_MAX } from '../../src/domain/piece-jointe/limites.ts';
import { lireNomDeFichier } from '../../src/domain/piece-jointe/piece-jointe.ts';
import type { Magasin } from '../../src/platform/fichiers/magasin.ts';
import type { Sql } from '../../src/platform/postgres/sql.ts';
import type { FormulaireAvecFichier } from './portail.ts';
import { INSTANT } from './scene.ts';

/** What an antivirus must find in any file (eicar.org); cut in two, so that none finds it here. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>';
/** A PDF of one empty page. */
export const PDF = Buffer.from(
  `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n` +
    `<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n${page}\nendobj\n` +
    `trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
);
/** A PNG of one point. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
/** The beginning of a program for Windows. */
export const PROGRAMME = Buffer.concat([
  Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'),
  Buffer.alloc(200),
]);

/** A ZIP of these files. */
export function zip(contenus: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [nom, contenu] of Object.entries(contenus))
    archive.addBuffer(Buffer.from(contenu), nom);
  archive.end();
  return buffer(archive.outputStream);
}

/** A form with one file, its fields around it as the page has them. */
export function formulaire({
  nom = 'releve.pdf',
  contenu = PDF,
  champs = {},
}: {
  nom?: string | Buffer;
  contenu?: Buffer;
  champs?: Record<string, string>;
} = {}): FormulaireAvecFichier {
  const limite = '----WebKitFormBoundaryqX3n';
  const { cle = randomUUID(), ...autres } = { designation: 'Relevé', type: 'DIVERS', ...champs };
  const partie = (nomDuChamp: string, valeur: string) =>
    `--${limite}\r\nContent-Disposition: form-data; name="${nomDuChamp}"\r\n\r\n${valeur}\r\n`;
  const corps = Buffer.concat([
    Buffer.from(partie('cle', cle)),
    Buffer.from(`--${limite}\r\nContent-Disposition: form-data; name="fichier"; filename="`),
    Buffer.from(nom),
    Buffer.from('"\r\nContent-Type: application/octet-stream\r\n\r\n'),
    contenu,
    Buffer.from('\r\n'),
    ...Object.entries(autres).map(([champ, valeur]) => Buffer.from(partie(champ, valeur))),
    Buffer.from(`--${limite}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${limite}`, corps };
}

/** The names of the files that the store holds, whole or not. */
export async function fichiersDe(magasin: Magasin): Promise<string[]> {
  const noms: string[] = [];
  for await (const { nom } of magasin.lister()) noms.push(nom);
  return noms.sort();
}

const LIMITES = { octetsMax: OCTETS_MAX, fichiersMax: 200, quotaOctets: 500 * 1024 * 1024 };

type Scene = {
  nom?: string;
  contenu?: Buffer;
  designation?: string;
  cle?: string | null;
  analyse?: boolean;
  instant?: Date;
  limites?: Partial<typeof LIMITES>;
};

/** Adds a pièce jointe as a form does. */
export async function ajouter(
  sql: Sql,
  magasin: Magasin,
  compteId: number,
  scene: Scene = {},
): Promise<ResultatAjout> {
  const { contenu = PDF, designation = 'Relevé', cle = null, analyse = false } = scene;
  const limites = { ...LIMITES, ...scene.limites };
  const nom = lireNomDeFichier(scene.nom ?? 'releve.pdf');
  const recu = await deposerFichier(magasin, Readable.from([contenu]), limites.octetsMax);
  if (nom.kind === 'refus' || recu.kind === 'refus') throw new Error('not a file of a scene');
  const ajout = { depot: recu.depot, nom, designation, typeId: 1, cle };
  return ajouterPiece(
    sql,
    { magasin, limites, analyse },
    compteId,
    ajout,
    scene.instant ?? INSTANT,
  );
}

/** Adds one that must be added; gives its id. */
export async function joindre(...args: Parameters<typeof ajouter>): Promise<number> {
  const resultat = await ajouter(...args);
  if (resultat.kind !== 'ajoutee') throw new Error(`not added: ${resultat.kind}`);
  return resultat.id;
}
