// A complete feed: whom it no longer names, found before anything is changed (madrhas-feed.md, the
// guard).
import { actifsDeMadrhas, idsDeMadrhas } from '../../domain/compte/queries-flux.ts';
import type { Sql } from '../../platform/postgres/sql.ts';
import { EnsembleDIds } from '../ensemble-d-ids.ts';
import { lireLignes } from '../lignes.ts';
import { lireJson } from '../refus.ts';

const PAGE_LIGNES = 5_000;

export type Absents = {
  /** Active accounts of MADRHAS that the file does not name. */
  ids: number[];
  /** How many active accounts of MADRHAS there are. */
  actifs: number;
  /** Lines of which nobody can say whom they name. */
  illisibles: number;
};

/**
 * Reads the file once for the accounts that it names; a refused line names its account all the
 * same.
 */
export async function chercherAbsents(sql: Sql, fichier: string): Promise<Absents> {
  const nommes = new EnsembleDIds();
  let illisibles = 0;
  let page: string[] = [];
  const noterPage = async () => {
    for (const id of await idsDeMadrhas(sql, page)) nommes.ajouter(id);
    page = [];
  };
  for await (const ligne of lireLignes(fichier)) {
    const lecture = lireJson(ligne);
    const idMadrhas = lecture.kind === 'lue' ? idDe(lecture.valeur) : undefined;
    if (idMadrhas === undefined) illisibles += 1;
    else if (page.push(idMadrhas) === PAGE_LIGNES) await noterPage();
  }
  await noterPage();
  return { ...(await comparer(sql, nommes)), illisibles };
}

async function comparer(sql: Sql, nommes: EnsembleDIds): Promise<Omit<Absents, 'illisibles'>> {
  const ids: number[] = [];
  let actifs = 0;
  let page = await actifsDeMadrhas(sql, 0, PAGE_LIGNES);
  while (page.length > 0) {
    actifs += page.length;
    ids.push(...page.filter((id) => !nommes.contient(id)));
    page = await actifsDeMadrhas(sql, page.at(-1) ?? 0, PAGE_LIGNES);
  }
  return { ids, actifs };
}

function idDe(valeur: unknown): string | undefined {
  const { idMadrhas } = (valeur ?? {}) as { idMadrhas?: unknown };
  const id =
    typeof idMadrhas === 'string' ? idMadrhas.normalize('NFC').replace(/ +/g, ' ').trim() : '';
  return id === '' ? undefined : id;
}

/** Why a complete feed must not be applied; null when it may. */
export function motifDArret({ ids, actifs, illisibles }: Absents, seuil: number): string | null {
  if (illisibles > 0) {
    return (
      `${illisibles} ligne(s) ne nomment aucun compte lisible : un fichier complet doit se lire ` +
      'en entier. Rien n’a été changé (--forcer pour passer outre).'
    );
  }
  if (ids.length <= seuil * actifs) return null;
  return (
    `${ids.length} compte(s) actif(s) sur ${actifs} manquent au fichier, plus que le seuil de ` +
    `${seuil * 100} %. Rien n’a été changé (--seuil ou --forcer pour passer outre).`
  );
}
