// Shows how far an import is: a bar a file on a terminal, plain lines elsewhere.
import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { Journal } from './parcours.ts';

const PROGRES_LIGNES = 10_000;
const NOM_MAX = 28;
const FORMAT = '{nom} [{bar}] {percentage} % · {lues} lignes, {rejetees} rejetées';

/** What an import tells while it works. */
export type Progression = {
  /** Prints a line, above the bars if there are any. */
  journal: Journal;
  /** Begins a file. */
  fichier(nom: string, tailleOctets: number): void;
  octets(lus: number): void;
  ligne(lues: number, rejetees: number): void;
  /** Everything is read: bars stay as they are, lines come below. */
  fin(): void;
};

/** Follows an import on a terminal, or by lines to `print` when there is none. */
export function suivre(print: Journal, terminal?: NodeJS.WriteStream): Progression {
  return terminal ? parBarres(print, terminal) : parLignes(print);
}

function parLignes(print: Journal): Progression {
  return {
    journal: print,
    fichier: () => undefined,
    octets: () => undefined,
    ligne: (lues, rejetees) => {
      if (lues % PROGRES_LIGNES === 0) print(`${lues} lignes lues, ${rejetees} rejetées…`);
    },
    fin: () => undefined,
  };
}

function parBarres(print: Journal, stream: NodeJS.WriteStream): Progression {
  // Signals are the program's to hear, and an interrupted bar must leave the terminal as it was.
  const terminal = { stream, hideCursor: false, linewrap: true, gracefulExit: false };
  const options = { ...terminal, format: FORMAT, barsize: 20 };
  const barres = new MultiBar(options, Presets.shades_classic);
  let barre: SingleBar | undefined;
  return {
    journal: (line) => (barre ? barres.log(`${line}\n`) : print(line)),
    fichier: (nom, tailleOctets) => {
      const court = nom.length > NOM_MAX ? `${nom.slice(0, NOM_MAX - 1)}…` : nom;
      barre = barres.create(tailleOctets, 0, { nom: court, lues: 0, rejetees: 0 });
    },
    octets: (lus) => barre?.update(lus),
    ligne: (lues, rejetees) => barre?.update({ lues, rejetees }),
    fin: () => {
      if (!barre) return;
      // Stopping alone would lose the lines that wait to be printed.
      barres.update();
      barres.stop();
      barre = undefined;
    },
  };
}
