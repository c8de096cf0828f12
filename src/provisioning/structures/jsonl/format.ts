// A file of structures in JSON, one a line with its services: the demo's, or any small one. It closes nothing.
import { statSync } from 'node:fs';
import path from 'node:path';
import type { ServiceFlux, StructureFlux } from '../../../domain/structure/flux.ts';
import { type LigneLue, lireLignes } from '../../lignes.ts';
import { nomDeFichier } from '../../rapports.ts';
import { lireJson, motifDesValeurs } from '../../refus.ts';
import type { Format, Lecture } from '../format.ts';
import { COLONNES, ligneJson } from './ligne.ts';

/**
 * The file, read once for the structures and once for their services. Without `controleSiret` a SIRET may lack its key:
 * for the demo's fictional ones only.
 */
export function formatJsonl(
  fichier: string,
  { rejets, controleSiret = true }: { rejets?: string | undefined; controleSiret?: boolean } = {},
): Format {
  const schema = ligneJson({ controleSiret });
  const commun = {
    nom: path.basename(fichier),
    tailleOctets: statSync(fichier).size,
    rejets: rejets ?? `${fichier}.rejets.csv`,
    lignes: (surOctets?: (lus: number) => void) => lireLignes(fichier, surOctets),
  };
  return {
    nom: nomDeFichier(fichier),
    source: 'ANNUAIRE',
    complet: false,
    colonnes: COLONNES,
    structures: { ...commun, lire: (ligne) => lireStructure(ligne, schema) },
    services: { ...commun, lire: lecteurDeServices(schema) },
  };
}

type Schema = ReturnType<typeof ligneJson>;

function lireStructure(ligne: LigneLue, schema: Schema): Lecture<StructureFlux> {
  const json = lireJson(ligne);
  if (json.kind === 'refusee') return { ...json, reste: null };
  const lue = schema.safeParse(json.valeur);
  if (!lue.success) return { kind: 'refusee', motif: motifDesValeurs(lue.error), reste: null };
  const { services: _, ...structure } = lue.data;
  return { kind: 'lue', valeurs: [{ ...structure, rang: ligne.numero }] };
}

// The services of the lines that stand: what the first reading refused says nothing more, nor does a structure's
// second line.
function lecteurDeServices(schema: Schema): (ligne: LigneLue) => Lecture<ServiceFlux> {
  const lues = new Set<string>();
  let rang = 0;
  return (ligne) => {
    const json = lireJson(ligne);
    const lue = schema.safeParse(json.kind === 'lue' ? json.valeur : undefined);
    const cle = lue.data && `${lue.data.typeIdentifiant} ${lue.data.identifiant}`;
    if (!lue.success || !cle || lues.has(cle)) return { kind: 'lue', valeurs: [] };
    lues.add(cle);
    const { typeIdentifiant, identifiant, source, services } = lue.data;
    const valeurs = services.map(({ code, ...fiche }) => {
      rang += 1;
      return { rang, typeIdentifiant, identifiant, source, code, fiche };
    });
    return { kind: 'lue', valeurs };
  };
}
