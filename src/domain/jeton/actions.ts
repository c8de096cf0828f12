// What is done with the tokens of programs: the operator makes and ends them, programs present
// them.
import { empreinte, nouveauJeton } from '../../platform/jetons.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { journaliser } from '../journal/queries.ts';
import { decidePresentation, type Portee, type Presentation } from './jeton.ts';
import { insererJeton, marquerRevoque, noterUsage, trouverJeton } from './queries.ts';

export type NouveauJeton = { id: number; jeton: string };

/** Makes a token: this is the only time that it is known. */
export function creerJeton(
  sql: Sql,
  voulu: { source: string; portee: Portee; expireLe: Date },
  instant: Date,
): Promise<NouveauJeton> {
  const jeton = nouveauJeton();
  return sql.begin(async (tx) => {
    const id = await insererJeton(tx, voulu, empreinte(jeton), instant);
    await journaliser(tx, { ...surJeton(id, instant), acte: 'JETON_CREE' });
    return { id, jeton };
  });
}

/** Ends a token at once; false when none of this id lives. */
export function revoquerJeton(sql: Sql, id: number, instant: Date): Promise<boolean> {
  return sql.begin(async (tx) => {
    const revoque = await marquerRevoque(tx, id, instant);
    if (revoque) await journaliser(tx, { ...surJeton(id, instant), acte: 'JETON_REVOQUE' });
    return revoque;
  });
}

/** Lets a program in by its token, and remembers when it came. */
export async function presenterJeton(
  sql: Sql,
  jeton: string,
  portee: Portee,
  instant: Date,
): Promise<Presentation> {
  const decision = decidePresentation(await trouverJeton(sql, empreinte(jeton)), portee, instant);
  if (decision.kind === 'accepte' && decision.noterUsage)
    await noterUsage(sql, decision.jeton.id, instant);
  return decision;
}

function surJeton(id: number, instant: Date) {
  const objet = { objet: 'jeton_api', objetId: id, compteId: null } as const;
  return { instant, acteurCompteId: null, ...objet };
}
