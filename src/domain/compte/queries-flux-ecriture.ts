// SQL of what the MADRHAS feed writes of the accounts: one statement for a whole batch.
import type { Connection, Transaction } from '../../platform/postgres/sql.ts';
import type { LigneDeJournal } from '../journal/journal.ts';
import type { ChampsFlux, CompteFlux, LigneFlux } from './flux.ts';

/** Creates the accounts that lines name, with the values given; gives their ids by idMadrhas. */
export async function insererComptesFlux(
  tx: Transaction,
  comptes: { champs: ChampsFlux; flux: LigneFlux }[],
  instant: Date,
): Promise<Map<string, number>> {
  if (comptes.length === 0) return new Map();
  const rows = comptes.map(({ champs, flux }) => {
    const { idMadrhas, identifiantConnexion, etat } = flux;
    return enColonnes({ ...champs, idMadrhas, identifiantConnexion, etat, fluxMadrhas: flux });
  });
  const crees = await tx<{ id: number; idMadrhas: string }[]>`
    insert into compte (id_madrhas, identifiant_connexion, etat, civilite, nom, prenom,
      adresse_electronique, adresse_ligne, adresse_complement, adresse_code_postal, adresse_ville,
      adresse_pays, telephone, fax, langue, referent_national, referent_departements, flux_madrhas,
      cree_le, modifie_le, desactive_le)
    select x.id_madrhas, x.identifiant_connexion, x.etat, x.civilite, x.nom, x.prenom,
      x.adresse_electronique, x.adresse_ligne, x.adresse_complement, x.adresse_code_postal,
      x.adresse_ville, x.adresse_pays, x.telephone, x.fax, x.langue, x.referent_national,
      x.referent_departements, x.flux_madrhas, ${instant}, ${instant},
      case when x.etat = 'INACTIF' then ${instant}::timestamptz end
    from jsonb_populate_recordset(null::compte, ${tx.json(rows)}) as x
    returning id, id_madrhas`;
  return new Map(crees.map(({ id, idMadrhas }) => [idMadrhas, id]));
}

/** Gives an account another identifiant de connexion; one at a time, in the order of the file. */
export async function renommerCompte(
  tx: Transaction,
  id: number,
  identifiantConnexion: string,
): Promise<void> {
  await tx`update compte set identifiant_connexion = ${identifiantConnexion} where id = ${id}`;
}

export type CompteAEcrire = {
  id: number;
  valeurs: ChampsFlux;
  flux: LigneFlux;
  /** The source of each field that differs from the feed. */
  sources: CompteFlux['sources'];
  /** A value that pages show changed: forms open in a tab are out of date. */
  visible: boolean;
};

/** Writes what lines change to accounts, all but the identifier, and remembers the lines. */
export async function modifierComptesFlux(
  tx: Transaction,
  comptes: CompteAEcrire[],
  instant: Date,
): Promise<void> {
  if (comptes.length === 0) return;
  const rows = comptes.map(({ id, valeurs, flux, sources }) =>
    enColonnes({ ...valeurs, id, etat: flux.etat, fluxMadrhas: flux, sources }),
  );
  const visibles = comptes.filter(({ visible }) => visible).map(({ id }) => id);
  await tx`
    update compte c set etat = x.etat, civilite = x.civilite, nom = x.nom, prenom = x.prenom,
      adresse_electronique = x.adresse_electronique, adresse_ligne = x.adresse_ligne,
      adresse_complement = x.adresse_complement, adresse_code_postal = x.adresse_code_postal,
      adresse_ville = x.adresse_ville, adresse_pays = x.adresse_pays, telephone = x.telephone,
      fax = x.fax, langue = x.langue, referent_national = x.referent_national,
      referent_departements = x.referent_departements, flux_madrhas = x.flux_madrhas,
      sources = x.sources,
      desactive_le = case when x.etat = 'INACTIF' then coalesce(c.desactive_le, ${instant}) end,
      modifie_le = case when v.id is null then c.modifie_le else ${instant} end,
      version = c.version + (v.id is not null)::int
    from jsonb_populate_recordset(null::compte, ${tx.json(rows)}) as x
    left join unnest(${visibles}::bigint[]) as v (id) on v.id = x.id
    where c.id = x.id`;
}

/** Adds the journal lines of a batch, in the transaction of the acts that they tell. */
export async function journaliserLot(tx: Connection, lignes: LigneDeJournal[]): Promise<void> {
  if (lignes.length === 0) return;
  await tx`
    insert into journal (instant, acteur_compte_id, en_qualite, acte, objet, objet_id, compte_id,
      structure_id, details)
    select x.instant, x."acteurCompteId", x."enQualite", x.acte, x.objet, x."objetId",
      x."compteId", x."structureId", coalesce(x.details, '{}')
    from jsonb_to_recordset(${tx.json(lignes)}) as x (instant timestamptz, "acteurCompteId" bigint,
      "enQualite" text, acte text, objet text, "objetId" bigint, "compteId" bigint,
      "structureId" bigint, details jsonb)`;
}

// The names of columns, as jsonb_populate_recordset wants them; what lies below a field stays as it
// is.
function enColonnes<T extends object>(row: T): { [colonne: string]: T[keyof T] } {
  return Object.fromEntries(
    Object.entries(row).map(([champ, valeur]) => [
      champ.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`),
      valeur,
    ]),
  );
}
