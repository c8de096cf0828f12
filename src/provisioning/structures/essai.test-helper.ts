// For the tests of the directory's import: lines with plausible values, written to files and imported.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import type { BaseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { SERVICES, STRUCTURES } from './annuaire/entete.ts';
import { formatAnnuaire } from './annuaire/format.ts';
import { importerStructures, type OptionsImport } from './importer.ts';

type Colonne = (typeof STRUCTURES.noms)[number];
type Champs = Partial<Record<Colonne, string>>;

/** The SIRET of the n-th structure of the tests, with its key. */
export function siret(n: number): string {
  const sansCle = `2${String(n).padStart(12, '0')}`;
  const somme = [...sansCle].reverse().reduce((total, chiffre, rang) => {
    const double = Number(chiffre) * (rang % 2 === 0 ? 2 : 1);
    return total + (double > 9 ? double - 9 : double);
  }, 0);
  return `${sansCle}${(10 - (somme % 10)) % 10}`;
}

/** A line of the directory for the n-th structure. */
export function organisme(n: number, champs: Champs = {}): string {
  const valeurs: Record<Colonne, string> = {
    TypeIdentifiant: 'SIRET',
    Identifiant: siret(n),
    RaisonSociale: `Organisme ${n}`,
    EmetteurEdi: 'false',
    RecepteurEdi: 'true',
    GestionStatutMiseEnPaiement: 'true',
    GestionEngagement: 'false',
    GestionService: 'false',
    GestionServiceEngagement: 'false',
    EstMOA: 'false',
    EstMOAUniquement: 'false',
    StructureActive: 'true',
    Adresse: '1 place de la Mairie',
    ComplementAdresse1: '',
    ComplementAdresse2: '',
    CodePostal: '76640',
    Ville: 'Alvimare',
    NumTelephone: '02 61 91 00 12',
    Courriel: 'contact@organisme.example',
    CodePays: 'FR',
    LibellePays: 'France',
    ...champs,
  };
  return STRUCTURES.noms.map((nom) => valeurs[nom]).join(';');
}

/** Lines for so many structures, from the first. */
export const organismes = (nombre: number): string[] =>
  Array.from({ length: nombre }, (_, n) => organisme(n + 1));

/** A line of the services file: a service of the n-th structure. */
export function service(n: number, code: string, champs: string[] = []): string {
  const [libelle = `Service ${code}`, debut = '', fin = '', engagement = 'non'] = champs;
  return [siret(n), code, libelle, debut, fin, engagement].join(';');
}

export type Essai = Partial<OptionsImport> & {
  services?: string[];
  gz?: boolean;
  entete?: string;
  rejets?: string;
};

/** Imports lines of the directory in a database, and gives the counts and what was printed. */
export async function essai({ sql, clock }: Pick<BaseDeTest, 'sql' | 'clock'>) {
  const dossier = await mkdtemp(path.join(tmpdir(), 'annuaire-'));
  afterAll(() => rm(dossier, { recursive: true, force: true }));
  const chemin = (nom: string) => path.join(dossier, nom);
  const ecrire = async (nom: string, lignes: string[], gz = false) => {
    const texte = `${lignes.join('\n')}\n`;
    await writeFile(chemin(nom), gz ? gzipSync(texte) : texte);
    return chemin(nom);
  };
  /** Imports files as they are. */
  const importerFichier = async (
    structures: string,
    { rejets, ...options }: Partial<OptionsImport> & { rejets?: string } = {},
    services?: string,
  ) => {
    const imprime: string[] = [];
    const journal = (line: string) => void imprime.push(line);
    const format = formatAnnuaire({ structures, services }, rejets);
    const bilan = await importerStructures(sql, clock, format, { journal, ...options });
    return { bilan, imprime };
  };
  return {
    chemin,
    lire: (nom: string) => readFile(chemin(nom), 'utf8'),
    importerFichier,
    /** Writes lines under the header, and imports them. */
    async importer(lignes: string[], essai: Essai = {}) {
      const { services, gz = false, entete = STRUCTURES.noms.join(';'), ...options } = essai;
      const nom = gz ? 'annuaire.csv.gz' : 'annuaire.csv';
      const fichier = await ecrire(nom, [entete, ...lignes], gz);
      const second =
        services && (await ecrire('services.csv', [SERVICES.noms.join(';'), ...services]));
      return importerFichier(fichier, options, second);
    },
  };
}
