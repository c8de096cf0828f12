// Checks the seals of the journal (model §2): reads the whole chain once, in order, and says where it is broken.
import type { Sql } from '../../platform/postgres/sql.ts';
import {
  dernierEfface,
  lignesNonScellees,
  type Queue,
  type SceauLu,
  tousLesSceaux,
} from './queries-sceaux.ts';
import { empreinteSuivante, type Maillon, ORIGINE } from './sceau.ts';

/** What is wrong with the chain, by rank. */
export type Anomalie =
  /** The line is not what was sealed. */
  | { kind: 'ligneModifiee'; rang: number; journalId: number }
  /** The seal is not what its line and the seal before give; the line itself agrees with what follows. */
  | { kind: 'sceauModifie'; rang: number; journalId: number }
  /** The seal stands, its line is gone. */
  | { kind: 'ligneSupprimee'; rang: number; journalId: number }
  /** No seal of these ranks, hence nothing to say that their lines were kept. */
  | { kind: 'lacune'; de: number; a: number }
  /** The seal noted elsewhere is not the one here; null: there is none of its rank. */
  | { kind: 'autreSceau'; rang: number; empreinte: string | null };

export type Verification = {
  /** How many seals were read. */
  sceaux: number;
  premier: number | null;
  dernier: Maillon | null;
  /** The lines not sealed yet: a few, for as long as a minute, are no fault. */
  queue: Queue;
  /** The rank up to which lines had their time and were erased; null: none. */
  effaceJusqua: number | null;
};

/** Follows the chain seal by seal. A fault is told once what follows shows which of its two sides was touched. */
class Chaine {
  #precedent: Maillon;
  /** What the last line and the seal before it give, when the last seal is something else. */
  #douteux: { calculee: Buffer; journalId: number } | null = null;
  readonly #signaler: (anomalie: Anomalie) => void;

  constructor(origine: Maillon, signaler: (anomalie: Anomalie) => void) {
    this.#precedent = origine;
    this.#signaler = signaler;
  }

  lire({ rang, journalId, empreinte, texte }: SceauLu): void {
    const attendu = this.#precedent.rang + 1;
    const suit = rang === attendu;
    if (!suit) {
      this.terminer();
      this.#signaler({ kind: 'lacune', de: attendu, a: rang - 1 });
    } else if (texte !== null) this.#comparer(texte, empreinte, journalId);
    if (texte === null) {
      this.terminer();
      this.#signaler({ kind: 'ligneSupprimee', rang, journalId });
    }
    this.#precedent = { rang, empreinte };
  }

  #comparer(texte: string, empreinte: Buffer, journalId: number): void {
    const calculee = empreinteSuivante(this.#precedent.empreinte, texte);
    const douteux = this.#douteux;
    if (calculee.equals(empreinte)) {
      this.terminer();
      return;
    }
    if (douteux && empreinteSuivante(douteux.calculee, texte).equals(empreinte)) {
      const { rang } = this.#precedent;
      this.#signaler({ kind: 'sceauModifie', rang, journalId: douteux.journalId });
      this.#douteux = null;
      return;
    }
    this.terminer();
    this.#douteux = { calculee, journalId };
  }

  /** Tells the fault that nothing more will explain. */
  terminer(): void {
    if (!this.#douteux) return;
    const { rang } = this.#precedent;
    this.#signaler({ kind: 'ligneModifiee', rang, journalId: this.#douteux.journalId });
    this.#douteux = null;
  }
}

/**
 * Reads every seal and the line that it covers; `signaler` is told each fault as it is found. After an erasure the
 * chain starts from the last seal erased, which the erasure kept. `note`: a seal written down elsewhere, such as in
 * the daily log, which the one here must equal: who rewrites a whole chain cannot rewrite that.
 */
export async function verifierJournal(
  sql: Sql,
  signaler: (anomalie: Anomalie) => void,
  note: { rang: number; empreinte: string } | null = null,
): Promise<Verification> {
  const efface = await dernierEfface(sql);
  const chaine = new Chaine(efface ?? ORIGINE, signaler);
  let sceaux = 0;
  let premier: number | null = null;
  let dernier: Maillon | null = null;
  let noteLue = efface?.rang === note?.rang ? efface?.empreinte.toString('hex') : undefined;
  for await (const page of tousLesSceaux(sql)) {
    for (const sceau of page) {
      chaine.lire(sceau);
      premier ??= sceau.rang;
      dernier = sceau;
      if (sceau.rang === note?.rang) noteLue = sceau.empreinte.toString('hex');
    }
    sceaux += page.length;
  }
  chaine.terminer();
  if (note && noteLue !== note.empreinte.toLowerCase())
    signaler({ kind: 'autreSceau', rang: note.rang, empreinte: noteLue ?? null });
  const queue = await lignesNonScellees(sql);
  return { sceaux, premier, dernier, queue, effaceJusqua: efface?.rang ?? null };
}
