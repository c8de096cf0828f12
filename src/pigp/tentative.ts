// Reads the sign-in form and tries it against the directory.
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { type Annuaire, lireIdentifiant } from './annuaire.ts';

export type ErreurConnexion =
  | { readonly kind: 'identifiantVide' }
  | { readonly kind: 'motDePasseVide' }
  | { readonly kind: 'refuse'; readonly restants: number }
  | { readonly kind: 'verrouille'; readonly jusqua: Date };

export type Tentative =
  | { readonly kind: 'entre'; readonly sub: string }
  | {
      readonly kind: 'erreurs';
      readonly statut: 422 | 429;
      readonly identifiant: string;
      readonly erreurs: readonly ErreurConnexion[];
    };

const Formulaire = z.object({
  identifiant: z.string().max(254).catch(''),
  motDePasse: z.string().max(1024).catch(''),
});

/** One try; what was typed as identifier comes back, the password never. */
export async function tenter(corps: unknown, annuaire: Annuaire, clock: Clock): Promise<Tentative> {
  const { identifiant, motDePasse } = Formulaire.parse(corps ?? {});
  const vides: ErreurConnexion[] = [];
  if (!lireIdentifiant(identifiant)) vides.push({ kind: 'identifiantVide' });
  if (!motDePasse) vides.push({ kind: 'motDePasseVide' });
  if (vides.length > 0) return { kind: 'erreurs', statut: 422, identifiant, erreurs: vides };

  const entree = annuaire.entrer(identifiant, motDePasse, await clock());
  if (entree.kind === 'entre') return { kind: 'entre', sub: entree.sub };
  const statut = entree.kind === 'verrouille' ? 429 : 422;
  return { kind: 'erreurs', statut, identifiant, erreurs: [entree] };
}
