// Chorus Pro's public directory as a complete file of structures, and of services when theirs is given.
import { statSync } from 'node:fs';
import path from 'node:path';
import { lireLignesCsv } from '../../csv.ts';
import type { LigneLue } from '../../lignes.ts';
import { nomDeFichier } from '../../rapports.ts';
import type { Entree, Format, Lecture } from '../format.ts';
import { SERVICES, STRUCTURES } from './entete.ts';
import { lireService } from './service.ts';
import { COLONNES, lireStructure } from './structure.ts';

/**
 * The directory's file, and that of its services; without the latter no service is touched. Refused lines go beside
 * each file, or to `rejets`, those of the services beside it.
 */
export function formatAnnuaire(
  { structures, services }: { structures: string; services?: string | undefined },
  rejets?: string,
): Format {
  return {
    nom: nomDeFichier(structures),
    source: 'ANNUAIRE',
    complet: true,
    colonnes: COLONNES,
    structures: entree(
      structures,
      rejets ?? `${structures}.rejets.csv`,
      STRUCTURES.noms,
      lireStructure,
    ),
    services: services
      ? entree(
          services,
          rejets ? avecServices(rejets) : `${services}.rejets.csv`,
          SERVICES.noms,
          lireService,
        )
      : null,
  };
}

// « rejets.csv » → « rejets.services.csv ».
function avecServices(chemin: string): string {
  const { dir, name, ext } = path.parse(chemin);
  return path.join(dir, `${name}.services${ext}`);
}

function entree<V>(
  fichier: string,
  rejets: string,
  noms: readonly string[],
  lire: (ligne: LigneLue) => Lecture<V>,
): Entree<V> {
  return {
    nom: path.basename(fichier),
    tailleOctets: statSync(fichier).size,
    rejets,
    lignes: (surOctets) => lireLignesCsv(fichier, noms, surOctets),
    lire,
  };
}
