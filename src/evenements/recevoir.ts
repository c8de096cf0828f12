// Takes a call line by line, by batches of one transaction each, and counts what became of every
// line.
import { recevoirFactures } from '../domain/evenement/actions-reception.ts';
import type { FactureRecue } from '../domain/evenement/reception.ts';
import type { RefusDeLigne } from '../platform/erreurs.ts';
import type { Sql } from '../platform/postgres/sql.ts';
import { lireFacture } from './facture.ts';
import { AppelTropGrand, lireLignes, OCTETS_PAR_APPEL } from './lignes.ts';

/** Set-based statements, and locks that last a few hundredths of a second. */
const LIGNES_PAR_LOT = 1_000;

type Refusee = {
  ligne: number;
  idEvenement: string | null;
  code: RefusDeLigne;
  /** The field that is wrong, when one is. */
  champ?: string;
};

/** What became of the lines of a call; `arret`: why the rest was not read. */
export type Compte = {
  recues: number;
  acceptees: number;
  dejaRecues: number;
  refusees: Refusee[];
  /** Some line at least was an object. */
  lisible: boolean;
  arret: AppelTropGrand['arret'] | null;
};

/** A call: whose it is, its body, and the bytes that it says to have. */
export type Appel = {
  source: string;
  corps: AsyncIterable<Buffer> | undefined;
  annonce: number;
};

type EnAttente = { ligne: number; facture: FactureRecue };

/** Reads the whole body unless it is too large; what was taken before stays taken. */
export async function recevoirAppel(
  sql: Sql,
  { source, corps, annonce }: Appel,
  instant: Date,
): Promise<Compte> {
  const compte: Compte = {
    recues: 0,
    acceptees: 0,
    dejaRecues: 0,
    refusees: [],
    lisible: false,
    arret: null,
  };
  let lot: EnAttente[] = [];
  const vider = async () => {
    await prendre(sql, source, lot, compte, instant);
    lot = [];
  };
  try {
    if (annonce > OCTETS_PAR_APPEL) throw new AppelTropGrand('CORPS_TROP_GRAND');
    for await (const { ligne, octets } of lireLignes(corps ?? [])) {
      compte.recues += 1;
      const facture = lire(ligne, octets, compte);
      if (facture) lot.push({ ligne, facture });
      if (lot.length === LIGNES_PAR_LOT) await vider();
    }
  } catch (error) {
    if (!(error instanceof AppelTropGrand)) throw error;
    compte.arret = error.arret;
  }
  await vider();
  compte.refusees.sort((a, b) => a.ligne - b.ligne);
  return compte;
}

function lire(ligne: number, octets: Buffer | null, compte: Compte): FactureRecue | null {
  const refuser = (code: RefusDeLigne, idEvenement: string | null = null, champ?: string) => {
    compte.refusees.push({ ligne, idEvenement, code, ...(champ && { champ }) });
    return null;
  };
  if (octets === null) return refuser('LIGNE_TROP_LONGUE');
  const lue = lireFacture(octets);
  if (lue.kind === 'illisible') return refuser('LIGNE_ILLISIBLE');
  compte.lisible = true;
  if (lue.kind === 'invalide') return refuser('CHAMP_INVALIDE', lue.idEvenement, lue.champ);
  return lue.facture;
}

async function prendre(
  sql: Sql,
  source: string,
  lot: EnAttente[],
  compte: Compte,
  instant: Date,
): Promise<void> {
  if (lot.length === 0) return;
  const factures = lot.map(({ facture }) => facture);
  const sorts = await recevoirFactures(sql, source, factures, instant);
  for (const [n, { ligne, facture }] of lot.entries()) {
    const sort = sorts[n];
    if (sort === 'acceptee') compte.acceptees += 1;
    else if (sort === 'dejaRecue') compte.dejaRecues += 1;
    else if (sort) compte.refusees.push({ ligne, idEvenement: facture.idEvenement, code: sort });
  }
}
