// What the forms about people share: what was typed, what is wrong, a period, a reason, scopes.
import { commentaire, jourSaisi } from '../../../domain/demande/valeurs.ts';
import type { Portee } from '../../../domain/rattachement/portee.ts';
import type { Cle, Translate } from '../../../platform/textes/index.ts';
import type { Saisies } from '../../commun/formulaire.ts';
import type { FieldError } from '../../components/error-summary.tsx';
import { servicesCoches } from '../../structures/services-coches.ts';

/** Why something is refused: a key of `utilisateurs.refus`. */
export type Refus =
  Extract<Cle, `utilisateurs.refus.${string}`> extends `utilisateurs.refus.${infer R}` ? R : never;

/** A form about people as it stands. */
export type Formulaire = {
  saisies: Saisies;
  erreurs: Refus[];
  /** What was typed before a session ended is shown again. */
  retrouvee: boolean;
};

export function formulaire(saisies: Saisies = {}, erreurs: Refus[] = []): Formulaire {
  return { saisies, erreurs, retrouvee: false };
}

const aCorriger = (erreurs: Refus[]) => erreurs.filter((refus) => refus !== 'conflit');

/** The field that each refusal is about, by its id in the page. */
const CHAMPS: Record<Refus, string> = {
  identifiant: 'identifiant',
  compteInconnu: 'identifiant',
  personneInterdite: 'identifiant',
  compteInactif: 'identifiant',
  dejaRattache: 'identifiant',
  memePersonne: 'identifiant',
  structureInactive: 'formulaire',
  rienDeDemande: 'entiere',
  tropDeServices: 'entiere',
  serviceInconnu: 'entiere',
  serviceFerme: 'entiere',
  entiereRequise: 'entiere',
  finAvantDebut: 'dateFin',
  periodePassee: 'dateFin',
  dateDebut: 'dateDebut',
  dateFin: 'dateFin',
  dateFinRequise: 'dateFin',
  finAChoisir: 'dateFin',
  dernierGestionnaire: 'formulaire',
  dejaGestionnaire: 'formulaire',
  sansDroits: 'formulaire',
  delegationTropLongue: 'dateFin',
  delegationChevauche: 'dateDebut',
  motif: 'motif',
  motifCaracteres: 'motif',
  motifRequis: 'motif',
  conflit: 'formulaire',
  inchange: 'formulaire',
  tropDePersonnes: 'formulaire',
  espaceManquant: 'espaces',
  mode: 'mode',
};

/**
 * The errors with their sentences; those about a field that the page does not have lead to the form.
 * A conflict is no error of what was typed: the page says it apart.
 */
export function erreursDe({ erreurs }: Formulaire, t: Translate, champs: string[]): FieldError[] {
  return aCorriger(erreurs).map((refus) => {
    const champ = CHAMPS[refus];
    const message = t(`utilisateurs.refus.${refus}`);
    return { champ: champs.includes(champ) ? champ : 'formulaire', message };
  });
}

/** The sentence beside a field. */
export function messageDuChamp(
  { erreurs }: Formulaire,
  t: Translate,
  champ: string,
): string | undefined {
  const refus = erreurs.find((un) => CHAMPS[un] === champ);
  return refus && t(`utilisateurs.refus.${refus}`);
}

/** Reads a form field by field; all that is wrong is told at once. */
export class Lecteur {
  readonly erreurs: Refus[] = [];
  readonly #saisies: Saisies;
  constructor(saisies: Saisies) {
    this.#saisies = saisies;
  }

  /** A day, null when it may be left empty. */
  jour(champ: 'dateDebut' | 'dateFin', { siVide }: { siVide?: Refus } = {}): string | null {
    const saisi = this.#saisies[champ] ?? '';
    if (saisi.trim() === '') {
      if (siVide) this.erreurs.push(siVide);
      return null;
    }
    const lu = jourSaisi.safeParse(saisi);
    if (lu.success) return lu.data;
    this.erreurs.push(siVide ?? champ);
    return null;
  }

  /** The reason told to the person; null: none. */
  motif({ requis = false } = {}): string | null {
    const lu = commentaire.safeParse(this.#saisies['motif'] ?? '');
    if (!lu.success) {
      const trop = lu.error.issues[0]?.message === 'commentaire';
      this.erreurs.push(trop ? 'motif' : 'motifCaracteres');
      return null;
    }
    if (lu.data === null && requis) this.erreurs.push('motifRequis');
    return lu.data;
  }

  /** The identifiant de connexion, as it is looked for. */
  identifiant(): string {
    const saisi = (this.#saisies['identifiant'] ?? '').trim();
    if (saisi === '' || saisi.length > IDENTIFIANT_MAX) this.erreurs.push('identifiant');
    return saisi;
  }

  /** The whole structure, or the services ticked. */
  portees(): Portee[] {
    const portees = this.#saisies['entiere'] === 'oui' ? [null] : servicesCoches(this.#saisies);
    if (portees.length === 0) this.erreurs.push('rienDeDemande');
    return portees;
  }
}

const IDENTIFIANT_MAX = 100;
