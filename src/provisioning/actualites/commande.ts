// `publier-actualite`: what the operator tells everybody on the home page, or no longer tells.
import { publierActualite, retirerActualite } from '../../domain/actualite/queries.ts';
import type { Clock } from '../../platform/clock.ts';
import { ErreurDeDemarrage } from '../../platform/erreur-de-demarrage.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { estLangue } from '../../platform/textes/index.ts';
import { lireArguments, refus, verifierFichier } from '../arguments.ts';
import { lireActualite } from './lire.ts';

type Print = (line: string) => void;

const USAGE =
  'Usage : publier-actualite FICHIER.md, ou publier-actualite --retirer IDENTIFIANT [--langue fr|en]';

/**
 * Publishes a file, or withdraws an identifier: 0, or one sentence for each thing wrong and nothing
 * stored.
 */
export async function commandePublierActualite(
  sql: Sql,
  clock: Clock,
  args: string[],
  print: Print,
): Promise<number> {
  const { positionals, values } = lireArguments(USAGE, {
    args,
    allowPositionals: true,
    options: { retirer: { type: 'string' }, langue: { type: 'string' } },
  });
  const [fichier, ...reste] = positionals;
  if (values.retirer !== undefined) {
    if (fichier) throw refus('--retirer attend un identifiant, sans fichier.', USAGE);
    await retirer(sql, clock, values.retirer, values.langue, print);
    return 0;
  }
  if (!fichier || reste.length > 0) throw refus('publier-actualite attend un fichier.', USAGE);
  if (values.langue !== undefined)
    throw refus(
      '--langue accompagne --retirer ; la langue d’un fichier est dans son en-tête.',
      USAGE,
    );
  await verifierFichier(fichier, USAGE);
  await publier(sql, clock, fichier, print);
  return 0;
}

/** Publishes the actualité of a file, and says so. */
export async function publier(
  sql: Sql,
  clock: Clock,
  fichier: string,
  print: Print,
): Promise<void> {
  const lecture = await lireActualite(fichier);
  if (lecture.kind === 'refusee')
    throw new ErreurDeDemarrage([...lecture.phrases, 'Rien n’a été publié.'].join('\n'));
  const { actualite, retires } = lecture;
  const fait = await publierActualite(sql, actualite, await clock());
  if (retires.length > 0) print(`Éléments non permis, laissés de côté : ${retires.join(', ')}.`);
  const jusque = actualite.au ? `, jusqu’au ${actualite.au} inclus` : '';
  print(
    `Actualité « ${actualite.identifiant} » (${actualite.langue}) ${fait === 'publiee' ? 'publiée' : 'modifiée'} : ` +
      `montrée à partir du ${actualite.du}${jusque}.`,
  );
}

async function retirer(
  sql: Sql,
  clock: Clock,
  identifiant: string,
  langue: string | undefined,
  print: Print,
): Promise<void> {
  if (langue !== undefined && !estLangue(langue)) throw refus('--langue : fr ou en.', USAGE);
  const langues = await retirerActualite(sql, identifiant, langue ?? null, await clock());
  if (langues.length === 0)
    throw new ErreurDeDemarrage(
      `Aucune actualité « ${identifiant} » n’est publiée${langue ? ` en ${langue}` : ''} : rien n’a été changé.`,
    );
  print(`Actualité « ${identifiant} » (${langues.toSorted().join(', ')}) retirée.`);
}
