// The command line: start · web · worker · migrate · importer-madrhas · importer-structures · publier-actualite ·
// verifier-journal · creer-jeton · lister-jetons · revoquer-jeton.

import { commands } from './commands.ts';
import { readConfig } from './config.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';

const [name = 'start', ...args] = process.argv.slice(2);

try {
  const command = commands[name];
  if (!command) {
    throw new ErreurDeDemarrage(
      `Commande inconnue : ${name}. Commandes : ${Object.keys(commands).join(', ')}.`,
    );
  }
  process.exit(await command(readConfig(process.env), args));
} catch (error) {
  const sentence = error instanceof ErreurDeDemarrage;
  process.stderr.write(`${sentence ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
