// The sheet of a structure as people read it (screens §6, reference/chorus-pro.md §7.2).
import type { Role } from '../rattachement/rattachement.ts';
import type {
  Parametres,
  SourceValeur,
  StatutStructure,
  TypeIdentifiant,
  TypeStructure,
} from './structure.ts';

/** What anybody who may know the structure reads. */
export type FicheStructure = Parametres & {
  id: number;
  typeIdentifiant: TypeIdentifiant;
  identifiant: string;
  designation: string;
  typeStructure: TypeStructure;
  statut: StatutStructure;
  raisonSociale: string | null;
  libelle: string | null;
  nom: string | null;
  prenom: string | null;
  adresseLigne: string | null;
  adresseComplement1: string | null;
  adresseComplement2: string | null;
  adresseCodePostal: string | null;
  adresseVille: string | null;
  adressePays: string | null;
  departement: string | null;
  telephone: string | null;
  fax: string | null;
  adresseElectronique: string | null;
  numeroRcs: string | null;
  numeroTva: string | null;
  population: number | null;
  source: SourceValeur;
  modifieLe: Date;
};

/** Those who may decide on a request: whom to ask. */
export type Gestionnaire = { nom: string; prenom: string; role: Role };

/** A service of a structure, with what the reader has of it. */
export type ServiceLu = {
  id: number;
  code: string;
  libelle: string;
  dateDebut: string | null;
  dateFin: string | null;
  engagementObligatoire: boolean;
};

/** What the reader holds on the structure: decides what is shown. */
export type Lecture = {
  fiche: FicheStructure;
  /** The reader has a live rattachement on it. */
  rattache: boolean;
  /** An active line of theirs covers the whole structure, or they manage it: the whole sheet is theirs to read. */
  entiere: boolean;
  /** They hold all of it for good: there is nothing more to ask. */
  comble: boolean;
  /** The reader manages it: they may change the sheet. */
  gere: boolean;
};

/** Which mentions an invoice to this structure must carry (chorus-pro.md §7.2: either wins over both). */
export type RegleDeFacturation =
  | 'aucune'
  | 'service'
  | 'engagement'
  | 'serviceOuEngagement'
  | 'serviceEtEngagement';

/** The one rule that the three parameters make. */
export function regleDeFacturation(parametres: Parametres): RegleDeFacturation {
  if (parametres.serviceOuEngagementObligatoire) return 'serviceOuEngagement';
  const { codeServiceObligatoire: service, numeroEngagementObligatoire: engagement } = parametres;
  if (service && engagement) return 'serviceEtEngagement';
  if (service) return 'service';
  return engagement ? 'engagement' : 'aucune';
}

export type EtatService = 'OUVERT' | 'A_VENIR' | 'FERME';

/** The state of a service on a civil day: both ends of its validity included. */
export function etatService(
  { dateDebut, dateFin }: Pick<ServiceLu, 'dateDebut' | 'dateFin'>,
  jour: string,
): EtatService {
  if (dateFin !== null && dateFin < jour) return 'FERME';
  return dateDebut !== null && jour < dateDebut ? 'A_VENIR' : 'OUVERT';
}
