// The demo's world (screens §10): the communes of France, a few structures, accounts, news; each through its command, once.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { actualiteConnue } from '../domain/actualite/queries.ts';
import { verifierComptesDemo } from '../domain/compte/actions-flux.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { ROOT } from '../platform/root.ts';
import { LANGUES } from '../platform/textes/index.ts';
import { publier } from './actualites/commande.ts';
import { importerMadrhas } from './madrhas/importer.ts';
import { LigneMadrhas } from './madrhas/ligne.ts';
import type { Journal } from './parcours.ts';
import { dejaImporte, nomDeFichier } from './rapports.ts';
import { formatCommunes } from './structures/communes/format.ts';
import { importerStructures } from './structures/importer.ts';
import { formatJsonl } from './structures/jsonl/format.ts';

const STRUCTURES = path.join(ROOT, 'demo/structures.jsonl');
const MADRHAS = path.join(ROOT, 'demo/madrhas.jsonl');
/** Each in both languages: demo/actualites/<identifiant>.<langue>.md. */
const ACTUALITES = ['bienvenue', 'aide-du-portail'];

/**
 * Those who did their first connection already; not Pauline, who shows it, nor a deactivated
 * account.
 */
const VERIFIES = [
  'collegue.ccas',
  'gestion.mairie',
  'second.mairie',
  'simple.mairie',
  'secretaire.multi',
  'externe-xt',
  'referent.dgfip',
];

/** A person whom the PIGP stand-in lets in. */
export type PersonneDemo = {
  identifiant: string;
  civilite: 'M' | 'MME';
  nom: string;
  prenom: string;
};

/** Known to PIGP only: to see what a person without an account is told. */
const INCONNU: PersonneDemo = {
  identifiant: 'inconnu.madrhas',
  civilite: 'M',
  nom: 'INCONNU',
  prenom: 'Paul',
};

/** Loads the demo once; run again after a kill, it takes up what is missing. */
export async function chargerDemo(sql: Sql, clock: Clock, journal: Journal): Promise<void> {
  await chargerCommunes(sql, clock, journal);
  if (!(await dejaImporte(sql, 'MADRHAS', nomDeFichier(MADRHAS)))) {
    // The guide's two SIRETs are fictional and have no right key.
    const structures = formatJsonl(STRUCTURES, { controleSiret: false });
    await importerStructures(sql, clock, structures, { journal });
    await importerMadrhas(sql, clock, { fichier: MADRHAS, complet: false }, journal);
  }
  await verifierComptesDemo(sql, VERIFIES, await clock());
  await publierActualites(sql, clock, journal);
}

// One that was withdrawn stays so: only those never published are.
async function publierActualites(sql: Sql, clock: Clock, journal: Journal): Promise<void> {
  for (const identifiant of ACTUALITES) {
    for (const langue of LANGUES) {
      if (await actualiteConnue(sql, identifiant, langue)) continue;
      const fichier = path.join(ROOT, `demo/actualites/${identifiant}.${langue}.md`);
      await publier(sql, clock, fichier, journal);
    }
  }
}

// Once a version of the package: its name in the report says which.
async function chargerCommunes(sql: Sql, clock: Clock, journal: Journal): Promise<void> {
  const format = formatCommunes();
  if (await dejaImporte(sql, 'COMMUNES', format.nom)) return;
  await importerStructures(sql, clock, format, { journal });
}

/** Everybody whom the PIGP stand-in knows, straight from the demo's feed. */
export async function lireComptesPigp(): Promise<PersonneDemo[]> {
  const lignes = (await readFile(MADRHAS, 'utf8')).split('\n').filter((ligne) => ligne !== '');
  const personnes = lignes.map((ligne): PersonneDemo => {
    const compte = LigneMadrhas.parse(JSON.parse(ligne));
    const { identifiantConnexion: identifiant, civilite, nom, prenom } = compte;
    return { identifiant, civilite: civilite ?? 'M', nom, prenom };
  });
  return [...personnes, INCONNU];
}
