// Fills a database with so many public structures, quickly: copied in, their index of words built afterwards.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import { structuresGenerees } from './annuaire-genere.ts';

const INDEX = 'structure_recherche';
const LOT_LIGNES = 2_000;

/** Copies the structures as somebody entitled to drop an index; ids follow the order of the generator. */
export async function remplirAnnuaire(proprietaire: postgres.Sql, nombre: number): Promise<void> {
  const [index] = await proprietaire<{ texte: string }[]>`
    select pg_get_indexdef(${INDEX}::regclass) as texte`;
  await proprietaire.unsafe(`drop index ${INDEX}`);
  await proprietaire.unsafe('alter table structure disable trigger mots_appris');
  const copie = await proprietaire`
    copy structure (type_identifiant, identifiant, type_structure, statut, raison_sociale,
      adresse_ville, adresse_code_postal, adresse_pays, source, cree_le, modifie_le)
    from stdin`.writable();
  await pipeline(Readable.from(lots(nombre)), copie);
  await proprietaire.unsafe('alter table structure enable trigger mots_appris');
  await proprietaire.unsafe(index?.texte ?? '');
  await proprietaire.unsafe(`
    insert into mot_de_structure (mot, variantes)
    select m, variantes_de(m) from (
      select distinct m from structure
      cross join unnest(mots_de(concat_ws(' ', raison_sociale, adresse_ville))) m
      where length(m) between 4 and 40 and m !~ '[0-9]'
    ) mots`);
}

function* lots(nombre: number): Generator<string> {
  let lot: string[] = [];
  for (const s of structuresGenerees(nombre)) {
    const lieu = [s.adresseVille ?? '\\N', s.adresseCodePostal ?? '\\N', 'FR'];
    const suite = ['ANNUAIRE', '2026-01-01', '2026-01-01'];
    lot.push(
      ['SIRET', s.identifiant, 'PUBLIQUE', 'ACTIF', s.raisonSociale, ...lieu, ...suite].join('\t'),
    );
    if (lot.length < LOT_LIGNES) continue;
    yield `${lot.join('\n')}\n`;
    lot = [];
  }
  if (lot.length > 0) yield `${lot.join('\n')}\n`;
}
