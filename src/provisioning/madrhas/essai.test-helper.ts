// For the tests of the feed: lines with plausible values, written to a file and imported.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import type { BaseDeTest } from '../../../tests/soutien/base-de-test.ts';
import { importerMadrhas, type OptionsMadrhas } from './importer.ts';

/** A line of the feed for the n-th person. */
export function personne(n: number, autres: object = {}) {
  return {
    idMadrhas: `M${n}`,
    identifiantConnexion: `personne.${n}`,
    civilite: 'MME',
    nom: 'PETIT',
    prenom: 'Anne',
    adresseElectronique: `personne${n}@ville.example`,
    adresse: { ligne: null, complement: null, codePostal: null, ville: 'Ville', pays: 'FR' },
    telephone: '01 99 00 00 01',
    fax: null,
    langue: 'FR',
    etat: 'ACTIF',
    rattachements: [] as object[],
    ...autres,
  };
}

/** A rattachement on the n-th structure of `structures`. */
export function attache(n: number, role: string, autres: object = {}) {
  const structure = { typeIdentifiant: 'SIRET', identifiant: `S${n}` };
  return { ...structure, role, dateDebut: '2026-01-01', dateFin: null, services: [], ...autres };
}

/**
 * Imports lines (objects, or text as is) in a database, and gives the counts and what was printed.
 */
export async function essai({ sql, clock }: BaseDeTest) {
  const dossier = await mkdtemp(path.join(tmpdir(), 'madrhas-'));
  afterAll(() => rm(dossier, { recursive: true, force: true }));
  return {
    fichier: path.join(dossier, 'flux.jsonl'),
    async importer(
      lignes: (object | string)[],
      { gz = false, ...options }: Partial<OptionsMadrhas> & { gz?: boolean } = {},
    ) {
      const fichier = path.join(dossier, gz ? 'flux.jsonl.gz' : 'flux.jsonl');
      const texte = lignes.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n');
      await writeFile(fichier, gz ? gzipSync(texte) : texte);
      const imprime: string[] = [];
      const bilan = await importerMadrhas(
        sql,
        clock,
        { fichier, complet: false, ...options },
        (line) => imprime.push(line),
      );
      return { bilan, imprime };
    },
    /** Makes n structures, S1 to Sn, each with the services A and B. */
    async structures(n: number) {
      await sql`
        with s as (
          insert into structure (type_identifiant, identifiant, type_structure, statut, source,
            cree_le, modifie_le)
          select 'SIRET', 'S' || n, 'PUBLIQUE', 'ACTIF', 'ANNUAIRE', '2026-01-01', '2026-01-01'
          from generate_series(1, ${n}) as n returning id
        )
        insert into service (structure_id, code, libelle, source, cree_le, modifie_le)
        select s.id, c, c, 'ANNUAIRE', '2026-01-01', '2026-01-01' from s, unnest(array['A',
          'B']) as c`;
    },
    /** Empties everything that a feed writes. */
    async vider(proprietaire: BaseDeTest['proprietaire']) {
      await proprietaire`
        truncate compte, structure, service, import_rapport, import_rejet, journal cascade`;
      await proprietaire`delete from graphile_worker._private_jobs`;
    },
  };
}
