// The form of « Ajouter un abonnement » (screens §7): scopes, espaces, a mode, a comment.
import {
  type AbonnementDemande,
  MODES,
  type Mode,
  type RefusAbonnement,
} from '../../../../domain/abonnement/abonnement.ts';
import { adresseAjoutSur } from '../../../../domain/adresses.ts';
import { commentaire } from '../../../../domain/demande/valeurs.ts';
import type { PageLue } from '../../../../platform/postgres/pages.ts';
import { lireSaisies, type Saisies } from '../../../commun/formulaire.ts';
import { lireIdentifiants } from '../../../commun/identifiant.ts';
import { adresseAvec } from '../../../commun/listes.ts';
import { servicesCoches } from '../../../structures/services-coches.ts';

/** Each espace's box has a name of its own: a form kept over a session holds one value a name. */
export const boiteDEspace = (code: string) => `espace-${code}`;
const BOITE = /^espace-([A-Z_]{1,100})$/;

/** The codes of the espaces whose boxes are ticked. */
export function espacesCoches(saisies: Saisies): string[] {
  return Object.keys(saisies).flatMap((nom) => BOITE.exec(nom)?.[1] ?? []);
}

/** The mode that a field says, if it is one. */
export function lireMode(valeur: unknown): Mode | null {
  return MODES.find((mode) => mode === valeur) ?? null;
}

export type ErreurDAjout = {
  champ: 'portees' | 'espaces' | 'mode' | 'commentaire';
  motif: RefusAbonnement | 'porteesContraires' | 'mode' | 'commentaire' | 'commentaireCaracteres';
};

export type EtatDAjout = {
  entiere: boolean;
  services: number[];
  /** The words by which services are looked for. */
  recherche: string;
  espaces: string[];
  mode: Mode | null;
  commentaire: string;
  erreurs: ErreurDAjout[];
  retrouvee: boolean;
};

/** As many as the form shows; an address has its limits. */
const SERVICES_REPRIS = 20;

type AAjouter = { code: string; mode: Mode; serviceId: number | null };

/** The form that asks for this again, as `ajoutVierge` reads it; one mode, as one request has. */
export function adresseDAjout(structureId: number, lignes: AAjouter[]): string {
  const services = lignes.flatMap(({ serviceId }) => serviceId ?? []);
  return adresseAvec(adresseAjoutSur(structureId), {
    espace: [...new Set(lignes.map(({ code }) => code))].join(','),
    mode: lignes[0]?.mode,
    entiere: services.length === 0 ? 'oui' : null,
    service: [...new Set(services)].slice(0, SERVICES_REPRIS).join(','),
  });
}

/**
 * As first shown: the address may say what to ask again. The whole structure is ticked in advance only where there is
 * nothing else to choose: nobody asks for more than they meant.
 */
export function ajoutVierge(
  query: unknown,
  { entiere, services }: { entiere: boolean; services: PageLue<{ id: number }> },
): EtatDAjout {
  const { espace, mode, service, entiere: voulue } = query as Record<string, unknown>;
  // Only what is shown: nobody asks for a service that they do not see, or no longer have.
  const montres = services.lignes.map(({ id }) => id);
  const voulus = lireIdentifiants(service).filter((id) => montres.includes(id));
  return {
    entiere: entiere && voulus.length === 0 && (services.total === 0 || voulue === 'oui'),
    services: voulus,
    recherche: '',
    espaces: typeof espace === 'string' ? espace.split(',') : [],
    mode: lireMode(mode) ?? 'CONSULTATION',
    commentaire: '',
    erreurs: [],
    retrouvee: false,
  };
}

/** The form from its fields, as they were typed. */
export function ajoutSaisi(body: unknown): EtatDAjout {
  const saisies = lireSaisies(body);
  return {
    entiere: saisies['entiere'] === 'oui',
    services: servicesCoches(saisies),
    recherche: (saisies['recherche'] ?? '').slice(0, 255),
    espaces: espacesCoches(saisies),
    mode: lireMode(saisies['mode']),
    commentaire: saisies['commentaire'] ?? '',
    erreurs: [],
    retrouvee: false,
  };
}

/** Checks what can be checked without the structure; gives the request, or all that is wrong at once. */
export function lireAjout(
  etat: EtatDAjout,
  structureId: number,
): { demande: AbonnementDemande } | { erreurs: ErreurDAjout[] } {
  const erreurs: ErreurDAjout[] = [];
  const portees = etat.entiere ? [null] : etat.services;
  const { espaces, mode } = etat;
  if (portees.length === 0) erreurs.push({ champ: 'portees', motif: 'porteeManquante' });
  // Which of the two was meant is not for us to say.
  if (etat.entiere && etat.services.length > 0)
    erreurs.push({ champ: 'portees', motif: 'porteesContraires' });
  if (espaces.length === 0) erreurs.push({ champ: 'espaces', motif: 'espaceManquant' });
  if (mode === null) erreurs.push({ champ: 'mode', motif: 'mode' });
  const texte = commentaire.safeParse(etat.commentaire);
  if (!texte.success) {
    const trop = texte.error.issues[0]?.message === 'commentaire';
    erreurs.push({ champ: 'commentaire', motif: trop ? 'commentaire' : 'commentaireCaracteres' });
  }
  if (!texte.success || mode === null || erreurs.length > 0) return { erreurs };
  return { demande: { structureId, portees, espaces, mode, commentaire: texte.data } };
}

const SUR_LES_ESPACES: readonly RefusAbonnement[] = [
  'espaceManquant',
  'espaceFerme',
  'espaceParDefaut',
  'espaceReserve',
  'dejaAcquis',
  'dejaDemande',
];

/** The field that a refusal of the action is about. */
export function erreurDuRefus(motif: RefusAbonnement): ErreurDAjout {
  return { champ: SUR_LES_ESPACES.includes(motif) ? 'espaces' : 'portees', motif };
}
