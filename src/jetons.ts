// The commands on the tokens of programs: `creer-jeton`, `lister-jetons`, `revoquer-jeton`.
import { parseArgs } from 'node:util';
import { creerJeton, revoquerJeton } from './domain/jeton/actions.ts';
import { etatDuJeton, type Jeton, PORTEES } from './domain/jeton/jeton.ts';
import { tousLesJetons } from './domain/jeton/queries.ts';
import type { Clock } from './platform/clock.ts';
import { ErreurDeDemarrage } from './platform/erreur-de-demarrage.ts';
import type { Sql } from './platform/postgres/sql.ts';
import { formatHeure, formatJour } from './platform/textes/formats.ts';

type Print = (line: string) => void;

/** The one program of our reference: the invoicing system. */
const SOURCE = 'facturation';
const USAGE = `Usage : creer-jeton --portee ${PORTEES.join('|')} [--source ${SOURCE}] [--jours 365]`;
const USAGE_REVOQUER = 'Usage : revoquer-jeton NUMÉRO, celui que « lister-jetons » donne.';
const JOURS_MAX = 3_650;
const JOUR_MS = 86_400_000;
const ETATS = { VALABLE: 'valable', REVOQUE: 'révoqué', EXPIRE: 'expiré' } as const;

/** `creer-jeton`: prints the token, this once. */
export async function commandeCreerJeton(
  sql: Sql,
  clock: Clock,
  args: string[],
  print: Print,
): Promise<number> {
  const { source, portee, jours } = lireVoulu(args);
  const instant = await clock();
  const expireLe = new Date(instant.getTime() + jours * JOUR_MS);
  const { id, jeton } = await creerJeton(sql, { source, portee, expireLe }, instant);
  print(`Jeton ${id} de « ${source} », portée ${portee}, jusqu’au ${formatJour('fr', expireLe)} :`);
  print(jeton);
  print('Notez-le : il n’est gardé nulle part et ne sera plus montré.');
  return 0;
}

/** `lister-jetons`: what is known of each, never the token itself. */
export async function commandeListerJetons(sql: Sql, clock: Clock, print: Print): Promise<number> {
  const instant = await clock();
  const jetons = await tousLesJetons(sql);
  if (jetons.length === 0) print('Aucun jeton.');
  for (const jeton of jetons) print(ligneDe(jeton, instant));
  return 0;
}

/** `revoquer-jeton`: 0 when it ended one, 1 when none of this number lived. */
export async function commandeRevoquerJeton(
  sql: Sql,
  clock: Clock,
  args: string[],
  print: Print,
): Promise<number> {
  const [numero = '', ...reste] = args;
  if (!/^[1-9]\d{0,14}$/.test(numero) || reste.length > 0)
    throw new ErreurDeDemarrage(`revoquer-jeton attend un numéro. ${USAGE_REVOQUER}`);
  const revoque = await revoquerJeton(sql, Number(numero), await clock());
  print(revoque ? `Jeton ${numero} révoqué.` : `Aucun jeton ${numero} à révoquer.`);
  return revoque ? 0 : 1;
}

function lireVoulu(args: string[]) {
  const { portee = '', source = '', jours = '' } = lireOptions(args);
  const connue = PORTEES.find((une) => une === portee);
  if (!connue) throw refus(`La portée est à choisir parmi : ${PORTEES.join(', ')}.`);
  const nom = source.trim();
  if (!/^[\p{L}\p{N} ._-]{1,50}$/u.test(nom))
    throw refus('La source est un nom de 1 à 50 lettres, chiffres, espaces, points et tirets.');
  const duree = /^\d{1,4}$/.test(jours) ? Number(jours) : 0;
  if (duree < 1 || duree > JOURS_MAX)
    throw refus(`La durée est un nombre de jours, de 1 à ${JOURS_MAX}.`);
  return { portee: connue, source: nom, jours: duree };
}

function lireOptions(args: string[]) {
  try {
    const options = {
      portee: { type: 'string' },
      source: { type: 'string', default: SOURCE },
      jours: { type: 'string', default: '365' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch {
    throw refus('Une option est inconnue ou incomplète.');
  }
}

function ligneDe(jeton: Jeton, instant: Date): string {
  const { id, source, portee, creeLe, expireLe, utiliseLe } = jeton;
  const utilise = utiliseLe
    ? `utilisé le ${formatJour('fr', utiliseLe)} à ${formatHeure('fr', utiliseLe)}`
    : 'jamais utilisé';
  return (
    `${id}  « ${source} »  ${portee}  ${ETATS[etatDuJeton(jeton, instant)]}  créé le ` +
    `${formatJour('fr', creeLe)}, expire le ${formatJour('fr', expireLe)}, ${utilise}`
  );
}

function refus(phrase: string): ErreurDeDemarrage {
  return new ErreurDeDemarrage(`${phrase} ${USAGE}`);
}
