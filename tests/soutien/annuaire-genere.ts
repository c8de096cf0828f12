// A directory of any size, the same for the same seed: the real communes and EPCI first, then invented public bodies
// in real communes. The first of a larger one are those of a smaller one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { departementDuCodePostal } from '../../src/domain/structure/departement.ts';
import { cleDeLuhn } from '../../src/domain/structure/structure.ts';
import { STRUCTURES } from '../../src/provisioning/structures/annuaire/entete.ts';
import { trouverPaquet } from '../../src/provisioning/structures/communes/format.ts';
import { lireLigne, siretDuSiege } from '../../src/provisioning/structures/communes/lignes.ts';
import { nomDeCommune } from '../../src/provisioning/structures/communes/noms.ts';
import { GENRES, RUES } from './noms-de-structures.ts';

export type StructureGeneree = {
  /** A SIRET with its key. */
  identifiant: string;
  raisonSociale: string;
  adresseLigne: string | null;
  adresseCodePostal: string | null;
  adresseVille: string | null;
  departement: string | null;
  telephone: string | null;
  adresseElectronique: string | null;
  population: number | null;
  codeServiceObligatoire: boolean;
  numeroEngagementObligatoire: boolean;
};

/** Gives so many public structures, without a repetition. */
export function* structuresGenerees(nombre: number, graine = 1): Generator<StructureGeneree, void> {
  let donnees = 0;
  for (const reelle of structuresReelles()) {
    if (donnees === nombre) return;
    donnees += 1;
    yield reelle;
  }
  const hasard = suiteAuHasard(graine);
  const tirer = tirageDeCommune(lireCommunes());
  for (let serie = 0; donnees < nombre; serie += 1, donnees += 1) {
    yield inventer(serie, tirer(hasard()), hasard);
  }
}

/** The same as lines of Chorus Pro's public directory, header first. */
export function* csvAnnuaire(nombre: number, graine = 1): Generator<string, void> {
  yield STRUCTURES.noms.join(';');
  for (const s of structuresGenerees(nombre, graine)) {
    const { codeServiceObligatoire: service, numeroEngagementObligatoire: engagement } = s;
    const drapeaux = [false, true, true, engagement, service, false, false, false, true];
    const adresse = [s.adresseLigne, null, null, s.adresseCodePostal, s.adresseVille];
    const contact = [s.telephone, s.adresseElectronique, 'FR', 'France'];
    yield ['SIRET', s.identifiant, s.raisonSociale, ...drapeaux, ...adresse, ...contact].join(';');
  }
}

const { dossier } = trouverPaquet();
const lignesDe = (fichier: string) => readFileSync(path.join(dossier, fichier), 'utf8').split('\n');

function* structuresReelles(): Generator<StructureGeneree, void> {
  for (const fichier of ['communes.json', 'epci.json']) {
    for (const texte of lignesDe(fichier)) {
      const lecture = texte === '' ? undefined : lireLigne({ numero: 1, texte });
      if (lecture?.kind !== 'lue') continue;
      for (const { identifiant, fiche } of lecture.valeurs) {
        yield {
          identifiant,
          raisonSociale: fiche?.raisonSociale ?? '',
          adresseLigne: null,
          adresseCodePostal: fiche?.adresseCodePostal ?? null,
          adresseVille: fiche?.adresseVille ?? null,
          departement: fiche?.departement ?? null,
          telephone: null,
          adresseElectronique: null,
          population: fiche?.population ?? null,
          codeServiceObligatoire: false,
          numeroEngagementObligatoire: false,
        };
      }
    }
  }
}

type CommuneReelle = { nom: string; liaison: string; codesPostaux: string[]; population: number };

function lireCommunes(): CommuneReelle[] {
  const tout = JSON.parse(lignesDe('communes.json').join('')) as (CommuneReelle & {
    type: string;
    siren?: string;
    typeLiaison: number;
  })[];
  return tout
    .filter(({ type, siren, codesPostaux }) => type === 'commune-actuelle' && siren && codesPostaux)
    .map(({ nom, typeLiaison, codesPostaux, population }) => ({
      nom,
      liaison: nomDeCommune(nom, typeLiaison).replace(/^Commune /, ''),
      codesPostaux,
      population,
    }));
}

// Large towns hold more bodies, less than in proportion.
function tirageDeCommune(communes: CommuneReelle[]): (part: number) => CommuneReelle {
  let somme = 0;
  const cumul = communes.map(({ population }) => {
    somme += (population + 100) ** 0.7;
    return somme;
  });
  return (part) => {
    let bas = 0;
    let haut = cumul.length - 1;
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if ((cumul[milieu] ?? 0) <= part * somme) bas = milieu + 1;
      else haut = milieu;
    }
    return communes[bas] as CommuneReelle;
  };
}

function inventer(serie: number, commune: CommuneReelle, hasard: () => number): StructureGeneree {
  const choisir = <T>(liste: readonly T[]): T => liste[Math.floor(hasard() * liste.length)] as T;
  const codePostal = choisir(commune.codesPostaux);
  return {
    identifiant: siretInvente(serie),
    raisonSociale: choisir(GENRES)(commune.liaison, choisir),
    adresseLigne: `${1 + Math.floor(hasard() * 120)} ${choisir(RUES)}`,
    adresseCodePostal: codePostal,
    adresseVille: commune.nom,
    departement: departementDuCodePostal(codePostal),
    telephone: hasard() < 0.8 ? numero(hasard) : null,
    adresseElectronique: hasard() < 0.6 ? `contact-${serie}@organisme.example` : null,
    population: null,
    codeServiceObligatoire: hasard() < 0.2,
    numeroEngagementObligatoire: hasard() < 0.1,
  };
}

// No commune and no EPCI has a SIREN that begins so; each series number gives another, spread over all.
const DEBUTS = ['13', '17', '18', '19', '22', '23', '25', '26'];
const SIREN_PAR_DEBUT = 1_000_000;

function siretInvente(serie: number): string {
  const debut = DEBUTS[serie % DEBUTS.length] ?? '';
  const rang = (Math.floor(serie / DEBUTS.length) * 618_033) % SIREN_PAR_DEBUT;
  const racine = `${debut}${String(rang).padStart(6, '0')}`;
  return siretDuSiege(`${racine}${cleDeLuhn([...racine].map(Number))}`);
}

// Numbers that the ARCEP keeps for fiction.
const FICTIFS = ['01 99 00', '02 61 91', '03 53 01', '04 65 71', '05 36 49'];

function numero(hasard: () => number): string {
  const fin = String(Math.floor(hasard() * 10_000)).padStart(4, '0');
  return `${FICTIFS[Math.floor(hasard() * FICTIFS.length)]} ${fin.slice(0, 2)} ${fin.slice(2)}`;
}

// mulberry32: a short, well spread sequence that a seed decides.
function suiteAuHasard(graine: number): () => number {
  let etat = graine;
  return () => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
