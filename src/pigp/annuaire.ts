// The people whom the PIGP knows: who they are, and whether they may enter (screens §1).
import { createHash, timingSafeEqual } from 'node:crypto';
import { creerEssais, type Essais } from './essais.ts';
import type { PersonnePigp, PigpOptions } from './options.ts';

const IDENTIFIANT_MAX_CHARS = 254;

type Entree =
  | { readonly kind: 'entre'; readonly sub: string; readonly personne: PersonnePigp }
  | { readonly kind: 'refuse'; readonly restants: number }
  | { readonly kind: 'verrouille'; readonly jusqua: Date };

export type Annuaire = {
  parSub(sub: string): PersonnePigp | undefined;
  entrer(identifiant: string, motDePasse: string, now: Date): Entree;
};

/** The opaque subject of an identifier: the same at each start. */
export function subDe(identifiant: string): string {
  return createHash('sha256').update(`pigp:${identifiant.toLowerCase()}`).digest('base64url');
}

/** What was typed, as an identifier: of a whole address, the part before the @. */
export function lireIdentifiant(saisie: string): string {
  const [gauche = ''] = saisie.trim().split('@');
  return gauche.slice(0, IDENTIFIANT_MAX_CHARS).toLowerCase();
}

/** The directory of one instance, with its own counters of failures. */
export function creerAnnuaire(
  { personnes, motDePasse: attendu }: Pick<PigpOptions, 'personnes' | 'motDePasse'>,
  essais: Essais = creerEssais(),
): Annuaire {
  const parSub = new Map(personnes.map((p) => [subDe(p.identifiant), p]));
  return {
    parSub: (sub) => parSub.get(sub),
    // An unknown identifier takes the same way as a wrong password: nothing tells them apart.
    entrer(saisie, motDePasse, now) {
      const identifiant = lireIdentifiant(saisie);
      const etat = essais.etat(identifiant, now);
      if (etat.kind === 'verrouille') return etat;
      const sub = subDe(identifiant);
      const personne = parSub.get(sub);
      if (memeTexte(motDePasse, attendu) && personne) {
        essais.oublier(identifiant);
        return { kind: 'entre', sub, personne };
      }
      const apres = essais.echec(identifiant, now);
      return apres.kind === 'verrouille' ? apres : { kind: 'refuse', restants: apres.restants };
    },
  };
}

function memeTexte(a: string, b: string): boolean {
  return timingSafeEqual(empreinte(a), empreinte(b));
}

function empreinte(texte: string): Buffer {
  return createHash('sha256').update(texte).digest();
}
