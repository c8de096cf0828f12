// Reads one file of an import: counts its lines, sets aside those that are refused, hands on what the others say.
import type { LigneLue } from '../lignes.ts';
import type { Progression } from '../progression.ts';
import type { Rejets } from '../rejets.ts';
import type { Entree } from './format.ts';

const AVERTISSEMENTS_IMPRIMES_MAX = 10;

export class Lecteur<V> {
  lus = 0;
  avertissements = 0;
  readonly rejets: Rejets;
  readonly #entree: Entree<V>;
  readonly #suivi: Progression;

  constructor(entree: Entree<V>, rejets: Rejets, suivi: Progression) {
    this.#entree = entree;
    this.rejets = rejets;
    this.#suivi = suivi;
  }

  /** What the lines say, in order, once. */
  async *valeurs(surFin: () => void = () => undefined): AsyncGenerator<V, void> {
    const { nom, tailleOctets, lignes, lire } = this.#entree;
    this.#suivi.fichier(nom, tailleOctets);
    for await (const ligne of lignes(this.#suivi.octets)) {
      const lecture = lire(ligne);
      if (lecture.kind === 'refusee') {
        await this.#rejeter(ligne, lecture.motif);
        if (lecture.reste) yield lecture.reste;
        continue;
      }
      for (const avertissement of lecture.avertissements ?? []) this.#avertir(ligne, avertissement);
      for (const valeur of lecture.valeurs) {
        this.#compter();
        yield valeur;
      }
    }
    surFin();
  }

  /** Refuses lines already handed on, by their numbers in order: the file is read again for what they hold. */
  async refuser(motif: string, pages: AsyncIterable<{ rang: number }[]>): Promise<void> {
    let lignes: AsyncIterator<LigneLue> | undefined;
    for await (const page of pages) {
      for (const { rang } of page) {
        lignes ??= this.#entree.lignes()[Symbol.asyncIterator]();
        const contenu = await texteDe(lignes, rang);
        await this.rejets.noter({ ligne: rang, motif, contenu });
      }
    }
    await lignes?.return?.();
  }

  #compter(): void {
    this.lus += 1;
    this.#suivi.ligne(this.lus, this.rejets.nombre);
  }

  async #rejeter({ numero, texte }: LigneLue, motif: string): Promise<void> {
    await this.rejets.noter({ ligne: numero, motif, contenu: texte });
    this.#compter();
  }

  #avertir({ numero }: LigneLue, motif: string): void {
    this.avertissements += 1;
    if (this.avertissements > AVERTISSEMENTS_IMPRIMES_MAX) return;
    this.#suivi.journal(`Ligne ${numero}, avertissement : ${motif}`);
    if (this.avertissements === AVERTISSEMENTS_IMPRIMES_MAX) {
      this.#suivi.journal('Les avertissements suivants sont comptés seulement.');
    }
  }
}

async function texteDe(lignes: AsyncIterator<LigneLue>, numero: number): Promise<string> {
  for (;;) {
    const { done, value } = await lignes.next();
    if (done) throw new Error(`line ${numero} is no longer in the file`);
    if (value.numero === numero) return value.texte;
  }
}
