// Runs an import of structures, whatever its format: reads the lines, hands them to the directory, reports.
import { fusionnerFlux, type RaisonDeRefus } from '../../domain/structure/actions-flux.ts';
import type { Garde } from '../../domain/structure/flux.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { SEUIL_PAR_DEFAUT } from '../arguments.ts';
import type { Journal } from '../parcours.ts';
import { suivre } from '../progression.ts';
import { sousRapport } from '../rapports.ts';
import { Rejets } from '../rejets.ts';
import { type BilanStructures, bilanVide, compter, phraseDArret, resume } from './bilan.ts';
import type { Entree, Format } from './format.ts';
import { Lecteur } from './lecteur.ts';

const MOTIFS: Record<RaisonDeRefus, string> = {
  doublon: 'déjà nommé par une ligne précédente de ce fichier',
  structureInconnue: 'structure inconnue',
};

export type OptionsImport = Partial<Garde> & {
  /** Gets the refused lines (number and reason), the progress and the summary. */
  journal: Journal;
  /** Where to show bars. */
  terminal?: NodeJS.WriteStream | undefined;
};

/**
 * Imports a file in one transaction: killed at any point, it leaves the directory as it was, and the same file run
 * again changes nothing more. The pool must have three connections: one holds the lock that keeps two runs apart, one
 * the transaction, one writes the report.
 */
export function importerStructures(
  sql: Sql,
  clock: Clock,
  format: Format,
  options: OptionsImport,
): Promise<BilanStructures> {
  const bilan = bilanVide();
  const { source, nom: fichier } = format;
  return sousRapport(sql, clock, { source, fichier, bilan }, async (rapport) => {
    await importer(sql, await clock(), format, { ...options, rapport, bilan });
    for (const ligne of resume(bilan)) options.journal(ligne);
    return bilan;
  });
}

async function importer(
  sql: Sql,
  instant: Date,
  { source, complet, colonnes, ...entrees }: Format,
  course: OptionsImport & { rapport: number; bilan: BilanStructures },
): Promise<void> {
  const { seuil = SEUIL_PAR_DEFAUT, forcer = false, journal, terminal, rapport, bilan } = course;
  const suivi = suivre(journal, terminal);
  const ouvrir = async <V>(entree: Entree<V>, fichier: string) => {
    const destination = { sql, rapport, fichier, chemin: entree.rejets, journal: suivi.journal };
    return new Lecteur(entree, await Rejets.ouvrir(destination), suivi);
  };
  const structures = await ouvrir(entrees.structures, '');
  const services = entrees.services && (await ouvrir(entrees.services, entrees.services.nom));
  const toutLu = () => {
    suivi.fin();
    journal('Fusion avec l’annuaire…');
  };
  try {
    const fusion = await fusionnerFlux(
      sql,
      {
        source,
        complet,
        colonnes,
        structures: structures.valeurs(services ? undefined : toutLu),
        services: services?.valeurs(toutLu) ?? null,
        refuser: async (quoi, raison, rangs) =>
          (quoi === 'structures' ? structures : services)?.refuser(MOTIFS[raison], rangs),
        garde: { seuil, forcer },
      },
      instant,
    );
    if (fusion.kind === 'arretee') bilan.motifArret = phraseDArret(fusion.arret, seuil);
    else Object.assign(bilan, compter(fusion.structures, fusion.services), { etat: 'TERMINE' });
  } finally {
    suivi.fin();
    await Promise.all([structures.rejets.fermer(), services?.rejets.fermer()]);
    bilan.lus = structures.lus;
    bilan.rejetes = structures.rejets.nombre;
    bilan.avertissements = structures.avertissements;
    bilan.servicesLus = services?.lus ?? 0;
    bilan.servicesRejetes = services?.rejets.nombre ?? 0;
  }
  if (bilan.motifArret) journal(bilan.motifArret);
}
