// The lines of @etalab/decoupage-administratif: an array of JSON, one object a line, a commune or an EPCI.
import { z } from 'zod';
import type { ColonneFiche, FicheFlux, StructureFlux } from '../../../domain/structure/flux.ts';
import { cleDeLuhn } from '../../../domain/structure/structure.ts';
import type { LigneLue } from '../../lignes.ts';
import { lireJson, motifDesValeurs } from '../../refus.ts';
import type { Lecture } from '../format.ts';
import { nomDEpci, nomDeCommune } from './noms.ts';

/** What both kinds of lines give of a structure. */
export const COLONNES = [
  'typeStructure',
  'statut',
  'raisonSociale',
  'adresseCodePostal',
  'adresseVille',
  'adressePays',
  'departement',
  'population',
] as const satisfies readonly ColonneFiche[];
type Fiche = Pick<FicheFlux, (typeof COLONNES)[number]>;

const Siren = z.string().regex(/^\d{9}$/);

const Commune = z.object({
  nom: z.string().min(1).max(100),
  // A few communes of the collectivités d'outre-mer have neither link nor SIREN: those are no structures here.
  typeLiaison: z.int().min(0).max(8).default(0),
  siren: Siren.optional(),
  departement: z.string(),
  codesPostaux: z.array(z.string().regex(/^\d{5}$/)).default([]),
  population: z.int().min(0).optional(),
});

const Epci = z.object({
  nom: z.string().min(1).max(200),
  code: Siren,
  populationMunicipale: z.int().min(0),
  membres: z.array(z.object({ code: z.string().length(5) })).min(1),
});

const RIEN: Lecture<StructureFlux> = { kind: 'lue', valeurs: [] };
const CROCHETS = /^\s*[[\]]\s*$/;

/** Reads a line of either file; a bracket, and what is not a commune of today, say nothing. */
export function lireLigne(ligne: LigneLue): Lecture<StructureFlux> {
  if (CROCHETS.test(ligne.texte)) return RIEN;
  return ligne.texte.includes('"membres"') ? lireEpci(ligne) : lireCommune(ligne);
}

function lireCommune(ligne: LigneLue): Lecture<StructureFlux> {
  if (!ligne.texte.includes('"commune-actuelle"')) return RIEN;
  return lire(
    ligne,
    Commune,
    ({ nom, typeLiaison, siren, departement, codesPostaux, population }) =>
      siren
        ? structure(ligne, siren, {
            raisonSociale: nomDeCommune(nom, typeLiaison),
            adresseCodePostal: codesPostaux[0] ?? null,
            adresseVille: nom,
            departement,
            population: population ?? null,
          })
        : null,
  );
}

// Its département is that of its first member, the largest.
function lireEpci(ligne: LigneLue): Lecture<StructureFlux> {
  return lire(ligne, Epci, ({ nom, code, populationMunicipale, membres }) =>
    structure(ligne, code, {
      raisonSociale: nomDEpci(nom),
      adresseCodePostal: null,
      adresseVille: null,
      departement: departementDeCommune(membres[0]?.code ?? ''),
      population: populationMunicipale,
    }),
  );
}

function lire<V>(
  ligne: LigneLue,
  schema: z.ZodType<V>,
  traduire: (valeur: V) => StructureFlux | null,
): Lecture<StructureFlux> {
  const json = lireJson({ ...ligne, texte: ligne.texte.replace(/,\s*$/, '') });
  if (json.kind === 'refusee') return { ...json, reste: null };
  const lue = schema.safeParse(json.valeur);
  if (!lue.success) return { kind: 'refusee', motif: motifDesValeurs(lue.error), reste: null };
  const valeur = traduire(lue.data);
  return valeur ? { kind: 'lue', valeurs: [valeur] } : RIEN;
}

function structure(
  { numero }: LigneLue,
  siren: string,
  fiche: Omit<Fiche, 'typeStructure' | 'statut' | 'adressePays'>,
): StructureFlux {
  return {
    rang: numero,
    typeIdentifiant: 'SIRET',
    identifiant: siretDuSiege(siren),
    source: 'COMMUNES',
    fiche: { typeStructure: 'PUBLIQUE', statut: 'ACTIF', adressePays: 'FR', ...fiche },
  };
}

/** The SIRET of a first establishment, derived: the SIREN, 0001 and the key (screens §10). */
export function siretDuSiege(siren: string): string {
  const debut = `${siren}0001`;
  return `${debut}${cleDeLuhn([...debut].map(Number))}`;
}

// INSEE's code of a commune begins with its département's: « 2A004 », « 97101 ».
function departementDeCommune(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}
