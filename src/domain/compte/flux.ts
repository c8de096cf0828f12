// What the MADRHAS feed changes to an account: three-way, field by field (model §5).
import { isDeepStrictEqual } from 'node:util';
import type { Langue } from '../../platform/textes/index.ts';
import type { EntreeFlux } from '../rattachement/flux.ts';
import type { EtatCompte } from './compte.ts';
import type { Passage } from './passage.ts';
import { CHAMPS_PERSONNELS, type ChampPersonnel } from './valeurs.ts';

/** The fields of an account that the feed gives. */
export type ChampsFlux = Record<ChampPersonnel, string | null> & {
  nom: string;
  prenom: string;
  civilite: 'M' | 'MME' | null;
  langue: Langue;
  referentNational: boolean;
  referentDepartements: string[];
};
type ChampFlux = keyof ChampsFlux;

/** One validated line of the feed, in one form whatever the order that the file gave. */
export type LigneFlux = ChampsFlux & {
  idMadrhas: string;
  identifiantConnexion: string;
  etat: EtatCompte;
  rattachements: EntreeFlux[];
};

/** The account as a run finds it; `flux`: the last line that the feed gave. */
export type CompteFlux = ChampsFlux & {
  id: number;
  idMadrhas: string;
  identifiantConnexion: string;
  etat: EtatCompte;
  verifieLe: Date | null;
  sources: Partial<Record<string, string>>;
  flux: LigneFlux | null;
};

export type DecisionFlux =
  | { kind: 'creer' }
  | { kind: 'inchange' }
  | {
      kind: 'appliquer';
      valeurs: ChampsFlux;
      /** The fields whose value changes, `identifiantConnexion` among them. */
      changes: (ChampFlux | 'identifiantConnexion')[];
      /** The fields that both the feed and the person changed. */
      aConfirmer: ChampFlux[];
      passage: Passage | null;
    };

/** Fields that no person owns: they take each change of the feed. */
const CHAMPS_SUIVIS = ['civilite', 'referentNational', 'referentDepartements'] as const;
const CHAMPS_FLUX: readonly ChampFlux[] = [...CHAMPS_PERSONNELS, 'langue', ...CHAMPS_SUIVIS];

/**
 * Decides what a line changes. `identifiantConnexion` and `etat` always follow. Until the person
 * verified the account, contact data follow too; afterwards a value stays unless the feed itself
 * changed the field since its last line. When both changed it, the person's value stays and the
 * field is listed in `aConfirmer`: asking the person is a later issue's, which finds these fields
 * by comparing the account with `flux`. A language that the person chose stays without being asked
 * about.
 */
export function decideFluxCompte(compte: CompteFlux | undefined, ligne: LigneFlux): DecisionFlux {
  if (!compte) return { kind: 'creer' };
  const issues = CHAMPS_FLUX.map((champ) => [champ, decideChamp(champ, compte, ligne)] as const);
  const pris = issues.filter(([, issue]) => issue === 'prendre').map(([champ]) => champ);
  const aConfirmer = issues.filter(([, issue]) => issue === 'aConfirmer').map(([champ]) => champ);
  const renomme = compte.identifiantConnexion !== ligne.identifiantConnexion;
  const passage = decidePassage(compte.etat, ligne.etat);
  if (!pris.length && !renomme && !passage && isDeepStrictEqual(compte.flux, ligne)) {
    return { kind: 'inchange' };
  }
  const valeurs = Object.fromEntries(
    CHAMPS_FLUX.map((champ) => [champ, (pris.includes(champ) ? ligne : compte)[champ]]),
  ) as ChampsFlux;
  const changes = renomme ? [...pris, 'identifiantConnexion' as const] : pris;
  return { kind: 'appliquer', valeurs, changes, aConfirmer, passage };
}

/** The fields of a line, for an account that does not exist yet. */
export function champsDe(ligne: LigneFlux): ChampsFlux {
  return Object.fromEntries(CHAMPS_FLUX.map((champ) => [champ, ligne[champ]])) as ChampsFlux;
}

function decideChamp(
  champ: ChampFlux,
  compte: CompteFlux,
  ligne: LigneFlux,
): 'garder' | 'prendre' | 'aConfirmer' {
  const [courant, neuf, avant] = [compte[champ], ligne[champ], compte.flux?.[champ]];
  if (isDeepStrictEqual(courant, neuf)) return 'garder';
  const contact = (CHAMPS_PERSONNELS as readonly string[]).includes(champ);
  if (contact && compte.verifieLe === null) return 'prendre';
  if (compte.flux && isDeepStrictEqual(avant, neuf)) return 'garder';
  if ((CHAMPS_SUIVIS as readonly string[]).includes(champ)) return 'prendre';
  const change = compte.flux
    ? !isDeepStrictEqual(courant, avant)
    : compte.sources[champ] === 'PERSONNE';
  if (!change) return 'prendre';
  return contact ? 'aConfirmer' : 'garder';
}

function decidePassage(avant: EtatCompte, apres: EtatCompte): Passage | null {
  if (avant === apres) return null;
  return apres === 'INACTIF' ? 'desactivation' : 'reactivation';
}
