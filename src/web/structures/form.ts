// The search form of the directory (guide p.10): its criteria, from an address or from what was typed.
import { PAYS, texte } from '../../domain/compte/valeurs.ts';
import {
  COLONNES_DE_TRI,
  type Criteres,
  type CriteresParticulier,
  decideRecherche,
  type Tri,
} from '../../domain/structure/recherche.ts';
import {
  normaliserIdentifiant,
  TYPES_IDENTIFIANT,
  TYPES_STRUCTURE,
} from '../../domain/structure/structure.ts';
import type { PageVoulue } from '../../platform/postgres/pages.ts';
import type { Cle, Translate } from '../../platform/textes/index.ts';
import { lireSaisies, type Saisies } from '../commun/formulaire.ts';
import { adresseAvec } from '../commun/listes.ts';

const LONGUEUR_MAX = 200;
const TEXTE = texte(LONGUEUR_MAX);
const TEXTES = ['raisonSociale', 'libelle', 'codePostal', 'ville', 'nom', 'prenom'] as const;

const CHAMPS = [
  ...TEXTES,
  'identifiant',
  'typeIdentifiant',
  'typeStructure',
  'statut',
  'pays',
] as const;

type ErreurDeRecherche = { champ: string; cle: Cle; label?: Cle };

/** The sentence of an error, naming the field by its label. */
export function phraseDe({ cle, label }: ErreurDeRecherche, t: Translate): string {
  return t(cle, { champ: label ? t(label) : '', max: LONGUEUR_MAX });
}

/** The form as it stands: what was typed, what is asked, what is wrong. */
export type EtatRecherche = {
  saisies: Saisies;
  criteres: Criteres;
  /** Somebody is looked for: their name never enters an address. */
  particulier: CriteresParticulier | null;
  /** Nothing was asked yet. */
  vierge: boolean;
  erreurs: ErreurDeRecherche[];
};

/** Reads the criteria of an address or of a form. */
export function lireRecherche(source: unknown): EtatRecherche {
  const saisies = lireSaisies(source);
  const erreurs: ErreurDeRecherche[] = [];
  const textes = Object.fromEntries(
    TEXTES.map((champ) => [champ, lireTexteDe(saisies, champ, erreurs)]),
  ) as Record<(typeof TEXTES)[number], string | null>;
  const brut = lireTexteDe(saisies, 'identifiant', erreurs);
  const identifiant = brut === null ? null : normaliserIdentifiant(brut);
  const { nom, prenom, ...autres } = textes;
  const type = choix(TYPES_IDENTIFIANT, saisies['typeIdentifiant']);
  const criteres: Criteres = {
    ...autres,
    identifiant,
    typeStructure: choix(TYPES_STRUCTURE, saisies['typeStructure']),
    typeIdentifiant: type === 'PARTICULIER' ? null : type,
    statut: choix(['ACTIF', 'INACTIF'] as const, saisies['statut']),
    pays: choix(PAYS, saisies['pays']),
  };
  const vierge = CHAMPS.every((champ) => (saisies[champ] ?? '').trim() === '');
  const base = { saisies, criteres, vierge, erreurs };
  if (type !== 'PARTICULIER' && nom === null && prenom === null)
    return { ...base, particulier: null, erreurs: [...erreurs, ...manques(criteres, erreurs)] };
  if (identifiant !== null && nom !== null)
    return { ...base, particulier: { identifiant, nom, prenom } };
  if (identifiant === null)
    erreurs.push({ champ: 'identifiant', cle: 'demandes.refus.particulierIdentifiant' });
  if (nom === null) erreurs.push({ champ: 'nom', cle: 'demandes.refus.particulierNom' });
  return { ...base, particulier: null };
}

// A criterion that is refused was given all the same: nothing is missing then.
function manques(criteres: Criteres, refus: ErreurDeRecherche[]): ErreurDeRecherche[] {
  const decision = decideRecherche(criteres);
  if (decision.kind === 'tropVague' && refus.length === 0)
    return [{ champ: 'raisonSociale', cle: 'demandes.refus.critere' }];
  if (decision.kind === 'codePostalTropCourt')
    return [{ champ: 'codePostal', cle: 'demandes.refus.codePostalCourt' }];
  return [];
}

function lireTexteDe(
  saisies: Saisies,
  champ: (typeof TEXTES)[number] | 'identifiant',
  erreurs: ErreurDeRecherche[],
): string | null {
  const lu = TEXTE.safeParse(saisies[champ] ?? '');
  if (lu.success) return lu.data;
  const long = (saisies[champ] ?? '').length > LONGUEUR_MAX;
  const cle = long ? 'erreurs.champ.tropLong' : 'erreurs.champ.caracteres';
  erreurs.push({ champ, cle, label: `annuaire.criteres.${champ}` });
  return null;
}

function choix<T extends string>(valeurs: readonly T[], saisie: string | undefined): T | null {
  return valeurs.find((valeur) => valeur === saisie) ?? null;
}

/** The order that the address asks for; none: the best matches first. */
export function lireTri(query: unknown): Tri | null {
  const { tri, sens } = query as { tri?: unknown; sens?: unknown };
  const colonne = COLONNES_DE_TRI.find((connue) => connue === tri);
  return colonne ? { colonne, sens: sens === 'decroissant' ? 'decroissant' : 'croissant' } : null;
}

/** The address of a search: only what is asked. */
export function adresseRecherche(
  chemin: string,
  criteres: Criteres,
  { page, parPage, tri }: Partial<PageVoulue> & { tri?: Tri | null } = {},
): string {
  return adresseAvec(chemin, {
    ...criteres,
    tri: tri?.colonne,
    sens: tri?.sens === 'decroissant' ? tri.sens : null,
    page: page === 1 ? null : page,
    lignes: parPage === 5 ? null : parPage,
  });
}
