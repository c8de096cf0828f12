// What the MADRHAS feed changes to a rattachement: three-way, entry by entry (model §5,
// madrhas-feed.md).
import type { Role, StatutLigne } from './rattachement.ts';

/** One rattachement as the feed names it; `services` sorted, empty = the whole structure. */
export type EntreeFlux = {
  typeIdentifiant: string;
  identifiant: string;
  role: Role;
  dateDebut: string;
  dateFin: string | null;
  services: string[];
};

/** A service's code, or null for the whole structure. */
export type Portee = string | null;

export type LigneCourante = {
  id: number;
  service: Portee;
  dateDebut: string;
  dateFin: string | null;
  statut: Exclude<StatutLigne, 'SUPPRIMEE'>;
  origine: string;
};

/**
 * A live rattachement; `roleDuFlux`: the role that the feed wrote last, null when the portal gave
 * it.
 */
export type RattachementCourant = {
  id: number;
  compteId: number;
  structureId: number;
  typeIdentifiant: string;
  identifiant: string;
  role: Role;
  roleDuFlux: Role | null;
  lignes: LigneCourante[];
};

export type DecisionEntree =
  | { kind: 'rien' }
  | { kind: 'creer'; role: Role; nomme: boolean }
  | ({ kind: 'modifier'; role: Role; nomme: boolean } & ActesSurLignes)
  | { kind: 'supprimer' };

/** What happens to the lines: scopes added, ids that take the feed's period, ids ended. */
export type ActesSurLignes = { ajouter: Portee[]; periode: number[]; terminer: number[] };

const RANGS: Record<Role, number> = {
  UTILISATEUR: 0,
  GESTIONNAIRE_SECONDAIRE: 1,
  GESTIONNAIRE_PRINCIPAL: 2,
};

/** The key of an entry: the structure that it names. */
export function cleStructure(s: Pick<EntreeFlux, 'typeIdentifiant' | 'identifiant'>): string {
  return `${s.typeIdentifiant} ${s.identifiant}`;
}

/** The scopes of an entry: its services, or the whole structure. */
export function portees({ services }: Pick<EntreeFlux, 'services'>): Portee[] {
  return services.length === 0 ? [null] : services;
}

/** True when both entries say the same. */
function memeEntree(a: EntreeFlux, b: EntreeFlux): boolean {
  return a.role === b.role && memePeriode(a, b) && a.services.join('\n') === b.services.join('\n');
}

/**
 * Decides what one entry changes. `precedente` is what the feed gave last for this structure,
 * `entree` what it gives now (undefined: no longer named), `courant` the live rattachement. An
 * entry that repeats itself changes nothing, so what a person or a manager did since stays: a
 * deletion, a hand-over, a suspension. `nomme`: the feed itself newly names this account
 * gestionnaire principal, so the present one gives way.
 */
export function decideEntree(
  precedente: EntreeFlux | undefined,
  entree: EntreeFlux | undefined,
  courant: RattachementCourant | undefined,
  jour: string,
): DecisionEntree {
  if (!entree) return courant ? decideRetrait(courant) : { kind: 'rien' };
  if (precedente && memeEntree(precedente, entree)) return { kind: 'rien' };
  const principal = entree.role === 'GESTIONNAIRE_PRINCIPAL';
  if (!courant) {
    return {
      kind: 'creer',
      role: entree.role,
      nomme: principal && precedente?.role !== entree.role,
    };
  }
  // A rattachement that the portal gave may be raised by a new entry, never lowered: the feed did
  // not bring it.
  const suivi = precedente
    ? entree.role !== precedente.role
    : RANGS[entree.role] > RANGS[courant.role];
  const actes = decideLignes(precedente, entree, courant.lignes, jour);
  const role = suivi ? entree.role : courant.role;
  const nomme = suivi && principal && courant.role !== entree.role;
  if (
    role === courant.role &&
    !actes.ajouter.length &&
    !actes.periode.length &&
    !actes.terminer.length
  )
    return { kind: 'rien' };
  return { kind: 'modifier', role, nomme, ...actes };
}

// The feed ends what it brought: its own lines, and the rattachement when nothing else is left on
// it.
function decideRetrait(courant: RattachementCourant): DecisionEntree {
  const terminer = courant.lignes.filter(estDuFlux).map(({ id }) => id);
  if (terminer.length === courant.lignes.length) return { kind: 'supprimer' };
  const role = courant.roleDuFlux === courant.role ? 'UTILISATEUR' : courant.role;
  if (terminer.length === 0 && role === courant.role) return { kind: 'rien' };
  return { kind: 'modifier', role, nomme: false, ajouter: [], periode: [], terminer };
}

function decideLignes(
  precedente: EntreeFlux | undefined,
  entree: EntreeFlux,
  lignes: LigneCourante[],
  jour: string,
): ActesSurLignes {
  const actes: ActesSurLignes = { ajouter: [], periode: [], terminer: [] };
  const avant = precedente ? portees(precedente) : [];
  const apres = portees(entree);
  const periodeChangee = !precedente || !memePeriode(precedente, entree);
  for (const portee of apres) {
    if (!periodeChangee && avant.includes(portee)) continue;
    const ligne = lignes.find(({ service }) => service === portee);
    if (!ligne) actes.ajouter.push(portee);
    else if (estDuFlux(ligne)) {
      if (!memePeriode(ligne, entree)) actes.periode.push(ligne.id);
    } else if (ligne.dateFin !== null && ligne.dateFin < jour) {
      // What the portal gave has run out: the feed's own line takes the place.
      actes.terminer.push(ligne.id);
      actes.ajouter.push(portee);
    }
  }
  for (const ligne of lignes) {
    const retiree = avant.includes(ligne.service) && !apres.includes(ligne.service);
    if (retiree && estDuFlux(ligne)) actes.terminer.push(ligne.id);
  }
  return actes;
}

function estDuFlux({ origine }: LigneCourante): boolean {
  return origine === 'MADRHAS';
}

type Periode = { dateDebut: string; dateFin: string | null };
function memePeriode(a: Periode, b: Periode): boolean {
  return a.dateDebut === b.dateDebut && a.dateFin === b.dateFin;
}
