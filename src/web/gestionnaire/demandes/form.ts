// What the pages of the queue read: its filters from the address, the ticked requests, the reason of a refusal.

import { adresses } from '../../../domain/adresses.ts';
import {
  AGES_JOURS,
  type FiltreDeFile,
  NATURES_A_DECIDER,
  TRIS_DE_FILE,
} from '../../../domain/demande/file.ts';
import { lireSaisies } from '../../commun/formulaire.ts';
import { lireIdentifiant, lireIdentifiants } from '../../commun/identifiant.ts';
import { adresseAvec, lirePageVoulue, lireTexte } from '../../commun/listes.ts';

const DEMANDES_PAR_PAGE = 20;

/** The filters that an address asks for; what is not ours counts as none. */
export function lireFiltre(query: unknown): FiltreDeFile {
  const { structure, nature, age, tri } = query as Record<string, unknown>;
  return {
    structureId: lireIdentifiant(structure),
    nature: NATURES_A_DECIDER.find((connue) => connue === nature) ?? null,
    ageJours: AGES_JOURS.find((jours) => String(jours) === age) ?? null,
    texte: lireTexte(query, 'texte'),
    tri: TRIS_DE_FILE.find((connu) => connu === tri) ?? 'ancien',
    ...lirePageVoulue(query, DEMANDES_PAR_PAGE),
  };
}

/** The address of the queue so narrowed and sorted. */
export function adresseDeFile(filtre: FiltreDeFile): string {
  const { structureId, nature, ageJours, texte, tri, page, parPage } = filtre;
  return adresseAvec(adresses.demandesADecider, {
    texte,
    structure: structureId,
    nature,
    age: ageJours,
    tri: tri === 'ancien' ? null : tri,
    lignes: parPage === DEMANDES_PAR_PAGE ? null : parPage,
    page: page === 1 ? null : page,
  });
}

/** True when something narrows the queue. */
export function estFiltre({ structureId, nature, ageJours, texte }: FiltreDeFile): boolean {
  return structureId !== null || nature !== null || ageJours !== null || texte !== '';
}

type ActeDeMasse = 'accepter' | 'refuser';

/** A decision on several requests, as it is asked, shown again and sent. */
export type Choix = {
  acte: ActeDeMasse;
  ids: number[];
  /** The queue to come back to: the filters of its address. */
  file: FiltreDeFile;
  motif: string;
};

/** The choice that an address or a form carries. */
export function lireChoix(source: unknown): Choix {
  const champs = (source ?? {}) as Record<string, unknown>;
  const saisies = lireSaisies(champs);
  return {
    acte: saisies['acte'] === 'refuser' ? 'refuser' : 'accepter',
    ids: lireIdentifiants(champs['d']),
    file: lireFiltre(Object.fromEntries(new URLSearchParams(saisies['file'] ?? ''))),
    motif: saisies['motif'] ?? '',
  };
}

/** The filters of a queue, as one field carries them. */
export function fileEnTexte(file: FiltreDeFile): string {
  return adresseDeFile(file).split('?')[1] ?? '';
}
