// Reads the values of a line of a CSV file by the names of its columns, and notes why some cannot be kept.

const OUI = new Set(['true', '1', 'yes', 'oui']);
const NON = new Set(['false', '0', 'no', 'non']);
const REFUS_MAX = 5;

/** The values of one line; what is asked and cannot be read is noted, never thrown. */
export class Champs<N extends string> {
  readonly avertissements: string[] = [];
  readonly #rangs: ReadonlyMap<N, number>;
  readonly #valeurs: readonly string[];
  readonly #refus: string[] = [];

  constructor(rangs: ReadonlyMap<N, number>, valeurs: readonly string[]) {
    this.#rangs = rangs;
    this.#valeurs = valeurs;
  }

  /** Why the line is refused; null when it is not. */
  get motif(): string | null {
    return this.#refus.length > 0 ? this.#refus.slice(0, REFUS_MAX).join(' ; ') : null;
  }

  refuser(nom: N, motif: string): void {
    this.#refus.push(`${nom} : ${motif}`);
  }

  /** Notes a value that is left out, or doubtful, in a line that is kept. */
  avertir(nom: N, motif: string): void {
    this.avertissements.push(`${nom} : ${motif}`);
  }

  /** A text, null when there is none. */
  texte(nom: N, longueurMax: number): string | null {
    const valeur = this.#lire(nom);
    if (valeur.length > longueurMax) this.refuser(nom, `plus de ${longueurMax} caractères`);
    return valeur === '' ? null : valeur;
  }

  /** A text that must be there. */
  obligatoire(nom: N, longueurMax: number): string {
    const valeur = this.texte(nom, longueurMax);
    if (valeur === null) this.refuser(nom, 'obligatoire');
    return valeur ?? '';
  }

  /** Yes or no, as registers write it. */
  booleen(nom: N): boolean {
    const valeur = this.#lire(nom).toLowerCase();
    if (OUI.has(valeur)) return true;
    if (!NON.has(valeur)) this.refuser(nom, 'true ou false attendu');
    return false;
  }

  /** A civil day, null when there is none. */
  jour(nom: N): string | null {
    const valeur = this.texte(nom, 10);
    if (valeur !== null && !estUnJour(valeur)) this.refuser(nom, 'date AAAA-MM-JJ attendue');
    return valeur;
  }

  #lire(nom: N): string {
    return this.#valeurs[this.#rangs.get(nom) ?? -1]?.trim() ?? '';
  }
}

const JOUR = /^\d{4}-\d{2}-\d{2}$/;

function estUnJour(texte: string): boolean {
  if (!JOUR.test(texte) || texte < '1000') return false;
  const jour = new Date(`${texte}T00:00:00Z`);
  return !Number.isNaN(jour.getTime()) && jour.toISOString().startsWith(texte);
}
