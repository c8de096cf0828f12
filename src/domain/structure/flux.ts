// What a register's file changes to a structure and its services: three-way, field by field (model
// §1, §5).
import { isDeepStrictEqual } from 'node:util';
import type { Parametres, StatutStructure, TypeIdentifiant, TypeStructure } from './structure.ts';

type SourceStructure = 'ANNUAIRE' | 'COMMUNES';

/** The sheet as registers give it. */
export type FicheFlux = Parametres & {
  typeStructure: TypeStructure;
  statut: StatutStructure;
  raisonSociale: string | null;
  libelle: string | null;
  adresseLigne: string | null;
  adresseComplement: string | null;
  adresseCodePostal: string | null;
  adresseVille: string | null;
  adressePays: string | null;
  departement: string | null;
  telephone: string | null;
  adresseElectronique: string | null;
  population: number | null;
};

export type ServiceFlux = {
  code: string;
  libelle: string;
  dateDebut: string | null;
  dateFin: string | null;
  engagementObligatoire: boolean;
};

/** One structure as a file names it. */
export type StructureFlux = {
  typeIdentifiant: TypeIdentifiant;
  identifiant: string;
  source: SourceStructure;
  fiche: FicheFlux;
  services: ServiceFlux[];
};

/** What is stored, with what the register gave last (`flux`). */
type ServiceCourant = ServiceFlux & {
  id: number;
  source: string;
  flux: ServiceFlux | null;
};
export type StructureCourante = {
  id: number;
  typeIdentifiant: string;
  identifiant: string;
  source: string;
  fiche: FicheFlux;
  flux: FicheFlux | null;
  services: ServiceCourant[];
};

export type DecisionStructure =
  | { kind: 'creer' }
  | { kind: 'inchangee' }
  | {
      kind: 'appliquer';
      /** null: the sheet keeps its values and its last flux. */
      fiche: FicheFlux | null;
      nouveaux: ServiceFlux[];
      modifies: { id: number; valeurs: ServiceFlux; flux: ServiceFlux }[];
    };

/**
 * Decides what a line changes. A register touches the sheet and the services that it brought
 * itself, and of them only the fields that it changed since its last line; a service that nobody
 * has yet is added; none is closed because a line leaves it out.
 */
export function decideStructure(
  courante: StructureCourante | undefined,
  { source, fiche, services }: StructureFlux,
): DecisionStructure {
  if (!courante) return { kind: 'creer' };
  const sienne = courante.source === source;
  const change = sienne && !isDeepStrictEqual(courante.flux, fiche);
  const connus = new Map(courante.services.map((service) => [service.code, service]));
  const nouveaux = services.filter(({ code }) => !connus.has(code));
  const modifies = services.flatMap((flux) => {
    const connu = connus.get(flux.code);
    if (connu?.source !== source || isDeepStrictEqual(connu.flux, flux)) return [];
    return [{ id: connu.id, valeurs: fusionner(connu.flux, connu, flux), flux }];
  });
  if (!change && nouveaux.length === 0 && modifies.length === 0) return { kind: 'inchangee' };
  const valeurs = change ? fusionner(courante.flux, courante.fiche, fiche) : null;
  return { kind: 'appliquer', fiche: valeurs, nouveaux, modifies };
}

// Each field takes the new value when the register changed it; otherwise it keeps what is stored.
function fusionner<T extends object>(avant: T | null, courant: T, neuf: T): T {
  const champs = Object.keys(neuf) as (keyof T)[];
  const valeur = (champ: keyof T) =>
    avant !== null && avant[champ] === neuf[champ] ? courant[champ] : neuf[champ];
  return Object.fromEntries(champs.map((champ) => [champ, valeur(champ)])) as T;
}
